import dataclasses
import json
import pathlib
import pickle
import subprocess
import sys

import pytest

import quoth
from conftest import ARTICLE

PROGRAM = pathlib.Path(sys.executable).parent / "quoth"  # The wheel's.


def spans_of(record: quoth.Record) -> list[quoth.Span]:
    spans = [span for entity in record.entities for span in entity.mentions]
    for quotation in record.quotations:
        spans += [*quotation.content, *quotation.cue, *quotation.source]
        spans += [span for span in (quotation.medium, quotation.when) if span]
    return spans


def test_the_article_has_its_quotations_and_speakers(record: quoth.Record) -> None:
    said = {quotation.text: quotation.speaker and quotation.speaker.name for quotation in record.quotations}
    assert said["“We won,”"] == "Ana Ruiz"
    assert said["“It was close,”"] == "Ana Ruiz"
    assert "Ben Okri" in said.values()


def test_every_span_slices_the_text(record: quoth.Record) -> None:
    spans = spans_of(record)
    assert len(spans) > 10
    for span in spans:
        assert record.text[span.slice] == record.text[span.start : span.end] == span.text == str(span)
    assert any(span.start > ARTICLE.index("🎉") for span in spans)  # where bytes and code points differ


def test_the_json_is_that_of_the_command_line(record: quoth.Record) -> None:
    line = json.dumps(
        {"text": ARTICLE, "title": "Ruiz wins", "published": "2026-11-03", "url": "https://example.org/ruiz"}
    )
    done = subprocess.run(
        [PROGRAM, "extract", "--format", "jsonl", "-"], input=line + "\n", capture_output=True, text=True, check=True
    )
    theirs = json.loads(done.stdout)
    assert theirs["doc"].pop("path") == "-"
    ours = record.to_dict()
    assert ours["doc"].pop("path") == ""
    assert ours == theirs


def test_to_json_is_the_line_of_the_dict(record: quoth.Record) -> None:
    assert json.loads(record.to_json()) == record.to_dict()
    assert "\n" not in record.to_json()


def test_a_dict_handed_out_is_the_callers_own(record: quoth.Record) -> None:
    record.to_dict()["quotations"].clear()
    assert record.to_dict()["quotations"]


def test_the_objects_say_what_the_json_says(record: quoth.Record) -> None:
    value = record.to_dict()
    assert [quotation.id for quotation in record.quotations] == [one["id"] for one in value["quotations"]]
    for quotation, one in zip(record.quotations, value["quotations"], strict=True):
        for name in ("kind", "act", "negated", "parent", "confidence"):
            assert getattr(quotation, name) == one[name]
        for name in ("speaker", "addressee", "when", "medium"):
            made = getattr(quotation, name)
            assert (made and dataclasses.asdict(made)) == one[name]
        for name in ("content", "cue", "source", "about", "candidates"):
            assert [dataclasses.asdict(part) for part in getattr(quotation, name)] == one[name]
        assert list(quotation.why) == one["why"]
        assert quotation.flags == set(one["flags"])
    for entity, one in zip(record.entities, value["entities"], strict=True):
        assert (entity.id, entity.name, entity.type, entity.kb) == (one["id"], one["name"], one["type"], one["kb"])
        assert len(entity.mentions) == len(one["mentions"])
        assert record.entity(entity.id) is entity
    for name in ("id", "key", "url", "title", "published", "published_from", "language", "length", "author"):
        assert getattr(record, name) == value["doc"][name]
    assert record.engine == value["engine"]


def test_the_key_is_the_id_else_the_url_else_the_path(tiny: quoth.Extractor) -> None:
    assert tiny.extract("a", url="u", path="p", id="i").key == "i"
    assert tiny.extract("a", url="u", path="p").key == "u"
    assert tiny.extract("a", path="p", record=7).key == "p"
    assert tiny.extract("a", path="p", record=7).record == 7


def test_records_are_equal_where_text_and_facts_are(extractor: quoth.Extractor, record: quoth.Record) -> None:
    again = extractor.extract(ARTICLE, title="Ruiz wins", published="2026-11-03", url="https://example.org/ruiz")
    other = extractor.extract(ARTICLE, title="Ruiz wins", published="2026-11-03", url="https://example.org/other")
    assert again == record
    assert hash(again) == hash(record)
    assert other != record
    assert record != ARTICLE
    assert len({again, record, other}) == 2


def test_records_and_their_parts_survive_pickling(record: quoth.Record) -> None:
    copy = pickle.loads(pickle.dumps(record))
    assert copy == record
    assert copy.quotations == record.quotations
    assert pickle.loads(pickle.dumps(record.quotations)) == record.quotations
    assert {copy.quotations[0], record.quotations[0]} == {record.quotations[0]}


def test_parts_are_frozen(record: quoth.Record) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        record.quotations[0].content[0].start = 3  # type: ignore[misc]


def test_reprs_are_short_and_tell_who_said_what(record: quoth.Record) -> None:
    assert repr(record).startswith("<Record 'Ruiz wins', ")
    assert repr(record.quotations[0]) == "<Quotation q1 direct say by 'Ana Ruiz': '“We won,”'>"
    assert repr(record.quotations[0].content[0]) == "Span(0, 9, '“We won,”')"
    assert all(len(repr(part)) < 200 for part in (*record.quotations, *record.entities, *spans_of(record)))


def test_a_line_of_the_command_line_makes_the_same_record(record: quoth.Record) -> None:
    assert quoth.Record.from_json(record.to_json(), record.text) == record
    assert quoth.Record.from_json(record.to_json().encode() + b"\n", record.text) == record


@pytest.mark.parametrize("line", ["[]", "{}", '{"format": "quoth.record/1"}', "no JSON"])
def test_what_is_no_record_is_refused(line: str) -> None:
    with pytest.raises(ValueError):
        quoth.Record.from_json(line, "")


def test_a_record_of_another_text_is_refused(record: quoth.Record) -> None:
    with pytest.raises(ValueError, match="another text"):
        quoth.Record.from_json(record.to_json(), "x" + record.text)
    with pytest.raises(ValueError, match="no text"):
        quoth.Record.from_json(record.to_json())


def test_other_languages_are_noted_and_not_read(extractor: quoth.Extractor) -> None:
    german = (
        "„Wir haben gewonnen“, sagte Ana Ruiz, und sie fügte hinzu, dass es nicht das Ende der Geschichte sei. " * 4
    )
    record = extractor.extract(german)
    assert record.language == "de"
    assert record.notes == ("not_english",)
    assert record.quotations == ()
    assert quoth.load(any_language=True).extract(german).notes == ()

"""The component of spaCy's pipelines."""

import json
import pathlib
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

import quoth
from quoth.spacy_component import register_extensions

TEXT = "“We won,” said Ana Ruiz, the mayor. She told Ben Okri that it “was close” … “and fair.”"


def pipeline(**config: Any) -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("quoth", config=config)
    return nlp


@pytest.fixture(scope="module")
def nlp() -> Language:
    return pipeline()


def seen(doc: Doc) -> list[tuple[Any, ...]]:
    return [
        (
            span.text,
            span.label_,
            span.id_,
            span._.speaker,
            [piece.text for piece in span._.cue],
            [piece.text for piece in span._.source],
            span._.quotation,
        )
        for span in doc.spans["quotations"]
    ]


def test_spans_are_the_records_contents_with_speaker_cue_and_source(nlp: Language, extractor: quoth.Extractor) -> None:
    record = extractor.extract(TEXT).to_dict()
    doc = nlp(TEXT)
    assert seen(doc) == [
        (
            piece["text"],
            quotation["kind"],
            quotation["id"],
            quotation["speaker"] and quotation["speaker"]["name"],
            [cue["text"] for cue in quotation["cue"]],
            [source["text"] for source in quotation["source"]],
            quotation,
        )
        for quotation in record["quotations"]
        for piece in quotation["content"]
    ]
    assert doc._.quoth == record
    assert doc._.quoth_unaligned == 0
    assert seen(doc)[0][:4] == ("“We won,”", "direct", "q1", "Ana Ruiz")


def test_a_span_that_is_no_content_has_no_quotation(nlp: Language) -> None:
    other = nlp(TEXT)[0:2]
    assert other._.quotation is None and other._.speaker is None and other._.cue == other._.source == []
    assert spacy.blank("en")(TEXT)[0:2]._.quotation is None


def glued(nlp: Language) -> Doc:
    """Words and marks in one token, as a tokeniser that splits at white space has them."""
    words = TEXT.split(" ")
    return Doc(nlp.vocab, words=words, spaces=[True] * (len(words) - 1) + [False])


@pytest.mark.parametrize(
    ("alignment", "first"),
    [("expand", "“We won,”"), ("contract", "“We won,”"), ("strict", "“We won,”")],
)
def test_what_tokens_cannot_tell_is_counted(alignment: str, first: str) -> None:
    nlp = pipeline(alignment=alignment)
    doc = nlp(glued(nlp))
    assert doc._.quoth_unaligned > 0
    pieces = [(doc._.quoth_alignment, span.text) for span in doc.spans["quotations"]]
    assert pieces[0] == (alignment, first)
    sources = [piece.text for piece in doc.spans["quotations"][0]._.source]
    names = {"expand": "Ana Ruiz, the mayor.", "contract": "Ana Ruiz, the", "strict": None}
    assert sources == ([names[alignment]] if names[alignment] else [])


def as_json(value: Any) -> str:
    """For comparing: DocBin reads lists back as tuples."""
    return json.dumps(value)


def test_docbin_keeps_everything(nlp: Language, tmp_path: pathlib.Path) -> None:
    docs = [nlp(TEXT), nlp("Nobody spoke.")]
    DocBin(docs=docs, store_user_data=True).to_disk(tmp_path / "docs.spacy")
    back = list(DocBin().from_disk(tmp_path / "docs.spacy").get_docs(spacy.blank("en").vocab))
    assert as_json([seen(doc) for doc in back]) == as_json([seen(doc) for doc in docs])
    assert as_json(back[0]._.quoth) == as_json(docs[0]._.quoth)
    assert [doc._.quoth_unaligned for doc in back] == [0, 0]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # spaCy forks a process that has threads
def test_two_processes_read_as_one(nlp: Language) -> None:
    texts = [TEXT, "Nobody spoke.", f"{TEXT} {TEXT}", TEXT]
    assert [seen(doc) for doc in nlp.pipe(texts, n_process=2, batch_size=1)] == [seen(nlp(text)) for text in texts]


def test_a_pipeline_on_disk_is_the_same_when_it_is_read_back(nlp: Language, tmp_path: pathlib.Path) -> None:
    pipeline(min_confidence=0.9, alignment="strict").to_disk(tmp_path)
    back = spacy.load(tmp_path)
    assert back.config["components"]["quoth"]["min_confidence"] == 0.9
    doc = back(TEXT)
    assert doc._.quoth_alignment == "strict"
    sure = [one for one in nlp(TEXT)._.quoth["quotations"] if one["confidence"] >= 0.9]
    assert [one["content"] for one in doc._.quoth["quotations"]] == [one["content"] for one in sure]


def test_facts_of_a_document_reach_the_engine(nlp: Language) -> None:
    doc = nlp.make_doc("“We won,” said Ana Ruiz on Tuesday.")
    doc._.quoth_facts = {"title": "Ruiz wins", "published": "2026-11-05"}
    doc = nlp(doc)
    assert doc._.quoth["doc"]["title"] == "Ruiz wins"
    assert doc.spans["quotations"][0]._.quotation["when"]["date"] == "2026-11-03"


def test_an_error_is_the_error_handlers_business(nlp: Language) -> None:
    def bad() -> Doc:
        doc = nlp.make_doc(TEXT)
        doc._.quoth_facts = {"title": 3}
        return doc

    with pytest.raises(quoth.InvalidInput):
        nlp(bad())
    quiet = pipeline()
    quiet.set_error_handler(lambda name, component, docs, error: None)  # type: ignore[arg-type, return-value]
    assert [doc.text for doc in quiet.pipe([bad(), quiet.make_doc(TEXT)])] == [TEXT]


def test_settings_that_are_none_are_refused() -> None:
    with pytest.raises(ValueError, match="none of expand, strict, contract"):
        pipeline(alignment="nearest")
    with pytest.raises(quoth.FileNotFound):
        pipeline(model="no such model")(TEXT)


def test_extensions_are_registered_once_and_never_over_anothers() -> None:
    register_extensions()
    before = Span.get_extension("speaker")
    register_extensions()
    assert Span.get_extension("speaker") == before

"""Records as tables: the schema that is promised, the same values as the record's, and readers of all kinds."""

import datetime
import gc
import json
import pathlib
import re
import subprocess
import sys
from typing import Any

import duckdb
import polars
import pyarrow
import pyarrow.parquet
import pytest

import quoth
from quoth.tables import Table, batches_of

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs/formats/table.md"

TEXTS = [
    "“We won,” said Ana Ruiz, the mayor. “It was close,” she added.",
    "Nobody spoke.",
    "Ben Okri told reporters on Tuesday that he did not concede. “Ana Ruiz lied,” he said.",
]


@pytest.fixture(scope="module")
def records(extractor: quoth.Extractor) -> list[quoth.Record]:
    facts = {
        "title": "Ruiz wins",
        "published": "2026-11-03",
        "url": "https://example.org/ruiz",
        "publisher": "The Example",
    }
    return list(extractor.extract_many([{"text": text, "id": str(k), **facts} for k, text in enumerate(TEXTS)]))


def rows(table: Any) -> list[dict[str, Any]]:
    values: list[dict[str, Any]] = pyarrow.table(table).to_pylist()
    return values


def joined(spans: tuple[quoth.Span, ...]) -> str | None:
    return " … ".join(span.text for span in spans) if spans else None


def places(spans: tuple[quoth.Span, ...]) -> list[dict[str, int]]:
    return [{"start": span.start, "end": span.end} for span in spans]


def expected(record: quoth.Record, quotation: quoth.Quotation) -> dict[str, Any]:
    speaker = quotation.speaker
    return {
        "doc_id": record.id,
        "key": record.key,
        "url": record.url,
        "title": record.title,
        "publisher": record.publisher,
        "published": record.published,
        "published_date": datetime.date(2026, 11, 3),
        "quotation": quotation.id,
        "kind": quotation.kind,
        "act": quotation.act,
        "content": joined(quotation.content),
        "content_spans": places(quotation.content),
        "cue": joined(quotation.cue),
        "cue_spans": places(quotation.cue),
        "source": joined(quotation.source),
        "source_spans": places(quotation.source),
        "speaker": speaker and speaker.name,
        "speaker_type": speaker and speaker.type,
        "speaker_entity": speaker and speaker.entity,
        "speaker_kb": None,
        "speaker_confidence": speaker and speaker.confidence,
        "addressee": quotation.addressee and quotation.addressee.name,
        "about": [subject.name for subject in quotation.about],
        "medium": quotation.medium and quotation.medium.text,
        "when": quotation.when and quotation.when.text,
        "when_date": quotation.when and quotation.when.date,
        "negated": quotation.negated,
        "flags": sorted(quotation.flags),
        "parent": quotation.parent,
        "confidence": quotation.confidence,
        "model": record.engine["model"],
    }


def test_a_row_holds_what_its_quotation_holds(records: list[quoth.Record]) -> None:
    found = rows(quoth.to_arrow(records))
    for row in found:
        row["flags"] = sorted(row["flags"])
    assert found == [expected(record, quotation) for record in records for quotation in record.quotations]
    assert len(found) >= 3


def test_the_arrays_are_valid_in_one_batch_and_in_many(records: list[quoth.Record]) -> None:
    many = Table(batches_of(records, rows=1))
    assert pyarrow.table(many).column(0).num_chunks == sum(bool(record.quotations) for record in records)
    for table in (quoth.to_arrow(records), many, quoth.to_arrow(records * 200)):
        pyarrow.table(table).validate(full=True)
    assert rows(many) == rows(quoth.to_arrow(records))


def test_the_page_names_the_columns_and_their_types_in_order() -> None:
    listed = re.findall(r"^\| `(\w+)` \| ([^|]+?) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    schema = pyarrow.schema(quoth.to_arrow([]))
    assert [name for name, _ in listed] == schema.names
    names = pyarrow.dictionary(pyarrow.int32(), pyarrow.string())
    span = pyarrow.struct(
        [pyarrow.field("start", pyarrow.int32(), False), pyarrow.field("end", pyarrow.int32(), False)]
    )
    types = {
        "name": names,
        "string": pyarrow.string(),
        "date": pyarrow.date32(),
        "share": pyarrow.float64(),
        "boolean": pyarrow.bool_(),
        "names": pyarrow.list_(pyarrow.field("item", names, False)),
        "spans": pyarrow.list_(pyarrow.field("item", span, False)),
    }
    for (name, kind), field in zip(listed, schema, strict=True):
        assert field.type == types[kind.removesuffix(" or null")], name
        assert field.nullable == kind.endswith(" or null"), name
    assert schema.metadata == {b"format": b"quoth.table/1", b"offset_unit": b"codepoint"}


def test_no_record_and_a_record_without_quotations_give_the_schema_and_no_rows(records: list[quoth.Record]) -> None:
    for nothing in ([], [records[1]]):
        table = quoth.to_arrow(nothing)
        assert len(table) == table.num_rows == 0
        assert pyarrow.table(table).schema == pyarrow.schema(quoth.to_arrow(records))
        assert quoth.to_pandas(nothing).shape == quoth.to_polars(nothing).shape == (0, 31)


def test_records_lines_and_dictionaries_give_the_same_table(records: list[quoth.Record]) -> None:
    table = rows(quoth.to_arrow(records))
    assert rows(quoth.to_arrow(record.to_json() for record in records)) == table
    assert rows(quoth.to_arrow(record.to_json().encode() for record in records)) == table
    assert rows(quoth.to_arrow(record.to_dict() for record in records)) == table


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2020-02-29", datetime.date(2020, 2, 29)),
        ("1969-12-31T23:00:00Z", datetime.date(1969, 12, 31)),
        ("2021-02-29", None),
        ("2021-02", None),
        ("2021-02-1x", None),
        ("2021-02-011", None),
        ("-001-02-01", None),
        ("Tuesday", None),
        (None, None),
    ],
)
def test_a_day_of_publication_is_a_date_where_it_is_whole(
    records: list[quoth.Record], published: str | None, day: datetime.date | None
) -> None:
    changed = records[0].to_dict()
    changed["doc"]["published"] = published
    assert {(row["published"], row["published_date"]) for row in rows(quoth.to_arrow([changed]))} == {(published, day)}


def test_flags_about_and_links_are_those_of_the_record(records: list[quoth.Record]) -> None:
    changed = records[0].to_dict()
    changed["quotations"][0] |= {
        "flags": ["denied", "pull_quote"],
        "about": [{"entity": "e9", "name": "X"}],
        "negated": True,
    }
    changed["entities"][0]["kb"] = "Q42"
    changed["quotations"][0]["speaker"]["entity"] = changed["entities"][0]["id"]
    row = rows(quoth.to_arrow([changed]))[0]
    assert (row["flags"], row["about"], row["negated"]) == (["denied", "pull_quote"], ["X"], True)
    assert row["speaker_kb"] == "Q42"


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{", "no JSON object"),
        ("[]", "no JSON object"),
        ("{}", r"format is not quoth\.record/1"),
        ('{"format": "quoth.record/2"}', r"format is not quoth\.record/1"),
        ('{"format": "quoth.record/1", "doc": {"offset_unit": "byte"}}', "do not count code points"),
        ('{"format": "quoth.record/1", "doc": {"offset_unit": "codepoint"}}', "has no quotations"),
        ('{"format": "quoth.record/1", "doc": {"offset_unit": "codepoint"}, "quotations": [{}]}', "malformed"),
    ],
)
def test_what_is_no_record_is_refused_with_its_number(records: list[quoth.Record], line: str, fault: str) -> None:
    with pytest.raises(ValueError, match=rf"^record 3: .*{fault}"):
        quoth.to_arrow([*records, line])


@pytest.mark.parametrize("span", [{"start": -1, "end": 3}, {"start": 3, "end": 2}, {"start": 0, "end": 1 << 31}])
def test_a_span_that_is_none_is_refused(records: list[quoth.Record], span: dict[str, int]) -> None:
    changed = records[0].to_dict()
    changed["quotations"][0]["content"][0] |= span
    with pytest.raises(ValueError, match="malformed"):
        quoth.to_arrow([changed])


def test_parquet_is_read_back_by_pyarrow_duckdb_and_polars(records: list[quoth.Record], tmp_path: pathlib.Path) -> None:
    table = Table(batches_of(records, rows=1))
    path = tmp_path / "quotations.parquet"
    pyarrow.parquet.write_table(pyarrow.table(table), path)
    assert pyarrow.parquet.read_table(path).to_pylist() == rows(table)
    assert pyarrow.parquet.read_schema(path) == pyarrow.schema(table)
    assert polars.read_parquet(path).to_dicts() == rows(table)
    found = duckdb.sql(f"SELECT * FROM '{path}'")
    assert found is not None
    assert [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()] == rows(table)


def test_polars_duckdb_and_pandas_read_a_table(records: list[quoth.Record]) -> None:
    quotations = Table(batches_of(records, rows=1))
    assert quoth.to_polars(quotations).to_dicts() == rows(quotations)
    counts = duckdb.sql("SELECT count(*), count(DISTINCT doc_id) FROM quotations")
    assert counts is not None and counts.fetchall() == [(len(quotations), 2)]
    frame = quoth.to_pandas(records)
    assert list(frame["speaker"]) == [row["speaker"] for row in rows(quotations)]
    assert str(frame["published_date"].dtype).startswith("datetime64")


def test_a_table_outlives_its_records_and_its_arrays_outlive_the_table(records: list[quoth.Record]) -> None:
    before = rows(quoth.to_arrow(records))
    table = quoth.to_arrow(list(records))
    arrow = pyarrow.table(table)
    content, spans = arrow.column("content"), arrow.column("content_spans")
    del table, arrow
    gc.collect()
    assert content.to_pylist() == [row["content"] for row in before]
    assert spans.to_pylist() == [row["content_spans"] for row in before]


LEAK = """
import resource, sys, pyarrow, quoth

def use(line):
    table = quoth.to_arrow([line] * 1000)
    table.__arrow_c_stream__(), table.__arrow_c_schema__()
    pyarrow.RecordBatchReader.from_stream(table).read_next_batch()
    pyarrow.table(table).slice(1, 1).column(0)

def peak_after(times, line):
    for _ in range(times):
        use(line)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

line = sys.stdin.read()
print(-peak_after(3, line) + peak_after(25, line))
"""


def test_what_was_made_is_released_whether_it_was_consumed_or_not(records: list[quoth.Record]) -> None:
    """A table is about 400 kB: were one kept a round, memory would grow by 10 MB."""
    done = subprocess.run(
        [sys.executable, "-c", LEAK], input=records[0].to_json(), capture_output=True, text=True, check=True
    )
    assert int(done.stdout) < 4_000, f"grew by {done.stdout.strip()} kB"


def test_importing_quoth_imports_no_extra() -> None:
    program = "import sys, quoth; print(*sorted({'pyarrow', 'pandas', 'polars', 'spacy', 'numpy'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "\n"


@pytest.mark.parametrize(
    ("package", "call", "command"),
    [
        ("pandas", "quoth.to_pandas([])", "pip install 'quoth[pandas]'"),
        ("pyarrow", "quoth.to_pandas([])", "pip install 'quoth[pandas]'"),
        ("polars", "quoth.to_polars([])", "pip install 'quoth[polars]'"),
        ("pyarrow", "quoth.extract_arrow([])", "pip install 'quoth[arrow]'"),
        ("spacy", "import quoth.spacy_component", "pip install 'quoth[spacy]'"),
    ],
)
def test_a_missing_extra_names_the_command_that_installs_it(package: str, call: str, command: str) -> None:
    program = (
        f"import sys; sys.modules[{package!r}] = None\nimport quoth\ntry: {call}\nexcept ImportError as e: print(e)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert command in done.stdout


def test_a_table_needs_no_package_but_quoth(records: list[quoth.Record]) -> None:
    program = (
        "import sys, quoth; t = quoth.to_arrow([sys.stdin.read()]); print(len(t), t.__arrow_c_stream__() is not None)"
    )
    line = json.dumps(records[0].to_dict())
    done = subprocess.run([sys.executable, "-I", "-c", program], input=line, capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(len(records[0].quotations)), "True"]

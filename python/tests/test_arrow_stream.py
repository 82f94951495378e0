"""Streams of documents in, streams of quotations out."""

import datetime
import itertools
import resource
from collections.abc import Iterator

import duckdb
import polars
import pyarrow
import pytest

import quoth

SAID = "“We won,” said Ana Ruiz, the mayor."


def batch(count: int, start: int = 0) -> pyarrow.RecordBatch:
    return pyarrow.record_batch({"text": [f"{SAID} It is {k}." for k in range(start, start + count)]})


def test_every_row_is_read_and_told_by_its_key(extractor: quoth.Extractor) -> None:
    articles = pyarrow.table(
        {
            "body": [SAID, "Nobody spoke.", SAID],
            "number": [7, 8, 9],
            "headline": ["One", None, "Three"],
            "day": [datetime.date(2026, 11, 3), None, datetime.date(2026, 11, 4)],
            "address": ["https://example.org/7", None, None],
        }
    )
    reader = quoth.extract_arrow(
        articles,
        "body",
        id_column="number",
        title_column="headline",
        published_column="day",
        url_column="address",
        extractor=extractor,
    )
    table = reader.read_all()
    assert table.schema == pyarrow.schema(quoth.to_arrow([]))
    facts = table.select(["key", "title", "published", "url", "content"]).to_pylist()
    assert facts == [
        {"key": "7", "title": "One", "published": "2026-11-03", "url": "https://example.org/7", "content": "“We won,”"},
        {"key": "9", "title": "Three", "published": "2026-11-04", "url": None, "content": "“We won,”"},
    ]


@pytest.mark.parametrize("source", ["table", "batches", "reader", "polars", "duckdb"])
def test_any_arrow_stream_will_do(extractor: quoth.Extractor, source: str) -> None:
    rows = pyarrow.Table.from_batches([batch(3), batch(2, 3)])
    given = {
        "table": rows,
        "batches": iter(rows.to_batches()),
        "reader": rows.to_reader(),
        "polars": polars.DataFrame(rows),
        "duckdb": duckdb.sql("SELECT * FROM rows"),
    }[source]
    answer = quoth.extract_arrow(given, extractor=extractor, threads=2).read_all()
    assert answer.column("key").to_pylist() == ["0", "1", "2", "3", "4"]
    answer.validate(full=True)


def test_a_reader_of_the_answer_may_be_another_program(extractor: quoth.Extractor) -> None:
    answer = quoth.extract_arrow([batch(3)], extractor=extractor)  # noqa: F841 (DuckDB finds it by name)
    counts = duckdb.sql("SELECT speaker, count(*) FROM answer GROUP BY speaker")
    assert counts is not None and counts.fetchall() == [("Ana Ruiz", 3)]


def test_no_batches_give_no_rows() -> None:
    assert quoth.extract_arrow([]).schema == pyarrow.schema(quoth.to_arrow([]))


def test_it_reads_no_further_than_it_is_asked_to(tiny: quoth.Extractor) -> None:
    read = 0

    def endless() -> Iterator[pyarrow.RecordBatch]:
        nonlocal read
        for start in itertools.count(0, 10):
            read += 10
            yield batch(10, start)

    reader = quoth.extract_arrow(endless(), extractor=tiny, threads=1, batch_rows=5)
    assert read == 0
    assert reader.read_next_batch().num_rows >= 5
    assert 0 < read <= 500


def test_memory_does_not_grow_with_the_stream(tiny: quoth.Extractor) -> None:
    def peak_after(batches: int) -> int:
        source = (batch(20, 20 * k) for k in range(batches))
        for answer in quoth.extract_arrow(source, extractor=tiny, threads=1, batch_rows=50):
            assert answer.num_rows > 0
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    few = peak_after(4)
    assert peak_after(40) - few < 20_000  # kB


def test_a_document_that_cannot_be_read_raises_with_its_row(tiny: quoth.Extractor) -> None:
    broken = pyarrow.record_batch({"text": [SAID, None, SAID]})
    with pytest.raises(quoth.InvalidInput) as raised:
        quoth.extract_arrow([batch(2), broken], extractor=tiny).read_all()
    assert raised.value.index == 3


def test_or_is_told_and_left_out(extractor: quoth.Extractor) -> None:
    broken = pyarrow.record_batch({"text": [SAID, None, SAID]})
    errors: list[quoth.QuothError] = []
    answer = quoth.extract_arrow([broken], extractor=extractor, on_error=errors.append).read_all()
    assert answer.column("key").to_pylist() == ["0", "2"]
    assert [error.index for error in errors] == [1]


def test_a_column_that_is_not_there_is_told(tiny: quoth.Extractor) -> None:
    with pytest.raises(ValueError, match="no column 'body' among text"):
        quoth.extract_arrow([batch(1)], "body", extractor=tiny).read_all()

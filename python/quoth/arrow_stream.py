"""Documents in as a stream of Arrow batches, their quotations out as one. Needs the extra `arrow`."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Literal

from quoth.extras import required
from quoth.tables import Table, batches_of

if TYPE_CHECKING:
    import pyarrow

    from quoth import Extractor, QuothError

    OnError = Literal["raise"] | Callable[[QuothError], object]

ROWS_AT_ONCE = 64  # rows of the input that are Python objects at the same time


def input_batches(source: Any, arrow: Any) -> Iterator[pyarrow.RecordBatch]:
    """The batches of what exports an Arrow stream, or of an iterable of them."""
    if hasattr(source, "__arrow_c_stream__"):
        yield from arrow.RecordBatchReader.from_stream(source)
    else:
        yield from source


def as_text(value: object) -> str | None:
    """What a column other than the text's gives the engine: dates in ISO 8601, numbers as they are written."""
    if value is None or isinstance(value, str):
        return value
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def documents(batches: Iterable[pyarrow.RecordBatch], columns: dict[str, str]) -> Iterator[dict[str, Any]]:
    """A document a row, as extract_many takes them. `columns`: the column of each field.

    Raises ValueError where one is missing.
    """
    number = 0
    for batch in batches:
        missing = [name for name in columns.values() if name not in batch.schema.names]
        if missing:
            raise ValueError(f"no column {missing[0]!r} among {', '.join(batch.schema.names)}")
        for start in range(0, batch.num_rows, ROWS_AT_ONCE):
            part = batch.slice(start, ROWS_AT_ONCE)
            values = {field: part.column(name).to_pylist() for field, name in columns.items()}
            for row in range(part.num_rows):
                document: dict[str, Any] = {
                    field: as_text(column[row]) for field, column in values.items() if field != "text"
                }
                document.setdefault("id", str(number))
                document["text"] = values["text"][row]  # the engine tells what is no text
                yield document
                number += 1


def extract_arrow(
    batches: Any,
    text_column: str = "text",
    *,
    id_column: str | None = None,
    title_column: str | None = None,
    published_column: str | None = None,
    url_column: str | None = None,
    extractor: Extractor | None = None,
    threads: int | None = None,
    batch_rows: int = 1024,
    on_error: OnError = "raise",
) -> pyarrow.RecordBatchReader:
    """Reads documents from a stream of Arrow batches and gives the quotations as another, in the same order.

    `batches`: whatever has `__arrow_c_stream__` (a pyarrow Table or RecordBatchReader, a polars DataFrame, a DuckDB
    result), or an iterable of pyarrow batches. The column `key` of the answer (schema quoth.table/1) holds the value of
    `id_column`, or without one the row's number, from 0. `extractor` is quoth.load("base") unless given.

    Lazy: a batch of at least `batch_rows` quotations is made when it is asked for, so memory does not grow with the
    stream. `on_error`: "raise", or what to call with the error of each document that cannot be read (its `index` is the
    row's number); the document is then left out.
    """
    arrow = required("pyarrow", "arrow", "extract_arrow")
    wanted = {
        "text": text_column,
        "id": id_column,
        "title": title_column,
        "published": published_column,
        "url": url_column,
    }
    columns = {field: name for field, name in wanted.items() if name is not None}

    def answers() -> Iterator[pyarrow.RecordBatch]:
        import quoth

        chosen = extractor or quoth.load("base")
        rows = documents(input_batches(batches, arrow), columns)
        results = chosen.extract_many(rows, threads=threads, on_error="raise" if on_error == "raise" else "yield")
        for batch in batches_of(records_of(results, on_error), batch_rows):
            yield arrow.record_batch(batch)

    return arrow.RecordBatchReader.from_batches(arrow.schema(Table(())), answers())


def records_of(results: Iterable[Any], on_error: OnError) -> Iterator[Any]:
    """The records among results; the errors go to `on_error`."""
    for result in results:
        if isinstance(result, Exception):
            if on_error == "raise":
                raise result
            on_error(result)  # type: ignore[arg-type]
        else:
            yield result

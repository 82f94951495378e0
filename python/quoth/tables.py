"""Records as tables: a row a quotation, in Arrow's memory layout (the schema quoth.table/1, docs/formats/table.md).

The rows are made by the engine's module and handed over through the Arrow C data interface: whatever takes
`__arrow_c_stream__` (pyarrow, polars, pandas, DuckDB) reads them without a copy of their buffers.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Protocol

from quoth import _engine
from quoth.extras import required

if TYPE_CHECKING:
    import pandas
    import polars

TABLE_FORMAT = "quoth.table/1"
BATCH_ROWS = 65_536  # so many quotations to a batch; a record is never split


class HasJson(Protocol):
    """A quoth.Record, or what writes itself as one."""

    def to_json(self) -> str | bytes: ...


RecordLike = HasJson | Mapping[str, Any] | str | bytes


def json_of(record: RecordLike) -> bytes:
    """The record's JSON in UTF-8. A str or bytes is a line of JSON Lines, a mapping what json.loads makes of one."""
    if isinstance(record, bytes):
        return record
    if isinstance(record, Mapping):
        record = json.dumps(record, ensure_ascii=False)
    elif not isinstance(record, str):
        line = record.to_json()
        return line if isinstance(line, bytes) else line.encode()
    return record.encode()


def batches_of(records: Iterable[RecordLike], rows: int = BATCH_ROWS) -> Iterator[_engine.TableBatch]:
    """Batches of at least `rows` quotations, but for the last. Lazy. Raises ValueError that names the record."""
    builder = _engine.TableBuilder()
    for number, record in enumerate(records):
        try:
            builder.add(json_of(record))
        except ValueError as error:
            raise ValueError(f"record {number}: {error}") from None
        if len(builder) >= rows or builder.is_full:
            yield builder.take()
    if len(builder) > 0:
        yield builder.take()


class Table:
    """Quotations as a table, a row each, in batches. Immutable. Read it with pyarrow.table(t), polars.DataFrame(t) …"""

    __slots__ = ("_batches",)

    def __init__(self, batches: Iterable[_engine.TableBatch]) -> None:
        self._batches = tuple(batches)

    @property
    def num_rows(self) -> int:
        return sum(len(batch) for batch in self._batches)

    def __len__(self) -> int:
        return self.num_rows

    def __arrow_c_schema__(self) -> object:
        return _engine.table_schema()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """A capsule with all batches. A requested schema is not heeded, as the interface permits."""
        return _engine.table_stream(self._batches)

    def __repr__(self) -> str:
        return f"<quoth.Table of {self.num_rows} quotations, {TABLE_FORMAT}>"


def to_arrow(records: Iterable[RecordLike] | Table) -> Table:
    """The quotations of records, a row each, in the records' order.

    `records`: Record objects, or records as JSON Lines or dictionaries (quoth.record/1 with offsets in code points).
    No record, or none with a quotation, gives a table without rows. Raises ValueError for what is no record.
    """
    return records if isinstance(records, Table) else Table(batches_of(records))


def to_pandas(records: Iterable[RecordLike] | Table) -> pandas.DataFrame:
    """The same as a pandas.DataFrame; names become categories. Needs the extra `pandas`."""
    required("pandas", "pandas", "to_pandas")
    arrow = required("pyarrow", "pandas", "to_pandas")
    frame: pandas.DataFrame = arrow.table(to_arrow(records)).unify_dictionaries().to_pandas(date_as_object=False)
    return frame


def to_polars(records: Iterable[RecordLike] | Table) -> polars.DataFrame:
    """The same as a polars.DataFrame; names become categories. Needs the extra `polars`."""
    frame: polars.DataFrame = required("polars", "polars", "to_polars").DataFrame(to_arrow(records))
    return frame

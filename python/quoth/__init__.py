"""Quoth reads news and writes down who said what.

    extractor = quoth.load()
    for quotation in extractor.extract("“We won,” said Ana Ruiz.").quotations:
        print(quotation.speaker.name, quotation.content[0].text)

docs/python.md is the guide, docs/formats/record.md tells every field of a record.
"""

from quoth._engine import version
from quoth.arrow_stream import extract_arrow
from quoth.errors import (
    DocumentTooLarge,
    FileNotFound,
    FileUnreadable,
    InvalidInput,
    InvalidOption,
    InvalidText,
    KernelUnavailable,
    KnowledgeBaseCorrupt,
    KnowledgeBaseTooNew,
    ModelCorrupt,
    ModelTooNew,
    QuothError,
)
from quoth.extractor import Extractor, load
from quoth.extras import MissingExtra
from quoth.quotation import Addressee, Candidate, Entity, Quotation, Span, Speaker, Subject, Time
from quoth.record import Record
from quoth.tables import Table, to_arrow, to_pandas, to_polars

__version__ = version()

__all__ = [
    "Addressee",
    "Candidate",
    "DocumentTooLarge",
    "Entity",
    "Extractor",
    "FileNotFound",
    "FileUnreadable",
    "InvalidInput",
    "InvalidOption",
    "InvalidText",
    "KernelUnavailable",
    "KnowledgeBaseCorrupt",
    "KnowledgeBaseTooNew",
    "MissingExtra",
    "ModelCorrupt",
    "ModelTooNew",
    "Quotation",
    "QuothError",
    "Record",
    "Span",
    "Speaker",
    "Subject",
    "Table",
    "Time",
    "__version__",
    "extract_arrow",
    "load",
    "to_arrow",
    "to_pandas",
    "to_polars",
]

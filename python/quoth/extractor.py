"""Loading a model, and reading texts with it."""

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, overload

from quoth import _engine
from quoth.batch import records_of
from quoth.document import Document
from quoth.errors import InvalidOption, QuothError
from quoth.record import Record


class Extractor:
    """Finds the quotations of texts. Made by load(), which is slow; keep one a process.

    Immutable; any number of threads may use it at once, and the GIL is released while it works. Pickling keeps what
    load() was given and loads again.
    """

    def __init__(self, model: str, options: dict[str, Any]) -> None:
        """Use load()."""
        self._arguments = (model, options)
        self._engine = _engine.Engine.load(model, **options)

    def extract(
        self,
        text: str,
        title: str | None = None,
        published: str | None = None,
        url: str | None = None,
        *,
        id: str | None = None,
        author: str | None = None,
        publisher: str | None = None,
        modified: str | None = None,
        path: str | None = None,
        record: int = 1,
    ) -> Record:
        """The record of one text.

        The title helps to complete names, `published` (ISO 8601) to date what the text says of time ("on Tuesday"); the
        other facts are copied into the record. A text in another language than English is not read, and its record says
        so in `notes`, unless the extractor was loaded with any_language. The answer depends on model, options and input
        alone.

        Raises InvalidText, DocumentTooLarge or InvalidInput. Ctrl-C stops it within a second.
        """
        document = Document.of(
            {
                "text": text,
                "title": title,
                "published": published,
                "url": url,
                "id": id,
                "author": author,
                "publisher": publisher,
                "modified": modified,
                "path": path,
                "record": record,
            }
        )
        return Record(self._engine.extract(document.bytes, document.facts), document.text)

    @overload
    def extract_many(
        self,
        inputs: Iterable[str | Mapping[str, Any]],
        threads: int | None = None,
        progress: bool = False,
        on_error: Literal["raise"] = "raise",
    ) -> Iterator[Record]: ...

    @overload
    def extract_many(
        self,
        inputs: Iterable[str | Mapping[str, Any]],
        threads: int | None = None,
        progress: bool = False,
        *,
        on_error: Literal["yield"],
    ) -> Iterator[Record | QuothError]: ...

    def extract_many(
        self,
        inputs: Iterable[str | Mapping[str, Any]],
        threads: int | None = None,
        progress: bool = False,
        on_error: Literal["raise", "yield"] = "raise",
    ) -> Iterator[Record | QuothError]:
        """The records of many texts, in their order, made by `threads` threads (None: one a processor).

        An input is a `str`, or a mapping with "text" and what else extract() takes by name; other keys are ignored.
        Both `inputs` and the answer are lazy: at most four inputs a thread are read ahead. What `inputs` raises is
        raised after the records of all before. An input that cannot be read raises its error, with its index, in its
        turn; with on_error="yield" the error is handed out in its place, and the rest is read.

        `progress` draws a bar on standard error. Closing the iterator, or Ctrl-C, ends the threads within a second.
        """
        if threads is not None and threads < 1:
            raise InvalidOption("invalid_option", f"threads: {threads} is below 1; None takes one a processor")
        if on_error not in ("raise", "yield"):
            raise InvalidOption("invalid_option", f"on_error: {on_error!r} is neither 'raise' nor 'yield'")
        return records_of(self._engine, inputs, threads or len(os.sched_getaffinity(0)), progress, on_error == "yield")

    @property
    def model_name(self) -> str:
        """File name of the weights."""
        return self._engine.model_name

    @property
    def model_sha256(self) -> str:
        """SHA-256 of the weights, in hexadecimal."""
        return self._engine.model_sha256

    @property
    def kernel_name(self) -> str:
        """Which matrix kernels compute: "amx", "vnni", "avx2", "portable" (all give the same records) or "f32"."""
        return self._engine.kernel_name

    def __reduce__(self) -> tuple[type["Extractor"], tuple[str, dict[str, Any]]]:
        return type(self), self._arguments

    def __repr__(self) -> str:
        return f"<Extractor {self.model_name}, {self.kernel_name} kernels>"


def load(
    model: str | os.PathLike[str] = "base",
    *,
    min_confidence: float | None = None,
    min_speaker_confidence: float | None = None,
    annotation: Literal["wikinews", "polnear"] = "wikinews",
    kernel: Literal["auto", "amx", "vnni", "avx2", "portable", "f32"] = "auto",
    knowledge_base: str | os.PathLike[str] | None = None,
    any_language: bool = False,
) -> Extractor:
    """Loads a model: the path of its file, or "base" or "fast", which are sought in QUOTH_MODEL_PATH (folders parted by
    ':') and in the package.

    min_confidence          quotations less certain than this, 0 to 1, are left out; None: the model's own best value
    min_speaker_confidence  speakers less certain than this, 0 to 1, are not named; None: the model's own best value
    annotation              whose habits of annotation to follow; "polnear" leaves nested quotations out
    kernel                  which matrix kernels compute; "auto": the fastest that this processor has
    knowledge_base          a file made by `quoth kb build`, to link persons and organisations to
    any_language            reads texts in other languages than English too, as if they were English

    Raises FileNotFound, FileUnreadable, ModelCorrupt, ModelTooNew, KnowledgeBaseCorrupt, KnowledgeBaseTooNew,
    InvalidOption or KernelUnavailable.
    """
    return Extractor(
        os.fspath(model),
        {
            "min_confidence": _share("min_confidence", min_confidence),
            "min_speaker_confidence": _share("min_speaker_confidence", min_speaker_confidence),
            "annotation": annotation,
            "kernel": kernel,
            "knowledge_base": "" if knowledge_base is None else os.fspath(knowledge_base),
            "any_language": any_language,
        },
    )


def _share(name: str, value: float | None) -> float:
    """What the engine takes: it knows the model's own value as a negative number."""
    if value is None:
        return -1.0
    if not 0 <= value <= 1:
        raise InvalidOption("invalid_option", f"{name}: {value} is outside 0 to 1; None takes the model's own value")
    return float(value)

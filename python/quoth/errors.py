"""What can go wrong: one class for each code of the engine, all of them QuothError."""

import errno


class QuothError(Exception):
    """An error of the engine.

    `code` is stable and for programs, `message` for people: it names the input and the remedy. `position` counts code
    points of the `str` at fault, where there is one; `index` counts the inputs of extract_many() from 0.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message
        self.position: int | None = None
        self.index: int | None = None

    def __str__(self) -> str:
        place = "" if self.index is None else f"input {self.index}: "
        return f"{place}{self.message} [{self.code}]"


class InvalidText(QuothError, ValueError):
    """A `str` holds half of a surrogate pair, which is no character and cannot be written as UTF-8."""


class InvalidInput(QuothError, TypeError):
    """An input is neither a `str` nor a mapping with a `str` as its "text". The only code that is not the engine's."""


class DocumentTooLarge(QuothError, ValueError):
    """A text has more than 16 MiB (16,777,216 bytes) as UTF-8."""


class InvalidOption(QuothError, ValueError):
    """An option is outside its range."""


class KernelUnavailable(QuothError, ValueError):
    """There is no kernel of this name, or the processor has not what it needs."""


class FileNotFound(QuothError, FileNotFoundError):
    """There are no weights, or no knowledge base, of this name or at this path."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.errno = errno.ENOENT


class FileUnreadable(QuothError, OSError):
    """A file is there but cannot be read."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.errno = errno.EIO


class ModelCorrupt(QuothError):
    """A file of weights is damaged, or none."""


class ModelTooNew(QuothError):
    """A file of weights has a format that this version does not know."""


class KnowledgeBaseCorrupt(QuothError):
    """A knowledge base is damaged, or none."""


class KnowledgeBaseTooNew(QuothError):
    """A knowledge base has a format that this version does not know."""


_CLASSES: dict[str, type[QuothError]] = {
    "invalid_utf8": InvalidText,
    "invalid_input": InvalidInput,
    "document_too_large": DocumentTooLarge,
    "invalid_option": InvalidOption,
    "kernel_unavailable": KernelUnavailable,
    "file_not_found": FileNotFound,
    "file_unreadable": FileUnreadable,
    "model_corrupt": ModelCorrupt,
    "model_too_new": ModelTooNew,
    "kb_corrupt": KnowledgeBaseCorrupt,
    "kb_too_new": KnowledgeBaseTooNew,
}


def exception_of(code: str, message: str) -> QuothError:
    """The exception of a code; a QuothError where it has no class of its own."""
    return _CLASSES.get(code, QuothError)(code, message)

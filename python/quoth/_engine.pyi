"""The engine under quoth; import quoth instead."""

def version() -> str:
    """Of the engine, and so of the package."""

class Facts:
    """What is known of a document besides its text."""

    def __init__(
        self,
        key: str,
        path: str,
        record: int,
        title: str | None,
        published: str | None,
        url: str | None,
        author: str | None,
        publisher: str | None,
        modified: str | None,
    ) -> None: ...

class Engine:
    """A loaded model. Immutable; any number of threads."""

    @staticmethod
    def load(
        model: str,
        min_confidence: float,
        min_speaker_confidence: float,
        annotation: str,
        kernel: str,
        knowledge_base: str,
        any_language: bool,
    ) -> Engine:
        """Raises the exception of each code that Extractor::load lists."""

    def extract(self, text: bytes, facts: Facts) -> bytes:
        """
        The record as JSON in UTF-8. Releases the GIL; signals are handled within 50 ms.
        """

    @property
    def model_name(self) -> str: ...
    @property
    def model_sha256(self) -> str: ...
    @property
    def kernel_name(self) -> str: ...

class Workers:
    """Threads that make records, in order. For one thread at a time."""

    def __init__(self, engine: Engine, threads: int) -> None: ...
    def put(self, text: bytes, facts: Facts) -> None:
        """Adds a document. Never waits."""

    def take(self) -> bytes:
        """
        The oldest document's record as JSON in UTF-8. Waits without the GIL; signals are handled within 50 ms.
        """

    def take_if_done(self) -> bytes | None:
        """The same, or None where it is not made yet."""

    def stop(self) -> None:
        """Ends the threads, within what a window of a text takes."""

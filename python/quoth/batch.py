"""Many documents at once: read ahead, made by threads of the engine, handed out in order."""

from collections import deque
from collections.abc import Iterable, Iterator, Sized
from typing import Any

from quoth import _engine
from quoth.document import Document
from quoth.errors import QuothError
from quoth.progress import Progress
from quoth.record import Record

_AHEAD = 4  # Inputs a thread that are read before their turn: enough to keep every thread busy beside a long one.


class Batch:
    """What was read of the inputs and not handed out yet: each one's text, while its record is made, or its error."""

    def __init__(self, engine: _engine.Engine, inputs: Iterable[Any], threads: int) -> None:
        self._workers = _engine.Workers(engine, threads)
        self._inputs = enumerate(inputs)
        self._waiting: deque[str | QuothError] = deque()
        self._room = _AHEAD * threads
        self._ended = False
        self._failure: BaseException | None = None

    def next(self) -> Record | QuothError | None:
        """The next record or error, None at the end. Raises what the inputs raised once all before are handed out."""
        done = None
        self._read()
        while not self._ended and len(self._waiting) < self._room:
            done = self._take_if_done()
            if done is not None:
                return done
            self._read()
        if self._waiting:
            return self._take()
        if self._failure is not None:
            raise self._failure
        return None

    def close(self) -> None:
        """Ends the threads."""
        self._workers.stop()

    def _read(self) -> None:
        if self._ended:
            return
        try:
            index, value = next(self._inputs)
        except StopIteration:
            self._ended = True
            return
        except Exception as failure:
            self._ended = True
            self._failure = failure
            return
        self._waiting.append(self._begin(index, value))

    def _begin(self, index: int, value: object) -> str | QuothError:
        try:
            document = Document.of(value)
            self._workers.put(document.bytes, document.facts)
        except QuothError as error:
            error.index = index
            return error
        return document.text

    def _take(self) -> Record | QuothError:
        first = self._waiting[0]
        done = first if isinstance(first, QuothError) else Record(self._workers.take(), first)
        self._waiting.popleft()
        return done

    def _take_if_done(self) -> Record | QuothError | None:
        if not self._waiting:
            return None
        first = self._waiting[0]
        if not isinstance(first, QuothError):
            line = self._workers.take_if_done()
            if line is None:
                return None
            self._waiting.popleft()
            return Record(line, first)
        self._waiting.popleft()
        return first


def records_of(
    engine: _engine.Engine, inputs: Iterable[Any], threads: int, with_progress: bool, with_errors: bool
) -> Iterator[Record | QuothError]:
    """Extractor.extract_many(), its arguments checked."""
    progress = Progress(len(inputs) if isinstance(inputs, Sized) else None) if with_progress else None
    batch = Batch(engine, inputs, threads)
    try:
        while (done := batch.next()) is not None:
            if isinstance(done, QuothError) and not with_errors:
                raise done
            if progress is not None:
                progress.step()
            yield done
    finally:
        batch.close()
        if progress is not None:
            progress.close()

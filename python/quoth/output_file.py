"""A file that is either whole or not there."""

from __future__ import annotations

import os
from pathlib import Path
from types import TracebackType
from typing import BinaryIO


class OutputFile:
    """Bytes go to a file beside `path`, which takes its place at the block's end if keep() was called."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._part = path.with_name(f"{path.name}.{os.getpid()}.part")
        self._kept = False

    def __enter__(self) -> OutputFile:
        self.bytes: BinaryIO = self._part.open("xb")
        return self

    def keep(self) -> None:
        self._kept = True

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if self._kept and kind is None:
                self.bytes.flush()
                os.fsync(self.bytes.fileno())
                self.bytes.close()
                self._part.replace(self.path)
        finally:
            self.bytes.close()
            self._part.unlink(missing_ok=True)

"""A bar on standard error."""

import sys
import time
from typing import TextIO

_WIDTH = 24
_INTERVAL = 0.2  # Seconds between two pictures.


class Progress:
    """Counts documents and draws how many are done, how many a second, and how long the rest will take."""

    def __init__(self, total: int | None = None, stream: TextIO | None = None) -> None:
        """`total`: how many documents come, None where that is not known."""
        self._total = total
        self._stream = sys.stderr if stream is None else stream
        self._done = 0
        self._began = time.monotonic()
        self._drawn = self._began
        self._width = 0

    def step(self) -> None:
        """One more document is done."""
        self._done += 1
        now = time.monotonic()
        if now - self._drawn >= _INTERVAL:
            self._drawn = now
            self._draw(now)

    def close(self) -> None:
        """Draws the last picture and ends its line."""
        self._draw(time.monotonic())
        self._stream.write("\n")
        self._stream.flush()

    def _draw(self, now: float) -> None:
        line = self.line(now - self._began)
        self._stream.write(f"\r{line:{self._width}}")  # Blanks wipe out what is left of a longer one.
        self._width = len(line)
        self._stream.flush()

    def line(self, seconds: float) -> str:
        """What is drawn so many seconds after the start."""
        rate = self._done / max(seconds, 1e-9)
        if self._total is None:
            return f"{self._done:,} documents, {rate:,.1f}/s"
        filled = _WIDTH * self._done // max(1, self._total)
        bar = f"[{'#' * filled}{'.' * (_WIDTH - filled)}]"
        left = _clock((self._total - self._done) / rate) if self._done else "?"
        return f"{bar} {self._done:,} of {self._total:,} documents, {rate:,.1f}/s, {left} left"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"

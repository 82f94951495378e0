"""Runs a program to its end and says what it took."""

import dataclasses
import os
import subprocess
import tempfile
import time

BUSY = 1.05  # Wall time above this much of processor time: somebody else is on the core.


@dataclasses.dataclass
class Run:
    code: int
    wall: float  # Seconds.
    processor: float  # Seconds, user and system.
    peak: int  # Bytes resident at most; never less than what this program itself had when it started the other.
    output: str
    messages: str

    @property
    def is_alone(self):
        return self.wall <= BUSY * self.processor + 0.05

    def last_message(self):
        return (self.messages.strip().splitlines() or [f"exit code {self.code}"])[-1]


def run(command, given=None, kept=None):
    """`given`: a file for its standard input. `kept`: a file for its standard output, which is not read then."""
    with open(given or os.devnull, "rb") as input, open(kept, "wb") if kept else tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as messages:
        begun = time.perf_counter()
        process = subprocess.Popen(list(map(str, command)), stdin=input, stdout=output, stderr=messages)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        printed = "" if kept else text_of(output)
        return Run(process.returncode, wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, printed, text_of(messages))


def text_of(file):
    file.seek(0)
    return file.read().decode(errors="replace")

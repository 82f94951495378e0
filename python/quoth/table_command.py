"""`python -m quoth extract INPUT… --to parquet|csv|jsonl -o OUT`: the program extracts, this writes a file of it."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, BinaryIO

from quoth.extras import required
from quoth.output_file import OutputFile
from quoth.program import program_path
from quoth.tables import Table, batches_of

FORMATS = ("parquet", "csv", "jsonl")
EXIT_ERROR = 2  # as the program's
RESERVED = ("--format", "--offsets")  # --to tells the first; tables count code points


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(
        prog="python -m quoth extract",
        usage="python -m quoth extract INPUT… --to FORMAT -o OUT [the program's options]",
        description="Extract the quotations of documents into a file. All else is as with `quoth extract`.",
        allow_abbrev=False,
    )
    made.add_argument("--to", choices=FORMATS, help="what to write; without it the ending of OUT tells")
    made.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar="OUT",
        help="the file to write; it is there when all is done, or not at all",
    )
    return made


def refused(arguments: argparse.Namespace, rest: list[str]) -> str | None:
    """Why this cannot be run, or None. Finds the format where --to is left out."""
    arguments.to = arguments.to or arguments.output.suffix.removeprefix(".")
    if arguments.to not in FORMATS:
        return f"{arguments.output}: its ending is none of {', '.join(FORMATS)}; tell the format with --to"
    for argument in rest:
        if argument.partition("=")[0] in RESERVED:
            return f"{argument.partition('=')[0]} cannot be used with -o; --to tells the format"
    if arguments.output.is_dir():
        return f"{arguments.output}: is a folder"
    if not arguments.output.absolute().parent.is_dir():
        return f"{arguments.output}: its folder does not exist"
    return None


@contextmanager
def running(command: list[str], output: int | BinaryIO) -> Iterator[subprocess.Popen[bytes]]:
    """The program at work, ended when the block is left. Its progress and complaints go to our standard error."""
    with subprocess.Popen(command, stdout=output) as child:
        try:
            yield child
        finally:
            if child.poll() is None:
                child.terminate()


def is_worth_keeping(code: int, has_answer: bool) -> bool:
    """Whether the program came to its end, and with something to show if not with all."""
    return code == 0 or (code == EXIT_ERROR and has_answer)


def copied(command: list[str], out: OutputFile) -> int:
    """The program writes into the file itself. Returns its exit code."""
    with running(command, out.bytes) as child:
        code = child.wait()
    if is_worth_keeping(code, out.bytes.seek(0, 2) > 0):
        out.keep()
    return code


def written_as_parquet(command: list[str], out: OutputFile) -> int:
    """Records become row groups as they come. Returns the program's exit code."""
    arrow = required("pyarrow", "arrow", "writing Parquet")
    parquet = required("pyarrow.parquet", "arrow", "writing Parquet")
    read = 0

    def lines(stream: IO[bytes]) -> Iterator[bytes]:
        nonlocal read
        for line in stream:
            read += 1
            yield line

    with running(command, subprocess.PIPE) as child:
        assert child.stdout is not None
        with parquet.ParquetWriter(out.bytes, arrow.schema(Table(())), compression="zstd") as writer:
            for batch in batches_of(lines(child.stdout)):
                writer.write_batch(arrow.record_batch(batch))
        code = child.wait()
    if is_worth_keeping(code, read > 0):
        out.keep()
    return code


def main(argv: list[str]) -> int:
    """`argv`: what follows `extract`. Returns the program's exit code: 0 done, 2 something could not be read."""
    arguments, rest = parser().parse_known_args(argv)
    fault = refused(arguments, rest)
    if fault is not None:
        print(f"quoth: {fault}", file=sys.stderr)
        return EXIT_ERROR
    try:
        form = "csv" if arguments.to == "csv" else "jsonl"
        command = [str(program_path()), "extract", "--format", form, *rest]
        with OutputFile(arguments.output) as out:
            code = written_as_parquet(command, out) if arguments.to == "parquet" else copied(command, out)
    except KeyboardInterrupt:
        return 130
    except (OSError, ImportError) as error:
        print(f"quoth: {error}", file=sys.stderr)
        return EXIT_ERROR
    return code if code >= 0 else 128 - code

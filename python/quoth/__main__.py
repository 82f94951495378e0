"""`python -m quoth …`: the program, and with `extract … -o OUT` also Parquet."""

from __future__ import annotations

import os
import sys

from quoth.program import program_path
from quoth.table_command import main as write_table


def is_for_a_file(arguments: list[str]) -> bool:
    """Whether these are not for the program alone: only this front end has -o and --to."""
    return arguments[:1] == ["extract"] and any(
        argument.startswith("-o") or argument.partition("=")[0] in ("--output", "--to") for argument in arguments[1:]
    )


def main() -> int:
    arguments = sys.argv[1:]
    if is_for_a_file(arguments):
        return write_table(arguments[1:])
    try:
        program = program_path()
    except FileNotFoundError as error:
        print(f"quoth: {error}", file=sys.stderr)
        return 2
    os.execv(program, ["quoth", *arguments])


if __name__ == "__main__":
    sys.exit(main())

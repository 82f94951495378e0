"""Runs quoth extract, and knows where the binary and the data are."""

import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = pathlib.Path(os.environ.get("QUOTH_SHARED", ROOT.parent / "shared"))
OUTPUT = ROOT / "eval" / "out"
BINARY = ROOT / "build" / "release" / "quoth"
KERNEL_HELP = "amx, vnni, avx2, portable, f32 (default: the fastest that the machine has)"
# Gold calls the day of publication "date".
PUBLISHED = ("--field", "published=date")


def model_name(model):
    """A model as part of a file name: "base", or the file's name without suffix."""
    return pathlib.Path(model).name.removesuffix(".qmodel")


def refuse(message):
    """Ends the program as quoth itself does on an error."""
    print(message, file=sys.stderr)
    sys.exit(2)


def extract(inputs, output, binary=BINARY, model="base", kernel=None, options=()):
    """Writes the records of `inputs` to the file `output`."""
    if not pathlib.Path(binary).exists():
        refuse(f"{binary}: no such program; build it with tools/build release, or name it with --binary")
    command = [binary, "extract", "--format", "jsonl", "--model", model, *options]
    command += ["--kernel", kernel] if kernel else []
    output.parent.mkdir(parents=True, exist_ok=True)
    with open(output, "wb") as records:
        ended = subprocess.run([*map(str, command), *map(str, inputs)], stdout=records)
    if ended.returncode:
        refuse(f"quoth extract ended with {ended.returncode}; what it wrote is in {output}")


def add_engine_arguments(parser):
    parser.add_argument("--model", default="base", help="base, fast, research, fast-research or the path of a .qmodel (default: base)")
    parser.add_argument("--kernel", help=KERNEL_HELP)
    parser.add_argument("--binary", default=BINARY, type=pathlib.Path, help="default: build/release/quoth")

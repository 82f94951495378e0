"""Runs the program under test. QUOTH is its path; QUOTH_MODEL, the weights (default: tests/fixtures/tiny.qmodel)."""

import json
import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
QUOTH = os.environ.get("QUOTH", str(ROOT / "build/release/quoth"))
MODEL = os.environ.get("QUOTH_MODEL", str(ROOT / "tests/fixtures/tiny.qmodel"))


def run(*arguments, stdin=b"", model=MODEL, **options):
    command = [QUOTH, *arguments] + (["--model", model] if model and arguments[0] in ("extract", "explain") else [])
    return subprocess.run(command, input=stdin, capture_output=True, timeout=300, check=False, **options)


def records(result):
    return [json.loads(line) for line in result.stdout.decode("utf-8").splitlines()]

"""`python -m quoth`: the program's answers as files."""

import csv
import json
import pathlib
import subprocess
import sys

import pyarrow.parquet
import pytest

import quoth
from quoth.program import program_path

SAID = "“We won,” said Ana Ruiz, the mayor. “It was close,” she added."


def run(*arguments: object, folder: pathlib.Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "error", "-m", "quoth", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder)


@pytest.fixture
def folder(tmp_path: pathlib.Path) -> pathlib.Path:
    (tmp_path / "one.txt").write_text(SAID, encoding="utf-8")
    lines = [json.dumps({"id": f"n{k}", "text": SAID, "title": "Ruiz wins"}) for k in range(3)]
    (tmp_path / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe\xfd\x00 no text")
    return tmp_path


def program(*arguments: str, folder: pathlib.Path) -> bytes:
    return subprocess.run([program_path(), *arguments], capture_output=True, cwd=folder, check=True).stdout


def test_parquet_holds_what_the_program_prints(folder: pathlib.Path) -> None:
    done = run("extract", "one.txt", "many.jsonl", "--to", "parquet", "-o", "out.parquet", folder=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    lines = program("extract", "one.txt", "many.jsonl", "--format", "jsonl", folder=folder).splitlines()
    found = pyarrow.parquet.read_table(folder / "out.parquet")
    assert found.to_pylist() == pyarrow.table(quoth.to_arrow(lines)).to_pylist()
    assert found.schema == pyarrow.schema(quoth.to_arrow([]))
    assert set(found.column("key").to_pylist()) == {"one.txt", "n0", "n1", "n2"}


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_the_other_formats_are_the_programs_bytes(folder: pathlib.Path, form: str) -> None:
    done = run("extract", "many.jsonl", f"-oout.{form}", "--kind", "direct", folder=folder)
    assert (done.returncode, done.stderr) == (0, "")
    written = (folder / f"out.{form}").read_bytes()
    assert written == program("extract", "many.jsonl", "--kind", "direct", "--format", form, folder=folder)
    assert form != "csv" or len(list(csv.DictReader(written.decode().splitlines()))) == 6


def test_what_cannot_be_read_is_told_and_the_rest_is_written(folder: pathlib.Path) -> None:
    done = run("extract", "missing.txt", "one.txt", "-o", "out.parquet", folder=folder)
    assert done.returncode == 2
    assert "missing.txt" in done.stderr and "[file_not_found]" in done.stderr
    assert set(pyarrow.parquet.read_table(folder / "out.parquet").column("key").to_pylist()) == {"one.txt"}


@pytest.mark.parametrize("form", ["parquet", "jsonl"])
def test_when_nothing_could_be_read_an_earlier_file_stays(folder: pathlib.Path, form: str) -> None:
    out = folder / f"out.{form}"
    out.write_text("earlier", encoding="utf-8")
    assert run("extract", "missing.txt", "-o", out, folder=folder).returncode == 2
    assert out.read_text(encoding="utf-8") == "earlier"
    assert not list(folder.glob("*.part"))


def test_inputs_without_quotations_make_a_file_without_rows(folder: pathlib.Path) -> None:
    (folder / "silent.txt").write_text("Nobody spoke.", encoding="utf-8")
    assert run("extract", "silent.txt", "-o", "out.parquet", folder=folder).returncode == 0
    assert pyarrow.parquet.read_table(folder / "out.parquet").num_rows == 0


def test_a_program_that_is_killed_leaves_no_file(folder: pathlib.Path) -> None:
    killed = folder / "quoth"
    killed.write_text(f'#!/bin/sh\n{program_path()} "$@" | head -n 1\nkill -9 $$\n', encoding="utf-8")
    killed.chmod(0o755)
    script = (
        "import pathlib, sys, quoth.table_command as command\n"
        f"command.program_path = lambda: pathlib.Path({str(killed)!r})\n"
        "sys.exit(command.main(['many.jsonl', '-o', 'out.parquet']))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=folder)
    assert done.returncode == 137
    assert not (folder / "out.parquet").exists() and not list(folder.glob("*.part"))


@pytest.mark.parametrize(
    ("arguments", "remedy"),
    [
        (["-o", "out.txt"], "--to"),
        (["-o", "out.parquet", "--format", "jsonl"], "--to tells the format"),
        (["-o", "out.parquet", "--offsets=byte"], "--to tells the format"),
        (["-o", "nowhere/out.parquet"], "folder does not exist"),
        (["--to", "csv", "-o", "."], "is a folder"),
        (["--to", "csv"], "-o/--output"),
    ],
)
def test_what_cannot_be_meant_is_refused(folder: pathlib.Path, arguments: list[str], remedy: str) -> None:
    done = run("extract", "one.txt", *arguments, folder=folder)
    assert done.returncode == 2
    assert remedy in done.stderr


def test_without_an_output_it_is_the_program(folder: pathlib.Path) -> None:
    done = run("extract", "one.txt", "--format", "jsonl", folder=folder)
    assert done.stdout.encode() == program("extract", "one.txt", "--format", "jsonl", folder=folder)
    assert run("--version", folder=folder).stdout.encode() == program("--version", folder=folder)

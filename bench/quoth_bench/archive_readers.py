"""Who reads web archives: Quoth, FastWARC (1.x, C++ and Cython; 2.x, Rust) and warcio (Python); and how many records a second."""

import json

from quoth_bench import environments, places, process

WHATS = ("records", "http")  # The least that each can do; the head of each answer too, and its body.
PEERS = {
    **{f"FastWARC {version}": (f"fastwarc-{version}", "fastwarc_read.py") for version in environments.FASTWARC},
    "warcio 1.8.1": ("warcio", "warcio_read.py"),
}


def command(reader, build=places.BUILD):
    """Lacks the archive and what of it to read; installs the reader where it has to."""
    if reader == "quoth":
        return [build / "bench_archive_read"]
    name, program = PEERS[reader]
    return [environments.python(name), places.PROGRAMS / program]


def measured(path, commands, rounds):
    """{(reader, what): its runs}, each with `answer`, what it printed. `commands`: {reader: command}; the readers take turns."""
    runs = {(reader, what): [] for reader in commands for what in WHATS}
    for _ in range(rounds):
        for (reader, what), done in runs.items():
            run = process.run([*commands[reader], path, *([what] if what == "http" else [])])
            if run.code:
                print(f"{path.name}, {reader}, {what}: left out: {run.last_message()}", flush=True)
                continue
            run.answer = json.loads(run.output)
            done.append(run)
    return runs

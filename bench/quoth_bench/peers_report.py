"""The report of bench/peers: rows of figures, and of each run when, how and on which machine they came about. JSON on disk."""

import contextlib
import datetime
import fcntl
import json
import os
import pathlib
import subprocess

from quoth_bench import machine, places

FORMAT = "quoth.bench.peers/1"


class OtherMachine(Exception):
    """Rows of two machines have no place in one table."""


def commit():
    head = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=places.ROOT, capture_output=True, text=True).stdout.strip()
    changed = subprocess.run(["git", "status", "--porcelain", "--untracked-files=no"], cwd=places.ROOT, capture_output=True, text=True).stdout
    return head + (" with changes" if changed else "")


class Report:
    """One run's view of the file, which another run may write to at the same time: it is read again before each change."""

    def __init__(self, path, core, command, note):
        self.path = pathlib.Path(path)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.empty = {"format": FORMAT, "machine": machine.describe(), "core": core, "runs": [], "rows": []}
        now = datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds")
        begun = {"date": now, "command": command, "commit": commit(), "note": note, "load": [round(os.getloadavg()[0], 1)]}
        with self.changing() as data:
            if (data["machine"], data["core"]) != (self.empty["machine"], core):
                raise OtherMachine(f"{path}: measured on {data['machine']}, core {data['core']}; name another file with --out")
            self.number = len(data["runs"])
            data["runs"].append(begun)

    @contextlib.contextmanager
    def changing(self):
        """What is in the file; on disk with its changes when the block ends, unless it raises."""
        with open(self.path, "a+", encoding="utf-8") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            file.seek(0)
            data = json.loads(file.read() or json.dumps(self.empty))
            yield data
            file.truncate(0)
            file.write(json.dumps(data, indent=1, ensure_ascii=False) + "\n")

    def add(self, row):
        """Takes the place of an older row of the same contender on the same set."""
        row["of run"] = self.number
        with self.changing() as data:
            places = [at for at, old in enumerate(data["rows"]) if all(old[part] == row[part] for part in ("group", "set", "key"))]
            if places:
                data["rows"][places[0]] = row
            else:
                data["rows"].append(row)

    def end(self):
        """Returns the whole report."""
        with self.changing() as data:
            data["runs"][self.number]["load"].append(round(os.getloadavg()[0], 1))
        return data

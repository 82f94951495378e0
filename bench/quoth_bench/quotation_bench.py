"""Who finds quotations, how well and how fast: rows of one set of articles.

What a contender needs before its first article is left out of its speed by taking away its run on one article, words and time alike; that run
is its start. Processor time is compared: on a shared core wall time tells of the other programs.
"""

import json
import pathlib
import shutil
import statistics
import subprocess
import sys

from quoth_bench import apart, places, process, samples

F1 = {  # In the table's words: where the scorer has them for Wikinews, and for PolNeAR.
    "source": (("spans, exact", "source"),) * 2,
    "cue": (("spans, exact", "cue"),) * 2,
    "content": (("spans, exact", "content"),) * 2,
    "links": (("links",),) * 2,
    "speaker": (("speaker",), ("speaker resolved",)),
    "speaker direct": (("speaker direct",), ("speaker resolved, direct",)),
}
RECALL = "links recall by kind"


class Failed(Exception):
    """A contender ended with an error; the message is its own last one."""


def run_on(contender, sample, folder):
    """Runs it once; its output and files stay in the folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    run = process.run(contender.command(sample, folder), kept=folder / "printed")
    if run.code:
        raise Failed(run.last_message())
    return run


def summary(runs):
    """Medians of one thing done several times."""
    return {
        "processor": round(statistics.median(run.processor for run in runs), 3),
        "wall": round(statistics.median(run.wall for run in runs), 3),
        "alone": all(run.is_alone for run in runs),
        "rounds": len(runs),
    }


def speed(amount, whole, start):
    """Units a second of processor and of wall time; `amount` is without what the start did. None where there is nothing to measure."""
    seconds = {clock: whole[clock] - start[clock] for clock in ("processor", "wall")}
    return {clock: round(amount / spent, 2) if amount > 0 and spent > 0 else None for clock, spent in seconds.items()}


def figures_of(report):
    """The scorer's JSON in the table's words; what it does not score is left out."""
    found = {}
    for name, paths in F1.items():
        for path in paths:
            value = report
            for step in path:
                value = (value or {}).get(step)
            if value:
                found[name] = value
    return found | {"recall": report[RECALL]}


def scored(contender, sample, folder):
    """eval/score's figures of a run's output."""
    records = folder / "records.jsonl"
    with open(records, "w", encoding="utf-8") as out:
        for record in contender.records(sample, folder / "printed", folder):
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
    command = [sys.executable, places.ROOT / "eval" / "score", samples.gold_of(sample), records, "--json", "--no-intervals"]
    figures = figures_of(json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout))
    if not contender.gives_cues:
        figures.pop("cue", None)
    return figures


def row(contender, sample, runs, starts, one, folder):
    articles, words = sample.size()
    words_of_one = one.size()[1]
    start, whole = summary(starts), summary(runs)
    return {
        "group": "quotations", "set": sample.key, "key": contender.key, "name": contender.name, "note": contender.note,
        "versions": contender.versions(), "articles": articles, "words": words, "start": start, "run": whole,
        "words a second": speed(words - words_of_one, whole, start), "articles a second": speed(articles - 1, whole, start),
        "peak": max(run.peak for run in runs),
        "figures": scored(contender, sample, folder) if contender.finds_quotations else None,
    }


class Bench:
    """Measures contenders, on one article first; `folder` keeps what they read and print, `say` tells people how far it is."""

    def __init__(self, folder, rounds, say):
        self.folder, self.rounds, self.say = pathlib.Path(folder), rounds, say
        self.one = apart.call(samples.one_article, self.folder)
        self.starts = {}

    def rounds_of(self, contender):
        return 1 if contender.is_slow else self.rounds

    def start(self, contender):
        """Its runs on one article. The first is not counted where there are several: it may fetch the program from disk."""
        if contender.key not in self.starts:
            folder = self.folder / "out" / contender.key / "one"
            warming = 0 if contender.is_slow else 1
            counted = [run_on(contender, self.one, folder) for _ in range(warming + self.rounds_of(contender))][warming:]
            self.starts[contender.key] = counted
            self.say(f"{contender.name}: start {statistics.median(run.processor for run in counted):.2f} s")
        return self.starts[contender.key]

    def measure(self, sample, contenders):
        """Yields each contender's row as soon as it has had all its rounds. They take turns."""
        runs = {contender.key: [] for contender in contenders}
        for turn in range(self.rounds):
            for contender in [one for one in contenders if turn < self.rounds_of(one) and one.key in runs]:
                folder = self.folder / "out" / contender.key / sample.key
                try:
                    starts = self.start(contender)
                    run = run_on(contender, sample, folder)
                except Failed as failed:
                    del runs[contender.key]
                    self.say(f"{contender.name}, {sample.name}: left out: {failed}")
                    continue
                runs[contender.key].append(run)
                self.say(f"{contender.name}, {sample.name}, round {turn + 1}: {run.processor:.1f} s, {run.wall:.1f} s of wall time")
                if turn + 1 == self.rounds_of(contender):
                    yield apart.call(row, contender, sample, runs[contender.key], starts, self.one, folder)

"""Quoth, with one of its models."""

import json
import pathlib
import subprocess

from quoth_bench.contenders.contender import Contender

FOR_RESEARCH = "learnt from PolNeAR's train part, so it is no stranger to PolNeAR dev"
OPEN = "never saw PolNeAR"


def listed_models(binary):
    """[(name, path)] of the weights that `quoth models` lists."""
    shown = subprocess.run([binary, "models"], capture_output=True, text=True, check=True).stdout
    return models_in(shown)


def models_in(shown):
    """Lines are a name and the path of a .qmodel; others are of kernels."""
    rows = [line.split(None, 1) for line in shown.splitlines()]
    return [(row[0], row[1].strip()) for row in rows if len(row) == 2 and row[1].strip().endswith(".qmodel")]


class Quoth(Contender):
    def __init__(self, binary, model, path):
        self.binary, self.model, self.path = binary, model, path
        self.key, self.name = f"quoth-{model}", f"Quoth {model}"
        self.note = FOR_RESEARCH if "research" in model else OPEN

    def versions(self):
        shown = subprocess.run([self.binary, "--version"], capture_output=True, text=True, check=True).stdout
        return {"quoth": shown.split()[-1], "model": pathlib.Path(self.path).name}

    def reads(self, sample):
        """Research models are there to be compared on what they learnt the habits of."""
        return "research" not in self.model or sample.key != "wikinews"

    def command(self, sample, folder):
        options = ["--format", "jsonl", "--threads", "1", "--model", self.path, *sample.quoth_options]
        return [self.binary, "extract", *options, sample.folder / "articles.jsonl"]

    def records(self, sample, printed, folder):
        with open(printed, encoding="utf-8") as lines:
            return [json.loads(line) for line in lines]

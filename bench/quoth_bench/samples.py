"""What contenders read: articles as one file of JSON Lines and as a file each, and the gold to score their answers with."""

import dataclasses
import json
import pathlib
import shutil

from quoth_bench import places
from quoth_eval import engine

WIKINEWS = places.ROOT / "data" / "wikinews" / "dev" / "articles.jsonl"
POLNEAR = places.SHARED / "data" / "polnear" / "dev"
ONE = places.ROOT / "examples" / "articles" / "world-cup.txt"


@dataclasses.dataclass(frozen=True)
class Sample:
    key: str
    name: str
    folder: pathlib.Path  # articles.jsonl, files/ID.txt, and what gold there is.
    quoth_options: tuple
    is_scored: bool = True

    @property
    def articles(self):
        with open(self.folder / "articles.jsonl", encoding="utf-8") as lines:
            return [json.loads(line) for line in lines]

    @property
    def files(self):
        return self.folder / "files"

    def size(self):
        """(articles, words); a word is what white space parts."""
        sizes = [len(article["text"].split()) for article in self.articles]
        return len(sizes), sum(sizes)


def lines_of(path):
    with open(path, encoding="utf-8") as lines:
        return list(lines)


def write(folder, lines):
    """The articles of `lines` of JSON, in both forms."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "files").mkdir(parents=True)
    with open(folder / "articles.jsonl", "w", encoding="utf-8") as file:
        file.writelines(line.rstrip("\n") + "\n" for line in lines)
    for article in map(json.loads, lines):
        with open(folder / "files" / f"{article['id']}.txt", "w", encoding="utf-8", newline="") as file:
            file.write(article["text"])


def one_article(folder):
    """To measure the start with."""
    write(folder / "one", [json.dumps({"id": ONE.stem, "text": ONE.read_text(encoding="utf-8")})])
    return Sample("one", "one article", folder / "one", (), is_scored=False)


def wikinews(folder, count=None):
    """The first `count` articles, or all."""
    write(folder / "wikinews", lines_of(WIKINEWS)[:count])
    return Sample("wikinews", "Wikinews dev", folder / "wikinews", engine.PUBLISHED)


def polnear(folder, count=None):
    """The articles that have gold passages; gold of other articles is left out."""
    names = list(dict.fromkeys(json.loads(line)["doc"] for line in lines_of(POLNEAR / "instances.jsonl")))[:count]
    texts = {name: (POLNEAR / "text" / f"{name}.txt").read_bytes().decode("utf-8") for name in names}
    to = folder / "polnear"
    write(to, [json.dumps({"id": name, "text": text}, ensure_ascii=False) for name, text in texts.items()])
    for gold in ("instances.jsonl", "attributions.jsonl", "speakers.jsonl"):
        kept = [line for line in lines_of(POLNEAR / gold) if json.loads(line)["doc"] in texts]
        (gold_folder(to) / gold).write_text("".join(kept), encoding="utf-8")
    (gold_folder(to) / "text").symlink_to(to / "files")
    return Sample("polnear", "PolNeAR dev", to, ("--annotation", "polnear"))


def gold_folder(folder):
    """Where gold is that tells its articles by their files; Wikinews' articles hold theirs."""
    gold = folder / "gold"
    gold.mkdir(exist_ok=True)
    return gold


def gold_of(sample):
    return sample.folder if sample.key == "wikinews" else sample.folder / "gold"

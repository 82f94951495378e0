"""News pages without end, no two alike: a fixed frame of links, scripts and boxes around paragraphs drawn from the Wikinews articles of data/.

As many words and about as many bytes a page as news sites' pages have. The same number always makes the same page.
"""

import html
import json
import random

from quoth_bench import made_archive, places

TRAIN = places.ROOT / "data" / "wikinews" / "train" / "articles.jsonl"
WORDS = 430  # Of an article, about: Wikinews' mean.
BYTES = 60_000  # Of a page, about.
LINKS = "".join(f'<li><a href="/section/{number}">Section {number}</a></li>' for number in range(60))
TEASERS = "".join(f'<div class="teaser"><a href="/{number}"><img src="/{number}.jpg"></a><h3><a href="/{number}">Headline {number}</a></h3></div>' for number in range(40))


def paragraphs():
    """All paragraphs of more than a line."""
    with open(TRAIN, encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    return [paragraph for text in texts for paragraph in text.split("\n\n") if len(paragraph) > 120]


def script(size):
    return "<script>var settings = {" + ", ".join(f'"option{number}": {number}' for number in range(size // 18)) + "};</script>"


class Pages:
    def __init__(self):
        self.paragraphs = paragraphs()
        self.before = f'<nav><ul>{LINKS}</ul></nav><main><article>'
        self.after = f'</article></main><aside>{TEASERS}</aside><footer><ul>{LINKS}</ul></footer>'
        self.script = script(BYTES - len(self.before) - len(self.after) - 6 * WORDS)

    def article(self, number):
        chance, chosen, words = random.Random(number), [], 0
        while words < WORDS:
            chosen.append(chance.choice(self.paragraphs))
            words += len(chosen[-1].split())
        return chosen

    def page(self, number):
        title = f"News number {number}"
        text = "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in self.article(number))
        head = f'<head><meta charset="utf-8"><title>{title}</title>{self.script}</head>'
        return f'<!DOCTYPE html><html lang="en">{head}<body>{self.before}<h1>{title}</h1>{text}{self.after}</body></html>'.encode()

    def records(self, size):
        """Records of a WARC file, until they are `size` bytes together."""
        number = made = 0
        while made < size:
            record = made_archive.record_of(f"{number}.html", self.page(number))
            number, made = number + 1, made + len(record)
            yield record

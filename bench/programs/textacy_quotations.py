"""textacy's direct quotations of the texts of a JSON Lines file, by lines: one JSON object an article, spans in code points of its text.

Run by bench/peers in its own environment: python textacy_quotations.py ARTICLES.jsonl
An odd number of quotation marks makes textacy refuse its input; a line loses less than an article.
"""

import json
import sys

import small_english
from textacy.extract import direct_quotations


def lines_of(text):
    """(offset, line) of the lines that are not blank."""
    offset = 0
    for line in text.split("\n"):
        if line.strip():
            yield offset, line
        offset += len(line) + 1


def spans_of(tokens, offset):
    """One span for each run of neighbouring tokens."""
    spans, last = [], None
    for token in tokens:
        end = offset + token.idx + len(token)
        if last is not None and token.i == last + 1:
            spans[-1][1] = end
        else:
            spans.append([offset + token.idx, end])
        last = token.i
    return spans


def triples_of(line, offset):
    """None where textacy refuses the line."""
    try:
        return [
            {"content": [offset + one.content.start_char, offset + one.content.end_char], "cue": spans_of(one.cue, offset), "speaker": spans_of(one.speaker, offset)}
            for one in direct_quotations(line)
        ]
    except ValueError:
        return None


def main():
    pipeline = small_english.load()
    with open(sys.argv[1], encoding="utf-8") as articles:
        for article in map(json.loads, articles):
            lines = list(lines_of(article["text"]))
            found = [triples_of(document, offset) for (offset, _), document in zip(lines, pipeline.pipe(line for _, line in lines))]
            triples = [triple for line in found for triple in line or []]
            print(json.dumps({"id": article["id"], "triples": triples, "refused_lines": found.count(None)}))


main()

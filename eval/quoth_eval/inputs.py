"""Gold and predictions, as they lie on disk."""

import json
import os

from quoth_eval.spans import ROLES


def json_lines(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def text_of(path):
    """The file's text with its line ends as they are: offsets count them."""
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def spans_in(value):
    """Spans of a record, {"start", "end"} one or several or none, as sorted pairs."""
    items = [value] if isinstance(value, dict) else value or []
    return sorted((item["start"], item["end"]) for item in items)


def article_name(document):
    """What gold calls the article: the record's key, else its path, without folder and .txt."""
    return os.path.basename(document.get("key") or document["path"]).removesuffix(".txt")


def predictions(path):
    """{article: [quotation]} of a file of records; source, cue and content become lists of pairs."""
    records = {}
    for record in json_lines(path):
        quotations = [{**quotation, **{role: spans_in(quotation.get(role)) for role in ROLES}} for quotation in record["quotations"]]
        records[article_name(record["doc"])] = quotations
    return records

"""Records against PolNeAR: CofeNet's span scores on its passages, linked quotations, resolved speakers.

PolNeAR labels the outermost quotation only, so nested ones are left out of what is scored.
"""

import collections
import pathlib

from quoth_eval import counts as counting
from quoth_eval import inputs, links, names
from quoth_eval.records import NAMED
from quoth_eval.spans import ROLES, jaccard, labelled_spans, letters, token_span

MATCHES = {"exact": lambda span: span, "begin": lambda span: span[0]}


class Gold:
    """The labels of one article: its passages, each annotator's quotations, the resolved speakers by quotation."""

    def __init__(self, text):
        self.text = text
        self.passages = []
        self.annotators = collections.defaultdict(list)
        self.speakers = {}

    def first_annotator(self):
        """Whose quotations the speakers were resolved for."""
        return next(iter(self.annotators.values()), [])


def read_gold(folder):
    """{article: Gold} of a folder with instances.jsonl, attributions.jsonl, text/ and, where there is one, speakers.jsonl."""
    folder = pathlib.Path(folder)
    articles = {}

    def article(name):
        if name not in articles:
            articles[name] = Gold(inputs.text_of(folder / "text" / f"{name}.txt"))
        return articles[name]

    for passage in inputs.json_lines(folder / "instances.jsonl"):
        article(passage["doc"]).passages.append(passage)
    for attribution in inputs.json_lines(folder / "attributions.jsonl"):
        article(attribution["doc"]).annotators[attribution["annotator"]].append(attribution)
    if (folder / "speakers.jsonl").exists():
        for labels in inputs.json_lines(folder / "speakers.jsonl"):
            article(labels["doc"]).speakers = labels["labels"]
    return articles


def count_passage(counts, passage, given):
    gold = labelled_spans(passage["labels"])
    for role in ROLES:
        found = {token_span(span, passage["offsets"]) for one in given for span in one[role]} - {None}
        for match, compared in MATCHES.items():
            wanted, offered = [compared(span) for span in gold[role]], [compared(span) for span in found]
            right = sum(span in offered for span in wanted)
            counting.add(counts, f"{match} {role}", gold=len(wanted), given=len(offered), right=right)


def count_links(counts, text, golds, given):
    gold_sources = [letters(gold["source"], text) for gold in golds]
    given_sources = [letters(one["source"], text) for one in given]
    overlaps = links.by_overlap(
        [letters(gold["content"], text) for gold in golds], [letters(one["content"], text) for one in given]
    )
    taken = links.one_to_one(overlaps, lambda overlap, i, j: links.is_link(overlap, gold_sources[i], given_sources[j]))
    counting.add(counts, "links", gold=len(golds), given=len(given), right=len(taken))
    for i, gold in enumerate(golds):
        counting.add(counts, f"kind {gold['kind']}", gold=1, right=i in taken)


def answer_to(gold, text, given):
    """The given quotation whose content is most like gold's, the later of two alike; empty where none is the same quotation."""
    wanted = letters(gold["content"], text)
    overlap, at = max(((jaccard(wanted, letters(one["content"], text)), j) for j, one in enumerate(given)), default=(0, 0))
    return given[at] if overlap >= links.SAME else {}


def name_of(role):
    return (role or {}).get("name") or ""


def count_speaker(counts, gold, label, answer):
    speaker, addressee = name_of(answer.get("speaker")), name_of(answer.get("addressee"))
    if label["type"] in NAMED:
        for figure in ["speaker"] + ["speaker direct"] * (gold["kind"] == "direct"):
            counting.add(counts, figure, gold=1, given=bool(speaker), right=names.same(speaker, label["speaker"]))
    if label.get("addressee"):
        counting.add(counts, "addressee", gold=1, right=names.same(addressee, label["addressee"]))


def count_article(gold, given):
    """`given` is None where the article has no record."""
    counts = collections.Counter()
    if gold.passages:
        counting.add(counts, "articles", gold=1, right=given is not None)
    outermost = [one for one in given or [] if one.get("parent") is None]
    for passage in gold.passages:
        count_passage(counts, passage, outermost)
    for attributions in gold.annotators.values():
        count_links(counts, gold.text, attributions, outermost)
    for attribution in gold.first_annotator():
        label = gold.speakers.get(attribution["id"])
        if label:
            count_speaker(counts, attribution, label, answer_to(attribution, gold.text, outermost))
    return counts


def count_articles(articles, given):
    return [count_article(gold, given.get(name)) for name, gold in articles.items()]


def figures(counts):
    """The report, in the order in which it is printed. Without resolved speakers in gold it ends with the links."""
    articles = counts["articles", "gold"]
    report = {"articles": articles, "articles without a prediction": articles - counts["articles", "right"]}
    for match in MATCHES:
        report[f"spans, {match}"] = {role: counting.precision_recall(counts, f"{match} {role}") for role in ROLES}
    report["links"] = counting.precision_recall(counts, "links")
    report["links recall by kind"] = counting.by_kind(counts)
    if counts["speaker", "gold"]:
        report["speaker resolved"] = counting.precision_recall(counts, "speaker")
        report["speaker resolved, direct"] = counting.precision_recall(counts, "speaker direct")
        report["addressee recall"] = counting.share(counts, "addressee")
        report["speaker gold"] = {"gold": counts["speaker", "gold"], "tp": counts["speaker", "right"], "pred": counts["speaker", "given"]}
    return report

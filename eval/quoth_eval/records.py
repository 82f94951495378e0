"""Whole records against Wikinews gold: what one article adds to each figure."""

import collections

from quoth_eval import counts as counting
from quoth_eval import links, names
from quoth_eval.spans import ROLES, letters, trimmed

NAMED = ("person", "organization")
FIGURES = ("links", "speaker", "speaker direct", "addressee", "about", "when", "parent")
ADDED_FIGURES = ("negated", "medium")  # Ours alone.


class Pairing:
    """One article's gold quotations, its given ones, and which belong together."""

    def __init__(self, article, given):
        text = article["text"]
        self.golds = article["quotations"]
        self.given = given
        self.gold_sources = [letters(gold["source"], text) for gold in self.golds]
        self.given_sources = [letters(one["source"], text) for one in given]
        overlaps = links.by_overlap(
            [letters(gold["content"], text) for gold in self.golds], [letters(one["content"], text) for one in given]
        )
        self.taken = links.one_to_one(overlaps, lambda overlap, i, j: overlap >= links.SAME)
        self.gold_of = {j: i for i, (j, _) in self.taken.items()}
        self.index_of_id = {one.get("id"): j for j, one in enumerate(given)}

    def answer(self, i):
        """The quotation given for gold quotation i, empty where there is none."""
        return self.given[self.taken[i][0]] if i in self.taken else {}

    def is_link(self, i):
        if i not in self.taken:
            return False
        j, overlap = self.taken[i]
        return links.is_link(overlap, self.gold_sources[i], self.given_sources[j])

    def gold_parent(self, i):
        """The gold quotation that the answer to i says it lies inside, None where it names none or one without gold."""
        parent = self.answer(i).get("parent")
        return None if parent is None else self.gold_of.get(self.index_of_id.get(parent))


def count_spans(counts, article, given):
    for role in ROLES:
        gold = {trimmed(span, article["text"]) for quotation in article["quotations"] for span in quotation[role]}
        found = {trimmed(span, article["text"]) for quotation in given for span in quotation[role]}
        counting.add(counts, f"spans {role}", gold=len(gold), given=len(found), right=len(gold & found))


def date_of(quotation):
    return (quotation.get("when") or {}).get("date")


def count_given(counts, given):
    """What is given counts whether or not it answers a gold quotation; speakers alone are counted among the pairs."""
    for one in given:
        counting.add(counts, "addressee", given=bool(names.listed(one.get("addressee"))))
        counting.add(counts, "about", given=len(names.listed(one.get("about"))))
        counting.add(counts, "when", given=bool(date_of(one)))
        counting.add(counts, "parent", given=one.get("parent") is not None)
        counting.add(counts, "negated", given=bool(one.get("negated")))
        counting.add(counts, "medium", given=bool(one.get("medium")))


def agrees(given, gold):
    """Whether the first name given is the gold one's."""
    return bool(given and gold and names.same(names.first(given), gold))


def same_date(given, gold):
    """Compared to the coarser precision of the two."""
    return bool(given and gold and (given.startswith(gold) or gold.startswith(given)))


def same_phrase(given, gold):
    """One phrase holds the other, ends of punctuation and letters' case left out."""
    one, other = ((text or "").lower().strip(" .,;:\"“”") for text in (given, gold))
    return bool(one and other and (one in other or other in one))


def names_found(answer, gold):
    given = names.listed(answer.get("about"))
    return sum(any(names.same(name, wanted) for name in given) for wanted in names.listed(gold.get("about")))


def count_speaker(counts, gold, answer):
    """Returns whether the record's speaker is right, or not asked for."""
    if not (gold.get("type") in NAMED and gold.get("speaker")):
        return True
    right = agrees(names.listed(answer.get("speaker")), gold["speaker"])
    for figure in ["speaker"] + ["speaker direct"] * (gold["kind"] == "direct"):
        counting.add(counts, figure, gold=1, given=bool(names.listed(answer.get("speaker"))), right=right)
    return right


def count_addressee(counts, gold, answer):
    """Returns whether it is right, or rightly absent."""
    wanted, given = names.listed(gold.get("addressee")), names.listed(answer.get("addressee"))
    right = agrees(given, gold.get("addressee"))
    counting.add(counts, "addressee", gold=bool(wanted), right=right)
    return right or not (wanted or given)


def count_about(counts, gold, answer):
    """Returns whether at least one name is right, or all are rightly absent."""
    wanted, found = names.listed(gold.get("about")), names_found(answer, gold)
    counting.add(counts, "about", gold=len(wanted), right=found)
    return bool(found) or not (wanted or names.listed(answer.get("about")))


def count_act(counts, gold, answer):
    """Among the pairs alone. Returns whether it is right."""
    right = answer.get("act") == gold.get("act")
    if answer:
        counting.add(counts, "act", gold=1, right=right)
    return right


def count_quotation(counts, pairing, i):
    gold, answer, is_link = pairing.golds[i], pairing.answer(i), pairing.is_link(i)
    counting.add(counts, "links", right=is_link)
    counting.add(counts, f"kind {gold['kind']}", gold=1, right=is_link)
    rest = [count(counts, gold, answer) for count in (count_speaker, count_addressee, count_about, count_act)]
    counting.add(counts, "record", gold=1, right=is_link and all(rest))
    counting.add(counts, "when", gold=bool(gold.get("date")), right=same_date(date_of(answer), gold.get("date")))
    if gold.get("parent") is not None:
        counting.add(counts, "parent", gold=1, right=pairing.gold_parent(i) == gold["parent"])
    if gold.get("medium"):
        counting.add(counts, "medium", gold=1, right=same_phrase((answer.get("medium") or {}).get("text"), gold["medium"]))
    if gold.get("negated"):
        counting.add(counts, "negated", gold=1, right=bool(answer.get("negated")))


def count_article(article, given):
    counts = collections.Counter()
    counting.add(counts, "articles", gold=1)
    count_spans(counts, article, given)
    count_given(counts, given)
    counting.add(counts, "links", gold=len(article["quotations"]), given=len(given))
    pairing = Pairing(article, given)
    for i in range(len(pairing.golds)):
        count_quotation(counts, pairing, i)
    return counts


def count_articles(articles, given):
    """One count an article, in gold's order."""
    return [count_article(article, given.get(str(article["id"]), [])) for article in articles]


def figures(counts):
    """The report, in the order in which it is printed."""
    report = {"articles": counts["articles", "gold"], "gold quotations": counts["links", "gold"]}
    report["spans, exact"] = {role: counting.precision_recall(counts, f"spans {role}") for role in ROLES}
    report.update((figure, counting.precision_recall(counts, figure)) for figure in FIGURES)
    report["links recall by kind"] = counting.by_kind(counts)
    report.update((figure, counting.share(counts, figure)) for figure in ("act", "record"))
    report.update((figure, counting.precision_recall(counts, figure)) for figure in ADDED_FIGURES)
    return report

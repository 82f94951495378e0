"""What is known of each answer of the engine: its clues, and whether gold says that it is right.

Reads what quoth_trust (eval/trust.cc) prints, where confidences are raw and nothing is left out.
"""

import collections
import dataclasses

from quoth_eval import inputs, links, names, polnear
from quoth_eval.records import NAMED, Pairing
from quoth_eval.spans import ROLES, jaccard, letters


@dataclasses.dataclass(frozen=True)
class Answer:
    """A quotation, asked for its link, or the speaker of one, asked for the name."""

    article: str
    clues: dict
    right: bool
    is_named: bool = False  # Speakers alone: the answer is a person or an organisation.
    is_linked: bool = True  # … its quotation's link is right, which the confidence takes for granted.
    is_asked: bool = False  # … gold names a person or an organisation, so the figure "speaker" counts it.
    is_same: bool = False  # … and it is the same name.


@dataclasses.dataclass
class Observed:
    """All answers to one gold set, and how many right ones there could be."""

    name: str
    quotations: list = dataclasses.field(default_factory=list)
    speakers: list = dataclasses.field(default_factory=list)
    gold: collections.Counter = dataclasses.field(default_factory=collections.Counter)

    def articles(self):
        return sorted({answer.article for answer in self.quotations})


def answers_by_article(path):
    """{article: [quotation of the record with the keys quotation_clues and speaker_clues]}"""
    articles = {}
    for line in inputs.json_lines(path):
        quotations = []
        for quotation, evidence in zip(line["record"]["quotations"], line["evidence"], strict=True):
            spans = {role: inputs.spans_in(quotation.get(role)) for role in ROLES}
            quotations.append({**quotation, **spans, "quotation_clues": evidence["quotation"], "speaker_clues": evidence["speaker"]})
        articles[inputs.article_name(line["record"]["doc"])] = quotations
    return articles


def is_right_speaker(speaker, gold_name, gold_type):
    """A name must be gold's. A noun phrase ("police", "the report") is right wherever gold credits somebody without a name: gold words it in
    its own way, and nothing is put into the wrong mouth."""
    same = names.same(names.first(names.listed(speaker)), gold_name) if gold_name else False
    return same or (bool(gold_name) and speaker["type"] not in NAMED and gold_type not in NAMED)


def speaker_answer(article, quotation, gold_name, gold_type, is_linked):
    return Answer(
        article,
        quotation["speaker_clues"],
        is_right_speaker(quotation["speaker"], gold_name, gold_type),
        is_named=quotation["speaker"]["type"] in NAMED,
        is_linked=is_linked,
        is_asked=bool(gold_name) and gold_type in NAMED,
        is_same=bool(gold_name) and names.same(names.first(names.listed(quotation["speaker"])), gold_name),
    )


def observe_records(name, articles, given):
    """Whole records (Wikinews). `articles` are gold's, `given` what answers_by_article makes."""
    observed = Observed(name)
    for article in articles:
        key = str(article["id"])
        quotations = given.get(key, [])
        pairing = Pairing(article, quotations)
        linked = {pairing.taken[i][0] for i in range(len(pairing.golds)) if pairing.is_link(i)}
        observed.quotations += [Answer(key, one["quotation_clues"], j in linked) for j, one in enumerate(quotations)]
        for i, gold in enumerate(pairing.golds):
            quotation = pairing.answer(i)
            observed.gold.update(quotations=1, speakers=bool(gold.get("type") in NAMED and gold.get("speaker")))
            if quotation.get("speaker"):
                is_linked = pairing.is_link(i)
                observed.speakers.append(speaker_answer(key, quotation, gold.get("speaker"), gold.get("type"), is_linked))
    return observed


def observe_polnear(name, articles, given):
    """Each annotator's copy of an article counts. Nested quotations, which gold leaves out, are no answers."""
    observed = Observed(name)
    for key, gold in articles.items():
        quotations = [one for one in given.get(key, []) if one["parent"] is None]
        contents = [letters(one["content"], gold.text) for one in quotations]
        sources = [letters(one["source"], gold.text) for one in quotations]
        for attributions in gold.annotators.values():
            wanted = [letters(one["source"], gold.text) for one in attributions]
            overlaps = links.by_overlap([letters(one["content"], gold.text) for one in attributions], contents)
            taken = links.one_to_one(overlaps, lambda overlap, i, j: links.is_link(overlap, wanted[i], sources[j]))
            linked = {j for j, _ in taken.values()}
            observed.gold.update(quotations=len(attributions))
            observed.quotations += [Answer(key, one["quotation_clues"], j in linked) for j, one in enumerate(quotations)]
        observe_polnear_speakers(observed, key, gold, quotations)
    return observed


def observe_polnear_speakers(observed, key, gold, quotations):
    for attribution in gold.first_annotator():
        label = gold.speakers.get(attribution["id"])
        if not label:
            continue
        observed.gold.update(speakers=label["type"] in NAMED)
        quotation = polnear.answer_to(attribution, gold.text, quotations)
        if not quotation.get("speaker"):
            continue
        content, source = (tuple(letters(one[role], gold.text) for one in (attribution, quotation)) for role in ("content", "source"))
        is_linked = links.is_link(jaccard(*content), *source)
        observed.speakers.append(speaker_answer(key, quotation, label["speaker"], label["type"], is_linked))

"""Small gold articles and records whose figures can be seen by eye."""

TEXT = '"We won," Ana Ruiz said. She told Bo that it rained.'


def span(words, text=TEXT):
    begin = text.index(words)
    return begin, begin + len(words)


def gold(content, cue, source, **fields):
    """A gold quotation as data/wikinews writes it, spans given by their words."""
    spans = {role: [list(span(words))] if words else [] for role, words in (("content", content), ("cue", cue), ("source", source))}
    rest = dict(kind="direct", speaker=None, type=None, addressee=None, about=[], act="say", date=None, negated=False, parent=None)
    return {**spans, **rest, **fields}


def given(content, cue, source, **fields):
    """A quotation of a record, as quoth_eval.inputs reads it."""
    spans = {role: [span(words)] if words else [] for role, words in (("content", content), ("cue", cue), ("source", source))}
    return {**spans, "id": "q1", "kind": "direct", "speaker": None, "act": "say", "parent": None, **fields}


def named(name):
    return {"entity": "e1", "name": name, "type": "person"}


ARTICLE = {
    "id": "1",
    "text": TEXT,
    "quotations": [
        gold('"We won,"', "said", "Ana Ruiz", speaker="Ana Ruiz", type="person"),
        gold("that it rained", "told", "She", kind="indirect", speaker="Ana Ruiz", type="person", addressee="Bo", date="2011-05-02"),
    ],
}
RIGHT = [
    given('"We won,"', "said", "Ana Ruiz", speaker=named("Ana Ruiz")),
    given("that it rained", "told", "She", id="q2", speaker=named("Ruiz"), addressee=named("Bo"), when={"date": "2011-05"}),
]

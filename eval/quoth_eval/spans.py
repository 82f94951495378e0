"""Spans, half-open [first, past last): what overlaps what, in characters and in tokens."""

ROLES = ("source", "cue", "content")


def letters(spans, text):
    """The positions that the spans cover in `text`, white space left out."""
    return frozenset(
        at for begin, end in spans for at in range(begin, min(end, len(text))) if not text[at].isspace()
    )


def jaccard(one, other):
    """Share of the two sets' union that both hold; two empty sets have nothing in common."""
    union = len(one | other)
    return len(one & other) / union if union else 0.0


def same_place(one, other):
    """Whether two roles, as letters, overlap or are both absent."""
    return not one.isdisjoint(other) or not (one or other)


def trimmed(span, text):
    """The span from its first letter or digit to its last one: annotators differ on marks and punctuation at the ends."""
    begin, end = span[0], min(span[1], len(text))
    while begin < end and not text[begin].isalnum():
        begin += 1
    while begin < end and not text[end - 1].isalnum():
        end -= 1
    return begin, end


def token_span(span, tokens):
    """`span` counted in tokens, each of which belongs to it as soon as one character does; None where none does."""
    begin, end = span
    covered = [number for number, (first, past) in enumerate(tokens) if first < end and past > begin]
    return (covered[0], covered[-1] + 1) if covered else None


def labelled_spans(labels):
    """BIO labels to {role: [token span]}. An I- that continues nothing labels nothing, and ends what was open."""
    spans = {role: [] for role in ROLES}
    role, begin = None, 0
    for at, label in enumerate([*labels, "O"]):
        prefix, _, labelled_role = label.partition("-")
        if role and not (prefix == "I" and labelled_role == role):
            spans[role].append((begin, at))
            role = None
        if prefix == "B":
            role, begin = labelled_role, at
    return spans

"""Spans of made-up texts, given by their words."""


def pair(words, text, at=0):
    begin = text.index(words, at)
    return [begin, begin + len(words)]


def words_of(quotation):
    """The words of content, cue and source."""
    return tuple(" … ".join(span["text"] for span in quotation[role]) for role in ("content", "cue", "source"))

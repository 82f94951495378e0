"""When two names are the same entity's."""

import re
import unicodedata

TITLES = frozenset(
    "mr mrs ms dr sen rep gov president sir dame prof gen lt col capt judge justice senator secretary "
    "congressman congresswoman former the".split()
)
FIRST_WORD = re.compile(r"([a-z]+)\.?\s+")
POSSESSIVE = re.compile(r"'s$")
WORD = re.compile(r"[a-z0-9]+")
JOINT = " | "


def without_titles(name):
    while (first := FIRST_WORD.match(name)) and first[1] in TITLES:
        name = name[first.end():]
    return name


def key(name):
    """The words that a name is compared by: no accents, titles, articles, possessive or initials."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower().strip()
    bare = without_titles(POSSESSIVE.sub("", plain))
    return [word for word in WORD.findall(bare) if len(word) > 1 or word.isdigit()]


def same_key(one, other):
    if not one or not other:
        return False
    one_words, other_words = set(one), set(other)
    return one == other or (one[-1] == other[-1] and (one_words <= other_words or other_words <= one_words))


def same(given, gold):
    """Equal, or one is the other with words left out but the last kept. Of joint gold speakers ("A | B") one is enough."""
    return any(same_key(key(given), key(member)) for member in gold.split(JOINT))


def listed(value):
    """The names in a speaker, addressee or about of gold (a name, names) or of a record (an object, objects)."""
    if not value:
        return []
    if isinstance(value, str):
        return [name for name in value.split(JOINT) if name]
    if isinstance(value, dict):
        return listed(value.get("name"))
    return [name for item in value for name in listed(item)]


def first(value):
    """The first of the names, or "" where nobody is named."""
    return next(iter(listed(value)), "")

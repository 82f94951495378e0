"""The corpora as one kind of example, offsets in code points of each text.

Wikinews gold (CC BY 4.0): everything. PolNeAR (no licence stated; research weights only): attributions. GUM 11 (CC BY genres) names and
coreference. WikiGold (CC BY 4.0) names. No test part of any corpus is read.
"""

import collections
import dataclasses
import json
import pathlib
import re

from . import gold_circumstances

ANNOTATIONS = ("wikinews", "polnear", "none")
ACTS = ("say", "write", "ask", "believe", "feel", "want", "decide", "show")
NAME_TYPES = ("person", "organization", "place", "misc")
GUM_GENRES = ("news", "interview", "academic", "court")
GUM_DEV = frozenset("""academic_exposure academic_librarians bio_byron bio_emperor court_loan court_negligence interview_cyclone interview_gaming
news_homeopathic news_iodine""".split())


@dataclasses.dataclass
class Attribution:
    source: list  # spans [start, end)
    cue: list
    content: list
    act: str | None = None
    negated: bool | None = None
    entity: str | None = None  # the speaker's key in the document
    circumstances: dict | None = None  # spans by kind: addressee, medium, when, about; None: not annotated
    subject_unnamed: bool = False  # somebody whom the content is about is not named in it
    probability: float = 1.0  # that its anchor is one, as a larger network has it
    unsure: bool = False  # silver only: neither taken for an attribution nor for none


@dataclasses.dataclass
class Example:
    key: str
    text: str
    annotation: str
    attributions: list | None = None  # None: not annotated
    names: list | None = None  # (start, end, type)
    names_complete: bool = False  # words outside `names` are known to be no names
    mentions: list | None = None  # (start, end, entity key, name type or None), for coreference


def wikinews(root: pathlib.Path, part: str) -> list:
    examples = []
    for line in open(root / "wikinews/gold" / part / "articles.jsonl", encoding="utf-8"):
        article = json.loads(line)
        attributions = [Attribution(q["source"], q["cue"], q["content"], q["act"], bool(q.get("negated")), q.get("speaker"),
                                    *gold_circumstances.spans_of(article, q)) for q in article["quotations"]]
        names = entity_names(article)
        examples.append(Example(article["id"], article["text"], "wikinews", attributions,
                                [(b, e, t) for b, e, _, t in names], False, names))
    return examples


def entity_names(article: dict) -> list:
    """Where the article's persons and organisations are named, longest string first, without overlap."""
    strings = {}
    for entity in article["entities"]:
        if entity["type"] in ("person", "organization"):
            for string in [entity["name"], *entity["names"]]:
                string = re.sub(r"^(?:the|The|a|A|an|An) ", "", string)
                titled = entity["type"] == "person" and string.endswith(" " + entity["name"])
                if is_name(string) and not titled:
                    strings.setdefault(string, (entity["name"], entity["type"]))
    taken, found = [False] * (len(article["text"]) + 1), []
    for string in sorted(strings, key=len, reverse=True):
        for match in re.finditer(r"(?<!\w)" + re.escape(string) + r"(?!\w)", article["text"]):
            if not any(taken[match.start():match.end()]):
                taken[match.start():match.end()] = [True] * len(string)
                found.append((match.start(), match.end(), *strings[string]))
    return sorted(found)


INNER_WORDS = frozenset("of the and for de la del der van von den bin al el in on at to da di du le".split())


def is_name(string: str) -> bool:
    words = string.split()
    return bool(words) and "," not in string and all(w[:1].isupper() or w[:1].isdigit() or w[:3] in ("al-", "el-") or w in INNER_WORDS
                                                     for w in words) and words[-1] not in INNER_WORDS and words[0][:1].isupper()


def silver(path: pathlib.Path, least: float = 0.5) -> list:
    """Records that an earlier model wrote (`quoth extract --text --offsets codepoint`) taken for labels. What it was less sure of is left open."""
    examples = []
    for line in open(path, encoding="utf-8"):
        record = json.loads(line)
        spans = lambda quotation, role: [(s["start"], s["end"]) for s in quotation[role]]
        attributions = [Attribution(spans(q, "source"), spans(q, "cue"), spans(q, "content"), q["act"], q["negated"],
                                    unsure=q["confidence"] < least or not q["cue"]) for q in record["quotations"]]
        examples.append(Example(record["doc"]["key"], record["doc"]["text"], "wikinews", attributions))
    return examples


def polnear(root: pathlib.Path, part: str) -> list:
    by_document = collections.defaultdict(dict)
    for line in open(root / "polnear" / part / "attributions.jsonl", encoding="utf-8"):
        a = json.loads(line)
        by_document[a["doc"]].setdefault(a["annotator"], []).append(Attribution(a["source"], a["cue"], a["content"]))
    examples = []
    for name, annotators in sorted(by_document.items()):
        with open(root / "polnear" / part / "text" / f"{name}.txt", encoding="utf-8", newline="") as file:
            text = file.read()
        for annotator, attributions in sorted(annotators.items()):
            examples.append(Example(f"{name}@{annotator}", text, "polnear", attributions))
    return examples


def gum(root: pathlib.Path) -> list:
    examples = []
    for path in sorted((root / "gum/dep").glob("*.conllu")):
        document = path.stem.removeprefix("GUM_")
        if document.split("_")[0] in GUM_GENRES and document not in GUM_DEV:
            examples.append(gum_document(path, document))
    return examples


def gum_document(path: pathlib.Path, document: str) -> Example:
    text, tokens, mentions, open_mentions = "", [], [], []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newpar") and "block" not in line and text:
            text = text.rstrip(" ") + "\n\n"
        columns = line.split("\t")
        if len(columns) != 10 or not columns[0].isdigit():
            continue
        start = len(text)
        text += columns[1]
        tokens.append((start, len(text), columns[4], columns[1]))
        misc = dict(item.split("=", 1) for item in columns[9].split("|") if "=" in item)
        for opened, kind, closed in re.findall(r"\((\d+)-([a-z]+)|(\d+)?\)", entity_brackets(misc.get("Entity", ""))):
            if opened:
                open_mentions.append((opened, len(tokens) - 1, kind))
                continue
            at = max((k for k, m in enumerate(open_mentions) if closed in ("", m[0])), default=None)
            if at is not None:
                key, first, kind = open_mentions.pop(at)
                mentions.append((first, len(tokens), key, kind))
        if misc.get("SpaceAfter") != "No":
            text += " "
    names = gum_names(tokens, mentions)
    typed = {(b, e): t for b, e, t in names}
    coreference = [(tokens[f][0], tokens[e - 1][1], key, typed.get((tokens[f][0], tokens[e - 1][1])))
                   for f, e, key, kind in mentions if kind in ("person", "organization") and e - f <= 20]
    return Example(document, text, "none", None, names, True, sorted(coreference))


def entity_brackets(entity: str) -> str:
    """GUM's Entity value with the fields after the type left out: "(3-person(4-place)" and "3)"; a bare ")" closes the innermost."""
    return re.sub(r"\((\d+)-([a-z]+)[^()]*", r"(\1-\2", entity)


def is_proper(token: tuple) -> bool:
    return token[2] in ("NNP", "NNPS")


def gum_names(tokens: list, mentions: list) -> list:
    """The proper-noun run of each mention whose last proper noun is its head; inner ones give way to outer."""
    names, taken = [], set()
    for first, end, _, kind in sorted(mentions, key=lambda m: m[0] - m[1]):
        words = [tokens[k][3].lower() for k in range(first, end)]
        if kind == "time" or end - first > 8 or not is_proper(tokens[end - 1]) or (kind == "person" and "of" in words):
            continue
        run = [end - 1]
        while run[0] - 1 >= first and (is_proper(tokens[run[0] - 1]) or tokens[run[0] - 1][2] in ("HYPH", "NFP") or (
                kind != "person" and words[run[0] - 1 - first] in INNER_WORDS | {"&"} and
                any(is_proper(tokens[k]) for k in range(first, run[0] - 1)))):
            run.insert(0, run[0] - 1)
        if taken.isdisjoint(run):
            taken.update(run)
            names.append((tokens[run[0]][0], tokens[run[-1]][1], kind if kind in NAME_TYPES else "misc"))
    return sorted(names)


WIKIGOLD = {"PER": "person", "ORG": "organization", "LOC": "place", "MISC": "misc"}


def wikigold(root: pathlib.Path, words_each: int = 800) -> list:
    """Sentences joined to texts of about `words_each` words."""
    examples, text, names, count, previous = [], "", [], 0, "O"
    for line in open(root / "ner/wikigold.conll", encoding="utf-8"):
        if not line.strip():
            text, previous = text + ("\n\n" if count % 5 == 4 else " "), "O"
            if count >= words_each:
                examples.append(Example(f"wikigold{len(examples)}", text, "none", None, names, True))
                text, names, count = "", [], 0
            continue
        token, tag = line.split()
        if text and not text[-1].isspace() and token not in {".", ",", "'s", ")", ";", ":", "?", "!"}:
            text += " "
        start, text, count = len(text), text + token, count + 1
        if tag != "O":
            if tag == previous:
                names[-1] = (names[-1][0], len(text), names[-1][2])
            else:
                names.append((start, len(text), WIKIGOLD[tag[2:]]))
        previous = tag
    return examples

"""Text and person mentions of GUM's CoNLL-U files (Zeldes 2017)."""

import dataclasses
import re

PERSON = "person"
PARAGRAPH = "\n\n"
# "(12-person-giv:act-…", "12)", "(12-person-…)", and with a part of several "(12[1/2]-person-…", "12[2/2])".
BRACKET = re.compile(r"\((?P<opened>[^()]+)(?P<closes>\))?|(?P<closed>[^()]+)\)")
PART = re.compile(r"\[\d+/\d+\]")


@dataclasses.dataclass(frozen=True)
class Mention:
    """Spans are code points of the text, end exclusive. `head` is the words without which it is not itself ("minspan")."""

    span: tuple
    head: tuple
    cluster: str
    is_name: bool
    is_pronoun: bool


@dataclasses.dataclass
class Token:
    span: tuple
    part_of_speech: str
    entities: str


class Reader:
    def __init__(self, lines):
        self.text = ""
        self.tokens = []
        for line in lines:
            self._read(line.rstrip("\n"))

    def _read(self, line):
        if line.startswith("# newpar"):
            self.separator = PARAGRAPH
        elif line.startswith("# text = "):
            self.text += (self.separator if self.text else "") + line.removeprefix("# text = ")
            self.at = len(self.text) - len(line.removeprefix("# text = "))
            self.separator = " "
        elif line and not line.startswith("#"):
            self._read_token(line.split("\t"))

    def _read_token(self, fields):
        if not fields[0].isdigit():  # The whole of a contraction, or a word that was left out.
            return
        start = self.text.index(fields[1], self.at)
        self.at = start + len(fields[1])
        notes = dict(note.split("=", 1) for note in fields[9].split("|") if "=" in note)
        self.tokens.append(Token((start, self.at), fields[3], notes.get("Entity", "")))

    def mentions(self):
        """All mentions with their entity's type, in the order in which they end."""
        opened = {}
        for index, token in enumerate(self.tokens):
            for bracket in BRACKET.finditer(token.entities):
                if bracket["opened"]:
                    fields = PART.sub("", bracket["opened"]).split("-")
                    # A mention in parts counts from its first word to its last.
                    opened.setdefault(fields[0], []).append((index, fields))
                if bracket["opened"] and not bracket["closes"]:
                    continue
                group = PART.sub("", bracket["closed"] or bracket["opened"]).split("-")[0]
                first, fields = opened[group].pop()
                yield self._mention(first, index, fields)

    def _mention(self, first, last, fields):
        group, entity_type, minimum = fields[0], fields[1], fields[5]
        tokens = self.tokens[first:last + 1]
        inside = [tokens[int(number) - 1] for number in minimum.split(",") if int(number) <= len(tokens)] or tokens
        mention = Mention(
            span=(tokens[0].span[0], tokens[-1].span[1]),
            head=(min(token.span[0] for token in inside), max(token.span[1] for token in inside)),
            cluster=group,
            is_name=any(token.part_of_speech == "PROPN" for token in inside),
            is_pronoun=len(tokens) == 1 and tokens[0].part_of_speech in ("PRON", "DET"),
        )
        return entity_type, mention


def read(path):
    """(text, person mentions) of a document; of two mentions with one span the outer one counts."""
    with open(path, encoding="utf-8") as lines:
        reader = Reader(lines)
    persons = {}
    for entity_type, mention in reader.mentions():
        if entity_type == PERSON:
            persons[mention.span] = mention
    return reader.text, sorted(persons.values(), key=lambda mention: mention.span)


def documents(folder, genres):
    """{name: path} of the dev documents of these genres, by the list in splits.md."""
    names = (folder / "splits.md").read_text(encoding="utf-8").split("## test")[0]
    wanted = [name for name in re.findall(r"GUM_\w+", names.split("## dev")[1]) if name.split("_")[1] in genres]
    return {name: folder / "dep" / f"{name}.conllu" for name in sorted(wanted)}

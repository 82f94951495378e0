"""The parts of a record: spans, quotations, entities. Frozen; names and values are those of the JSON."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

_SHORT = 40


def shortened(text: str) -> str:
    """The text in at most 40 characters, for a repr."""
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}…"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the document, [start, end) in code points: `record.text[span.start:span.end] == span.text`."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, value: Mapping[str, Any]) -> Self:
        """From the JSON of a record."""
        return cls(value["start"], value["end"], value["text"])

    @property
    def slice(self) -> slice:
        """For `record.text[span.slice]`."""
        return slice(self.start, self.end)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Span({self.start}, {self.end}, {shortened(self.text)!r})"


@dataclass(frozen=True, slots=True, repr=False)
class Time(Span):
    """A stretch of the text that says when the content was uttered."""

    date: str | None
    """ISO 8601 at its own precision ("2018", "2018-05"); None: not derivable."""

    @classmethod
    def of(cls, value: Mapping[str, Any]) -> Self:
        """From the JSON of a record."""
        return cls(value["start"], value["end"], value["text"], value["date"])

    def __repr__(self) -> str:
        return f"Time({self.start}, {self.end}, {shortened(self.text)!r}, {self.date!r})"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks. `entity` is an Entity's id; `confidence` (0 to 1) is that of the name, given the quotation."""

    entity: str
    name: str
    type: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who is spoken to."""

    entity: str
    name: str
    type: str


@dataclass(frozen=True, slots=True)
class Subject:
    """Who or what a content is about."""

    entity: str
    name: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """Who may be the speaker where none is named. `confidence`: 0 to 1."""

    entity: str
    name: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something that speaks, is spoken to or spoken about."""

    id: str
    name: str
    type: str
    """person, organization, group, unnamed, document, author or generic."""
    kb: str | None
    """Id in the knowledge base given to load(), or None."""
    mentions: tuple[Span, ...]
    members: tuple[str, ...] = ()
    """Ids of the joint speakers that it is made of."""

    @classmethod
    def of(cls, value: Mapping[str, Any]) -> Self:
        """From the JSON of a record."""
        return cls(
            value["id"],
            value["name"],
            value["type"],
            value["kb"],
            _spans(value["mentions"]),
            tuple(value.get("members", ())),
        )

    def __repr__(self) -> str:
        return f"<Entity {self.id} {self.name!r} {self.type}, {len(self.mentions)} mentions>"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Who said (thought, wrote, ordered …) what. docs/formats/record.md tells every field."""

    id: str
    kind: str
    """direct: the content stands in quotation marks; mixed: part of it; indirect: none."""
    act: str
    """say, write, ask, believe, feel, want, decide or show."""
    content: tuple[Span, ...]
    """One or more, in text order, with their quotation marks."""
    cue: tuple[Span, ...]
    """"said", "according to"; may be empty."""
    source: tuple[Span, ...]
    """The words that name the speaker here, "he"; may be empty."""
    speaker: Speaker | None
    """None: nobody is, or can surely be, named."""
    addressee: Addressee | None
    about: tuple[Subject, ...]
    medium: Span | None
    when: Time | None
    negated: bool
    flags: frozenset[str]
    parent: str | None
    """Id of the quotation that this one is nested in."""
    candidates: tuple[Candidate, ...]
    confidence: float
    """Probability, 0 to 1, that content and source are right."""
    why: tuple[str, ...]
    """The rules and heads that decided, in order."""

    @classmethod
    def of(cls, value: Mapping[str, Any]) -> Self:
        """From the JSON of a record."""
        speaker, addressee, medium, when = value["speaker"], value["addressee"], value["medium"], value["when"]
        return cls(
            id=value["id"],
            kind=value["kind"],
            act=value["act"],
            content=_spans(value["content"]),
            cue=_spans(value["cue"]),
            source=_spans(value["source"]),
            speaker=speaker and Speaker(speaker["entity"], speaker["name"], speaker["type"], speaker["confidence"]),
            addressee=addressee and Addressee(addressee["entity"], addressee["name"], addressee["type"]),
            about=tuple(Subject(one["entity"], one["name"]) for one in value["about"]),
            medium=medium and Span.of(medium),
            when=when and Time.of(when),
            negated=value["negated"],
            flags=frozenset(value["flags"]),
            parent=value["parent"],
            candidates=tuple(Candidate(c["entity"], c["name"], c["confidence"]) for c in value["candidates"]),
            confidence=value["confidence"],
            why=tuple(value["why"]),
        )

    @property
    def text(self) -> str:
        """The pieces of the content, joined by " … "."""
        return " … ".join(span.text for span in self.content)

    def __repr__(self) -> str:
        speaker = self.speaker.name if self.speaker else None
        return f"<Quotation {self.id} {self.kind} {self.act} by {speaker!r}: {shortened(self.text)!r}>"


def _spans(values: Iterable[Mapping[str, Any]]) -> tuple[Span, ...]:
    return tuple(Span.of(value) for value in values)

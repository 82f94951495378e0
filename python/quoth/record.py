"""All that was found in one document."""

import json
from functools import cached_property
from typing import Any, Self

from quoth._repr_html import html_of
from quoth.quotation import Entity, Quotation, shortened
from quoth.utf8 import utf8


class Record:
    """The record of one document: its text, the facts known of it, quotations and entities.

    Immutable; equal where text and JSON are. It is the engine's JSON (`quoth.record/1`) and the text; the objects are
    made when they are asked for. Offsets count code points of `text`.
    """

    def __init__(self, line: bytes, text: str) -> None:
        """From the engine's JSON in UTF-8 and the text that it is of; use load() or from_json()."""
        self._json = line
        self._text = text

    @classmethod
    def from_json(cls, line: str | bytes, text: str | None = None) -> Self:
        """A record that was written earlier, as by the command line. `text` may be left out where the line holds it.

        Raises ValueError where the line is no record in the format quoth.record/1 with offsets in code points, there is
        no text, or a span's text is not the text's.
        """
        raw = (utf8(line, "line") if isinstance(line, str) else bytes(line)).strip()
        value = json.loads(raw)
        if not isinstance(value, dict) or value.get("format") != "quoth.record/1":
            raise ValueError('no record: its "format" is not "quoth.record/1"')
        try:
            return cls._checked(raw, value["doc"], text)
        except (KeyError, TypeError) as error:
            raise ValueError(f"a record that lacks or misuses a key: {error!r}") from error

    @classmethod
    def _checked(cls, raw: bytes, doc: dict[str, Any], text: str | None) -> Self:
        if doc["offset_unit"] != "codepoint":
            raise ValueError(f"offsets count {doc['offset_unit']}; write the record with --offsets codepoint")
        text = doc.get("text") if text is None else text
        if text is None:
            raise ValueError("the record holds no text: give it, or write the record with --text")
        record = cls(raw, text)
        spans = [
            span for quotation in record.quotations for span in quotation.content + quotation.cue + quotation.source
        ]
        for span in [*spans, *(span for entity in record.entities for span in entity.mentions)]:
            if text[span.slice] != span.text:
                raise ValueError(f"the record is of another text: it differs at {span!r}")
        return record

    @cached_property
    def _value(self) -> dict[str, Any]:
        value: dict[str, Any] = json.loads(self._json)
        return value

    @property
    def text(self) -> str:
        """The document, as given."""
        return self._text

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """In order of first content, outer before inner."""
        return tuple(Quotation.of(value) for value in self._value["quotations"])

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """In order of first mention, "I" and "you" in quotations left out."""
        return tuple(Entity.of(value) for value in self._value["entities"])

    def entity(self, identifier: str) -> Entity:
        """The entity of an id ("e1"). Raises KeyError where there is none."""
        for entity in self.entities:
            if entity.id == identifier:
                return entity
        raise KeyError(identifier)

    def _fact(self, key: str) -> Any:
        return self._value["doc"][key]

    @property
    def id(self) -> str:
        """ "sha256:" and the hash of the text."""
        return str(self._fact("id"))

    @property
    def key(self) -> str:
        """The input's own id: what was given as `id`, else its `url`, else its `path`, else ""."""
        return str(self._fact("key"))

    @property
    def path(self) -> str:
        """The file that it came from, as given."""
        return str(self._fact("path"))

    @property
    def record(self) -> int:
        """The number, from 1, of the line or record in `path`."""
        return int(self._fact("record"))

    @property
    def url(self) -> str | None:
        """As given."""
        return self._optional("url")

    @property
    def title(self) -> str | None:
        """As given."""
        return self._optional("title")

    @property
    def author(self) -> str | None:
        """As given."""
        return self._optional("author")

    @property
    def publisher(self) -> str | None:
        """As given."""
        return self._optional("publisher")

    @property
    def published(self) -> str | None:
        """As given, else the day that the text's date line states (ISO 8601), else None."""
        return self._optional("published")

    @property
    def published_from(self) -> str | None:
        """Where `published` is from: "metadata" or "text"."""
        return self._optional("published_from")

    @property
    def modified(self) -> str | None:
        """As given."""
        return self._optional("modified")

    @property
    def duplicate_of(self) -> str | None:
        """`id` of the earlier document that this one nearly repeats, where `quoth archive` wrote the record."""
        return self._optional("duplicate_of")

    @property
    def language(self) -> str:
        """A guess: "en", another code of ISO 639-1, or "und"."""
        return str(self._fact("language"))

    @property
    def length(self) -> int:
        """Of the text, in code points."""
        return int(self._fact("length"))

    @property
    def notes(self) -> tuple[str, ...]:
        """What is odd about the document, such as "not_english"."""
        return tuple(self._fact("notes"))

    @property
    def engine(self) -> dict[str, str]:
        """Who computed it: version, model (file name), model_sha256."""
        return dict(self._value["engine"])

    def _optional(self, key: str) -> str | None:
        value: str | None = self._fact(key)
        return value

    def to_dict(self) -> dict[str, Any]:
        """What `json.loads` makes of the command line's record. Yours to change."""
        value: dict[str, Any] = json.loads(self._json)
        return value

    def to_json(self) -> str:
        """The command line's record, byte for byte in UTF-8, without the end of its line."""
        return self._json.decode()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Record):
            return NotImplemented
        return self._json == other._json and self._text == other._text

    def __hash__(self) -> int:
        return hash(self._json)

    def __reduce__(self) -> tuple[type[Self], tuple[bytes, str]]:
        return type(self), (self._json, self._text)

    def __repr__(self) -> str:
        name = self.title or self.key or self._text.strip().split("\n", 1)[0]
        return f"<Record {shortened(name)!r}, {len(self._value['quotations'])} quotations>"

    def _repr_html_(self) -> str:
        return html_of(self)

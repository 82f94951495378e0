"""An input on its way to the engine."""

from collections.abc import Mapping
from typing import Any, Self

from quoth import _engine
from quoth.errors import InvalidInput
from quoth.utf8 import utf8

_FACTS = ("title", "published", "url", "author", "publisher", "modified")


class Document:
    """A text, checked and in UTF-8, with what is known of it."""

    __slots__ = ("bytes", "facts", "text")

    def __init__(self, text: str, facts: _engine.Facts) -> None:
        self.text = text
        self.bytes = utf8(text, "text")
        self.facts = facts

    @classmethod
    def of(cls, value: object) -> Self:
        """From a `str` or a mapping; extract_many() says which keys. Raises InvalidText or InvalidInput."""
        if isinstance(value, str):
            value = {"text": value}
        if not isinstance(value, Mapping):
            raise InvalidInput("invalid_input", f'a {type(value).__name__} is neither a str nor a mapping with "text"')
        facts = {name: _optional(value, name) for name in _FACTS}
        identifier = value.get("id")
        path = _optional(value, "path") or ""
        key = str(identifier) if isinstance(identifier, int) else _optional(value, "id")
        record = value.get("record", 1)
        if not isinstance(record, int) or record < 1:
            raise InvalidInput("invalid_input", f"record: {record!r} is no number from 1")
        # As the command line does of a line of JSON.
        key = key if key is not None else facts["url"] if facts["url"] is not None else path
        return cls(_text(value), _engine.Facts(key=key, path=path, record=record, **facts))


def _text(value: Mapping[str, Any]) -> str:
    text = value.get("text")
    if not isinstance(text, str):
        raise InvalidInput("invalid_input", f"text: a {type(text).__name__}, not a str")
    return text


def _optional(value: Mapping[str, Any], name: str) -> str | None:
    fact = value.get(name)
    if fact is None:
        return None
    if not isinstance(fact, str):
        raise InvalidInput("invalid_input", f"{name}: a {type(fact).__name__}, not a str")
    utf8(fact, name)
    return fact

"""Text on its way to the engine, which reads UTF-8."""

from quoth.errors import InvalidText


def utf8(text: str, name: str) -> bytes:
    """The text in UTF-8. Raises InvalidText, which calls the text by `name`."""
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        invalid = InvalidText(
            "invalid_utf8",
            f"{name}: character {error.start} is U+{ord(text[error.start]):04X}, half of a surrogate pair; "
            "decode the text with errors='replace', or drop such characters",
        )
        invalid.position = error.start
        raise invalid from None

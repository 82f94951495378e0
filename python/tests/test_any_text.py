"""Whatever a `str` can hold gives a record whose spans slice the text, or a documented exception."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import quoth
from conftest import ARTICLE
from test_record import spans_of

# What the engine finds quotations in, and what breaks offsets, between characters of any kind.
PIECES = st.sampled_from(
    [
        "“We won,” ",
        "said Ana Ruiz",
        ", she added",
        ". ",
        "\n\n",
        "told him that ",
        '"',
        "👩‍👩‍👧",
        "\u202eשלום ",
        "é",
        "e\u0301",
        "\0",
        "\r",
    ]
)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=30).map("".join)
ANY_STR = st.text(st.characters(), max_size=60)  # lone surrogates too


def is_sound(record: quoth.Record, text: str) -> bool:
    assert record.text == text
    assert record.length == len(text)
    return all(text[span.start : span.end] == span.text and span.start < span.end for span in spans_of(record))


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_every_span_slices_any_text(tiny: quoth.Extractor, text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        with pytest.raises(quoth.InvalidText) as caught:
            tiny.extract(text)
        assert caught.value.position == error.start
    else:
        assert is_sound(tiny.extract(text), text)


@settings(max_examples=100, deadline=None)
@given(ANY_STR, ANY_STR)
def test_any_str_is_a_record_or_invalid_text(tiny: quoth.Extractor, text: str, title: str) -> None:
    try:
        record = tiny.extract(text, title=title)
    except quoth.InvalidText as error:
        assert error.code == "invalid_utf8"
        assert error.position is not None
        faulty = title if str(error).startswith("title") else text
        assert 0xD800 <= ord(faulty[error.position]) <= 0xDFFF
    else:
        assert is_sound(record, text)
        assert record.title == title


@pytest.mark.parametrize("text", ["", " ", "\0", "\n" * 1000, "🎉", "\u202e", "”", "“" * 500])
def test_odd_texts_are_records(tiny: quoth.Extractor, text: str) -> None:
    assert is_sound(tiny.extract(text), text)


def test_a_lone_surrogate_is_told_with_its_place(tiny: quoth.Extractor) -> None:
    with pytest.raises(quoth.InvalidText, match=r"text: character 4 is U\+D83C") as caught:
        tiny.extract("“é🎉” \ud83c"[0:4] + "\ud83c said Ana.")
    assert isinstance(caught.value, ValueError)
    assert (caught.value.code, caught.value.position) == ("invalid_utf8", 4)


def test_ten_megabytes_are_a_record(tiny: quoth.Extractor) -> None:
    paragraph = "“Zoé 🎉 won,” said Ana Ruiz. " + "\n" * 20_000
    text = paragraph * (10_000_000 // len(paragraph.encode()))
    record = tiny.extract(text)
    assert record.quotations
    assert is_sound(record, text)


def test_more_than_sixteen_megabytes_are_refused(tiny: quoth.Extractor) -> None:
    with pytest.raises(quoth.DocumentTooLarge, match="16 MiB") as caught:
        tiny.extract("x" * ((16 << 20) + 1))
    assert caught.value.code == "document_too_large"
    with pytest.raises(quoth.DocumentTooLarge):
        tiny.extract("é" * ((8 << 20) + 1))


@pytest.mark.parametrize("text", [None, b"bytes", 7, ["a"]])
def test_what_is_no_str_is_invalid_input(tiny: quoth.Extractor, text: object) -> None:
    with pytest.raises(quoth.InvalidInput) as caught:
        tiny.extract(text)  # type: ignore[arg-type]
    assert isinstance(caught.value, TypeError)


def test_facts_are_checked_too(tiny: quoth.Extractor) -> None:
    with pytest.raises(quoth.InvalidInput, match="title"):
        tiny.extract(ARTICLE, title=7)  # type: ignore[arg-type]
    with pytest.raises(quoth.InvalidInput, match="record"):
        tiny.extract(ARTICLE, record=0)

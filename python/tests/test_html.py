from html import escape
from html.parser import HTMLParser

import quoth


class Reader(HTMLParser):
    """Keeps the tags, checks that they nest, and gathers the text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.open.append(tag)
        assert {name for name, _ in attrs} <= {"style", "title"}
        assert not any("url(" in (value or "") for name, value in attrs if name == "style")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def read(record: quoth.Record) -> Reader:
    reader = Reader()
    reader.feed(record._repr_html_())
    reader.close()
    assert reader.open == []
    return reader


def test_the_article_stands_in_it_whole(record: quoth.Record) -> None:
    reader = read(record)
    assert record.text in reader.text
    assert set(reader.tags) <= {"div", "span", "strong", "em"}


def test_text_is_never_markup(extractor: quoth.Extractor) -> None:
    bad = '<script>alert("1")</script>'
    text = (
        f"“We won {bad},” said Ana <b>Ruiz</b> & co. &amp; {bad}\n\n“It’s <i>fine</i>,” said </span></div>{bad} Okri."
    )
    record = extractor.extract(text, title=f"T {bad}", url=f"https://example.org/{bad}", published=bad)
    assert record.quotations
    reader = read(record)
    assert text in reader.text
    assert bad in reader.text.replace(text, "")
    assert set(reader.tags) <= {"div", "span", "strong", "em"}


def test_quotations_have_the_colour_of_their_speaker(record: quoth.Record) -> None:
    html = record._repr_html_()
    colours: dict[str, set[str]] = {}
    for quotation in record.quotations:
        if quotation.speaker and quotation.kind == "direct":
            before = html[: html.index(f">{escape(quotation.text)}</span>")]
            style = before[before.rindex("background:") :]
            colours.setdefault(quotation.speaker.name, set()).add(style[: style.index(")")])
    assert len(colours) >= 2
    assert all(len(found) == 1 for found in colours.values())
    assert len(set.union(*colours.values())) == len(colours)


def test_the_pointer_tells_speaker_act_and_confidence(record: quoth.Record) -> None:
    quotation = record.quotations[0]
    assert quotation.speaker is not None
    expected = f"q1: Ana Ruiz ({quotation.speaker.confidence:.2f}), direct say, {quotation.confidence:.2f}"
    assert expected in record._repr_html_()


def test_nested_and_overlapping_spans_are_shown(tiny: quoth.Extractor) -> None:
    text = "“We won,” said Ana Ruiz. Okri said Ruiz said: “I have lost,” he told her that it was over. " * 5
    assert text in read(tiny.extract(text)).text


def test_long_articles_are_cut(tiny: quoth.Extractor) -> None:
    reader = read(tiny.extract("“We won,” said Ana Ruiz." + " " * 100_000))
    assert "… and 50,024 more characters" in reader.text
    assert len(reader.text) < 51_000


def test_an_empty_record_is_shown(tiny: quoth.Extractor) -> None:
    assert read(tiny.extract("")).tags

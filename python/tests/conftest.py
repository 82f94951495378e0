"""What the tests share: two extractors, and an article."""

import pathlib

import pytest

import quoth

ROOT = pathlib.Path(__file__).resolve().parents[2]
TINY = ROOT / "tests/fixtures/tiny.qmodel"

ARTICLE = (
    "“We won,” said Ana Ruiz, the mayor of Ávila 🎉. Her party has nine of the 21 seats.\n\n"
    "“It was close,” she added.\n\n"
    'Ben Okri told reporters on Tuesday that the count "had been fair", but that he would not concede. '
    "According to Ruiz, Okri had said: “I have lost.”\n"
)


@pytest.fixture(scope="session")
def extractor() -> quoth.Extractor:
    """The default weights."""
    return quoth.load()


@pytest.fixture(scope="session")
def tiny() -> quoth.Extractor:
    """Weights that mean nothing and take no time: for what holds whatever the network says. Nothing is left out."""
    return quoth.load(TINY, min_confidence=0, min_speaker_confidence=0, any_language=True)


@pytest.fixture(scope="session")
def record(extractor: quoth.Extractor) -> quoth.Record:
    """Of the article."""
    return extractor.extract(ARTICLE, title="Ruiz wins", published="2026-11-03", url="https://example.org/ruiz")

"""Quoth as a component of spaCy's pipelines: nlp.add_pipe("quoth"). Needs the extra `spacy`; docs/python.md tells more.

What it leaves on a Doc is plain data in doc.user_data and spans in doc.spans, so that DocBin and other processes keep
it:

    doc.spans["quotations"]     a span a piece of content; its label is the kind, its id the quotation's ("q1")
    doc._.quoth                 the record, as docs/formats/record.md tells it
    span._.quotation, ._.speaker, ._.cue, ._.source    looked up there by the span's id
"""

from collections.abc import Iterator
from typing import Any

from quoth.extractor import Extractor, load
from quoth.extras import required

required("spacy", "spacy", "quoth.spacy_component")

from spacy.language import Language  # noqa: E402
from spacy.tokens import Doc, Span  # noqa: E402

ALIGNMENTS = ("expand", "strict", "contract")
GROUP = "quotations"
PARTS = ("content", "cue", "source")


def quotation_of(span: Span) -> dict[str, Any] | None:
    """The quotation, as in the record's JSON, that a span of the group is content of; None for other spans."""
    found = span.doc._.quoth
    if found is None or not span.id_:
        return None
    return next((one for one in found["quotations"] if one["id"] == span.id_), None)


def speaker_of(span: Span) -> str | None:
    """The speaker's name, or None."""
    quotation = quotation_of(span)
    return quotation["speaker"]["name"] if quotation and quotation["speaker"] else None


def part_of(name: str) -> Any:
    """What looks up the tokens of a quotation's cue or source. Pieces that cannot be aligned are left out."""

    def tokens(span: Span) -> list[Span]:
        quotation = quotation_of(span)
        if quotation is None:
            return []
        return list(aligned(span.doc, quotation[name], span.doc._.quoth_alignment))

    return tokens


def aligned(doc: Doc, places: list[dict[str, Any]], alignment: str) -> Iterator[Span]:
    for place in places:
        found = doc.char_span(place["start"], place["end"], alignment_mode=alignment)
        if found is not None:
            yield found


def register_extensions() -> None:
    """Once a process; again does nothing. Extensions of these names that others made are left as they are."""
    if not Doc.has_extension("quoth"):
        Doc.set_extension("quoth", default=None)
        Doc.set_extension("quoth_alignment", default="expand")
        Doc.set_extension("quoth_unaligned", default=0)
        Doc.set_extension("quoth_facts", default=None)
    getters = {"quotation": quotation_of, "speaker": speaker_of, "cue": part_of("cue"), "source": part_of("source")}
    for name, getter in getters.items():
        if not Span.has_extension(name):
            Span.set_extension(name, getter=getter)


def unaligned(doc: Doc, quotations: list[dict[str, Any]]) -> int:
    """How many pieces of contents, cues and sources do not begin and end where tokens do."""
    starts = {token.idx for token in doc}
    ends = {token.idx + len(token) for token in doc}
    pieces = [piece for quotation in quotations for part in PARTS for piece in quotation[part]]
    return sum(piece["start"] not in starts or piece["end"] not in ends for piece in pieces)


class QuothComponent:
    """The component. The model is loaded with the first Doc, in each process that reads any."""

    def __init__(self, name: str, model: str, alignment: str, options: dict[str, Any]) -> None:
        if alignment not in ALIGNMENTS:
            raise ValueError(f"{name}: alignment {alignment!r} is none of {', '.join(ALIGNMENTS)}")
        self.name = name
        self._alignment = alignment
        self._model = model
        self._options = options
        self._extractor: Extractor | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Fills the Doc. Raises the engine's errors; `nlp.set_error_handler` decides what becomes of them."""
        if self._extractor is None:
            self._extractor = load(self._model, **self._options)
        record = self._extractor.extract(doc.text, **(doc._.quoth_facts or {})).to_dict()
        quotations = record["quotations"]
        doc._.quoth = record
        doc._.quoth_alignment = self._alignment
        doc._.quoth_unaligned = unaligned(doc, quotations)
        doc.spans[GROUP] = list(self._contents(doc, quotations))
        return doc

    def _contents(self, doc: Doc, quotations: list[dict[str, Any]]) -> Iterator[Span]:
        for quotation in quotations:
            for piece in aligned(doc, quotation["content"], self._alignment):
                yield Span(doc, piece.start, piece.end, label=quotation["kind"], span_id=quotation["id"])

    def __getstate__(self) -> dict[str, Any]:
        return self.__dict__ | {"_extractor": None}


@Language.factory(
    "quoth",
    default_config={
        "model": "base",
        "alignment": "expand",
        "min_confidence": None,
        "min_speaker_confidence": None,
        "annotation": "wikinews",
        "knowledge_base": None,
        "any_language": False,
    },
    assigns=[
        "doc.spans",
        "doc._.quoth",
        "doc._.quoth_unaligned",
        "span._.quotation",
        "span._.speaker",
        "span._.cue",
        "span._.source",
    ],
)
def make_quoth(
    nlp: Language,
    name: str,
    model: str,
    alignment: str,
    min_confidence: float | None,
    min_speaker_confidence: float | None,
    annotation: str,
    knowledge_base: str | None,
    any_language: bool,
) -> QuothComponent:
    """`alignment`: what becomes of a span that ends within a token. "expand" takes whole tokens, "contract" those
    inside, "strict" leaves it out. The other settings are those of quoth.load()."""
    options = {
        "min_confidence": min_confidence,
        "min_speaker_confidence": min_speaker_confidence,
        "annotation": annotation,
        "knowledge_base": knowledge_base,
        "any_language": any_language,
    }
    return QuothComponent(name, model, alignment, options)


register_extensions()

import os
import pathlib
import pickle

import pytest

import quoth
from conftest import ARTICLE, TINY


def test_the_default_is_base_of_the_package(extractor: quoth.Extractor) -> None:
    assert extractor.model_name.startswith("quoth-en-")
    assert extractor.model_name.endswith("-base.qmodel")
    assert len(extractor.model_sha256) == 64
    assert extractor.kernel_name in ("amx", "vnni", "avx2", "portable")
    assert extractor.model_name in repr(extractor)


def test_a_path_is_a_string_or_a_path() -> None:
    assert quoth.load(TINY).model_name == quoth.load(str(TINY)).model_name == "tiny.qmodel"


def test_kernels_agree(tiny: quoth.Extractor) -> None:
    portable = quoth.load(TINY, min_confidence=0, min_speaker_confidence=0, any_language=True, kernel="portable")
    assert portable.kernel_name == "portable"
    assert portable.extract(ARTICLE) == tiny.extract(ARTICLE)


def test_min_confidence_leaves_quotations_out(tiny: quoth.Extractor) -> None:
    everything = tiny.extract(ARTICLE)
    assert everything.quotations
    least = max(quotation.confidence for quotation in everything.quotations)
    certain = quoth.load(TINY, min_confidence=least, any_language=True).extract(ARTICLE)
    assert all(quotation.confidence >= least - 1e-4 for quotation in certain.quotations)
    assert quoth.load(TINY, min_confidence=1.0, any_language=True).extract(ARTICLE).quotations == ()


def test_an_extractor_survives_pickling(tiny: quoth.Extractor) -> None:
    assert pickle.loads(pickle.dumps(tiny)).extract(ARTICLE) == tiny.extract(ARTICLE)


def test_an_unknown_path_is_file_not_found() -> None:
    with pytest.raises(quoth.FileNotFound, match=r"/nowhere\.qmodel.*\[file_not_found\]") as caught:
        quoth.load("/nowhere.qmodel")
    assert isinstance(caught.value, FileNotFoundError)
    assert caught.value.code == "file_not_found"


def test_research_weights_are_not_in_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QUOTH_MODEL_PATH", raising=False)
    with pytest.raises(quoth.FileNotFound, match="QUOTH_MODEL_PATH"):
        quoth.load("research")
    folder = pathlib.Path(quoth.__file__).parent / "models"
    assert not [name for name in os.listdir(folder) if "research" in name]


def test_a_damaged_file_is_told(tmp_path: pathlib.Path) -> None:
    damaged = tmp_path / "damaged.qmodel"
    damaged.write_bytes(TINY.read_bytes()[:-1])
    with pytest.raises(quoth.ModelCorrupt, match=r"damaged\.qmodel"):
        quoth.load(damaged)
    with pytest.raises(quoth.KnowledgeBaseCorrupt):
        quoth.load(TINY, knowledge_base=damaged)
    with pytest.raises(quoth.QuothError):
        quoth.load(tmp_path)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"min_confidence": 1.5}, quoth.InvalidOption),
        ({"min_confidence": -0.5}, quoth.InvalidOption),
        ({"min_speaker_confidence": float("nan")}, quoth.InvalidOption),
        ({"annotation": "mine"}, quoth.InvalidOption),
        ({"kernel": "abacus"}, quoth.KernelUnavailable),
        ({"knowledge_base": "/nowhere.qkb"}, quoth.FileNotFound),
    ],
)
def test_bad_options_are_told(options: dict[str, object], expected: type[quoth.QuothError]) -> None:
    with pytest.raises(expected):
        quoth.load(TINY, **options)  # type: ignore[arg-type]


def test_errors_survive_pickling() -> None:
    with pytest.raises(quoth.FileNotFound) as caught:
        quoth.load("/nowhere.qmodel")
    caught.value.index = 3
    copy = pickle.loads(pickle.dumps(caught.value))
    assert (type(copy), str(copy), copy.code, copy.index) == (
        quoth.FileNotFound,
        str(caught.value),
        "file_not_found",
        3,
    )

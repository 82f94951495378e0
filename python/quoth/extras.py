"""Optional packages: what needs them imports them when it is called, so that `import quoth` stays quick."""

from __future__ import annotations

import importlib
from types import ModuleType


class MissingExtra(ImportError):
    """A package that an extra of quoth installs is not there; the message tells the command that installs it."""


def required(package: str, extra: str, purpose: str) -> ModuleType:
    """The package, imported. Raises MissingExtra where it is not installed."""
    try:
        return importlib.import_module(package)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != package.partition(".")[0]:
            raise
        raise MissingExtra(
            f"{purpose} needs {package.partition('.')[0]}: pip install 'quoth[{extra}]'", name=package
        ) from None

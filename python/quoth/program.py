"""The command line program that comes with the package."""

from __future__ import annotations

import os
import shutil
import sysconfig
from pathlib import Path


def program_path() -> Path:
    """Where `quoth` is: among this environment's scripts, else on the PATH. Raises FileNotFoundError."""
    for folder in (sysconfig.get_path("scripts"), sysconfig.get_path("scripts", os.name + "_user")):
        candidate = Path(folder) / "quoth"
        if os.access(candidate, os.X_OK):
            return candidate
    found = shutil.which("quoth")
    if found is None:
        raise FileNotFoundError(
            "the program `quoth` is not installed beside this package: pip install --force-reinstall quoth"
        )
    return Path(found)

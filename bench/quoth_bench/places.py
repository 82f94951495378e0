"""Where things are. What scores and runs Quoth is eval's: importing this makes quoth_eval importable."""

import os
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = pathlib.Path(os.environ.get("QUOTH_SHARED", ROOT.parent / "shared"))
CACHE = ROOT / ".cache"  # What is installed and made, and may be thrown away.
BUILD = ROOT / "build" / "release"
PROGRAMS = ROOT / "bench" / "programs"
sys.path.append(str(ROOT / "eval"))

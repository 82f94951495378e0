"""Runs build/release/quoth_page over pages."""

import json
import pathlib
import subprocess
import tempfile

from . import engine

DRIVER = engine.ROOT / "build" / "release" / "quoth_page"


def read(pages, driver=DRIVER):
    """[what is read of a page] for [(bytes of HTML, URL)], in order; a page that is none has "error"."""
    if not pathlib.Path(driver).exists():
        engine.refuse(f"{driver}: no such program; build it with tools/build release")
    with tempfile.TemporaryDirectory() as folder:
        lines = []
        for k, (html, url) in enumerate(pages):
            path = pathlib.Path(folder, f"{k}.html")
            path.write_bytes(html)
            lines.append(f"{path}\t{url}\n")
        ended = subprocess.run([driver, "read"], input="".join(lines), capture_output=True, text=True, check=True)
    return [json.loads(line) for line in ended.stdout.split("\n") if line]

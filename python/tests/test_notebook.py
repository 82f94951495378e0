"""The notebook of examples/ runs from its first cell to its last, on a few articles."""

import pathlib

import nbclient
import nbformat
import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]


def test_the_notebook_runs_and_keeps_its_pictures(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUOTH_ARTICLES", "8")
    monkeypatch.setenv("QUOTH_PICTURES", str(tmp_path))
    path = ROOT / "examples/who_is_quoted.ipynb"
    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    nbclient.NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(path.parent)}}).execute()
    printed = "".join(output.get("text", "") for cell in notebook.cells for output in cell.get("outputs", []))
    assert "quotations in 8 articles" in printed
    assert {picture.name for picture in tmp_path.iterdir()} == {"who-is-quoted.svg", "who-speaks-about-whom.svg"}
    shown = notebook.cells[1]["outputs"][0]["data"]["text/html"]
    assert "Ana Ruiz" in shown and "<table" not in shown, "the first cell shows the record itself"

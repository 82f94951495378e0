"""quoth kb: building, looking into, and refusing knowledge bases."""

import bz2
import gzip
import json
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from program import ROOT, run  # noqa: E402

ITEMS = [{"id": "Q1", "name": "Ana Ruiz", "aliases": ["Ruiz"], "description": "mayor", "types": ["person"], "dates": {"start": "1961-08-04"}, "title": "Ana Ruiz"},
         {"id": "Q2", "name": "José Ruiz", "types": ["person"], "title": "José Ruiz"}]
LINES = [json.dumps(item).encode() for item in ITEMS]


class KnowledgeBase(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self.folder.name)
        self.base = str(self.path / "x.qkb")

    def tearDown(self):
        self.folder.cleanup()

    def file(self, name, data):
        (self.path / name).write_bytes(data)
        return str(self.path / name)

    def test_what_was_built_is_shown(self):
        counts = self.file("counts.tsv", "Ruiz\tJosé Ruiz\t5\nRuiz\tRuiz (singer)\t3\n".encode())
        done = run("kb", "build", "--out", self.base, self.file("items.jsonl", b"\n".join(LINES)), counts)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stdout, b"")
        self.assertIn(b"2 items", done.stderr)
        shown = run("kb", "show", self.base, "RUIZ")
        self.assertEqual(shown.stdout.decode(), "5\tQ2\tJosé Ruiz\tperson\t/\t\n1\tQ1\tAna Ruiz\tperson\t1961/\tmayor\n3\t-\tsomething that is no item\n")
        self.assertIn(b"Q2", run("kb", "show", self.base, "jose ruiz").stdout)
        self.assertIn(b"Ana Ruiz", run("kb", "show", self.base, "Q1").stdout)
        unknown = run("kb", "show", self.base, "Nobody")
        self.assertEqual((unknown.returncode, unknown.stdout), (1, b""))

    def test_a_malformed_line_is_reported_with_its_number_and_skipped(self):
        done = run("kb", "build", "--out", self.base, self.file("items.jsonl", LINES[0] + b"\n{\"id\": \n" + LINES[1] + b"\n"))
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"items.jsonl:2: ", done.stderr)
        self.assertIn(b"[invalid_json]", done.stderr)
        self.assertIn(b"2 items, 0 alias counts, 0 left out, 1 skipped", done.stderr)
        self.assertEqual(run("kb", "show", self.base, "Q2").returncode, 0)

    def test_order_and_compression_leave_the_bytes_alone(self):
        made = set()
        for name, data in (("a", b"\n".join(LINES)), ("b", b"\n".join(reversed(LINES))), ("c.gz", gzip.compress(b"\n".join(LINES))), ("d.bz2", bz2.compress(b"\n".join(LINES)))):
            self.assertEqual(run("kb", "build", "--out", self.base, self.file(name, data)).returncode, 0)
            made.add(pathlib.Path(self.base).read_bytes())
        self.assertEqual(len(made), 1)

    def test_altered_bases_and_missing_inputs_are_refused(self):
        items = self.file("items.jsonl", b"\n".join(LINES))
        done = run("kb", "build", "--out", self.base, items, str(self.path / "missing"))
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"[file_not_found]", done.stderr)
        whole = pathlib.Path(self.base).read_bytes()
        for data in (whole[:-1], whole[:70], b"", whole[:200] + bytes([whole[200] ^ 1]) + whole[201:]):
            shown = run("kb", "show", self.file("odd.qkb", data), "Ruiz")
            self.assertEqual((shown.returncode, shown.stdout), (2, b""))
            self.assertIn(b"odd.qkb", shown.stderr)
            self.assertIn(b"[kb_corrupt]", shown.stderr)
        self.assertEqual(run("kb", "build", "--out", "/nowhere/at/all.qkb", items).returncode, 2)

    def test_extract_refuses_what_is_no_base(self):
        text = self.file("text.txt", b"Ana Ruiz said that it rains.")
        missing = run("extract", "--kb", str(self.path / "missing.qkb"), text)
        self.assertEqual((missing.returncode, missing.stdout), (2, b""))
        self.assertIn(b"[file_not_found]", missing.stderr)
        odd = run("extract", "--kb", text, text)
        self.assertEqual((odd.returncode, odd.stdout), (2, b""))
        self.assertIn(b"[kb_corrupt]", odd.stderr)

    def test_the_example_is_built(self):
        done = run("kb", "build", "--out", self.base, *(str(ROOT / "data/kb" / name) for name in ("items.jsonl", "places.jsonl", "aliases.tsv")))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn(b"\tQ76\tBarack Obama\tperson\t", run("kb", "show", self.base, "Obama").stdout.splitlines(keepends=True)[0])
        self.assertIn(b"\tenwiki:Boston,_Massachusetts\tBoston\tplace\t", run("kb", "show", self.base, "Boston").stdout.splitlines(keepends=True)[0])

    def test_a_city_is_not_its_team(self):
        run("kb", "build", "--out", self.base, *(str(ROOT / "data/kb" / name) for name in ("items.jsonl", "places.jsonl", "aliases.tsv")))
        text = self.file("text.txt", b"The council met on Monday.\n\nBoston said that it would pay for the new bridge.")
        record = json.loads(run("extract", "--kb", self.base, text, model=None).stdout)
        linked = {entity["name"]: entity["kb"] for entity in record["entities"]}
        self.assertEqual(linked.get("Boston"), "enwiki:Boston,_Massachusetts")


if __name__ == "__main__":
    unittest.main()

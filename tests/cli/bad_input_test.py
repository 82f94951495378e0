"""Hostile and broken input: reported with name, place and remedy, skipped, and never in the way of the others."""

import pathlib
import resource
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from program import MODEL, QUOTH, ROOT, records, run  # noqa: E402


class BadInput(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self.folder.name)

    def tearDown(self):
        self.folder.cleanup()

    def file(self, name, data):
        (self.path / name).write_bytes(data)
        return str(self.path / name)

    def test_an_empty_file_is_a_document_without_quotations(self):
        result = run("extract", self.file("empty.txt", b""))
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(records(result)[0]["quotations"], [])

    def test_a_line_of_100_mb_is_refused_with_flat_memory(self):
        for start in (b"", b'{"text":"'):
            path = self.file("huge.txt", start + b"x" * (100 << 20))
            limit = 400 << 20
            result = subprocess.run([QUOTH, "extract", path, "--model", MODEL, "--threads", "1"], capture_output=True, check=False,
                                    preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_DATA, (limit, limit)))
            self.assertEqual(result.returncode, 2, result.stderr)
            self.assertIn(b"document_too_large", result.stderr)
            self.assertIn(b"16777216", result.stderr)
            self.assertIn(b"split", result.stderr)

    def test_invalid_utf8_is_reported_with_its_byte_and_can_be_replaced(self):
        path = self.file("broken.txt", b"abc \xff def")
        result = run("extract", path)
        self.assertEqual(result.returncode, 2)
        self.assertIn(b"broken.txt", result.stderr)
        self.assertIn(b"4", result.stderr)
        self.assertIn(b"--replace-invalid", result.stderr)
        replaced = run("extract", path, "--replace-invalid", "--text")
        self.assertEqual(replaced.returncode, 0)
        self.assertEqual(records(replaced)[0]["doc"]["text"], "abc \ufffd def")

    def test_odd_bytes_are_text_like_others(self):
        for data in (b"a\0b \"We won,\" she said.", b"\xef\xbb\xbf\"We won,\" she said.", b"one\r\n\r\ntwo\r\n", "漢字 ’“„".encode(), b'"' * 10000,
                     "“‘".encode() * 5000 + b"' \" " * 5000):
            result = run("extract", self.file("odd.txt", data), "--text")
            self.assertEqual(result.returncode, 0, result.stderr)
            self.assertEqual(records(result)[0]["doc"]["text"].encode(), data)

    def test_an_unreadable_file_does_not_stop_the_others(self):
        good = self.file("good.txt", b"She said that it rains.")
        result = run("extract", good, str(self.path / "missing.txt"), str(self.path / "*.gz"), good)
        self.assertEqual(result.returncode, 2)
        self.assertEqual(len(records(result)), 2)
        self.assertIn(b"missing.txt", result.stderr)
        self.assertIn(b"*.gz: no file matches", result.stderr)
        self.assertIn(b"file_not_found", result.stderr)

    def test_folders_patterns_and_lists_stand_for_their_files(self):
        (self.path / "b").mkdir()
        for name in ("b/2.txt", "a.txt", "c.txt"):
            self.file(name, b"She said that it rains.")
        keys = lambda *arguments: [record["doc"]["key"].removeprefix(self.folder.name + "/") for record in records(run("extract", *arguments))]
        self.assertEqual(keys(self.folder.name), ["a.txt", "b/2.txt", "c.txt"])
        self.assertEqual(keys(str(self.path / "**/[a-b2].txt")), ["a.txt", "b/2.txt"])
        listed = self.file("list", f"# two\n{self.path}/c.txt\n\n{self.path}/b\n".encode())
        self.assertEqual(keys("--from", listed), ["c.txt", "b/2.txt"])
        self.assertEqual(run("extract").returncode, 2)

    def test_other_languages_are_noted_and_not_read(self):
        german = self.file("de.txt", "Die Bürgermeisterin sagte am Dienstag, dass die Brücke für eine Woche gesperrt wird. „Wir haben keine Wahl“, sagte sie.".encode())
        result = run("extract", german)
        self.assertEqual(result.returncode, 0)
        record = records(result)[0]
        self.assertEqual((record["doc"]["language"], record["doc"]["notes"], record["quotations"]), ("de", ["not_english"], []))
        self.assertIn(b"--any-language", result.stderr)
        record = records(run("extract", german, "--any-language", "--min-confidence", "0"))[0]
        self.assertEqual((record["doc"]["language"], record["doc"]["notes"]), ("de", []))

    def test_tables_and_feeds_are_told_by_content(self):
        table = self.file("news.csv", b'id,text\r\n1,"""We won,"" she said."\r\n2,more,fields\r\n')
        result = run("extract", table)
        self.assertEqual([record["doc"]["key"] for record in records(result)], ["1"])
        self.assertIn(b"news.csv: row 3", result.stderr)
        self.assertIn(b"invalid_row", result.stderr)
        feed = self.file("news.rss", b"<rss><channel><item><guid>g</guid><description>We won, she said.</description></item></channel></rss>")
        record = records(run("extract", feed))[0]
        self.assertEqual((record["doc"]["key"], record["doc"]["text"], record["doc"]["notes"]), ("g", "We won, she said.", ["summary_only"]))

    def test_an_encoding_is_guessed_where_that_is_asked_for(self):
        record = records(run("extract", self.file("old.txt", "“We won,” said Zoë.".encode("cp1252")), "--encoding", "detect", "--text"))[0]
        self.assertEqual(record["doc"]["text"], "“We won,” said Zoë.")

    def test_altered_weights_are_refused(self):
        whole = pathlib.Path(MODEL).read_bytes()
        good = self.file("good.txt", b"She said that it rains.")
        altered = bytearray(whole)
        altered[5000] ^= 1
        for data in (whole[:100], whole[:-1], bytes(altered), b"", b"no model at all" * 100):
            result = run("extract", good, model=self.file("odd.qmodel", data))
            self.assertEqual(result.returncode, 2)
            self.assertEqual(result.stdout, b"")
            self.assertIn(b"odd.qmodel", result.stderr)
            self.assertIn(b"model_corrupt", result.stderr)

    def test_a_missing_model_lists_the_places(self):
        result = run("extract", self.file("good.txt", b"x"), model="research", env={"QUOTH_MODEL_PATH": "/nowhere/at/all"})
        if result.returncode != 0:
            self.assertIn(b"/nowhere/at/all", result.stderr)

    def test_wrong_flags_are_errors(self):
        for flags in (["--kind", "loud"], ["--offsets", "miles"], ["--min-confidence", "2"], ["--min-speaker-confidence", "-1"], ["--field", "published"], ["--kernel", "abacus"],
                      ["--threads", "0"], ["--batch", "-1"]):
            result = run("extract", self.file("good.txt", b"x"), *flags)
            self.assertEqual(result.returncode, 2, flags)
            self.assertNotEqual(result.stderr, b"")

    def test_json_lines_with_odd_ends(self):
        result = run("extract", str(ROOT / "tests/cases/bytes/ends.jsonl"))
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual([r["doc"]["key"] for r in records(result)], ["a", "b", "c"])

    def test_half_a_surrogate_pair_costs_one_line_only(self):
        result = run("extract", str(ROOT / "tests/cases/bytes/surrogate.jsonl"), "--text")
        self.assertEqual([r["doc"]["key"] for r in records(result)], ["a", "c", "d"])
        self.assertIn(b"surrogate.jsonl:2", result.stderr)
        self.assertNotIn(b"\0", result.stdout)
        self.assertIn("🔥".encode(), result.stdout)


if __name__ == "__main__":
    unittest.main()

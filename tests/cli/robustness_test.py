"""What is outside the article: full disks, closed streams, odd file names, terminals, records that were tampered with."""

import json
import os
import pathlib
import re
import select
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from program import MODEL, QUOTH, ROOT, run  # noqa: E402

ARTICLE = str(ROOT / "examples/articles/air-route.txt")


class Robustness(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = os.fsencode(folder.name)

    def file(self, data, name=b"file"):
        path = self.folder + b"/" + name
        with open(path, "wb") as file:
            file.write(data)
        return os.fsdecode(path)

    def test_a_full_disk_is_an_error(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([QUOTH, "extract", "--model", MODEL, ARTICLE], stdout=full, stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"output_unwritable", done.stderr)

    def test_a_closed_standard_error_stops_nothing(self):
        done = subprocess.run(["bash", "-c", '"$0" extract --model "$1" /nowhere 2>&-', QUOTH, MODEL], stdout=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, 2)

    def test_output_is_utf8_whatever_the_file_is_called(self):
        run("extract", self.file(b"Hi.", b"b\xff")).stdout.decode("utf-8")

    def test_an_article_cannot_command_the_terminal(self):
        article = self.file("“\x9b31m\x1b[31m H\u202ei\u2066,” she said.\n".encode())
        out = run("extract", "--format", "pretty", "--color", "never", article).stdout.decode()
        self.assertEqual(re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", out), [])

    def test_neither_can_the_name_of_a_file(self):
        self.assertNotIn(b"\x1b", run("extract", "/nowhere/\x1b[31m").stderr)

    def test_a_live_pipe_gets_its_answer_before_it_says_more(self):
        for threads in ("1", "2"):
            with subprocess.Popen([QUOTH, "extract", "--model", MODEL, "--threads", threads, "-"], stdin=subprocess.PIPE,
                                  stdout=subprocess.PIPE) as process:
                process.stdin.write(b'{"id":"a","text":"x"}\n')
                process.stdin.flush()
                answered = select.select([process.stdout], [], [], 30)[0]
                process.stdin.close()
                self.assertTrue(answered, threads)
                self.assertEqual(json.loads(process.stdout.read())["doc"]["key"], "a")

    def test_the_last_of_a_repeated_flag_counts(self):
        done = run("extract", "--format", "csv", "--threads", "2", "--format", "jsonl", "--threads", "1", ARTICLE)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(json.loads(done.stdout)["format"], "quoth.record/1")

    def verified(self, change):
        record = json.loads(run("extract", "--min-confidence", "0", "--text", ARTICLE).stdout)
        change(record)
        return run("verify", self.file(json.dumps(record).encode(), b"record"), ARTICLE, model=None).returncode

    def test_verify_notices_what_is_missing(self):
        self.assertEqual(self.verified(lambda record: None), 0)
        self.assertEqual(self.verified(lambda record: record.pop("entities")), 1)
        self.assertEqual(self.verified(lambda record: record["quotations"][0]["content"][0].pop("text")), 1)
        self.assertEqual(self.verified(lambda record: record["doc"].update(length=7)), 1)
        self.assertEqual(self.verified(lambda record: record["doc"].update(text="Other words.")), 1)


if __name__ == "__main__":
    unittest.main()

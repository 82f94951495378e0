"""What is outside the article: full disks, closed streams, odd file names, terminals, records that were tampered with."""

import json
import os
import pathlib
import re
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
        article = self.file("“\x9b31m\x1b[31m Hi,” she said.\n".encode())
        out = run("extract", "--format", "pretty", "--color", "never", article).stdout.decode()
        self.assertEqual(re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f]", out), [])

    def verified(self, change):
        record = json.loads(run("extract", "--min-confidence", "0", ARTICLE).stdout)
        change(record)
        return run("verify", self.file(json.dumps(record).encode(), b"record"), ARTICLE, model=None).returncode

    def test_verify_notices_what_is_missing(self):
        self.assertEqual(self.verified(lambda record: None), 0)
        self.assertEqual(self.verified(lambda record: record.pop("entities")), 1)
        self.assertEqual(self.verified(lambda record: record["quotations"][0]["content"][0].pop("text")), 1)


if __name__ == "__main__":
    unittest.main()

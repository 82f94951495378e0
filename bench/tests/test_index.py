import pathlib
import subprocess
import tempfile
import unittest

from quoth_bench import places

ARTICLES = places.ROOT / "examples/articles/articles.jsonl"
MODEL = places.ROOT / "tests/fixtures/tiny.qmodel"


class Index(unittest.TestCase):
    def test_each_figure_is_told_and_nothing_changes_the_second_time(self):
        with tempfile.TemporaryDirectory() as folder:
            records = pathlib.Path(folder) / "records.jsonl"
            with open(records, "wb") as file:
                subprocess.run([places.BUILD / "quoth", "extract", ARTICLES, "--format", "jsonl", "--text", "--model", MODEL], stdout=file, check=True)
            run = subprocess.run([places.ROOT / "bench/index", records, "--quotations", "200", "--few", "2"], capture_output=True, text=True, check=True)
        self.assertEqual(run.stdout.count("nothing changed"), 2, run.stdout)
        for what in ("quotations/s by the clock", "bytes a quotation", "families:", "2 more:", " 0 wrong"):
            self.assertIn(what, run.stdout)


if __name__ == "__main__":
    unittest.main()

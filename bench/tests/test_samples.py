import pathlib
import tempfile
import unittest

from quoth_bench import samples


class Written(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def test_both_forms_hold_the_same_text_line_ends_too(self):
        samples.write(self.folder / "set", ['{"id": "7", "text": "One\\r\\ntwo\\u2028three"}'])
        sample = samples.Sample("set", "a set", self.folder / "set", ())
        self.assertEqual(sample.articles[0]["text"], "One\r\ntwo\u2028three")
        self.assertEqual((sample.files / "7.txt").read_bytes().decode(), "One\r\ntwo\u2028three")
        self.assertEqual(sample.size(), (1, 3))

    def test_so_many_articles_of_wikinews_are_their_own_gold(self):
        sample = samples.wikinews(self.folder, 2)
        self.assertEqual(len(sample.articles), 2)
        self.assertTrue(all(article["quotations"] for article in sample.articles))
        self.assertEqual(samples.gold_of(sample), sample.folder)


if __name__ == "__main__":
    unittest.main()

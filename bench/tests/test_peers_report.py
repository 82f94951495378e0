import json
import pathlib
import tempfile
import unittest

from quoth_bench import peers_report, peers_summary, peers_table


def row(key, group="quotations", **fields):
    seconds = {"processor": 10.0, "wall": 20.0, "alone": False, "rounds": 1}
    figures = {"links": {"p": 1.0, "r": 2.0, "f1": 77.1}, "speaker direct": {"f1": 94.6}, "recall": {"direct": 91.6}}
    rest = {"articles": 80, "words": 32300, "start": seconds, "run": seconds, "words a second": {"processor": 1234.5, "wall": 600},
            "articles a second": {"processor": 3.0, "wall": 1.5}, "peak": 78_000_000, "versions": {"quoth": "1"}, "figures": figures}
    return {"group": group, "set": "wikinews", "key": key, "name": key, "of run": 0, **rest, **fields}


class Report(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = pathlib.Path(folder.name, "run.json")

    def begun(self, core=1):
        return peers_report.Report(self.path, core, "bench/peers", "")

    def test_rows_of_two_runs_at_once_are_all_kept(self):
        one, other = self.begun(), self.begun()
        one.add(row("a"))
        other.add(row("b"))
        data = one.end()
        self.assertEqual([(found["key"], found["of run"]) for found in data["rows"]], [("a", 0), ("b", 1)])
        self.assertEqual(json.loads(self.path.read_text(encoding="utf-8")), data)

    def test_a_row_takes_the_place_of_the_older_one(self):
        report = self.begun()
        report.add(row("a", words=1))
        report.add(row("b"))
        report.add(row("a", words=2))
        self.assertEqual([(found["key"], found["words"]) for found in report.end()["rows"]], [("a", 2), ("b", 32300)])

    def test_another_core_is_refused_and_leaves_the_file_alone(self):
        self.begun().add(row("a"))
        before = self.path.read_text(encoding="utf-8")
        self.assertRaises(peers_report.OtherMachine, self.begun, core=0)
        self.assertEqual(self.path.read_text(encoding="utf-8"), before)


class Shown(unittest.TestCase):
    def setUp(self):
        run = {"command": "bench/peers", "date": "2026-11-28", "commit": "abc", "note": "", "load": [1.0, 2.0]}
        self.data = {"machine": "a machine", "core": 1, "runs": [run], "rows": [row("Quoth base"), row("spaCy", figures=None)]}

    def line(self, name):
        return next(line for line in peers_table.text(self.data).splitlines() if line.startswith(name))

    def test_the_table_has_figures_speed_and_a_mark_where_the_core_was_shared(self):
        self.assertEqual(self.line("Quoth base").split()[2:], ["-", "-", "-", "77.1", "1.0", "2.0", "92", "-", "94.6", "1,234", "3.00", "10.00", "78", "2.00*"])

    def test_our_rows_come_first_whenever_they_were_measured(self):
        self.data["rows"] = [row("spacy"), row("quoth-base"), row("textacy"), row("quoth-fast")]
        lines = peers_summary.table(self.data).splitlines()[2:6]
        self.assertEqual([line.split(" | ")[0] for line in lines], ["| quoth-base", "| quoth-fast", "| spacy", "| textacy"])

    def test_who_finds_no_quotations_has_speed_alone(self):
        self.assertEqual(self.line("spaCy").split()[1:-5], ["-"] * 9)

    def test_runs_of_which_nothing_is_left_are_not_told(self):
        self.data["runs"].append(self.data["runs"][0] | {"command": "bench/peers --only nobody"})
        self.assertNotIn("nobody", peers_table.text(self.data))

    def test_what_is_quoted_says_so(self):
        self.assertIn("(quoted)", self.line("Citron, retrained"))
        self.assertIn("not run here", peers_table.text(self.data))

    def test_nothing_is_quoted_of_who_was_measured(self):
        self.assertIn("CoreNLP (quoted)", peers_table.text(self.data))
        self.data["rows"].append(row("corenlp-default", name="CoreNLP"))
        self.assertNotIn("CoreNLP (quoted)", peers_table.text(self.data))

    def test_the_summary_has_a_line_for_each_contender(self):
        lines = peers_summary.table(self.data).splitlines()
        self.assertEqual(lines[0], "|  | links, Wikinews dev | direct speaker, Wikinews dev | words/s | start | memory |")
        self.assertEqual(lines[2], "| Quoth base | 77.1 | 94.6 | 1,234 | 10.0 s | 78 MB |")
        self.assertEqual(lines[3], "| spaCy | – | – | 1,234 | 10.0 s | 78 MB |")

    def test_both_sets_stand_in_one_line(self):
        self.data["rows"].append(row("Quoth base", set="polnear"))
        self.assertEqual(peers_summary.table(self.data).splitlines()[2], "| Quoth base | 77.1 | 94.6 | 77.1 | 94.6 | 1,234 | 10.0 s | 78 MB |")


if __name__ == "__main__":
    unittest.main()

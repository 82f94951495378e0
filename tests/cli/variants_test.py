"""`quoth variants`: renderings of one utterance across the articles of a record on disk."""

import json
import pathlib
import sqlite3
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from program import run  # noqa: E402

CUT = "We will rebuild the old stone harbour before the autumn storms reach the eastern islands"
WHOLE = CUT + " and nobody will lose a home"
DENIED = WHOLE.replace("will rebuild", "will not rebuild")


def made_record(key: str, words: str, publisher: str, day: str) -> str:
    """A finished record in which Ana Ruiz says the words."""
    content = f"“{words},”"
    text = f"{content} said Ana Ruiz in article {key}."
    record = json.loads(run("extract", "-", "--format", "jsonl", "--text", stdin=text.encode()).stdout)
    record["doc"].update(key=key, publisher=publisher, published=day, published_from="metadata")
    record["entities"] = [{"id": "e1", "name": "Ana Ruiz", "type": "person", "kb": None, "mentions": []}]
    record["quotations"] = [{
        "id": "q1", "kind": "direct", "act": "say", "content": [{"start": 0, "end": len(content), "text": content}], "cue": [], "source": [],
        "speaker": {"entity": "e1", "name": "Ana Ruiz", "type": "person", "confidence": 0.9}, "addressee": None, "about": [], "medium": None, "when": None,
        "negated": False, "flags": [], "parent": None, "candidates": [], "confidence": 0.9, "why": ["rule:made"]}]
    return json.dumps(record) + "\n"


class Variants(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)
        self.db = str(self.folder / "record.db")
        self.records = self.folder / "records.jsonl"
        self.records.write_text("".join(
            made_record(*one) for one in (("a", WHOLE, "Daily", "2021-03-04"), ("b", CUT, "Weekly", "2021-03-05"), ("c", DENIED, "Daily", "2021-03-06"),
                                          ("d", "The museum has bought four paintings from a collector in Lisbon", "Daily", "2021-03-06"))))

    def index(self, *options):
        result = run("index", str(self.records), "--db", self.db, "--model", "/nowhere", *options)
        self.assertEqual(result.returncode, 0, result.stderr)
        return result.stderr.decode()

    def stats(self):
        return json.loads(run("stats", "--db", self.db, "--json").stdout)

    def only_family(self):
        rows = [line.split("\t") for line in run("variants", "list", "--db", self.db).stdout.decode().splitlines()]
        self.assertEqual(len(rows), 1)
        return rows[0]

    def test_what_is_indexed_is_joined(self):
        self.assertIn("1 families of 3 renderings, 1 of them new or changed", self.index())
        number, renderings, publishers, severity, speaker, head = self.only_family()
        self.assertEqual((renderings, publishers, severity, speaker, head), ("3", "2", "grave", "Ana Ruiz", f"“{DENIED},”"))
        self.assertNotIn("families", self.index())
        self.assertEqual(run("variants", "list", "--db", self.db, "--grave").stdout.decode().split("\t")[0], number)

    def test_a_family_is_shown_with_what_differs(self):
        self.index()
        shown = run("variants", "show", self.only_family()[0], "--db", self.db).stdout.decode()
        self.assertIn("3 renderings, 1 with the head's words, 2 publishers", shown)
        self.assertIn("2021-03-04 Daily  Ana Ruiz  direct, grave: negation", shown)
        self.assertIn("will [-not-] rebuild", shown)
        family = json.loads(run("variants", "show", self.only_family()[0], "--db", self.db, "--json").stdout)
        self.assertEqual((family["publishers"], family["exact"], family["altered"]), (2, 1, 2))
        self.assertIsNone(family["members"][0]["comparison"])
        self.assertEqual(family["members"][0]["hit"]["id"], family["head"])
        self.assertEqual([member["comparison"]["severity"] for member in family["members"][1:]], ["grave", "grave"])
        self.assertEqual([member["hit"]["day"] for member in family["members"]], ["2021-03-06", "2021-03-04", "2021-03-05"])
        # Any rendering's number shows the family.
        for member in family["members"]:
            self.assertEqual(run("variants", "show", str(member["hit"]["id"]), "--db", self.db).stdout.decode(), shown)

    def test_joining_can_wait_and_the_record_tells(self):
        self.assertNotIn("families", self.index("--no-variants"))
        self.assertEqual((self.stats()["families"], self.stats()["families_are_stale"]), (0, 1))
        verified = run("verify", "--db", self.db)
        self.assertEqual(verified.returncode, 0)
        self.assertIn(b"in no family yet", verified.stderr)
        self.assertEqual(run("variants", "list", "--db", self.db).returncode, 1)
        # The same command without the option does what is left.
        self.assertIn("1 families of 3 renderings", self.index())
        self.assertEqual((self.stats()["families"], self.stats()["families_are_stale"]), (1, 0))
        self.assertEqual(run("verify", "--db", self.db).stderr, b"")

    def test_joined_by_hand_twice_the_file_stays_as_it_is(self):
        self.index("--no-variants")
        self.assertIn(b"1 of them new or changed", run("variants", "--db", self.db).stderr)
        before = pathlib.Path(self.db).read_bytes()
        self.assertIn(b"0 of them new or changed", run("variants", "--db", self.db).stderr)
        self.assertEqual(pathlib.Path(self.db).read_bytes(), before)

    def test_of_what_is_forgotten_no_rendering_is_left(self):
        self.index()
        self.assertEqual(run("forget", "--db", self.db, "--document", "c").returncode, 0)
        self.assertEqual(self.only_family()[1:4], ["2", "2", "editing"])
        # Of articles that share nobody each has an Ana Ruiz of its own.
        for line in run("entity", "list", "--db", self.db).stdout.decode().splitlines():
            self.assertEqual(run("forget", "--db", self.db, "--person", line.split("\t")[0]).returncode, 0)
        with sqlite3.connect(self.db) as record:
            self.assertEqual(record.execute("SELECT (SELECT count(*) FROM family), (SELECT count(*) FROM variant), (SELECT count(*) FROM loose)").fetchone(), (0, 0, 0))
        record.close()
        self.assertEqual(run("verify", "--db", self.db).returncode, 0)

    def test_what_cannot_be_shown_is_told(self):
        self.assertEqual(run("variants").returncode, 2)
        self.assertIn(b"[file_not_found]", run("variants", "--db", self.db).stderr)
        self.index()
        result = run("variants", "show", "7", "--db", self.db)
        self.assertEqual(result.returncode, 1)
        self.assertIn(b"no other rendering is known of 7", result.stderr)


if __name__ == "__main__":
    unittest.main()

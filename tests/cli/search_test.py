"""`quoth search` and `quoth profile`: what the record holds is found by its words and by who speaks, and what cannot be asked is told."""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from program import QUOTH, run  # noqa: E402

RUIZ, ROE = "Ana Ruiz", "Max Roe"


def article(key: str, day, said: list, publisher="The Post") -> dict:
    """A finished record: each of `said` is (speaker, content, fields that differ)."""
    text = " ".join(f"“{content}” {speaker or 'Somebody'}." for speaker, content, _ in said) + f" {RUIZ}, {ROE}."
    record = json.loads(run("extract", "-", "--format", "jsonl", "--text", stdin=text.encode()).stdout)
    record["doc"].update({"key": key, "published": day, "published_from": "metadata" if day else None, "publisher": publisher, "url": f"https://post.example/{key}"})
    names = [RUIZ, ROE]
    record["entities"] = [{"id": f"e{k + 1}", "name": name, "type": "person", "kb": None, "mentions": []} for k, name in enumerate(names)]
    record["quotations"] = []
    for k, (speaker, content, fields) in enumerate(said):
        start = text.index(content)
        named = {"entity": f"e{names.index(speaker) + 1}", "name": speaker, "type": "person", "confidence": 0.9} if speaker else None
        record["quotations"].append({
            "id": f"q{k + 1}", "kind": "direct", "act": "say", "content": [{"start": start, "end": start + len(content), "text": content}], "cue": [],
            "source": [], "speaker": named, "addressee": None, "about": [], "medium": None, "when": None, "negated": False, "flags": [], "parent": None,
            "candidates": [], "confidence": 0.9, "why": ["rule:made"], **fields})
    return record


ARTICLES = [
    article("1", "2021-03-04", [(RUIZ, "The old harbour wall will open soon", {}), (ROE, "We will raise taxes on small companies", {"act": "want"})]),
    article("2", "2022-05-06", [(ROE, "We will not raise taxes on companies", {}), (None, "A harbour is a café with ships", {"kind": "mixed"})], "Daily"),
    article("3", None, [(RUIZ, "The harbour wall of no day", {"about": [{"entity": "e2", "name": ROE}]})]),
]


class Search(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.db = str(pathlib.Path(cls.temporary.name) / "record.db")
        lines = "".join(json.dumps(each) + "\n" for each in ARTICLES).encode()
        result = subprocess.run([QUOTH, "index", "-", "--db", cls.db], input=lines, capture_output=True, check=False)
        assert result.returncode == 0, result.stderr

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def search(self, *arguments, code=0):
        result = run("search", *arguments, "--db", self.db)
        self.assertEqual(result.returncode, code, result.stderr)
        return result

    def texts(self, *arguments):
        hits = [json.loads(line) for line in self.search(*arguments).stdout.splitlines()]
        return [hit["text"] for hit in hits]

    def test_newest_come_first_and_unknown_days_last(self):
        self.assertEqual(self.texts("harbour"), ["A harbour is a café with ships", "The old harbour wall will open soon", "The harbour wall of no day"])
        self.assertEqual(self.texts("harbour", "wall -old"), ["The harbour wall of no day"])
        self.assertEqual(self.texts('"HARBOUR wall" will'), ["The old harbour wall will open soon"])
        self.assertEqual(self.texts("caf* OR taxes", "--limit", "2"), ["A harbour is a café with ships", "We will not raise taxes on companies"])

    def test_filters_can_stand_alone(self):
        self.assertEqual(len(self.texts("--speaker", "ana ruiz")), 2)
        self.assertEqual(self.texts("--speaker", "ruiz", "--about", "roe"), ["The harbour wall of no day"])
        self.assertEqual(self.texts("--act", "want"), ["We will raise taxes on small companies"])
        self.assertEqual(self.texts("--outlet", "daily", "--kind", "mixed"), ["A harbour is a café with ships"])
        self.assertEqual(self.texts("harbour", "--until", "2021"), ["The old harbour wall will open soon"])

    def test_the_whole_answer_has_highlights_facets_and_links(self):
        answer = json.loads(self.search("harbour wall", "--until", "2021", "--format", "json").stdout)
        hit = answer["hits"][0]
        self.assertEqual([hit["text"][each["start"]:each["end"]] for each in hit["highlights"]], ["harbour", "wall"])
        self.assertEqual(hit["link"], "https://post.example/1#:~:text=The%20old%20harbour%20wall%20will%20open%20soon")
        self.assertEqual(hit["speaker"]["name"], RUIZ)
        self.assertEqual(answer["count"], {"value": 1, "is_exact": True})
        self.assertEqual(answer["facets"]["years"], [{"year": 2021, "count": 1}])
        self.assertEqual(answer["query"]["until"], "2021-12-31")
        self.assertIsNone(answer["next"])

    def test_pages_follow_each_other(self):
        first = json.loads(self.search("--limit", "2", "--format", "json").stdout)
        second = json.loads(self.search("--limit", "3", "--format", "json", "--cursor", first["next"]).stdout)
        ids = [hit["id"] for page in (first, second) for hit in page["hits"]]
        self.assertEqual(ids, sorted(ids, reverse=True))
        self.assertEqual(len(set(ids)), 5)

    def test_people_read_text_and_colours_are_for_terminals(self):
        shown = self.search("harbour", "--until", "2021", "--format", "pretty").stdout.decode()
        self.assertIn("2021-03-04  Ana Ruiz  say, direct  The Post\n  The old harbour wall will open soon\n", shown)
        self.assertNotIn("\x1b", shown)
        self.assertIn("\x1b[1mharbour\x1b[0m", self.search("harbour", "--format", "pretty", "--color", "always").stdout.decode())
        facets = self.search("harbour", "--facets", "--format", "pretty").stdout.decode()
        self.assertIn("       2  Ana Ruiz", facets)

    def test_nothing_found_is_told(self):
        result = self.search("zebra", code=1)
        self.assertEqual(result.stdout, b"")
        self.assertIn(b"nothing found", result.stderr)
        self.assertIn(b"[person_unknown]", self.search("--speaker", "Nobody Atall", code=1).stderr)
        self.assertIn(b"[not_in_record]", self.search("--outlet", "No Paper", code=1).stderr)

    def test_what_cannot_be_asked_is_told_with_its_place(self):
        self.assertIn(b"byte 8: the phrase that begins here", self.search('harbour "old wall', code=2).stderr)
        self.assertIn(b"[query_malformed]", run("search", "--db", self.db, "--", "-wall").stderr)
        self.assertIn(b"since: soon is no day", self.search("--since", "soon", code=2).stderr)
        self.assertIn(b"limit", self.search("--limit", "1000", code=2).stderr)
        self.assertEqual(run("search", "a", "--db", self.db + ".none").returncode, 2)

    def test_a_profile_shows_statements_to_compare(self):
        profile = json.loads(run("profile", "max roe", "--db", self.db).stdout)
        self.assertEqual((profile["name"], profile["quotations"], profile["first_day"], profile["last_day"]), (ROE, 2, "2021-03-04", "2022-05-06"))
        self.assertEqual(profile["acts"]["want"], 1)
        self.assertEqual([(each["name"], each["count"]) for each in profile["about_them"]], [(RUIZ, 1)])
        self.assertEqual([(each["name"], each["count"]) for each in profile["with"]], [(RUIZ, 2)])
        pair, = profile["contradictions"]
        self.assertEqual((pair["a"]["day"], pair["b"]["day"]), ("2021-03-04", "2022-05-06"))
        self.assertTrue(pair["why"].startswith("negation: before “raise”"), pair["why"])
        shown = run("profile", "Roe", "--db", self.db, "--format", "pretty").stdout.decode()
        self.assertIn("to compare", shown)
        self.assertNotIn("contradict", shown)

    def test_a_profile_of_nobody_is_told(self):
        result = run("profile", "Zoe", "--db", self.db)
        self.assertEqual(result.returncode, 1)
        self.assertIn(b"[person_unknown]", result.stderr)


if __name__ == "__main__":
    unittest.main()

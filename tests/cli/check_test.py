"""`quoth check` and `quoth diff`: what a record made by hand says of a claim, for people and as JSON."""

import json
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from program import MODEL, ROOT, run  # noqa: E402

CLAIMS = ROOT / "tests/check"


def text_of(done) -> str:
    return done.stdout.decode("utf-8") + done.stderr.decode("utf-8")


class Check(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.temporary.cleanup)
        cls.db = str(pathlib.Path(cls.temporary.name) / "record.db")
        made = run("index", str(CLAIMS / "record.jsonl"), "--db", cls.db, "--model", MODEL)
        assert made.returncode == 0, made.stderr

    def check(self, *arguments):
        done = run("check", *arguments, "--db", self.db)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def test_each_claim_of_the_list_has_its_verdict(self):
        seen = set()
        for line in (CLAIMS / "claims.tsv").read_text(encoding="utf-8").splitlines()[1:]:
            verdict, difference, by, claim = line.split("\t")
            answer = self.check(claim, *(["--by", by] if by else []))
            with self.subTest(claim=claim, by=by):
                self.assertEqual(answer["verdict"], verdict, answer["explanation"])
                if difference:
                    self.assertIn(difference, answer["evidence"][0]["comparison"]["classes"])
            seen.add(verdict)
        self.assertEqual(len(seen), 11, "every verdict has a claim")

    def test_evidence_has_its_source_and_a_link_to_the_words(self):
        answer = self.check("The harbour will open in May")
        hit = answer["evidence"][0]["hit"]
        self.assertEqual(hit["document"]["publisher"], "The Post")
        self.assertEqual(hit["day"], "2021-03-01")
        self.assertTrue(hit["link"].startswith("https://post.example/harbour#:~:text="), hit["link"])
        self.assertEqual(answer["evidence"][0]["rule"], "same_words")

    def test_not_found_is_an_answer_and_never_says_false(self):
        answer = self.check("Ice cream makes dolphins patient")
        self.assertEqual(answer["verdict"], "not_found")
        self.assertNotIn("false", answer["explanation"])

    def test_only_articles_before_the_day_count(self):
        self.assertEqual(self.check("The harbour will open in May", "--before", "2021-03-01")["verdict"], "not_found")
        self.assertEqual(self.check("The harbour will open in May", "--before", "2021-03-02")["verdict"], "exact")

    def test_text_for_people_shows_verdict_difference_and_link(self):
        done = run("check", "The harbour will not open in May", "--by", "Ana Ruiz", "--db", self.db, "--format", "pretty", "--color", "never")
        self.assertEqual(done.returncode, 0)
        text = text_of(done)
        self.assertTrue(text.startswith("altered: Ana Ruiz (The Post, 2021-03-01) is quoted with something like it"), text)
        self.assertIn("grave: negation", text)
        self.assertIn("will [-not-] open", text)
        self.assertIn("https://post.example/harbour#:~:text=", text)
        self.assertNotIn("\x1b", text)
        done = run("check", "The harbour will not open in May", "--db", self.db, "--format", "pretty", "--color", "always")
        self.assertIn("\x1b[", text_of(done))

    def test_claims_that_cannot_be_checked_are_errors_with_their_code(self):
        for claim, code in (("…", "claim_empty"), ("word " * 10_000, "claim_too_long")):
            done = run("check", claim, "--db", self.db)
            self.assertEqual(done.returncode, 2)
            self.assertIn(f"[{code}]", text_of(done))
        done = run("check", "We won", "--before", "someday", "--db", self.db)
        self.assertEqual(done.returncode, 2)
        self.assertIn("[invalid_option]", text_of(done))
        done = run("check", "We won", "--db", self.db + "x")
        self.assertIn("[file_not_found]", text_of(done))

    def test_diff_compares_texts_without_a_record(self):
        done = run("diff", "We will not raise taxes", "We may raise taxes", "--format", "json")
        self.assertEqual(done.returncode, 0, done.stderr)
        answer = json.loads(done.stdout)
        self.assertEqual(answer["severity"], "grave")
        self.assertEqual([edit["a"] for edit in answer["edits"]], ["We ", "will not ", "raise taxes"])

    def test_diff_calls_ordinary_editing_what_it_is(self):
        done = run("diff", "The bridge is safe and it opens on Friday", "The bridge is safe", "--format", "pretty")
        self.assertIn("editing: truncation", text_of(done))
        self.assertIn("Ordinary editing", text_of(done))

    def test_diff_compares_quotations_by_their_numbers(self):
        hits = [self.check(claim)["evidence"][0]["hit"]["id"] for claim in ("The harbour will open in May", "Taxes will fall next year")]
        done = run("diff", str(hits[0]), str(hits[0]), "--db", self.db, "--format", "json")
        self.assertEqual(json.loads(done.stdout)["severity"], "none")
        done = run("diff", str(hits[0]), "The harbour will open in June", "--db", self.db, "--by-b", "Bo Lee", "--format", "json")
        self.assertEqual(json.loads(done.stdout)["classes"], ["speaker_changed", "number_or_amount"])
        done = run("diff", str(hits[0]), "7", "--db", self.db)
        self.assertEqual(done.returncode, 2)
        self.assertIn("[not_in_record]", text_of(done))
        done = run("diff", str(hits[0]), "We won")
        self.assertEqual(done.returncode, 2)
        self.assertIn("--db", text_of(done))


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/env python3
"""The first article that Quoth was made for: seven of its eight quotations with their speakers, addressees and subjects, and its epithets.

  QUOTH=build/release/quoth tests/seed_test.py

The text is its publisher's and does not ship: without ../shared/seed (or QUOTH_SHARED) the test is skipped.
"""

import json
import os
import pathlib
import subprocess
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
SEED = pathlib.Path(os.environ.get("QUOTH_SHARED", ROOT.parent / "shared")) / "seed"
BINARY = os.environ.get("QUOTH", str(ROOT / "build" / "release" / "quoth"))


def letters(pieces, text):
    return {at for begin, end in pieces for at in range(begin, end) if not text[at].isspace()}


def alike(one, other):
    return len(one & other) / len(one | other) if one | other else 0.0


def pairs(spans):
    return [(span["start"], span["end"]) for span in spans]


def is_found(expected, quotation, text):
    """Content alike to four fifths, cue and source touching."""
    content = alike(letters(expected["content"], text), letters(pairs(quotation["content"]), text))
    roles = ("cue", "source")
    return content >= 0.8 and all(letters(expected[role], text) & letters(pairs(quotation[role]), text) for role in roles)


@unittest.skipUnless(SEED.exists(), f"{SEED} is not there: its text does not ship")
class Seed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        gold = json.loads((SEED / "expected.json").read_text(encoding="utf-8"))
        article = SEED / gold["file"]
        with open(article, encoding="utf-8", newline="") as file:
            text = file.read()
        command = [BINARY, "extract", "--format", "jsonl", *os.environ.get("QUOTH_OPTIONS", "").split(), str(article)]
        record = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
        cls.found, cls.missed = [], []
        cls.mentions = {one["name"]: {mention["text"] for mention in one["mentions"]} for one in record["entities"]}
        for expected in gold["quotations"]:
            answer = next((one for one in record["quotations"] if is_found(expected, one, text)), None)
            if answer is None:
                cls.missed.append(" … ".join(text[begin:end] for begin, end in expected["content"]))
            else:
                cls.found.append((expected, answer))

    def test_finds_seven_of_eight_quotations(self):
        self.assertGreaterEqual(len(self.found), 7, self.missed)

    def test_lists_epithets_initials_and_other_names(self):
        wanted = {
            "John Legend": {"JL", "the 42-year-old singer", "the All of Me hitmaker", "the singer"},
            "Kanye West": {"Ye", "the Donda hitmaker", "the rapper"},
        }
        for name, texts in wanted.items():
            self.assertLessEqual(texts, self.mentions.get(name, set()), name)

    def test_names_their_speakers(self):
        named = [(expected["speaker"], (answer["speaker"] or {}).get("name")) for expected, answer in self.found]
        self.assertGreaterEqual(sum(wanted == given for wanted, given in named), 7, named)

    def test_says_to_whom_and_about_whom(self):
        """All but one: that "the relationship changed" is about West stands in the sentence before alone."""
        right = 0
        for expected, answer in self.found:
            to = (answer["addressee"] or {}).get("name")
            about = {one["name"] for one in answer["about"]}
            right += to == expected.get("addressee") and bool(about & set(expected["about"]))
        self.assertGreaterEqual(right, 6)


if __name__ == "__main__":
    unittest.main()

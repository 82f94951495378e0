#!/usr/bin/env python3
"""The hard cases of tests/cases: content, cue, source, kind and speaker of every attribution, and what no content may hold.

  QUOTH=build/release/quoth tests/cases_test.py            exit code 1 when tests/cases/known_failures.json is not what fails
  QUOTH=build/release/quoth tests/cases_test.py --update   rewrites that list; reasons in it are kept, new ones to be written
"""

import json
import os
import pathlib
import subprocess
import sys
import unicodedata
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
CASES = ROOT / "tests" / "cases" / "text.jsonl"
KNOWN = ROOT / "tests" / "cases" / "known_failures.json"
BINARY = os.environ.get("QUOTH", str(ROOT / "build" / "release" / "quoth"))


def read_cases():
    return [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]


def extract():
    """{case id: [quotation]}, all cases in one run of quoth."""
    command = [BINARY, "extract", "--format", "jsonl", *os.environ.get("QUOTH_OPTIONS", "").split(), str(CASES)]
    ended = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    records = map(json.loads, ended.stdout.decode().splitlines())
    return {record["doc"]["key"]: record["quotations"] for record in records}


def spans(value):
    """[start, end] pairs or objects, one, several or none, as sorted pairs."""
    if not value:
        return []
    items = value if isinstance(value[0], (dict, list)) else [value]
    return sorted((item["start"], item["end"]) if isinstance(item, dict) else tuple(item) for item in items)


def joined(pieces, text):
    """Pieces with white space alone between them made one."""
    whole = []
    for begin, end in pieces:
        if whole and not text[whole[-1][1]:begin].strip():
            begin = whole.pop()[0]
        whole.append((begin, end))
    return whole


def words(pieces, text):
    return " … ".join(f"[{text[begin:end]}]" for begin, end in pieces) or "nothing"


def comparable(name):
    return unicodedata.normalize("NFC", name).casefold() if name else None


def positions(pieces):
    return {at for begin, end in pieces for at in range(begin, end)}


def answer_to(expected, quotations):
    """The quotation whose content is most like the expected one; None where none touches it."""
    wanted = positions(spans(expected["at"]["content"]))

    def likeness(quotation):
        found = positions(spans(quotation["content"]))
        return len(wanted & found) / len(wanted | found)

    best = max(quotations, key=likeness, default=None)
    return best if best is not None and likeness(best) > 0 else None


def faults_of(expected, answer, text):
    """What of one expected attribution the answer has wrong."""
    if answer is None:
        yield f"{words(spans(expected['at']['content']), text)} is not found"
        return
    for role in ("content", "cue", "source"):
        wanted, found = (joined(spans(value), text) for value in (expected["at"][role], answer[role]))
        if wanted != found:
            yield f"{role} {words(found, text)} instead of {words(wanted, text)}"
    if answer["kind"] != expected["kind"]:
        yield f"kind {answer['kind']} instead of {expected['kind']}"
    speaker = (answer["speaker"] or {}).get("name")
    if comparable(speaker) != comparable(expected["speaker"]):
        yield f"speaker {speaker} instead of {expected['speaker']}"


def faults(case, quotations):
    """All that is wrong in one case; the answers are compared one to one, and none may be left over."""
    text, left, found = case["text"], list(quotations), []
    for expected in case["expect"]:
        answer = answer_to(expected, left)
        if answer is not None:
            left.remove(answer)
        found += faults_of(expected, answer, text)
    found += [f"{words(spans(quotation['content']), text)} is no quotation" for quotation in left]
    contents = [text[begin:end] for quotation in quotations for begin, end in joined(spans(quotation["content"]), text)]
    found += [f"content holds [{bad}]" for bad in case["reject"] if any(bad in content for content in contents)]
    return found


class Cases(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.cases = read_cases()
        cls.known = json.loads(KNOWN.read_text(encoding="utf-8"))
        cls.answers = extract()

    def test_only_the_listed_cases_fail(self):
        for case in self.cases:
            with self.subTest(case["id"]):
                wrong = faults(case, self.answers[case["id"]])
                if case["id"] in self.known:
                    self.assertTrue(wrong, "passes: take it off tests/cases/known_failures.json")
                else:
                    self.assertEqual(wrong, [], case["kind_of_fault"])

    def test_the_list_names_cases_and_gives_reasons(self):
        self.assertLessEqual(set(self.known), {case["id"] for case in self.cases})
        for name, reason in self.known.items():
            self.assertTrue(reason.strip(), name)

    def test_spans_of_the_cases_are_their_words(self):
        for case in self.cases:
            for expected in case["expect"]:
                pieces = [case["text"][begin:end] for begin, end in spans(expected["at"]["content"])]
                self.assertEqual(pieces, expected["content"])


def update():
    """Writes which cases fail now; a new one's reason is what is wrong, until somebody writes why."""
    cases, known = read_cases(), json.loads(KNOWN.read_text(encoding="utf-8"))
    answers = extract()
    failing = {case["id"]: "; ".join(wrong) for case in cases if (wrong := faults(case, answers[case["id"]]))}
    reasons = {name: known.get(name, what) for name, what in failing.items()}
    KNOWN.write_text(json.dumps(reasons, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    for name, what in failing.items():
        print(f"{name}: {what}")
    print(f"{len(cases) - len(failing)} of {len(cases)} cases pass")


if __name__ == "__main__":
    if sys.argv[1:] == ["--update"]:
        update()
    else:
        unittest.main()

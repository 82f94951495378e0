"""The same answer whatever the threads, the batch, the order or the kernels; offsets, formats and pipes."""

import csv
import io
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from program import MODEL, QUOTH, ROOT, records, run  # noqa: E402

sys.path.append(str(ROOT / "training"))
from quoth_training import configuration  # noqa: E402

EXAMPLES = sorted(str(p) for p in (ROOT / "examples/articles").glob("*.txt"))
ARTICLES = str(ROOT / "examples/articles/articles.jsonl")


class Answers(unittest.TestCase):
    def test_threads_batch_and_order_change_nothing(self):
        expected = run("extract", *EXAMPLES, ARTICLES, "--threads", "1", "--batch", "1").stdout
        self.assertGreater(len(expected), 1000)
        for flags in (["--threads", "2"], ["--threads", "3", "--batch", "1"], ["--batch", "64"]):
            self.assertEqual(run("extract", *EXAMPLES, ARTICLES, *flags).stdout, expected, flags)
        backwards = run("extract", *reversed(EXAMPLES), "--threads", "2").stdout.splitlines()
        self.assertEqual(sorted(backwards), sorted(run("extract", *EXAMPLES).stdout.splitlines()))

    def test_the_integer_kernels_agree(self):
        kernels = run("models", model=None).stdout.decode().split("kernels", 1)[1].split()
        self.assertIn("portable", kernels)
        expected = run("extract", EXAMPLES[0], "--kernel", "portable").stdout
        for kernel in kernels:
            if kernel != "f32":
                self.assertEqual(run("extract", EXAMPLES[0], "--kernel", kernel).stdout, expected, kernel)

    def test_offsets_reproduce_the_text_in_every_unit(self):
        text = "“Zoé’s café — 🔥 — is open,” said Zoé Martín. \"It works,\" he added.\n\n" * 5
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "article.txt"
            path.write_text(text, encoding="utf-8")
            slices = {"codepoint": lambda b, e: text[b:e], "byte": lambda b, e: text.encode()[b:e].decode(),
                      "utf16": lambda b, e: text.encode("utf-16-le")[2 * b:2 * e].decode("utf-16-le")}
            for unit, cut in slices.items():
                result = run("extract", str(path), "--offsets", unit, "--min-confidence", "0")
                record = records(result)[0]
                self.assertTrue(record["quotations"])
                for quotation in record["quotations"]:
                    for role in ("content", "cue", "source"):
                        for span in quotation[role]:
                            self.assertEqual(cut(span["start"], span["end"]), span["text"])
                (pathlib.Path(folder) / "record.jsonl").write_bytes(result.stdout)
                verified = run("verify", str(pathlib.Path(folder) / "record.jsonl"), str(path), model=None)
                self.assertEqual(verified.returncode, 0, verified.stderr)

    def test_verify_notices_a_changed_record(self):
        with tempfile.TemporaryDirectory() as folder:
            changed = pathlib.Path(folder) / "record.jsonl"
            record = records(run("extract", EXAMPLES[0], "--min-confidence", "0"))[0]
            record["quotations"][0]["content"][0]["start"] += 1
            changed.write_text(json.dumps(record), encoding="utf-8")
            self.assertEqual(run("verify", str(changed), EXAMPLES[0], model=None).returncode, 1)

    def test_less_certain_quotations_are_left_out(self):
        everything = records(run("extract", EXAMPLES[0], "--min-confidence", "0"))[0]["quotations"]
        least = sorted(quotation["confidence"] for quotation in everything)[len(everything) // 2]
        kept = records(run("extract", EXAMPLES[0], "--min-confidence", str(least + 0.0001)))[0]["quotations"]
        self.assertEqual([one["content"] for one in kept], [one["content"] for one in everything if one["confidence"] > least])
        self.assertLess(0, len(kept))
        self.assertLess(len(kept), len(everything))

    def test_an_unsure_speaker_is_a_candidate(self):
        named = [one for one in self.quotations("0") if one["speaker"]]
        self.assertTrue(named)
        withheld = {one["id"]: one for one in self.quotations("1")}
        for quotation in named:
            unsure = withheld[quotation["id"]]
            self.assertIsNone(unsure["speaker"])
            self.assertEqual(unsure["candidates"][0]["name"], quotation["speaker"]["name"])
            self.assertEqual(unsure["candidates"][0]["confidence"], quotation["speaker"]["confidence"])
            self.assertEqual(unsure["why"], quotation["why"] + ["rule:unsure_speaker"])
            self.assertEqual(quotation["candidates"], [])

    @staticmethod
    def quotations(least_speaker, model=MODEL):
        return records(run("extract", EXAMPLES[0], "--min-confidence", "0", "--min-speaker-confidence", least_speaker, model=model))[0]["quotations"]

    def test_the_model_file_s_weights_and_thresholds_count(self):
        with tempfile.TemporaryDirectory() as folder:
            model = pathlib.Path(folder) / "calibrated.qmodel"
            shutil.copy(ROOT / "tests/fixtures/tiny.qmodel", model)
            constant = {"intercept": 1.0, "weights": {}}
            configuration.change(model, {"quotation_trust": constant, "speaker_trust": constant, "min_confidence": 0.7, "min_speaker_confidence": 0.7})
            for quotation in self.quotations("0", str(model)):
                self.assertAlmostEqual(quotation["confidence"], 0.7311, places=4)
            kept = records(run("extract", EXAMPLES[0], model=str(model)))[0]["quotations"]
            self.assertEqual(len(kept), len(self.quotations("0")))
            self.assertTrue(any(one["speaker"] for one in kept))
            configuration.change(model, {"min_confidence": 0.75})
            self.assertEqual(records(run("extract", EXAMPLES[0], model=str(model)))[0]["quotations"], [])
            configuration.change(model, {"min_confidence": 0.7, "min_speaker_confidence": 0.75})
            self.assertFalse(any(one["speaker"] for one in records(run("extract", EXAMPLES[0], model=str(model)))[0]["quotations"]))

    def test_csv_has_a_row_a_quotation(self):
        rows = list(csv.reader(io.StringIO(run("extract", EXAMPLES[0], "--format", "csv").stdout.decode())))
        record = records(run("extract", EXAMPLES[0]))[0]
        self.assertEqual(len(rows), 1 + len(record["quotations"]))
        self.assertTrue(all(len(row) == len(rows[0]) for row in rows))

    def test_kinds_and_acts_are_filtered(self):
        for quotation in records(run("extract", EXAMPLES[0], "--kind", "direct,mixed"))[0]["quotations"]:
            self.assertIn(quotation["kind"], ("direct", "mixed"))

    def test_fields_are_renamed_and_kept(self):
        line = json.dumps({"n": 1, "body": "She left.", "date": "2020-02-02", "tags": ["x"]}).encode()
        doc = records(run("extract", "-", "--field", "text=body", "--field", "published=date", "--keep", "tags", stdin=line))[0]["doc"]
        self.assertEqual((doc["published"], doc["published_from"], doc["extra"]), ("2020-02-02", "metadata", {"tags": ["x"]}))

    def test_pretty_is_for_people_and_fits_the_width(self):
        for color in ("always", "never"):
            out = run("extract", EXAMPLES[0], "--format", "pretty", "--color", color, env={"COLUMNS": "80"}).stdout.decode()
            self.assertEqual("\x1b[" in out, color == "always")
            if color == "never":
                # A word with the brackets of many quotations cannot be broken.
                wide = [line for line in out.splitlines() if len(line) > 100 and " " in line.strip()]
                self.assertEqual(wide, [])

    def test_the_profile_shares_out_the_time(self):
        lines = run("extract", *EXAMPLES, "--profile").stderr.decode().splitlines()
        shares = {line.split()[0]: float(line.split()[1]) for line in lines if line.endswith(" us a word")}
        self.assertEqual(list(shares), ["ingest", "segment", "tag", "quotes", "entities", "attribution", "record"])
        self.assertAlmostEqual(sum(shares.values()), 100, delta=0.1)
        costs = {line.split()[0]: float(line.split()[3]) for line in lines if line.endswith(" us a word")}
        self.assertEqual(max(costs, key=costs.get), max(shares, key=shares.get))

    def test_a_reader_that_leaves_is_no_error(self):
        command = [QUOTH, "extract", *EXAMPLES * 40, "--model", MODEL]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            process.stdout.read(10)
            process.stdout.close()
            self.assertEqual(process.wait(timeout=120), 0)
            self.assertEqual(process.stderr.read(), b"")

    def test_explain_shows_every_stage(self):
        out = run("explain", EXAMPLES[0]).stdout.decode()
        for part in ("segment:", "tag:", "entities:", "record:"):
            self.assertIn(part, out)


if __name__ == "__main__":
    unittest.main()

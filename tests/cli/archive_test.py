"""`quoth archive`: parts, checkpoint, errors; a run that is killed goes on to the same bytes."""

import json
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from program import MODEL, QUOTH, ROOT, run  # noqa: E402

ARTICLES = [json.loads(line) for line in open(ROOT / "examples/articles/articles.jsonl", encoding="utf-8")]
KILLS = int(os.environ.get("QUOTH_KILLS", "10"))


def write_inputs(folder: pathlib.Path, copies: int) -> list:
    """JSON Lines, plain text and a file that is no text, in a folder."""
    inputs = folder / "inputs"
    inputs.mkdir()
    with open(inputs / "a.jsonl", "w", encoding="utf-8") as file:
        for k in range(copies):
            for article in ARTICLES:
                text = f"Report {k} from town number {k * 7919 % 1000}. " + " ".join(random.Random(k).sample(article["text"].split(" "), 60))
                file.write(json.dumps({"id": f"{article['id']}-{k}", "text": text}) + "\n")
        file.write("{ broken\n")
    (inputs / "b.txt").write_text("“We won,” said Ana Ruiz.\n" * 3, encoding="utf-8")
    (inputs / "c.txt").write_bytes(b"broken \xff\x80")
    return [str(inputs)]


def joined(folder: pathlib.Path, kind: str = "part") -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.glob(f"{kind}-*.jsonl")))


def command(inputs: list, out: pathlib.Path, *flags: str) -> list:
    return [QUOTH, "archive", *inputs, "--out", str(out), "--model", MODEL, "--part-size", "7", *flags]


class Archive(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.temporary.name)
        self.addCleanup(self.temporary.cleanup)

    def archive(self, inputs, name, *flags):
        return subprocess.run(command(inputs, self.folder / name, *flags), capture_output=True, check=False)

    def test_the_parts_hold_what_extract_prints(self):
        inputs = write_inputs(self.folder, 3)
        result = self.archive(inputs, "out", "--no-duplicates")
        self.assertEqual(result.returncode, 0, result.stderr)
        extracted = run("extract", *inputs, "--format", "jsonl").stdout
        self.assertEqual(joined(self.folder / "out"), extracted)
        errors = [json.loads(line) for line in joined(self.folder / "out", "errors").splitlines()]
        self.assertEqual([pathlib.Path(e["path"]).name for e in errors], ["a.jsonl", "c.txt"])
        self.assertTrue(all(e["code"] and e["message"] for e in errors))
        checkpoint = json.loads((self.folder / "out/checkpoint.json").read_text())
        self.assertTrue(checkpoint["finished"])
        self.assertEqual(checkpoint["counts"]["documents"], len(extracted.splitlines()))
        self.assertEqual(checkpoint["counts"]["errors"], 2)
        self.assertEqual((checkpoint["inputs_done"], pathlib.Path(checkpoint["input"]).name, checkpoint["input_items"]), (2, "c.txt", 1))

    def test_near_duplicates_name_the_first(self):
        text = " ".join(f"word{k} said that the council of town {k} would meet again." for k in range(40))
        lines = [{"id": "a", "text": text}, {"id": "b", "text": "Something else entirely, said Ana Ruiz to the paper on Monday."},
                 {"id": "c", "text": "(ADVERTISEMENT) " + text}]
        path = self.folder / "in.jsonl"
        path.write_text("".join(json.dumps(line) + "\n" for line in lines))
        self.assertEqual(self.archive([str(path)], "out").returncode, 0)
        docs = [json.loads(line)["doc"] for line in joined(self.folder / "out").splitlines()]
        self.assertEqual([d["duplicate_of"] for d in docs], [None, None, docs[0]["id"]])

    def test_a_folder_with_a_run_is_only_gone_on_with(self):
        inputs = write_inputs(self.folder, 1)
        self.assertEqual(self.archive(inputs, "out").returncode, 0)
        before = joined(self.folder / "out")
        for flags in ((), ("--resume", "--offsets", "byte")):
            refused = self.archive(inputs, "out", *flags)
            self.assertEqual(refused.returncode, 2)
            self.assertIn(b"--resume" if not flags else b"same options", refused.stderr)
        again = self.archive(inputs, "out", "--resume")
        self.assertEqual(again.returncode, 0, again.stderr)
        self.assertEqual(joined(self.folder / "out"), before)

    def test_other_inputs_are_refused_on_resume(self):
        inputs = write_inputs(self.folder, 1)
        self.assertEqual(self.archive(inputs, "out").returncode, 0)
        other = self.archive([str(pathlib.Path(inputs[0]) / "b.txt"), *inputs], "out", "--resume")
        self.assertEqual(other.returncode, 2)
        self.assertIn(b"inputs", other.stderr)

    def test_killed_at_any_moment_it_goes_on_to_the_same_bytes(self):
        inputs = write_inputs(self.folder, 40)
        whole = time.monotonic()
        self.assertEqual(self.archive(inputs, "whole").returncode, 0)
        whole = time.monotonic() - whole
        chance, killed = random.Random(17), 0
        for attempt in range(100 * KILLS):
            if killed >= KILLS:
                break
            process = subprocess.Popen(command(inputs, self.folder / "cut", "--resume"), stderr=subprocess.PIPE)
            try:
                process.wait(chance.uniform(0.0, min(whole, 1.5 * whole / max(1, KILLS // 4))))
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                killed += 1
            process.communicate()
            if process.returncode == 0:  # It ended before it was killed: from the start again.
                self.assertEqual(joined(self.folder / "cut"), joined(self.folder / "whole"))
                for path in (self.folder / "cut").iterdir():
                    path.unlink()
        self.assertGreaterEqual(killed, KILLS)
        last = self.archive(inputs, "cut", "--resume")
        self.assertEqual(last.returncode, 0, last.stderr)
        for kind in ("part", "errors"):
            self.assertEqual(joined(self.folder / "cut", kind), joined(self.folder / "whole", kind))
        self.assertFalse([p.name for p in (self.folder / "cut").iterdir() if p.name.endswith(".new")])

    def test_asked_to_stop_it_keeps_what_is_done(self):
        inputs = write_inputs(self.folder, 60)
        process = subprocess.Popen(command(inputs, self.folder / "out"), stderr=subprocess.PIPE)
        deadline = time.monotonic() + 30
        while not list((self.folder / "out").glob("part-*.jsonl")) and time.monotonic() < deadline:
            time.sleep(0.02)
        process.send_signal(signal.SIGTERM)
        stderr = process.communicate()[1]
        self.assertEqual(process.returncode, 2, stderr)
        self.assertIn(b"--resume", stderr)
        self.assertEqual(self.archive(inputs, "out", "--resume").returncode, 0)
        self.assertEqual(self.archive(inputs, "whole").returncode, 0)
        self.assertEqual(joined(self.folder / "out"), joined(self.folder / "whole"))


if __name__ == "__main__":
    unittest.main()

"""`quoth index` and the commands on a record on disk: what goes in comes out, once, whatever is killed; what is forgotten is gone."""

import hashlib
import json
import os
import pathlib
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from program import MODEL, QUOTH, ROOT, run  # noqa: E402

KILLS = int(os.environ.get("QUOTH_KILLS", "10"))
ARTICLES = ROOT / "examples/articles/articles.jsonl"
# All that a record says of documents; ids of runs and times are of no account.
LOGICAL = ("SELECT s.id, p.name, s.key, v.id, v.number, v.day, t.hash, v.title, v.notes FROM version v JOIN sighting s ON s.id = v.sighting "
           "JOIN publisher p ON p.id = s.publisher JOIN text t ON t.id = v.text ORDER BY v.id",
           "SELECT * FROM quotation ORDER BY id", "SELECT * FROM entity ORDER BY version, number", "SELECT * FROM alias ORDER BY identity, name",
           "SELECT * FROM identity ORDER BY id", "SELECT * FROM about ORDER BY identity, quotation", "SELECT * FROM change ORDER BY version, earlier, later",
           "SELECT * FROM family ORDER BY id", "SELECT * FROM variant ORDER BY quotation", "SELECT * FROM loose", "SELECT * FROM state",
           "SELECT id, name FROM reason ORDER BY id", "SELECT rowid FROM content ORDER BY rowid", "SELECT path, code, message FROM fault ORDER BY id")


def dump(path) -> list:
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as record:
        return [record.execute(question).fetchall() for question in LOGICAL]


def made_text(k: int) -> str:
    chance = random.Random(k)
    names = [f"{first} {last}" for first in ("Ana", "Max", "Zoe", "Ida") for last in ("Ruiz", "Roe", "Day", "Okoro", "Lind")]
    lines = []
    for place in range(12):
        words = " ".join(f"word{chance.randrange(5000)}" for _ in range(12))
        lines.append(f"“Report {k} line {place} {words},” said {chance.choice(names)}.")
    # Every fourth article has one of these whole, the others a part.
    chance = random.Random(f"shared {k // 4}")
    words = " ".join(f"word{chance.randrange(5000)}" for _ in range(16 if k % 4 == 0 else 12))
    lines.append(f"“The plan is {words},” said {names[k // 4 % len(names)]}.")
    return "\n".join(lines)


def quoted_record(template: dict, key: str, text: str) -> dict:
    """A finished record in which each line of a made text is a quotation of whom it names."""
    record = json.loads(json.dumps(template))
    record["doc"].update(key=key, text=text, length=len(text), id="sha256:" + hashlib.sha256(text.encode()).hexdigest())
    record["entities"], record["quotations"], at = [], [], 0
    for number, line in enumerate(text.split("\n"), 1):
        end, name = line.index("”") + 1, line.split(" said ")[1].rstrip(".")
        named = next((entity for entity in record["entities"] if entity["name"] == name), None)
        if named is None:
            named = {"id": f"e{len(record['entities']) + 1}", "name": name, "type": "person", "kb": None, "mentions": []}
            record["entities"].append(named)
        record["quotations"].append({
            "id": f"q{number}", "kind": "direct", "act": "say", "content": [{"start": at, "end": at + end, "text": line[:end]}], "cue": [], "source": [],
            "speaker": {"entity": named["id"], "name": name, "type": "person", "confidence": 0.9}, "addressee": None, "about": [], "medium": None,
            "when": None, "negated": False, "flags": [], "parent": None, "candidates": [], "confidence": 0.9, "why": ["rule:made"]})
        at += len(line) + 1
    return record


def made_record(name: str, text: str) -> str:
    """A finished record in which a person says all of a text."""
    record = json.loads(run("extract", "-", "--format", "jsonl", "--text", stdin=text.encode()).stdout)
    record["doc"]["key"] = name
    record["entities"] = [{"id": "e1", "name": name, "type": "person", "kb": None, "mentions": []}]
    record["quotations"] = [{
        "id": "q1", "kind": "indirect", "act": "say", "content": [{"start": 0, "end": len(text), "text": text}], "cue": [], "source": [],
        "speaker": {"entity": "e1", "name": name, "type": "person", "confidence": 0.9}, "addressee": None, "about": [], "medium": None, "when": None,
        "negated": False, "flags": [], "parent": None, "candidates": [], "confidence": 0.9, "why": ["rule:made"]}]
    return json.dumps(record) + "\n"


class Index(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)
        self.db = str(self.folder / "record.db")

    def index(self, *arguments, db=None, **options):
        return run("index", *map(str, arguments), "--db", db or self.db, "--model", MODEL, **options)

    def verified(self, db=None):
        result = run("verify", "--db", db or self.db)
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
        return result.stdout.decode()

    def write(self, name, articles):
        path = self.folder / name
        path.write_text("".join(json.dumps(article) + "\n" for article in articles), encoding="utf-8")
        return path

    def bytes_of_record(self):
        return b"".join(path.read_bytes() for path in self.folder.glob("record.db*"))

    def texts_of_record(self):
        return run("export", "--db", self.db, "--all-versions").stdout

    def test_what_is_indexed_is_exported_as_extract_printed_it(self):
        extracted = run("extract", str(ARTICLES), "--format", "jsonl", "--text").stdout
        self.assertEqual(self.index(ARTICLES).returncode, 0)
        self.assertEqual(run("export", "--db", self.db).stdout, extracted)
        self.verified()
        # Finished records make the same record on disk, and need no network.
        records = self.folder / "records.jsonl"
        records.write_bytes(extracted)
        second = str(self.folder / "second.db")
        result = run("index", str(records), "--db", second, "--model", "/nowhere")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(dump(second), dump(self.db))

    def test_real_articles_come_back_to_the_byte(self):
        with open(ROOT / "data/wikinews/dev/articles.jsonl", encoding="utf-8") as file:
            path = self.write("dev.jsonl", [json.loads(line) for line, _ in zip(file, range(20))])
        extracted = run("extract", str(path), "--format", "jsonl", "--text", "--field", "published=date").stdout
        self.assertEqual(self.index(path, "--field", "published=date").returncode, 0)
        self.assertEqual(run("export", "--db", self.db).stdout, extracted)
        self.verified()

    def test_again_nothing_changes(self):
        broken = self.folder / "broken.txt"
        broken.write_bytes(b"broken \xff\x80")
        self.assertEqual(self.index(ARTICLES, broken).returncode, 0)
        before = pathlib.Path(self.db).read_bytes()
        again = self.index(ARTICLES, broken)
        self.assertEqual(again.returncode, 0)
        self.assertIn(b"0 new articles, 0 new versions", again.stderr)
        self.assertEqual(pathlib.Path(self.db).read_bytes(), before)
        stats = json.loads(run("stats", "--db", self.db, "--json").stdout)
        self.assertEqual((stats["runs"], stats["faults"]), (1, 1))

    def test_acknowledged_documents_are_printed(self):
        result = self.index(ARTICLES, "--acknowledge", "--publisher", "The Example")
        lines = [json.loads(line) for line in result.stdout.splitlines()]
        self.assertEqual({line["publisher"] for line in lines}, {"The Example"})
        keys = [json.loads(line)["id"] for line in ARTICLES.read_text(encoding="utf-8").splitlines()]
        self.assertEqual([line["key"] for line in lines], keys)

    def test_what_cannot_be_opened_is_told(self):
        for command in (("stats",), ("verify",), ("export",), ("compact",), ("forget", "--document", "x"), ("entity", "list")):
            result = run(*command, "--db", self.db)
            self.assertEqual(result.returncode, 2, command)
            self.assertIn(b"[file_not_found]", result.stderr)
        pathlib.Path(self.db).write_text("no record at all, but long enough to be looked at as one by whoever opens it")
        self.assertIn(b"[record_corrupt]", self.index(ARTICLES).stderr)

    def test_forgotten_an_article_leaves_no_byte(self):
        marker = "zqxforgetmenow jubilantly undisclosed"
        articles = [{"id": f"a{k}", "text": made_text(k)} for k in range(30)]
        articles[7]["text"] += f"\n“The {marker} plan is ready,” said Ana Ruiz."
        articles[7]["title"] = f"{marker} in the title"
        path = self.write("in.jsonl", articles)
        self.assertEqual(self.index(path, "--keep", "title").returncode, 0)
        self.assertIn(marker.encode(), self.texts_of_record())
        self.assertIn(b"zqxforgetmenow", self.bytes_of_record())
        self.assertEqual(run("forget", "--db", self.db, "--document", "a7").returncode, 0)
        for word in marker.split():
            self.assertNotIn(word.encode(), self.bytes_of_record())
        self.assertNotIn(marker.encode(), self.texts_of_record())
        with sqlite3.connect(self.db) as record:
            record.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, content, row)")
            self.assertEqual(record.execute("SELECT * FROM temp.terms WHERE term IN ('zqxforgetmenow', 'jubilantly', 'undisclosed')").fetchall(), [])
        record.close()
        self.verified()
        result = self.index(path)
        self.assertIn(b"0 new articles, 0 new versions, 0 read again, 30 known", result.stderr)
        self.assertNotIn(marker.encode(), self.texts_of_record())
        self.assertEqual(run("forget", "--db", self.db, "--document", "a7").returncode, 1)

    def test_forgotten_a_person_s_words_leave_no_byte(self):
        marker = "zqxneversaidthis jubilantly undisclosed"
        record = json.loads(run("extract", "-", "--format", "jsonl", "--text", stdin=(
            f"“The {marker} plan is ready,” said Ana Ruiz.\n\nMax Roe said the weather was fine.").encode()).stdout)
        content = f"“The {marker} plan is ready,”"
        record["entities"] = [{"id": "e1", "name": "Ana Ruiz", "type": "person", "kb": None, "mentions": []}]
        quotation = {"id": "q1", "kind": "direct", "act": "say", "content": [{"start": 0, "end": len(content), "text": content}], "cue": [], "source": [],
                     "speaker": {"entity": "e1", "name": "Ana Ruiz", "type": "person", "confidence": 0.9}, "addressee": None, "about": [], "medium": None,
                     "when": None, "negated": False, "flags": [], "parent": None, "candidates": [], "confidence": 0.9, "why": ["rule:made"]}
        record["quotations"] = [quotation]
        path = self.folder / "one.jsonl"
        path.write_text(json.dumps(record) + "\n")
        result = self.index(path)
        self.assertIn(b"1 new articles", result.stderr)
        self.assertEqual(run("forget", "--db", self.db, "--person", "ana ruiz").returncode, 0)
        for word in marker.split():
            self.assertNotIn(word.encode(), self.bytes_of_record())
            self.assertNotIn(word.encode(), self.texts_of_record())
        self.assertIn(b"weather was fine", self.texts_of_record())
        self.verified()
        self.index(path)
        self.assertNotIn(b"jubilantly", self.texts_of_record())

    def test_killed_at_any_moment_it_loses_nothing_acknowledged_and_goes_on_to_the_same_record(self):
        template = json.loads(run("extract", "-", "--format", "jsonl", "--text", stdin=b"Nobody spoke.").stdout)
        path = self.write("in.jsonl", [quoted_record(template, f"a{k % 350}", made_text(k)) for k in range(400)])
        whole = time.monotonic()
        whole_db = str(self.folder / "whole.db")
        self.assertEqual(self.index(path, db=whole_db).returncode, 0)
        whole = time.monotonic() - whole
        expected, chance, killed = dump(whole_db), random.Random(17), 0
        self.assertGreater(json.loads(run("stats", "--db", whole_db, "--json").stdout)["families"], 50)
        command = [QUOTH, "index", str(path), "--db", self.db, "--model", MODEL, "--acknowledge"]
        acknowledged = set()
        for _ in range(100 * KILLS):
            if killed >= KILLS:
                break
            process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            try:
                out, _ = process.communicate(timeout=chance.uniform(0.0, whole))
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                out, _ = process.communicate()
                killed += 1
            told = [json.loads(line) for line in out.splitlines(keepends=True) if line.endswith(b"\n")]  # It may be killed within a line.
            acknowledged |= {(line["key"], line["id"]) for line in told if line["added"] in ("new", "version")}
            if os.path.exists(self.db) and acknowledged:
                docs = [json.loads(line)["doc"] for line in run("export", "--db", self.db, "--all-versions", "--no-text").stdout.splitlines()]
                held = [(doc["key"], doc["id"]) for doc in docs]
                self.assertEqual(len(held), len(set(held)))
                self.assertLessEqual(acknowledged, set(held))
                self.verified()
            if process.returncode == 0:  # From the start again.
                self.assertEqual(dump(self.db), expected)
                for file in self.folder.glob("record.db*"):
                    file.unlink()
                acknowledged.clear()
        self.assertGreaterEqual(killed, KILLS)
        self.assertEqual(self.index(path).returncode, 0)
        self.assertEqual(dump(self.db), expected)

    def test_who_is_who_is_shown_and_decided(self):
        path = self.folder / "records.jsonl"
        path.write_text("".join(made_record(name, f"{name} spoke {k} times.") for k, name in enumerate(("Ana Ruiz", "Max Roe", "Anna Ruiz"))))
        self.index(path)

        def listed():
            return sorted(tuple(line.split("\t")[1:3]) for line in run("entity", "list", "--db", self.db).stdout.decode().splitlines())

        people = [("Ana Ruiz", "person"), ("Anna Ruiz", "person"), ("Max Roe", "person")]
        self.assertEqual(listed(), people)
        self.assertEqual(run("entity", "show", "Nobody Atall", "--db", self.db).returncode, 1)
        self.assertEqual(run("entity", "merge", "Nobody Atall", "Ana Ruiz", "--db", self.db).returncode, 1)
        self.assertEqual(run("entity", "merge", "Anna Ruiz", "Ana Ruiz", "--db", self.db).returncode, 0)
        self.assertEqual(len(listed()), 2)
        self.assertIn(b"Anna Ruiz", run("entity", "show", "Ana Ruiz", "--db", self.db).stdout)
        # Reading the articles again leaves what was decided.
        self.assertEqual(self.index(path, "--again").returncode, 0)
        self.assertEqual(len(listed()), 2)
        self.assertEqual(run("entity", "split", "Ana Ruiz", "Anna Ruiz", "--db", self.db).returncode, 0)
        self.assertEqual(listed(), people)
        self.verified()


if __name__ == "__main__":
    unittest.main()

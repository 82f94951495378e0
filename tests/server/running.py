"""A server on a small record, for tests. QUOTH is the program's path."""

import http.client
import json
import pathlib
import socket
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/cli"))
from program import MODEL, QUOTH, run  # noqa: E402

TOKEN = "a-token-of-the-tests-0123456789"


def article(key, publisher, day, quotations):
    """A finished record (quoth.record/1) in which each (speaker, words, about) is an indirect or, in quotation marks, direct quotation."""
    text, entities, found = "", [], []

    def entity(name):
        known = [e for e in entities if e["name"] == name]
        if not known:
            entities.append({"id": f"e{len(entities) + 1}", "name": name, "type": "person", "kb": None, "mentions": []})
        return (known or entities[-1:])[0]

    for speaker, words, about in quotations:
        start = len(text)
        text += f"{words} said {speaker}.\n"
        source = {"start": start + len(words) + 6, "end": start + len(words) + 6 + len(speaker), "text": speaker}
        one = entity(speaker)
        one["mentions"].append(dict(source))
        found.append({
            "id": f"q{len(found) + 1}", "kind": "direct" if words.startswith("“") else "indirect", "act": "say",
            "content": [{"start": start, "end": start + len(words), "text": words}],
            "cue": [{"start": start + len(words) + 1, "end": start + len(words) + 5, "text": "said"}], "source": [source],
            "speaker": {"entity": one["id"], "name": speaker, "type": "person", "confidence": 0.9}, "addressee": None,
            "about": [{"entity": entity(about)["id"], "name": about}] if about else [], "medium": None, "when": None, "negated": False, "flags": [],
            "parent": None, "candidates": [], "confidence": 0.9, "why": ["cue:said"]})
    made = json.loads(run("extract", "-", "--format", "jsonl", "--text", stdin=text.encode()).stdout)
    made["doc"] |= {"key": key, "publisher": publisher, "published": day, "published_from": "metadata", "title": f"Title of {key}",
                    "url": f"https://{publisher.lower()}.example/{key}"}
    made["quotations"], made["entities"] = found, entities
    return json.dumps(made)


HARBOUR = "“The old harbour wall will not hold another winter of storms like this one,”"
ARTICLES = [
    ("one", "Herald", "2021-03-04", [
        ("Ana Ruiz", HARBOUR, None),
        ("Max Okoro", "“Mayor Ruiz has promised us a new wall for eleven years now,”", "Ana Ruiz"),
        ("Ana Ruiz", "“We will start building it before the summer, and that is final,”", "Max Okoro")]),
    ("two", "Tribune", "2021-03-05", [
        ("Ana Ruiz", HARBOUR.replace("will not", "may not"), None),
        ("Zoe Lind", "“Nobody in the council believes these figures any more,”", "Ana Ruiz")]),
    ("three", "Gazette", "2021-04-01", [
        ("Ana Ruiz", HARBOUR, None), ("Max Okoro", "“I have read the engineers’ report <script>alert(1)</script> twice,”", None)]),
]


def make_record(path):
    lines = "\n".join(article(*one) for one in ARTICLES) + "\n"
    source = pathlib.Path(path).with_suffix(".jsonl")
    source.write_text(lines, encoding="utf-8")
    result = run("index", str(source), "--db", str(path), "--model", MODEL)
    assert result.returncode == 0, result.stderr
    return path


class Server:
    """The process, from its start to stop()."""

    def __init__(self, record, *arguments, token=True):
        self.folder = tempfile.TemporaryDirectory()
        command = [QUOTH, "serve", "--db", str(record), "--port", "0", "--model", MODEL, *arguments]
        if token:
            path = pathlib.Path(self.folder.name) / "token"
            path.touch(mode=0o600)
            path.write_text(TOKEN + "\n")
            command += ["--token-file", str(path)]
        self.log = open(pathlib.Path(self.folder.name) / "log", "w+b")
        self.process = subprocess.Popen(command, stdout=self.log, stderr=subprocess.PIPE)
        for line in self.process.stderr:
            if b"serving" in line:
                self.port = int(line.decode().rstrip().rstrip("/").rsplit(":", 1)[1])
                break
        else:
            raise AssertionError("the server did not start")

    def stop(self):
        self.process.terminate()
        return self.ended()

    def ended(self):
        """Its exit code, once it ends."""
        code = self.process.wait(timeout=30)
        self.process.stderr.close()
        self.log.close()
        self.folder.cleanup()
        return code

    def logged(self):
        self.log.flush()
        return pathlib.Path(self.log.name).read_text()

    def connect(self, timeout=30):
        return socket.create_connection(("127.0.0.1", self.port), timeout=timeout)

    def ask(self, method, target, body=None, **headers):
        """(status, headers, body) of one request; underscores of header names stand for hyphens."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        fields = {name.replace("_", "-"): value for name, value in headers.items()}
        if body is not None and not isinstance(body, bytes):
            body = json.dumps(body).encode()
        if body is not None:
            fields.setdefault("Content-Type", "application/json")
        connection.request(method, target, body=body, headers=fields)
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        return answer.status, dict(answer.getheaders()), content

    def json(self, method, target, body=None, **headers):
        status, _, content = self.ask(method, target, body, **headers)
        return status, json.loads(content)

    def raw(self, data, timeout=30):
        """All that comes back for these bytes until the server closes."""
        with self.connect(timeout) as connection:
            try:
                connection.sendall(data)
            except OSError:
                pass  # It was refused before all was sent.
            return read_to_end(connection)


def read_to_end(connection):
    received = b""
    try:
        while part := connection.recv(65536):
            received += part
    except ConnectionResetError:
        pass
    return received

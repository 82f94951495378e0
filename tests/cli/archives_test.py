"""Web archives and compressed inputs: the documents in them, their place in the record, what is wrong with them."""

import bz2
import gzip
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from program import ROOT, records, run  # noqa: E402

BYTES = ROOT / "tests/cases/bytes"


def record(kind, url, payload, length=None):
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{url}>\r\nWARC-Target-URI: {url}\r\nContent-Type: text/plain\r\nContent-Length: {length or len(payload)}\r\n\r\n"
    return head.encode() + payload + b"\r\n\r\n"


def answer(body, fields="", status="200 OK", kind="text/plain; charset=utf-8"):
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{fields}\r\n".encode() + body


SPEECH = "“We won,” said Ana Ruiz.".encode()


class Archives(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = pathlib.Path(folder.name)

    def file(self, name, data):
        (self.path / name).write_bytes(data)
        return str(self.path / name)

    def test_a_record_states_where_in_the_archive_it_lies(self):
        first, second = gzip.compress(record("request", "http://a", b"GET /")), gzip.compress(record("response", "http://b", answer(SPEECH)))
        path = self.file("x", first + second)
        result = run("extract", path)
        self.assertEqual(result.returncode, 0, result.stderr)
        [got] = records(result)
        self.assertEqual(got["doc"]["key"], "http://b")
        self.assertEqual(got["doc"]["url"], "http://b")
        self.assertEqual(got["doc"]["record"], 2)
        self.assertEqual(got["doc"]["text"], SPEECH.decode())
        self.assertEqual((got["doc"]["warc"]["file"], got["doc"]["warc"]["offset"]), (path, len(first)))

    def test_texts_of_common_crawl_and_compressed_bodies_are_read(self):
        body = answer(gzip.compress(SPEECH), "Content-Encoding: gzip\r\n")
        result = run("extract", self.file("x", record("conversion", "http://a", SPEECH) + record("response", "http://b", body)))
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual([got["doc"]["text"] for got in records(result)], [SPEECH.decode()] * 2)

    def test_a_broken_record_is_told_with_its_byte_and_hides_no_other(self):
        result = run("extract", self.file("broken.warc", record("conversion", "http://a", SPEECH, 9999) + record("conversion", "http://b", SPEECH)))
        self.assertEqual(result.returncode, 2)
        self.assertEqual([got["doc"]["key"] for got in records(result)], ["http://a", "http://b"])
        self.assertIn(b"broken.warc: byte 0: ", result.stderr)
        self.assertIn(b"archive_corrupt", result.stderr)

    def test_members_and_padding_of_compressed_json_lines(self):
        result = run("extract", str(BYTES / "padded.jsonl.gz"))
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual([got["doc"]["key"] for got in records(result)], ["m1", "m2", "m3"])

    def test_plain_text_may_be_compressed(self):
        for data in (gzip.compress(SPEECH), bz2.compress(SPEECH)):
            result = run("extract", self.file("x", data), "--text")
            self.assertEqual([got["doc"]["text"] for got in records(result)], [SPEECH.decode()])

    def test_compressed_data_come_through_a_pipe(self):
        result = run("extract", "-", "--text", stdin=gzip.compress(record("conversion", "http://a", SPEECH)))
        self.assertEqual([got["doc"]["text"] for got in records(result)], [SPEECH.decode()])

    def test_what_grows_without_end_is_refused_with_flat_memory(self):
        result = run("extract", self.file("bomb.gz", gzip.compress(b'{"text":"' + b"x" * (200 << 20))))
        self.assertEqual(result.returncode, 2)
        self.assertIn(b"bomb.gz", result.stderr)
        self.assertIn(b"archive_limit", result.stderr)


class Pages(unittest.TestCase):
    """Archives of tests/cases/bytes, whose records are pages."""

    def check(self, name, places, errors):
        result = run("extract", str(BYTES / name))
        if b"cannot be read by this build" in result.stderr:
            self.skipTest("this build reads no pages")
        self.assertEqual(result.returncode, 2 if errors else 0, result.stderr)
        texts = [got["doc"]["text"] for got in records(result)]
        self.assertEqual(len(texts), len(places))
        for place, text in zip(places, texts):
            self.assertIn(f"“We planted nine hundred bulbs in {place} and the mice ate forty,”", text)
        for error in errors:
            self.assertIn(error, result.stderr)

    def test_a_file_that_is_one_gzip_member(self):
        self.check("one-member.warc.gz", ["Almsley", "Brome"], [])

    def test_a_length_that_swallows_the_next_header(self):
        self.check("length-plus-nine.warc", ["Eskmouth", "Farling", "Gurney"], [b"length-plus-nine.warc: byte 218: "])

    def test_chunks_and_what_is_only_said_to_have_them(self):
        self.check("chunked.warc.gz", ["Jessop", "Kelder"], [])

    def test_odd_http_headers(self):
        self.check("odd-headers.warc.gz", ["Lydford", "Marle"], [])


if __name__ == "__main__":
    unittest.main()

"""Input that is made to be large, deep or slow: refused with a clear error, in seconds, in 250 MB; what stands behind it is read.

Each shape is as large as it may be, or larger, so that work that grows faster than the input would take minutes.
"""

import gzip
import pathlib
import resource
import subprocess
import sys
import tempfile
import threading
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from program import MODEL, QUOTH, records  # noqa: E402

MEMORY = 250 << 20
SECONDS = 60  # On a busy machine; one or two are usual.
MIB = 1 << 20
SPEECH = "<p>“We won,” said Ana Ruiz on Monday. It was a long day for the team and for all of us here in the city, she said.</p>"
PAGE = f"<!DOCTYPE html><html><body>{SPEECH}</body></html>".encode()


def head(size, url):
    return f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {size}\r\n\r\n".encode()


def http(body, fields=""):
    return f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n{fields}\r\n".encode() + body


def warc(*payloads):
    return b"".join(head(len(payload), f"http://a/{n}") + payload + b"\r\n\r\n" for n, payload in enumerate(payloads))


class HostileInput(unittest.TestCase):
    def read(self, pieces):
        """Runs the program on bytes that come through a pipe, piece by piece."""
        command = [QUOTH, "extract", "-", "--model", MODEL, "--threads", "1", "--text"]
        with (
            tempfile.TemporaryFile() as out,
            tempfile.TemporaryFile() as errors,
            subprocess.Popen(command, stdin=subprocess.PIPE, stdout=out, stderr=errors,
                             preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))) as process,
        ):
            def feed():
                try:
                    with process.stdin:
                        for piece in pieces:
                            process.stdin.write(piece)
                except BrokenPipeError:
                    pass  # It does not read on what it refuses.

            feeder = threading.Thread(target=feed)
            feeder.start()
            try:
                code = process.wait(SECONDS)
            finally:
                process.kill()
                feeder.join()
            out.seek(0)
            errors.seek(0)
            return subprocess.CompletedProcess(command, code, out.read(), errors.read())

    def check(self, pieces, error, articles):
        result = self.read(pieces)
        self.assertEqual(result.returncode, 2 if error else 0, result.stderr[-500:])
        if error:
            self.assertIn(error, result.stderr)
        texts = [got["doc"]["text"] for got in records(result)]
        self.assertEqual(sum("“We won,” said Ana Ruiz" in text for text in texts), articles)

    def test_a_record_of_a_gigabyte(self):
        start = http(b"")
        self.check([head(len(start) + 1024 * MIB, "http://a/"), start, *[b"x" * MIB] * 1024, b"\r\n\r\n", warc(http(PAGE))], b"document_too_large", 1)

    def test_chunks_without_end(self):
        chunked = "Transfer-Encoding: chunked\r\n"
        many = b"1\r\nx\r\n" * 30_000_000
        start = http(b"", chunked)
        self.check([head(len(start) + len(many), "http://a/"), start, many, b"\r\n\r\n", warc(http(PAGE))], b"document_too_large", 1)
        article = b"".join(b"1\r\n%c\r\n" % byte for byte in PAGE + b" " * 2_500_000) + b"0\r\n\r\n"
        self.check([warc(http(article, chunked), http(PAGE))], b"", 2)
        self.check([warc(http(article[:-5], chunked), http(PAGE))], b"archive_corrupt", 2)

    def test_bombs(self):
        bomb = gzip.compress(b"<p>" + b"x" * (1024 * MIB), 6)
        self.check([bomb], b"document_too_large", 0)
        self.check([gzip.compress(bomb)], b"document_too_large", 0)
        self.check([gzip.compress(head(1024 * MIB, "http://a/") + b"x" * (1024 * MIB), 6)], b"archive_limit", 0)
        self.check([warc(http(bomb, "Content-Encoding: gzip\r\n"), http(PAGE))], b"document_too_large", 1)

    def test_pages_of_ten_million_nodes(self):
        self.check([PAGE, b"<p>a" * 10_000_000], b"document_too_large", 0)
        for part in (b"<b>a", b"<p>a", b"<div><table>", b"<a><p>", b"<svg><p>", b"<b><i><u><p></p>", b"<li><ul>", b"</p>"):
            with self.subTest(part):
                page = PAGE + part * (15 * MIB // len(part))
                self.check([warc(http(page), http(PAGE))], b"page_too_large", 1)

    def test_what_never_ends_in_a_page(self):
        for part in (b"<!--", b"</", b"<![CDATA[", b"<script>", b"&#1", b"<script type=application/ld+json>[", b"<p a=", b"</div"):
            with self.subTest(part):
                page = PAGE + part + part * (15 * MIB // len(part))
                self.check([warc(http(page), http(PAGE))], b"", 2)

    def test_json_that_is_deep(self):
        deep = b'{"text":' + b"[" * (15 * MIB) + b"\n"
        self.check([deep, '{"text": "“We won,” said Ana Ruiz."}\n'.encode()], b"invalid_json", 1)

    def test_feeds_of_very_many_entries(self):
        entry = f"<item><description>{'<![CDATA[' + SPEECH + ']]>'}</description></item>".encode()
        many = b"<item><title>a</title></item>" * (15 * MIB // 29)
        self.check([b"<rss><channel>", many, entry, b"</channel></rss>"], b"it has no text [invalid_feed]", 1)
        self.check([b"<rss><channel>", entry, b"<item/>" * (15 * MIB // 7)], b"invalid_feed", 1)


if __name__ == "__main__":
    unittest.main()

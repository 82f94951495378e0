"""Clients that are too slow or send too much are ended in time, and the server goes on."""

import pathlib
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from raw_requests import GET, post, statuses  # noqa: E402
from running import TOKEN  # noqa: E402
from served import Served  # noqa: E402

# Seconds: far more than the server grants, for slow machines, and far less than these clients would take.
SOON = 25


class Limits(Served):
    ARGUMENTS = ("--request-seconds", "1", "--idle-seconds", "2")

    def test_a_request_that_trickles_in_is_ended_in_time(self):
        started = time.monotonic()
        with self.server.connect() as connection:
            received = b""
            connection.settimeout(0.1)
            for byte in GET * 20:
                try:
                    connection.sendall(bytes([byte]))
                    received += connection.recv(1000)
                    if received:
                        break
                except TimeoutError:
                    continue
        self.assertEqual(statuses(received), [408])
        self.assertLess(time.monotonic() - started, SOON)

    def test_a_body_that_trickles_in_is_ended_in_time(self):
        started = time.monotonic()
        received = self.server.raw(post(b"Content-Length: 1000\r\n", b'{"text": "'))
        self.assertEqual(statuses(received), [408])
        self.assertLess(time.monotonic() - started, SOON)

    def test_a_silent_connection_is_closed_without_a_word(self):
        started = time.monotonic()
        self.assertEqual(self.server.raw(b""), b"")
        self.assertLess(time.monotonic() - started, SOON)

    def test_a_connection_is_silent_after_an_answer_no_longer_than_before(self):
        started = time.monotonic()
        self.assertEqual(statuses(self.server.raw(GET + b"\r\n")), [200])
        self.assertLess(time.monotonic() - started, SOON)

    def test_heads_that_are_too_large_are_refused(self):
        self.assert_refused(GET + b"X: " + b"a" * 20_000 + b"\r\n\r\n", 431)
        self.assert_refused(b"GET /" + b"a" * 20_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", 431)
        self.assert_refused(GET + b"X: a\r\n" * 5_000 + b"\r\n", 431)

    def test_bodies_that_are_too_large_are_refused_before_they_are_read(self):
        self.assert_refused(post(b"Content-Length: 99999999\r\n", b"a" * 100_000), 413)
        self.assert_refused(post(b"Content-Length: 99999999\r\nExpect: 100-continue\r\n"), 413)
        self.assert_refused(post(b"Transfer-Encoding: chunked\r\n", b"7fffffff\r\n" + b"a" * 1000), 413)
        self.assert_refused(post(b"Content-Length: 70000\r\nAuthorization: Bearer " + TOKEN.encode() + b"\r\n", b"a" * 70_000,
                                 b"/api/v1/people/1/merge"), 413)
        self.assert_refused(GET + b"Content-Length: 5\r\n\r\nhello", 413)

    def test_many_small_chunks_are_no_way_around_the_limit(self):
        self.assert_refused(post(b"Transfer-Encoding: chunked\r\n", b"1000\r\n" + b" " * 4096 + b"\r\n") + (b"1000\r\n" + b" " * 4096 + b"\r\n") * 600, 413)


if __name__ == "__main__":
    unittest.main()

"""Where one request ends and the next begins: what two readers could read differently is refused, and the server goes on."""

import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from raw_requests import LAST, post, statuses  # noqa: E402
from running import read_to_end  # noqa: E402
from served import Served  # noqa: E402


class Framing(Served):
    ARGUMENTS = ("--request-seconds", "1")

    def test_two_lengths_are_refused(self):
        self.assert_refused(post(b"Content-Length: 2\r\nContent-Length: 2\r\n", b"{}"), 400)
        self.assert_refused(post(b"Content-Length: 2\r\nContent-Length: 3\r\n", b"{}"), 400)
        self.assert_refused(post(b"Content-Length: 2, 2\r\n", b"{}"), 400)
        self.assert_refused(post(b"Content-Length: 0x2\r\n", b"{}"), 400)

    def test_a_length_beside_chunks_is_refused(self):
        smuggled = b"0\r\n\r\n" + LAST
        self.assert_refused(post(b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", smuggled), 400)
        self.assert_refused(post(b"Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", smuggled), 400)

    def test_disguised_codings_are_refused(self):
        smuggled = b"0\r\n\r\n" + LAST
        for coding in (b"xchunked", b"gzip, chunked", b"chunked, identity", b"identity", b"\x0bchunked"):
            self.assert_refused(post(b"Transfer-Encoding: " + coding + b"\r\n", smuggled), 400, 501)
        self.assert_refused(post(b"Transfer-Encoding : chunked\r\n", smuggled), 400)
        self.assert_refused(post(b"Transfer-Encoding:\r\n chunked\r\n", smuggled), 400)
        self.assert_refused(post(b"Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", smuggled), 400)
        self.assert_refused(post(b"Transfer-Encoding: chunked\r\n", b"2 \r\n{}\r\n0\r\n\r\n"), 400)
        # A line without CR has no end.
        self.assert_refused(post(b"Transfer-Encoding: chunked\r\n", b"2\n{}\n0\n\n"), 408)

    def test_a_refused_body_is_not_taken_for_the_next_request(self):
        received = self.server.raw(post(b"Content-Length: %d\r\n" % len(LAST), LAST, b"/nowhere"))
        self.assertEqual(statuses(received), [404])

    def test_malformed_heads_are_refused(self):
        for head in (b"GET / HTTP/1.1\nHost: localhost\n\n", b"GET / HTTP/1.1\r\nHost: local\x00host\r\n\r\n", b"GET /\x00 HTTP/1.1\r\n\r\n",
                     b"GET  / HTTP/1.1\r\n\r\n", b"\r\r\r\r", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"GET / HTTP/1.1\r\n X: a\r\n\r\n",
                     b"GET / HTTP/1.1\r\nNo colon\r\n\r\n", b"G\x7fT / HTTP/1.1\r\n\r\n", b"GET / HTTP/1.1\r\nX: a\rb\r\n\r\n"):
            self.assert_refused(head, 400)
        self.assert_refused(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505)
        self.assert_refused(b"GET / HTTP/3.1\r\n\r\n", 505)
        self.assert_refused(b"GET /\r\n\r\n", 400, 505)

    def test_http_1_0_is_spoken(self):
        received = self.server.raw(b"GET /api/v1/people HTTP/1.0\r\nHost: localhost\r\n\r\n")
        self.assertEqual(statuses(received), [200])
        self.assertIn(b"Connection: close", received)
        two = b"GET /api/v1/people HTTP/1.0\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n"
        self.assertEqual(statuses(self.server.raw(two + LAST)), [200, 200])

    def test_requests_in_a_row_are_answered_in_their_order(self):
        targets = [b"/api/v1/people", b"/nowhere", b"/api/v1/people?limit=0", b"/api/v1/stats", b"/api/v1/quotations/77777"]
        requests = b"".join(b"GET " + target + b" HTTP/1.1\r\nHost: localhost\r\n\r\n" for target in targets * 20)
        self.assertEqual(statuses(self.server.raw(requests + LAST)), [200, 404, 400, 200, 404] * 20 + [200])

    def test_continue_is_said_to_who_asks(self):
        body = b'{"text": "a"}'
        with self.server.connect() as connection:
            connection.sendall(post(b"Expect: 100-continue\r\nConnection: close\r\nContent-Length: %d\r\n" % len(body)))
            self.assertEqual(connection.recv(1000), b"HTTP/1.1 100 Continue\r\n\r\n")
            connection.sendall(body)
            self.assertEqual(statuses(read_to_end(connection)), [200])
        # HTTP/1.0 has no such thing.
        received = self.server.raw(post(b"Expect: 100-continue\r\nContent-Length: %d\r\n" % len(body), body).replace(b"HTTP/1.1", b"HTTP/1.0"))
        self.assertEqual(statuses(received), [200])
        self.assert_refused(post(b"Expect: the-unexpected\r\nContent-Length: 13\r\n", body), 417)


if __name__ == "__main__":
    unittest.main()

"""`quoth serve` against clients that mean harm, or do not know better: each is answered cleanly, and the server goes on."""

import fcntl
import gzip
import json
import pathlib
import signal
import socket
import sys
import tempfile
import threading
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from running import TOKEN, Server, make_record, read_to_end, statuses  # noqa: E402

GET = b"GET /api/v1/people HTTP/1.1\r\nHost: localhost\r\n"
LAST = GET + b"Connection: close\r\n\r\n"


def post(fields, body=b"", target=b"/api/v1/extract"):
    return b"POST " + target + b" HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + fields + b"\r\n" + body


class Http(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.record = make_record(pathlib.Path(cls.folder.name) / "record.db")
        cls.server = Server(cls.record, "--request-seconds", "1", "--idle-seconds", "2")

    @classmethod
    def tearDownClass(cls):
        cls.server.stop()
        cls.folder.cleanup()

    def tearDown(self):
        self.assertIsNone(self.server.process.poll(), "the server ended")
        self.assertEqual(self.server.ask("GET", "/api/v1/people")[0], 200)

    def assert_refused(self, data, *status, half_close=False):
        """Exactly one answer, of such a status, and the connection closed."""
        received = self.server.raw(data, half_close=half_close)
        self.assertEqual(len(statuses(received)), 1, received)
        self.assertIn(statuses(received)[0], status, received)
        self.assertIn(b"Connection: close", received)
        self.assertIn(b"application/problem+json", received)

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
        self.assertLess(time.monotonic() - started, 4)

    def test_a_body_that_trickles_in_is_ended_in_time(self):
        started = time.monotonic()
        received = self.server.raw(post(b"Content-Length: 1000\r\n", b'{"text": "'))
        self.assertEqual(statuses(received), [408])
        self.assertLess(time.monotonic() - started, 5)

    def test_a_silent_connection_is_closed_without_a_word(self):
        started = time.monotonic()
        self.assertEqual(self.server.raw(b""), b"")
        self.assertLess(time.monotonic() - started, 5)

    def test_a_connection_is_silent_after_an_answer_no_longer_than_before(self):
        started = time.monotonic()
        self.assertEqual(statuses(self.server.raw(GET + b"\r\n")), [200])
        self.assertLess(time.monotonic() - started, 5)

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

    def test_ways_out_of_the_folder_are_refused(self):
        for target in ("/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc/passwd", "/assets/..%5c..%5cx", "/assets/..\\x", "//etc/passwd",
                       "/assets/%00", "/assets/%c0%ae%c0%ae/x", "/%252e%252e/etc/passwd", "/assets/../index.html", "/./"):
            received = self.server.raw(b"GET " + target.encode() + b" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            self.assertIn(statuses(received)[0], (400, 404), target)
            self.assertNotIn(b"root:", received)

    def test_an_address_with_its_host_is_read_and_checked(self):
        def ask(line, host=b"localhost"):
            return statuses(self.server.raw(line + b" HTTP/1.1\r\nHost: " + host + b"\r\nConnection: close\r\n\r\n"))[0]

        self.assertEqual(ask(b"GET http://localhost/api/v1/people"), 200)
        self.assertEqual(ask(b"GET http://evil.example/api/v1/people"), 400)
        self.assertEqual(ask(b"GET http://evil.example/api/v1/people", b"evil.example"), 421)
        self.assertEqual(ask(b"CONNECT localhost:443"), 400)
        self.assertEqual(ask(b"GET localhost:443"), 400)
        self.assertEqual(ask(b"OPTIONS *"), 204)
        self.assertEqual(ask(b"GET *"), 400)

    def test_other_hosts_are_refused(self):
        for host in (b"evil.example", b"localhost.evil.example", b"127.0.0.1.nip.io", b"", b"localhost, localhost", b"localhost@evil.example"):
            received = self.server.raw(b"GET / HTTP/1.1\r\nHost: " + host + b"\r\nConnection: close\r\n\r\n")
            self.assertEqual(statuses(received), [421], host)
        for head in (b"GET / HTTP/1.1\r\n", b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n", b"GET / HTTP/1.0\r\n"):
            self.assertEqual(statuses(self.server.raw(head + b"Connection: close\r\n\r\n")), [400])

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

    def test_the_method_decides_what_is_done(self):
        status, fields, body = self.server.ask("HEAD", "/api/v1/people")
        self.assertEqual((status, body), (200, b""))
        self.assertEqual(int(fields["Content-Length"]), len(self.server.ask("GET", "/api/v1/people")[2]))
        status, fields, _ = self.server.ask("OPTIONS", "/api/v1/people")
        self.assertEqual((status, fields["Allow"]), (204, "GET, HEAD, OPTIONS"))
        for method, target in (("DELETE", "/api/v1/people"), ("POST", "/api/v1/people"), ("PUT", "/"), ("GET", "/api/v1/extract"), ("BREW", "/")):
            status, fields, body = self.server.ask(method, target)
            self.assertEqual((status, json.loads(body)["code"]), (405, "method_not_allowed"), (method, target))
            self.assertIn("OPTIONS", fields["Allow"])

    def test_pages_of_other_origins_may_not_send(self):
        text = {"text": "“We won,” said Ana Ruiz."}
        own = f"http://localhost:{self.server.port}"
        for fields in ({"Origin": "http://evil.example"}, {"Origin": "null"}, {"Origin": own, "Sec_Fetch_Site": "cross-site"}, {"Sec_Fetch_Site": "same-site"}):
            status, problem = self.server.json("POST", "/api/v1/extract", text, Host=f"localhost:{self.server.port}", **fields)
            self.assertEqual((status, problem["code"]), (403, "cross_origin"))
        self.assertEqual(self.server.json("POST", "/api/v1/extract", text, Host=f"localhost:{self.server.port}", Origin=own)[0], 200)
        # What a form of another page can send without asking.
        self.assertEqual(self.server.ask("POST", "/api/v1/extract", json.dumps(text).encode(), Content_Type="text/plain")[0], 415)
        status, fields, _ = self.server.ask("OPTIONS", "/api/v1/extract", Origin="http://evil.example")
        self.assertFalse([name for name in fields if name.lower().startswith("access-control")])

    def test_who_writes_must_know_the_token(self):
        document = {"text": "“We won,” said Ana Ruiz.", "key": "token"}
        for fields in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": TOKEN}, {"Authorization": "Bearer " + TOKEN + "x"}):
            status, headers, body = self.server.ask("POST", "/api/v1/documents", document, **fields)
            self.assertEqual((status, json.loads(body)["code"]), (401, "token_needed"))
            self.assertEqual(headers["WWW-Authenticate"], "Bearer")
        self.assertEqual(self.server.json("POST", "/api/v1/documents", document, Authorization="Bearer " + TOKEN)[0], 201)

    def test_without_a_token_nobody_writes(self):
        server = Server(self.record, "--engines", "0", token=False)
        try:
            status, problem = server.json("POST", "/api/v1/documents", {"text": "a", "key": "b"}, Authorization="Bearer " + TOKEN)
            self.assertEqual((status, problem["code"]), (403, "read_only"))
            status, problem = server.json("POST", "/api/v1/extract", {"text": "a"})
            self.assertEqual((status, problem["code"]), (403, "extraction_off"))
        finally:
            server.stop()

    def test_every_answer_forbids_what_a_page_does_not_need(self):
        for target in ("/", "/api/v1/people", "/nowhere", "/api/v1/openapi.yaml"):
            fields = self.server.ask("GET", target)[1]
            self.assertEqual(fields["X-Content-Type-Options"], "nosniff")
            self.assertIn("default-src 'none'", fields["Content-Security-Policy"])
            self.assertIn("frame-ancestors 'none'", fields["Content-Security-Policy"])
            self.assertNotIn("unsafe", fields["Content-Security-Policy"])

    def test_an_answer_is_gzipped_for_who_takes_it(self):
        status, fields, body = self.server.ask("GET", "/api/v1/openapi.yaml", Accept_Encoding="br, gzip;q=0.5")
        self.assertEqual((status, fields["Content-Encoding"], fields["Vary"]), (200, "gzip", "Accept-Encoding"))
        plain = self.server.ask("GET", "/api/v1/openapi.yaml", Accept_Encoding="gzip;q=0")
        self.assertNotIn("Content-Encoding", plain[1])
        self.assertEqual(gzip.decompress(body), plain[2])

    def test_an_answer_that_is_known_is_not_sent_again_until_the_record_changes(self):
        status, fields, body = self.server.ask("GET", "/api/v1/people?q=ana")
        tag = fields["ETag"]
        status, fields, body = self.server.ask("GET", "/api/v1/people?q=ana", If_None_Match=tag)
        self.assertEqual((status, body, fields["ETag"]), (304, b"", tag))
        self.assertEqual(self.server.ask("GET", "/api/v1/people?q=max", If_None_Match=tag)[0], 200)
        document = {"text": f"“We won,” said Ana Ruiz. {time.time()}", "key": "etag"}
        self.assertEqual(self.server.json("POST", "/api/v1/documents", document, Authorization="Bearer " + TOKEN)[0], 201)
        self.assertEqual(self.server.ask("GET", "/api/v1/people?q=ana", If_None_Match=tag)[0], 200)

    def test_continue_is_said_to_who_asks(self):
        body = b'{"text": "a"}'
        with self.server.connect() as connection:
            connection.sendall(post(b"Expect: 100-continue\r\nConnection: close\r\nContent-Length: %d\r\n" % len(body)))
            self.assertEqual(connection.recv(1000), b"HTTP/1.1 100 Continue\r\n\r\n")
            connection.sendall(body)
            self.assertEqual(statuses(read_to_end(connection)), [200])
        self.assert_refused(post(b"Expect: the-unexpected\r\nContent-Length: 13\r\n", body), 417)

    def test_parameters_are_checked(self):
        for target in ("/api/v1/people?limit=0", "/api/v1/people?limit=x", "/api/v1/people?limit=1&limit=2", "/api/v1/people?unknown=1", "/api/v1/people?q=%ff",
                       "/api/v1/people?q=%00", "/api/v1/stats?a=b", "/api/v1/quotations/1?offsets=word"):
            status, problem = self.server.json("GET", target)
            self.assertEqual(status, 400, target)
            self.assertEqual(problem["status"], 400)
        for target in ("/api/v1/quotations/0", "/api/v1/quotations/-1", "/api/v1/quotations/x", "/api/v1/quotations/99999999999999999999",
                       "/api/v1/articles/77777", "/api/v1/", "/api/v2/people", "/api/v1/people/"):
            self.assertEqual(self.server.json("GET", target)[0], 404, target)

    def test_bodies_are_checked(self):
        for body in (b"", b"[]", b"{", b'{"text": 1}', b'{"text": "a", "text": "b"}', b'{"texts": "a"}', b'{"text": ""}', b'{"text": "\xff"}',
                     b'{"text": "a", "published": "soon"}', b'{"text": "\\ud800"}', b"[" * 50_000):
            status, problem = self.server.json("POST", "/api/v1/extract", body)
            self.assertEqual((status, problem["code"]), (400, "invalid_body"), body[:40])

    def test_the_log_holds_nothing_that_was_asked_or_sent(self):
        self.server.ask("GET", "/api/v1/people?q=secretname")
        self.server.ask("POST", "/api/v1/extract", {"text": "“A secrettext,” said Ana Ruiz."})
        self.server.ask("GET", "/secretpath")
        time.sleep(0.2)
        log = self.server.logged()
        self.assertIn("GET /api/v1/people 200 ", log)
        self.assertIn("POST /api/v1/extract 200 ", log)
        for word in ("secretname", "secrettext", "secretpath", TOKEN):
            self.assertNotIn(word, log)


class Limits(unittest.TestCase):
    """With servers of their own."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.record = make_record(pathlib.Path(cls.folder.name) / "record.db")

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def serve(self, *arguments):
        server = Server(self.record, *arguments)
        self.addCleanup(lambda: server.process.poll() is None and server.stop())
        return server

    def test_who_is_one_too_many_is_told_to_come_again(self):
        server = self.serve("--connections", "4")
        held = [server.connect() for _ in range(4)]
        time.sleep(0.3)
        received = server.raw(LAST)
        self.assertEqual(statuses(received), [503])
        self.assertIn(b"Retry-After: 1", received)
        self.assertIn(b"too_many_connections", received)
        for connection in held:
            connection.close()
        time.sleep(0.3)
        self.assertEqual(server.ask("GET", "/api/v1/people")[0], 200)

    def test_hundreds_of_connections_that_say_nothing_do_not_hold_up_others_for_long(self):
        server = self.serve("--connections", "32", "--idle-seconds", "1")
        held = []
        for _ in range(300):
            held.append(server.connect())
        time.sleep(2)
        self.assertEqual(server.ask("GET", "/api/v1/people")[0], 200)
        for connection in held:
            connection.close()

    def test_at_most_so_many_texts_are_read_at_once(self):
        server = self.serve("--engines", "1")
        long_text = {"text": "“We won,” said Ana Ruiz, the mayor of the town. " * 30}
        answers = []
        threads = [threading.Thread(target=lambda: answers.append(server.ask("POST", "/api/v1/extract", long_text))) for _ in range(6)]
        for thread in threads:
            thread.start()
        # Those who only read do not wait for them.
        self.assertEqual(server.ask("GET", "/api/v1/people")[0], 200)
        for thread in threads:
            thread.join()
        found = sorted(status for status, _, _ in answers)
        self.assertEqual(set(found), {200, 503})
        self.assertTrue(all(fields["Retry-After"] == "1" for status, fields, _ in answers if status == 503))

    def test_an_answer_that_takes_too_long_is_given_up(self):
        server = self.serve("--answer-seconds", "0.1")
        long_text = {"text": "“We won,” said Ana Ruiz, the mayor of the town. " * 10_000}
        status, problem = server.json("POST", "/api/v1/extract", long_text)
        self.assertEqual((status, problem["code"]), (503, "deadline_passed"))
        self.assertEqual(server.ask("GET", "/api/v1/people")[0], 200)

    def test_nothing_is_stored_of_a_text_that_is_only_read(self):
        server = self.serve()
        before = server.json("GET", "/api/v1/stats")[1]
        self.assertEqual(server.ask("POST", "/api/v1/extract", {"text": "“An unstoredword,” said Ana Ruiz."})[0], 200)
        for path in pathlib.Path(self.folder.name).glob("record.db*"):
            self.assertNotIn(b"unstoredword", path.read_bytes())
        self.assertEqual(server.json("GET", "/api/v1/stats")[1]["articles"], before["articles"])

    def test_a_stop_lets_those_at_work_finish(self):
        server = self.serve()
        text = {"text": "“We won,” said Ana Ruiz, the mayor of the town. " * 30}
        answers = []
        thread = threading.Thread(target=lambda: answers.append(server.ask("POST", "/api/v1/extract", text)))
        idle = server.connect()
        thread.start()
        time.sleep(0.05)
        self.assertEqual(server.stop(), 0)
        thread.join()
        self.assertEqual(answers[0][0], 200)
        self.assertEqual(answers[0][1]["Connection"], "close")
        self.assertEqual(idle.recv(10), b"")
        idle.close()

    def test_a_stop_does_not_wait_for_ever(self):
        server = self.serve("--request-seconds", "600")
        connection = server.connect()
        connection.sendall(GET)
        time.sleep(0.3)
        started = time.monotonic()
        self.assertEqual(server.stop(), 0)
        self.assertLess(time.monotonic() - started, 10)
        connection.close()

    def test_what_another_process_writes_is_seen_at_once(self):
        server = self.serve()
        other = self.serve()
        before = server.json("GET", "/api/v1/people?q=Newcomer")[1]["people"]
        self.assertEqual(before, [])
        document = {"text": "Ida Newcomer, the new mayor, was elected. “We won,” said Ida Newcomer.", "key": "seen"}
        status, added = other.json("POST", "/api/v1/documents", document, Authorization="Bearer " + TOKEN)
        self.assertEqual(status, 201)
        status, article = server.json("GET", f"/api/v1/articles/{added['version']}")
        self.assertEqual((status, article["record"]["doc"]["key"]), (200, "seen"))

    def test_a_record_that_another_process_writes_to_is_busy_for_writers_alone(self):
        server = self.serve()
        lock = pathlib.Path(str(self.record) + "-lock")
        with open(lock, "w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            status, problem = server.json("POST", "/api/v1/documents", {"text": "A text.", "key": "busy"}, Authorization="Bearer " + TOKEN)
            self.assertEqual((status, problem["code"]), (503, "record_busy"))
            self.assertEqual(server.ask("GET", "/api/v1/people")[0], 200)

    def test_a_start_that_cannot_be_is_told(self):
        server = self.serve()
        from program import run

        for arguments, part in ((["--port", str(server.port)], "cannot be listened on"), (["--host", "example.org"], "no address"),
                                (["--token-file", "/nowhere"], "cannot be read")):
            result = run("serve", "--db", str(self.record), "--engines", "0", *arguments)
            self.assertEqual(result.returncode, 2)
            self.assertIn(part, result.stderr.decode())
        result = run("serve", "--db", "/nowhere.db")
        self.assertIn("there is no record", result.stderr.decode())


if __name__ == "__main__":
    unittest.main()

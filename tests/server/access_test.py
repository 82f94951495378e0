"""Who may do what: hosts, origins, the token, addresses that lead elsewhere, and that nothing of what is sent stays behind."""

import json
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from raw_requests import statuses  # noqa: E402
from running import TOKEN  # noqa: E402
from served import Served  # noqa: E402


class Access(Served):
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
        server = self.serve("--engines", "0", token=False)
        for target, body in (("/api/v1/documents", {"text": "a", "key": "b"}), ("/api/v1/people/1/split", {"part": "a"})):
            status, problem = server.json("POST", target, body, Authorization="Bearer " + TOKEN)
            self.assertEqual((status, problem["code"]), (403, "read_only"))

    def test_without_an_engine_no_text_is_read_but_who_is_who_is_decided(self):
        server = self.serve("--engines", "0")
        for target, body in (("/api/v1/documents", {"text": "a", "key": "b"}), ("/api/v1/extract", {"text": "a"})):
            status, problem = server.json("POST", target, body, Authorization="Bearer " + TOKEN)
            self.assertEqual((status, problem["code"]), (403, "extraction_off"))
        zoe = server.json("GET", "/api/v1/people?q=zoe")[1]["people"][0]["identity"]
        status, merged = server.json("POST", f"/api/v1/people/{zoe}/merge", {"into": "Max Okoro"}, Authorization="Bearer " + TOKEN)
        self.assertEqual(status, 200, merged)

    def test_every_answer_forbids_what_a_page_does_not_need(self):
        for target in ("/", "/api/v1/people", "/nowhere", "/api/v1/openapi.yaml"):
            fields = self.server.ask("GET", target)[1]
            self.assertEqual(fields["X-Content-Type-Options"], "nosniff")
            self.assertIn("default-src 'none'", fields["Content-Security-Policy"])
            self.assertIn("frame-ancestors 'none'", fields["Content-Security-Policy"])
            self.assertNotIn("unsafe", fields["Content-Security-Policy"])

    def test_the_log_holds_nothing_that_was_asked_or_sent(self):
        self.server.ask("GET", "/api/v1/people?q=secretname")
        self.server.ask("POST", "/api/v1/extract", {"text": "“A secrettext,” said Ana Ruiz."})
        self.server.ask("GET", "/secretpath")
        log = self.server.logged()
        self.assertIn("GET /api/v1/people 200 ", log)
        self.assertIn("POST /api/v1/extract 200 ", log)
        for word in ("secretname", "secrettext", "secretpath", TOKEN):
            self.assertNotIn(word, log)

    def test_nothing_is_stored_of_a_text_that_is_only_read(self):
        before = self.server.json("GET", "/api/v1/stats")[1]
        self.assertEqual(self.server.ask("POST", "/api/v1/extract", {"text": "“An unstoredword,” said Ana Ruiz."})[0], 200)
        for path in pathlib.Path(self.folder.name).glob("record.db*"):
            self.assertNotIn(b"unstoredword", path.read_bytes())
        self.assertEqual(self.server.json("GET", "/api/v1/stats")[1]["articles"], before["articles"])


if __name__ == "__main__":
    unittest.main()

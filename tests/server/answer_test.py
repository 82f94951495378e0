"""What answers have in common: methods, codings, tags, checks of what is asked."""

import gzip
import json
import pathlib
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from running import TOKEN  # noqa: E402
from served import Served  # noqa: E402


class Answer(Served):
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

    def test_what_another_process_writes_is_seen_at_once(self):
        other = self.serve()
        before = self.server.json("GET", "/api/v1/people?q=Newcomer")[1]["people"]
        self.assertEqual(before, [])
        document = {"text": "Ida Newcomer, the new mayor, was elected. “We won,” said Ida Newcomer.", "key": "seen"}
        status, added = other.json("POST", "/api/v1/documents", document, Authorization="Bearer " + TOKEN)
        self.assertEqual(status, 201)
        status, article = self.server.json("GET", f"/api/v1/articles/{added['version']}")
        self.assertEqual((status, article["record"]["doc"]["key"]), (200, "seen"))


if __name__ == "__main__":
    unittest.main()

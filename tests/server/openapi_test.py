"""docs/api/openapi.yaml against a running server: each operation is called, each answer fits its schema, and there is nothing that only one of
the two knows."""

import json
import pathlib
import re
import sys
import tempfile
import unittest
import urllib.parse

import jsonschema
import yaml

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from raw_requests import post, statuses  # noqa: E402
from running import ROOT, TOKEN, Server, make_record  # noqa: E402

DESCRIPTION = yaml.safe_load((ROOT / "docs/api/openapi.yaml").read_text(encoding="utf-8"))
METHODS = ("get", "post", "put", "delete", "patch")


def resolved(node):
    """A component for its reference."""
    while "$ref" in node:
        target = DESCRIPTION
        for part in node["$ref"].removeprefix("#/").split("/"):
            target = target[part]
        node = {**target, **{key: value for key, value in node.items() if key != "$ref"}}
    return node


def operations():
    for path, item in DESCRIPTION["paths"].items():
        for method in METHODS:
            if method in item:
                yield path, method, item[method]


class OpenApi(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.server = Server(make_record(pathlib.Path(cls.folder.name) / "record.db"))
        cls.found = cls.things_of_the_record()

    @classmethod
    def tearDownClass(cls):
        cls.server.stop()
        cls.folder.cleanup()

    @classmethod
    def things_of_the_record(cls):
        """What `x-from` of a parameter names."""
        hits = cls.server.json("GET", "/api/v1/search?q=wall")[1]["hits"]
        person = cls.server.json("GET", "/api/v1/people?q=ana")[1]["people"][0]
        in_family = next((hit for hit in hits if hit["family"]), None)
        return {"hit.id": hits[0]["id"], "other.id": hits[1]["id"], "hit.document.version": hits[0]["document"]["version"],
                "person.identity": person["identity"], "family.id": in_family and in_family["family"]}

    def fits(self, schema, value, where):
        validator = jsonschema.Draft202012Validator({**schema, "components": DESCRIPTION["components"]})
        for error in validator.iter_errors(value):
            self.fail(f"{where}: {error.json_path}: {error.message[:300]}")

    def check_answer(self, operation, where, answer):
        status, fields, body = answer
        self.assertIn(str(status), operation["responses"], f"{where} answers {status}, which is not described: {body[:200]}")
        described = resolved(operation["responses"][str(status)])
        for name, header in described.get("headers", {}).items():
            self.assertIn(name, fields, where)
            self.fits(resolved(header)["schema"], int(fields[name]) if name == "Retry-After" else fields[name], f"{where}: {name}")
        if "content" not in described:
            self.assertEqual(body, b"", where)
            return
        ((kind, content),) = described["content"].items()
        self.assertEqual(fields["Content-Type"], kind, where)
        if kind.endswith("json"):
            self.fits(content["schema"], json.loads(body), where)

    def call(self, path, method, operation, body=None, parameters=None, **headers):
        query, target = {}, "/api/v1" + path
        for parameter in map(resolved, operation.get("parameters", [])):
            value = (parameters or {}).get(parameter["name"], parameter.get("example", self.found.get(parameter.get("x-from"))))
            if parameter["in"] == "path":
                target = target.replace("{" + parameter["name"] + "}", str(value))
            elif value is not None:
                query[parameter["name"]] = value
        if query:
            target += "?" + urllib.parse.urlencode(query)
        if body is None and "requestBody" in operation:
            body = operation["requestBody"]["content"]["application/json"]["example"]
        return self.server.ask(method.upper(), target, body, **headers)

    def test_the_server_serves_this_very_description(self):
        status, fields, body = self.server.ask("GET", "/api/v1/openapi.yaml")
        self.assertEqual((status, fields["Content-Type"]), (200, "application/yaml"))
        self.assertEqual(yaml.safe_load(body), DESCRIPTION)
        self.assertTrue(DESCRIPTION["openapi"].startswith("3.1."))

    def test_each_operation_answers_as_it_is_described(self):
        for path, method, operation in operations():
            where = f"{method} {path}"
            if path == "/families/{id}" and self.found["family.id"] is None:
                self.fail("the record of the test has no family of renderings")
            headers = {"Authorization": f"Bearer {TOKEN}"} if operation.get("security") else {}
            answer = self.call(path, method, operation, **headers)
            with self.subTest(where):
                self.check_answer(operation, where, answer)
                may_fail = operation["operationId"] in ("mergePerson", "splitPerson")  # The examples name nobody.
                self.assertTrue(200 <= answer[0] < 300 or may_fail, (where, answer))

    def test_the_decisions_by_hand_are_done(self):
        decide = {path: item["post"] for path, item in DESCRIPTION["paths"].items() if path.startswith("/people/{identity}/")}
        people = self.server.json("GET", "/api/v1/people?q=zoe")[1]["people"]
        merged = self.call("/people/{identity}/merge", "post", decide["/people/{identity}/merge"], {"into": "Max Okoro"},
                           {"identity": people[0]["identity"]}, Authorization=f"Bearer {TOKEN}")
        self.assertEqual(merged[0], 200, merged)
        self.check_answer(decide["/people/{identity}/merge"], "merge", merged)
        both = json.loads(merged[2])["identity"]
        split = self.call("/people/{identity}/split", "post", decide["/people/{identity}/split"], {"part": "Zoe Lind"}, {"identity": both},
                          Authorization=f"Bearer {TOKEN}")
        self.assertEqual(split[0], 200, split)
        self.check_answer(decide["/people/{identity}/split"], "split", split)

    def test_each_operation_refuses_what_it_does_not_know(self):
        for path, method, operation in operations():
            where = f"{method} {path}"
            target = "/api/v1" + path.replace("{id}", "77777").replace("{identity}", "77777").replace("{version}", "77777")
            body = b"{" if method == "post" else None
            with self.subTest(where):
                answer = self.server.ask(method.upper(), target, body)
                if answer[0] >= 400:
                    self.check_answer(operation, where, answer)
                if "requestBody" in operation or "{" in path or any(resolved(p).get("required") for p in operation.get("parameters", [])):
                    self.assertGreaterEqual(answer[0], 400, where)

    def test_each_offset_unit_is_taken(self):
        for path, method, operation in operations():
            if not any(resolved(p)["name"] == "offsets" for p in operation.get("parameters", [])) or method != "get":
                continue
            for unit in ("codepoint", "utf16", "byte"):
                with self.subTest(f"{path} {unit}"):
                    answer = self.call(path, method, operation, parameters={"offsets": unit})
                    self.assertEqual(answer[0], 200)
                    self.check_answer(operation, path, answer)
            refused = self.call(path, method, operation, parameters={"offsets": "word"})
            self.assertEqual(refused[0], 400)
            self.check_answer(operation, path, refused)

    def test_each_operation_refuses_a_parameter_that_it_does_not_know(self):
        for path, method, operation in operations():
            if path == "/openapi.yaml":
                continue  # A file, as those of the page: what is asked for besides means nothing.
            with self.subTest(f"{method} {path}"):
                target = "/api/v1" + re.sub(r"{\w+}", "1", path) + "?unknown=1"
                refused = self.server.ask(method.upper(), target, b"{}" if method == "post" else None, Authorization=f"Bearer {TOKEN}")
                self.assertEqual((refused[0], json.loads(refused[2])["code"]), (400, "invalid_parameter"))
                self.check_answer(operation, path, refused)

    def test_what_any_request_may_get_is_described_once(self):
        for path, method, operation in operations():
            self.assertEqual(operation["responses"].get("default"), {"$ref": "#/components/responses/Any"}, f"{method} {path}")
        told = set(re.findall(r"\b[45]\d\d\b", DESCRIPTION["components"]["responses"]["Any"]["description"]))
        for data, status in ((b"GET /\n", 400), (b"GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", 421), (b"GET / HTTP/2.1\r\n\r\n", 505),
                             (b"GET / HTTP/1.1\r\nX: " + b"a" * 20_000 + b"\r\n\r\n", 431), (post(b"Transfer-Encoding: gzip\r\n"), 501),
                             (post(b"Content-Length: 99999999\r\n"), 413), (post(b"Expect: a\r\nContent-Length: 2\r\n"), 417)):
            self.assertEqual(statuses(self.server.raw(data)), [status])
            self.assertIn(str(status), told)

    def test_what_is_not_described_is_not_there(self):
        routes = set(re.findall(r'\.path = "([^"]+)"', (ROOT / "server/routes.cc").read_text()))
        described = {"/api/v1" + path for path in DESCRIPTION["paths"]} - {"/api/v1/openapi.yaml"}
        self.assertEqual(routes, described)

    def test_pages_of_a_search_follow_one_another(self):
        whole = self.server.json("GET", "/api/v1/search?limit=100")[1]["hits"]
        collected, cursor = [], ""
        while True:
            answer = self.server.json("GET", "/api/v1/search?limit=2" + (f"&cursor={urllib.parse.quote(cursor)}" if cursor else ""))[1]
            collected += answer["hits"]
            cursor = answer["next"]
            if cursor is None:
                break
        self.assertEqual([hit["id"] for hit in collected], [hit["id"] for hit in whole])
        self.assertGreater(len(whole), 4)

    def test_markup_of_an_article_stays_text(self):
        answer = self.server.ask("GET", "/api/v1/search?q=engineers")
        self.assertEqual(answer[1]["Content-Type"], "application/json")
        self.assertIn("<script>alert(1)</script>", json.loads(answer[2])["hits"][0]["text"])


if __name__ == "__main__":
    unittest.main()

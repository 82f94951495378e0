"""The server's start and end."""

import json
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from raw_requests import post, statuses  # noqa: E402
from running import read_to_end, run  # noqa: E402
from served import Recorded  # noqa: E402


class Process(Recorded):
    def test_a_start_that_cannot_be_is_told(self):
        server = self.serve()
        for arguments, part in ((["--port", str(server.port)], "cannot be listened on"), (["--host", "example.org"], "no address"),
                                (["--token-file", "/nowhere"], "cannot be read")):
            result = run("serve", "--db", str(self.record), "--engines", "0", *arguments)
            self.assertEqual(result.returncode, 2)
            self.assertIn(part, result.stderr.decode())
        result = run("serve", "--db", "/nowhere.db")
        self.assertIn("there is no record", result.stderr.decode())

    def send_half(self, server, body):
        """A connection on which a body is waited for."""
        connection = server.connect(timeout=30)
        self.addCleanup(connection.close)
        connection.sendall(post(b"Expect: 100-continue\r\nContent-Length: %d\r\n" % len(body)))
        self.assertEqual(connection.recv(1000), b"HTTP/1.1 100 Continue\r\n\r\n")
        return connection

    def test_a_stop_ends_who_waits_and_lets_those_at_work_finish(self):
        server = self.serve()
        idle = server.connect(timeout=30)
        self.addCleanup(idle.close)
        body = json.dumps({"text": "“We won,” said Ana Ruiz."}).encode()
        at_work = self.send_half(server, body)
        server.process.terminate()
        self.assertEqual(idle.recv(10), b"")
        at_work.sendall(body)
        received = read_to_end(at_work)
        self.assertEqual(statuses(received), [200])
        self.assertIn(b"Connection: close", received)
        self.assertEqual(server.ended(), 0)

    def test_a_stop_does_not_wait_for_ever(self):
        server = self.serve("--request-seconds", "600")
        connection = self.send_half(server, b"{}")
        self.assertEqual(server.stop(), 0)
        self.assertEqual(read_to_end(connection), b"")


if __name__ == "__main__":
    unittest.main()

"""Test cases about a server: each class has a record, and may share a server. A test waits for what happens, not for a time to pass."""

import pathlib
import tempfile
import time
import unittest

from raw_requests import statuses
from running import Server, make_record


def eventually(holds):
    """Whether it comes to hold: within half a minute, as machines are slow at times."""
    end = time.monotonic() + 30
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


class Recorded(unittest.TestCase):
    """Each test starts the servers that it needs."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.record = make_record(pathlib.Path(cls.folder.name) / "record.db")

    def serve(self, *arguments, token=True):
        server = Server(self.record, *arguments, token=token)
        self.addCleanup(lambda: server.process.poll() is None and server.stop())
        return server


class Served(Recorded):
    """All tests share a server, which must outlive each."""

    ARGUMENTS = ()

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.server = Server(cls.record, *cls.ARGUMENTS)
        cls.addClassCleanup(cls.server.stop)

    def tearDown(self):
        self.assertIsNone(self.server.process.poll(), "the server ended")
        self.assertEqual(self.server.ask("GET", "/api/v1/people")[0], 200)

    def assert_refused(self, data, *status):
        """Exactly one answer, of such a status, and the connection closed."""
        received = self.server.raw(data)
        self.assertEqual(len(statuses(received)), 1, received)
        self.assertIn(statuses(received)[0], status, received)
        self.assertIn(b"Connection: close", received)
        self.assertIn(b"application/problem+json", received)

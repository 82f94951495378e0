"""More clients or work at once than the server takes: who is one too many is told to come again."""

import fcntl
import json
import pathlib
import sys
import threading
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from raw_requests import LAST, statuses  # noqa: E402
from running import TOKEN  # noqa: E402
from served import Recorded, eventually  # noqa: E402


class Load(Recorded):
    def test_who_is_one_too_many_is_told_to_come_again(self):
        server = self.serve("--connections", "4")
        held = [server.connect() for _ in range(4)]
        received = server.raw(LAST)  # Connections are taken in their order.
        self.assertEqual(statuses(received), [503])
        self.assertIn(b"Retry-After: 1", received)
        self.assertIn(b"too_many_connections", received)
        for connection in held:
            connection.close()
        self.assertTrue(eventually(lambda: statuses(server.raw(LAST)) == [200]))

    def test_hundreds_of_connections_that_say_nothing_do_not_hold_up_others_for_long(self):
        server = self.serve("--connections", "32", "--idle-seconds", "1")
        held = [server.connect() for _ in range(300)]
        self.assertTrue(eventually(lambda: statuses(server.raw(LAST)) == [200]))
        for connection in held:
            connection.close()

    def test_at_most_so_many_texts_are_read_at_once(self):
        server = self.serve("--engines", "1")
        is_enough, refused = threading.Event(), []

        def hold_the_engine():
            while not is_enough.is_set():
                server.ask("POST", "/api/v1/extract", {"text": "“We won,” said Ana Ruiz, the mayor of the town. " * 300})

        def is_refused():
            refused[:] = server.ask("POST", "/api/v1/extract", {"text": "“We won,” said Ana Ruiz."})
            return refused[0] != 200

        holder = threading.Thread(target=hold_the_engine)
        holder.start()
        try:
            self.assertTrue(eventually(is_refused))
            # Those who only read do not wait for it.
            self.assertEqual(server.ask("GET", "/api/v1/people")[0], 200)
        finally:
            is_enough.set()
            holder.join()
        status, fields, body = refused
        self.assertEqual((status, fields["Retry-After"], json.loads(body)["code"]), (503, "1", "engines_busy"))
        self.assertEqual(server.ask("POST", "/api/v1/extract", {"text": "“We won,” said Ana Ruiz."})[0], 200)

    def test_an_answer_that_takes_too_long_is_given_up(self):
        server = self.serve("--answer-seconds", "0.5")
        long_text = {"text": "“We won,” said Ana Ruiz, the mayor of the town. " * 10_000}
        status, problem = server.json("POST", "/api/v1/extract", long_text)
        self.assertEqual((status, problem["code"]), (503, "deadline_passed"))
        self.assertEqual(server.ask("GET", "/api/v1/people")[0], 200)

    def test_a_record_that_another_process_writes_to_is_busy_for_writers_alone(self):
        server = self.serve()
        lock = pathlib.Path(str(self.record) + "-lock")
        with open(lock, "w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            status, problem = server.json("POST", "/api/v1/documents", {"text": "A text.", "key": "busy"}, Authorization="Bearer " + TOKEN)
            self.assertEqual((status, problem["code"]), (503, "record_busy"))
            self.assertEqual(server.ask("GET", "/api/v1/people")[0], 200)


if __name__ == "__main__":
    unittest.main()

import pathlib
import shutil
import sys
import tempfile
import unittest

from quoth_eval import engine

sys.path.append(str(engine.ROOT / "training"))
from quoth_training import configuration  # noqa: E402

TINY = engine.ROOT / "tests" / "fixtures" / "tiny.qmodel"


class Configuration(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = pathlib.Path(folder.name) / "model.qmodel"
        shutil.copy(TINY, self.path)

    def test_a_key_is_set_and_nothing_else_changes(self):
        before, tensors = configuration.parts_of(self.path.read_bytes(), self.path)
        configuration.change(self.path, {"min_confidence": 0.25})
        after, same = configuration.parts_of(self.path.read_bytes(), self.path)
        self.assertEqual(tensors, same)
        self.assertEqual(before | {"__metadata__": None}, after | {"__metadata__": None})
        self.assertEqual(configuration.read(self.path), configuration.read(TINY) | {"min_confidence": 0.25})

    def test_setting_what_is_there_gives_the_same_bytes(self):
        configuration.change(self.path, {"min_confidence": 0.25})
        once = self.path.read_bytes()
        configuration.change(self.path, {"min_confidence": 0.25})
        self.assertEqual(self.path.read_bytes(), once)

    def test_a_damaged_file_is_refused(self):
        self.path.write_bytes(self.path.read_bytes()[:-1])
        with self.assertRaises(ValueError):
            configuration.change(self.path, {})


if __name__ == "__main__":
    unittest.main()

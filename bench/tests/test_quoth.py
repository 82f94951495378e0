import unittest

from quoth_bench.contenders import quoth


class Models(unittest.TestCase):
    def test_weights_are_listed_and_kernels_are_not(self):
        shown = "base      /m/quoth-en-2026.1-base.qmodel\nfast      /with blank/quoth-en-2026.1-fast.qmodel\nkernels   avx2 portable f32\n"
        self.assertEqual(quoth.models_in(shown), [("base", "/m/quoth-en-2026.1-base.qmodel"), ("fast", "/with blank/quoth-en-2026.1-fast.qmodel")])


if __name__ == "__main__":
    unittest.main()

import unittest

from quoth_bench import process, quotation_bench


def run(processor, wall):
    return process.Run(code=0, wall=wall, processor=processor, peak=1, output="", messages="")


class Speed(unittest.TestCase):
    def test_the_start_is_taken_away(self):
        start, whole = quotation_bench.summary([run(2, 2)]), quotation_bench.summary([run(12, 22)])
        self.assertEqual(quotation_bench.speed(1000, whole, start), {"processor": 100, "wall": 50})

    def test_medians_of_rounds_are_compared(self):
        self.assertEqual(quotation_bench.summary([run(1, 1), run(9, 9), run(2, 2)])["processor"], 2)

    def test_nothing_is_said_of_articles_that_took_no_longer_than_the_start(self):
        start = quotation_bench.summary([run(2, 2)])
        self.assertEqual(quotation_bench.speed(10, start, start), {"processor": None, "wall": None})

    def test_a_run_that_waited_for_its_core_is_marked(self):
        self.assertTrue(quotation_bench.summary([run(10, 10.4)])["alone"])
        self.assertFalse(quotation_bench.summary([run(10, 10.4), run(10, 20)])["alone"])


class Figures(unittest.TestCase):
    def test_both_sets_are_told_in_the_same_words(self):
        f1, kinds = {"p": 1.0, "r": 1.0, "f1": 1.0}, {"direct": 5.0}
        whole = {"spans, exact": {"source": f1}, "links": f1, "speaker": f1, "speaker direct": f1, quotation_bench.RECALL: kinds}
        polnear = {"spans, exact": {"source": f1}, "links": f1, "speaker resolved": f1, "speaker resolved, direct": f1, quotation_bench.RECALL: kinds}
        self.assertEqual(quotation_bench.figures_of(whole), quotation_bench.figures_of(polnear))
        self.assertEqual(set(quotation_bench.figures_of(whole)), {"source", "links", "speaker", "speaker direct", "recall"})


if __name__ == "__main__":
    unittest.main()

import os
import unittest

from quoth_bench import growth, made_pages


def sample(read, resident):
    return growth.Sample(0, read, resident)


class Slope(unittest.TestCase):
    def test_bytes_of_memory_for_each_byte_read(self):
        self.assertAlmostEqual(growth.slope([sample(0, 100), sample(10, 105), sample(20, 110)]), 0.5)

    def test_flat_memory_has_none_whatever_its_waves(self):
        self.assertAlmostEqual(growth.slope([sample(0, 100), sample(10, 130), sample(20, 130), sample(30, 100)]), 0)

    def test_nothing_is_said_without_input(self):
        self.assertIsNone(growth.slope([sample(5, 100), sample(5, 200)]))
        self.assertIsNone(growth.slope([]))

    def test_the_first_part_of_the_input_is_left_out(self):
        samples = [sample(0, 1), sample(10, 80), sample(20, 100), sample(100, 100)]
        self.assertEqual(growth.settled(samples), samples[2:])


class Resident(unittest.TestCase):
    def test_of_this_process(self):
        self.assertGreater(growth.resident(os.getpid()), 1_000_000)


class Pages(unittest.TestCase):
    def setUp(self):
        self.pages = made_pages.Pages()

    def test_a_number_always_makes_the_same_page_and_another_number_another(self):
        self.assertEqual(self.pages.page(3), made_pages.Pages().page(3))
        self.assertNotEqual(self.pages.article(3), self.pages.article(4))

    def test_a_page_has_as_many_words_and_bytes_as_news_pages(self):
        sizes = [len(self.pages.page(number)) for number in range(20)]
        words = [sum(len(paragraph.split()) for paragraph in self.pages.article(number)) for number in range(20)]
        self.assertAlmostEqual(sum(sizes) / 20 / made_pages.BYTES, 1, delta=0.1)
        self.assertAlmostEqual(sum(words) / 20 / made_pages.WORDS, 1, delta=0.1)

    def test_the_archive_ends_behind_the_record_that_fills_it(self):
        records = list(self.pages.records(150_000))
        self.assertLess(sum(map(len, records[:-1])), 150_000)
        self.assertGreaterEqual(sum(map(len, records)), 150_000)
        self.assertEqual(len({record.split(b"WARC-Target-URI: ")[1].split(b"\r\n")[0] for record in records}), len(records))


if __name__ == "__main__":
    unittest.main()

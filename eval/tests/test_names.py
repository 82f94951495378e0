import unittest

from quoth_eval import names


class SameName(unittest.TestCase):
    def assert_same(self, given, gold):
        self.assertTrue(names.same(given, gold), (given, gold))

    def assert_different(self, given, gold):
        self.assertFalse(names.same(given, gold), (given, gold))

    def test_equal_but_for_case_accents_titles_and_possessive(self):
        self.assert_same("Sen. JOSÉ Pérez's", "Jose Perez")
        self.assert_same("the former President Obama", "Obama")

    def test_a_shorter_form_that_keeps_the_last_word(self):
        self.assert_same("Legend", "John Legend")
        self.assert_same("John Roger Stephens Legend", "John Legend")

    def test_the_first_name_alone_is_not_enough(self):
        self.assert_different("John", "John Legend")

    def test_one_surname_two_people(self):
        self.assert_different("Hillary Clinton", "Bill Clinton")

    def test_one_of_joint_speakers_is_enough(self):
        self.assert_same("Petric", "Ulla Stroem | Davo Petric")

    def test_initials_do_not_count(self):
        self.assert_same("George W. Bush", "George Bush")

    def test_no_name_is_nobody(self):
        self.assert_different("", "John Legend")
        self.assert_different("J.", "J.")


class Listed(unittest.TestCase):
    def test_reads_names_objects_and_lists(self):
        self.assertEqual(names.listed("A | B"), ["A", "B"])
        self.assertEqual(names.listed({"entity": "e1", "name": "A"}), ["A"])
        self.assertEqual(names.listed([{"name": "A"}, "B"]), ["A", "B"])

    def test_nobody(self):
        for value in (None, "", [], {"name": None}):
            self.assertEqual(names.listed(value), [])
        self.assertEqual(names.first(None), "")


if __name__ == "__main__":
    unittest.main()

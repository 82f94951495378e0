import unittest

from quoth_eval.spans import jaccard, labelled_spans, letters, same_place, token_span, trimmed


class Spans(unittest.TestCase):
    def test_white_space_is_no_letter(self):
        text = "he  said"
        self.assertEqual(letters([(0, 8)], text), {0, 1, 4, 5, 6, 7})

    def test_a_span_beyond_the_text_ends_with_it(self):
        self.assertEqual(letters([(1, 99)], "abc"), {1, 2})
        self.assertEqual(trimmed((0, 99), "abc."), (0, 3))

    def test_overlap_is_the_share_of_the_union(self):
        self.assertEqual(jaccard({1, 2, 3}, {2, 3, 4}), 0.5)
        self.assertEqual(jaccard(set(), set()), 0.0)

    def test_absent_on_both_sides_is_the_same_place(self):
        self.assertTrue(same_place(set(), set()))
        self.assertTrue(same_place({1, 2}, {2, 3}))
        self.assertFalse(same_place({1}, set()))

    def test_marks_and_punctuation_at_the_ends_are_left_out(self):
        text = '"We won," she said.'
        begin, end = trimmed((0, 9), text)
        self.assertEqual(text[begin:end], "We won")

    def test_nothing_remains_of_punctuation_alone(self):
        self.assertEqual(trimmed((2, 4), "ab.,"), (4, 4))


class Tokens(unittest.TestCase):
    tokens = [(0, 3), (4, 7), (7, 8)]  # "She ran."

    def test_a_token_belongs_as_soon_as_one_character_does(self):
        self.assertEqual(token_span((2, 5), self.tokens), (0, 2))

    def test_none_covered(self):
        self.assertIsNone(token_span((3, 4), self.tokens))
        self.assertIsNone(token_span((20, 30), self.tokens))

    def test_labels_become_spans(self):
        labels = ["B-source", "I-source", "B-cue", "O", "B-content", "I-content"]
        self.assertEqual(labelled_spans(labels), {"source": [(0, 2)], "cue": [(2, 3)], "content": [(4, 6)]})

    def test_neighbours_of_one_role_stay_apart(self):
        self.assertEqual(labelled_spans(["B-content", "B-content", "I-content"])["content"], [(0, 1), (1, 3)])

    def test_a_stray_inside_label_closes_and_opens_nothing(self):
        self.assertEqual(labelled_spans(["B-cue", "I-source", "I-source"]), {"source": [], "cue": [(0, 1)], "content": []})


if __name__ == "__main__":
    unittest.main()

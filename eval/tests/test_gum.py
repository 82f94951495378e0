import unittest

from quoth_eval import gum

# Made up in GUM's format: Ana and Bo left. Ana, the mayor, won't stay. She did.
LINES = """# newpar
# text = Ana and Bo left.
1\tAna\tAna\tPROPN\tNNP\t_\t4\tnsubj\t_\tEntity=(1-person-new-nnnnn-cf1-1,3-coref(2-person-new-nnnnn-cf1-1-coref)
2\tand\tand\tCCONJ\tCC\t_\t3\tcc\t_\t_
3\tBo\tBo\tPROPN\tNNP\t_\t1\tconj\t_\tEntity=(3-person-new-nnnnn-cf1-1-sgl)1)
4\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_
# newpar
# text = The mayor won't stay in Oslo.
1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\tEntity=(2-person-giv:act-nnnnn-cf1-2-coref
2\tmayor\tmayor\tNOUN\tNN\t_\t5\tnsubj\t_\tEntity=2)
3-4\twon't\t_\t_\t_\t_\t_\t_\t_\t_
3\two\twill\tAUX\tMD\t_\t5\taux\t_\t_
4\tn't\tnot\tPART\tRB\t_\t5\tadvmod\t_\t_
5\tstay\tstay\tVERB\tVB\t_\t0\troot\t_\t_
6\tin\tin\tADP\tIN\t_\t7\tcase\t_\t_
7\tOslo\tOslo\tPROPN\tNNP\t_\t5\tobl\t_\tEntity=(4-place-new-nnnnn-cf1-1-sgl-Oslo)|SpaceAfter=No
8\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_
# text = She did.
1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\tEntity=(2-person-giv:act-nnnnn-cf1-1-ana)
2\tdid\tdo\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_
""".splitlines()


class Reader(unittest.TestCase):
    def setUp(self):
        self.reader = gum.Reader(LINES)
        self.persons = [mention for entity_type, mention in self.reader.mentions() if entity_type == "person"]

    def slices(self):
        return [(self.reader.text[slice(*mention.span)], mention.cluster) for mention in self.persons]

    def test_text_is_that_of_the_sentences(self):
        self.assertEqual(self.reader.text, "Ana and Bo left.\n\nThe mayor won't stay in Oslo. She did.")

    def test_mentions_are_slices_of_the_text(self):
        self.assertEqual(self.slices(), [("Ana", "2"), ("Bo", "3"), ("Ana and Bo", "1"), ("The mayor", "2"), ("She", "2")])

    def test_heads_names_and_pronouns(self):
        heads = [self.reader.text[slice(*mention.head)] for mention in self.persons]
        self.assertEqual(heads, ["Ana", "Bo", "Ana and Bo", "mayor", "She"])
        self.assertEqual([mention.is_name for mention in self.persons], [True, True, True, False, False])


if __name__ == "__main__":
    unittest.main()

"""Which signs are quotation marks, and what they enclose.

One pass over each paragraph, linear in its words. A sign is first sorted by its surroundings (`may_open`, `may_close`), then
paired through a stack. What makes English hard is one sign with several jobs: `'` and `’` are apostrophe, closing mark and, in
typewriter text, opening mark; `"` is opening mark, closing mark and inch. Rules, in order:

apostrophe       a single sign glued to letters or digits on both sides is none of ours (won't, O'Rell, rock'n'roll)
prime            a double sign glued to a digit is an inch or second mark when no double mark is open, or when the digit follows an
                 apostrophe-like sign that follows a digit (6'2")
plural_possessive  a closing single sign after a word in -s, not after punctuation, only closes when no sure closing sign comes later
                 in the paragraph (the farmers’ market)
single_needs_close a single opening sign without a later closing sign in its paragraph is an apostrophe ('tis, ’90s)
missing_close    an opening sign of the kind that is open already (white space before, glued after) means that the one before was never
                 closed: it is closed just before the new one, at depth 0
stray            a closing sign with nothing open is no mark
unclosed         what is open at the end of the paragraph ends there (the next paragraph of the same speech opens again); nothing
                 is carried over, so no mistake shifts what follows
"""

from .normalisation import IDEOGRAPH, LETTER, UPPER, code_point_class

OUTSIDE, INSIDE, OPENING, CLOSING, NESTED, INSIDE_SINGLE, STRAY = range(7)

DOUBLE_SIGNS = set('"“”„‟«»″〝〞')
SINGLE_SIGNS = set("'‘’‚‛‹›`´′")
ONLY_OPENS = set("“„‘‚‟‛〝")
STRAIGHT = set("\"″'`´′")
BRACKETS_AND_DASHES = set("([{<-–—/…")


class Surroundings:
    """A paragraph's words as the rules see them. `gap` 0 means glued."""

    def __init__(self, texts, gaps):
        self.texts, self.gaps, self.size = texts, gaps, len(texts)

    def glued_before(self, i):
        return i > 0 and self.gaps[i] == 0

    def glued_after(self, i):
        return i + 1 < self.size and self.gaps[i + 1] == 0

    def alphanumeric(self, i):
        return 0 <= i < self.size and code_point_class(self.texts[i][0]) in (LETTER, UPPER, IDEOGRAPH)

    def ends_in_digit(self, i):
        return self.texts[i][-1] in "0123456789"

    def opens_after_nothing(self, i):
        """Nothing, white space, a bracket, a dash or another mark stands before: a mark may open here."""
        if not self.glued_before(i):
            return True
        before = self.texts[i - 1][0]
        return before in BRACKETS_AND_DASHES or before in DOUBLE_SIGNS or before in SINGLE_SIGNS


def is_apostrophe(s, i):
    return s.glued_before(i) and s.glued_after(i) and s.alphanumeric(i - 1) and s.alphanumeric(i + 1)


def is_prime(s, i, double_open):
    if s.texts[i] not in '"″' or not s.glued_before(i) or not s.ends_in_digit(i - 1):
        return False
    feet = i >= 3 and s.glued_before(i - 1) and s.texts[i - 2] in "'’′" and s.glued_before(i - 2) and s.ends_in_digit(i - 3)
    return feet or not double_open


def may_open(s, i):
    text = s.texts[i]
    if text in "«‹":
        return not (s.glued_before(i) and not s.glued_after(i))
    if text in ONLY_OPENS:
        return True
    if text in STRAIGHT:
        return s.opens_after_nothing(i) and (s.glued_after(i) or not s.glued_before(i))
    return not s.glued_before(i) and s.glued_after(i)


def may_close(s, i, opened):
    """`opened`: the sign that is open at this level, or None."""
    text = s.texts[i]
    if text in "“‟":
        return opened == "„" and (s.glued_before(i) or not s.glued_after(i))
    if text in "‘‛":
        return opened == "‚" and (s.glued_before(i) or not s.glued_after(i))
    if text in "«‹":
        return opened in ("»", "›") and s.glued_before(i)
    if text in "„‚〝":
        return False
    return s.glued_before(i) or not s.glued_after(i)


def is_sure_single_close(s, i):
    """Closing for sure: after punctuation, or before punctuation or the paragraph's end; not after a plural's -s."""
    if s.texts[i] not in "'’›´`′" or is_apostrophe(s, i) or not s.glued_before(i):
        return False
    if not s.alphanumeric(i - 1):
        return not s.glued_after(i) or not s.alphanumeric(i + 1)
    if s.glued_after(i):
        return not s.alphanumeric(i + 1)
    return s.texts[i - 1][-1] not in "sS"


def is_possible_single_close(s, i):
    return s.texts[i] in "'’›´`′" and not is_apostrophe(s, i) and s.glued_before(i) and not (s.glued_after(i) and s.alphanumeric(i + 1))


def later_closes(s):
    """For each word, whether a sure, and whether a possible, closing single sign comes after it."""
    sure, possible = [False] * s.size, [False] * s.size
    seen_sure = seen_possible = False
    for i in range(s.size - 1, -1, -1):
        sure[i], possible[i] = seen_sure, seen_possible
        seen_sure = seen_sure or is_sure_single_close(s, i)
        seen_possible = seen_possible or is_possible_single_close(s, i)
    return sure, possible


def pair_marks(texts, gaps):
    """Marks of one paragraph: (states, ranges); ranges are [first, end, closed, single, depth] in words, by first word."""
    s = Surroundings(texts, gaps)
    states, ranges, stack = [OUTSIDE] * s.size, [], []
    later_sure, later_possible = later_closes(s)

    def level(single):
        """Index in the stack of the innermost open mark of this sort, or -1."""
        for k in range(len(stack) - 1, -1, -1):
            if ranges[stack[k]][3] == single:
                return k
        return -1

    def close_down_to(k, end, closed):
        """Ends every mark above and at stack position k; those above were never closed."""
        while len(stack) > k:
            r = ranges[stack.pop()]
            r[1], r[2] = end, closed and len(stack) == k

    for i in range(s.size):
        text = texts[i]
        if text in DOUBLE_SIGNS:
            k = level(False)
            opened = texts[ranges[stack[k]][0]] if k >= 0 else None
            if is_prime(s, i, k >= 0):
                states[i] = STRAY
            elif k >= 0 and may_close(s, i, opened) and not (may_open(s, i) and s.glued_after(i) and not s.glued_before(i)):
                close_down_to(k, i + 1, True)
                states[i] = CLOSING
            elif may_open(s, i):
                inner_single = bool(stack) and ranges[stack[-1]][3]
                if k >= 0 and not inner_single:
                    close_down_to(k, i, False)
                ranges.append([i, s.size, False, False, len(stack)])
                stack.append(len(ranges) - 1)
                states[i] = OPENING
            else:
                states[i] = STRAY
        elif text in SINGLE_SIGNS:
            k = level(True)
            opened = texts[ranges[stack[k]][0]] if k >= 0 else None
            if is_apostrophe(s, i) and text not in "‹›":
                states[i] = STRAY
            elif (k >= 0 and k == len(stack) - 1 and may_close(s, i, opened) and
                  (is_sure_single_close(s, i) or not later_sure[i] or text not in "'’")
                  and not (s.opens_after_nothing(i) and s.glued_after(i) and s.alphanumeric(i + 1))):
                close_down_to(k, i + 1, True)
                states[i] = CLOSING
            elif k < 0 and may_open(s, i) and (s.glued_after(i) or text in "‹›") and later_possible[i] and not (
                    text in "’´`′" and s.glued_before(i)):
                ranges.append([i, s.size, False, True, len(stack)])
                stack.append(len(ranges) - 1)
                states[i] = OPENING
            else:
                states[i] = STRAY
        elif stack:
            outer_single = ranges[stack[0]][3]
            states[i] = NESTED if len(stack) > 1 else INSIDE_SINGLE if outer_single else INSIDE
    close_down_to(0, s.size, False)
    return states, ranges

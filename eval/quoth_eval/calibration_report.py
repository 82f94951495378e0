"""What eval/calibrate says of one gold set: figures, table, drawing."""

from quoth_eval import calibration, diagram

COVERAGES = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
MOST_WRONG = 0.03  # Of named speakers: what half of them at least should keep to.


class Judged:
    """The cross-fitted probability of each answer, once for each way to deal the articles out."""

    def __init__(self, deals):
        self.deals = deals  # Lists of (probability, answer).

    @staticmethod
    def judge(answers, articles):
        deals = [calibration.deal(articles, number) for number in range(1, calibration.DEALS + 1)]
        return Judged([list(zip(calibration.cross_fitted(answers, fold_of), answers)) for fold_of in deals])

    def of(self, answers):
        """The same of some of the answers."""
        kept = set(map(id, answers))
        return Judged([[pair for pair in one if id(pair[1]) in kept] for one in self.deals])

    def pairs(self, keep=lambda answer: True, right=lambda answer: answer.right):
        """[(probability, right)] of each deal."""
        return [[(probability, right(answer)) for probability, answer in one if keep(answer)] for one in self.deals]

    def pooled(self, *choice, **choices):
        return [pair for one in self.pairs(*choice, **choices) for pair in one]


def is_linked(answer):
    return answer.is_linked


def is_named(answer):
    return answer.is_linked and answer.is_named


def mean(values):
    values = list(values)
    return sum(values) / len(values)


def figures(name, deals):
    """One row of the table of figures."""
    widths = [calibration.expected_error(calibration.equal_width(one)) for one in deals]
    masses = [calibration.expected_error(calibration.equal_mass(one)) for one in deals]
    first = deals[0]
    share = sum(right for _, right in first) / len(first)
    return (
        f"| {name} | {len(first)} | {100 * share:.1f} | {mean(widths):.3f} ({min(widths):.3f} to {max(widths):.3f}) | {mean(masses):.3f}"
        f" | {calibration.chance_error(first):.3f} | {mean(map(calibration.brier, deals)):.3f} |"
    )


class Report:
    """Of one gold set: `quotations` and `speakers` are Judged."""

    def __init__(self, observed, quotations, speakers):
        self.observed, self.quotations, self.speakers = observed, quotations, speakers
        self.link_curve = calibration.risk_curve(quotations.pooled())
        self.name_curve = calibration.risk_curve(speakers.pooled(is_named))

    def lines(self):
        yield "| answers | number | right, % | ECE (least to most of the deals) | ECE, equal mass | ECE by chance | Brier |"
        yield "|---|---|---|---|---|---|---|"
        yield figures("quotations, the link", self.quotations.pairs())
        yield figures("speakers of right links", self.speakers.pairs(is_linked))
        yield figures("… named ones alone", self.speakers.pairs(is_named))
        yield ""
        yield "| kept, surest first, % | " + " | ".join(f"{100 * share:.0f}" for share in COVERAGES) + " |"
        yield "|---|" + "---|" * len(COVERAGES)
        for name, curve in (("wrong links, %", self.link_curve), ("wrong named speakers, %", self.name_curve)):
            yield f"| {name} | " + " | ".join(f"{100 * calibration.risk_at(curve, share):.1f}" for share in COVERAGES) + " |"
        yield ""
        yield (
            f"Of named speakers {100 * calibration.risk_at(self.name_curve, 0.5):.1f} % are wrong among the surer half; at most {100 * MOST_WRONG:.0f} % are as long"
            f" as no more than {100 * calibration.coverage_at(self.name_curve, MOST_WRONG):.0f} % are kept."
        )

    def drawing(self):
        panels = [
            diagram.reliability(0, "quotations", calibration.equal_width(self.quotations.pooled())),
            diagram.reliability(1, "speakers", calibration.equal_width(self.speakers.pooled(is_linked))),
            diagram.risk(2, [("links", self.link_curve), ("named speakers", self.name_curve)], 0.3),
        ]
        return diagram.drawing(panels)


# Both F1 hardly move over a wide range of thresholds: those that cost less than a tenth of a point are taken for equal.
SLACK = 0.001


def thresholds_of(judged, gold):
    """(thresholds that are as good as the best, with their F1, highest first; best F1; F1 without a threshold), over all deals.
    `judged` are (probability, right)."""
    scores = calibration.scored_thresholds(judged, gold * calibration.DEALS)
    return calibration.nearly_best(scores, SLACK), max(score for _, score in scores), scores[-1][1]

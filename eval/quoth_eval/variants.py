"""Families of renderings, made by build/release/quoth_variants from records."""

import collections
import dataclasses
import datetime
import json
import math
import subprocess

from . import engine

DRIVER = engine.ROOT / "build" / "release" / "quoth_variants"
VERDICTS = engine.ROOT / "tests" / "variants" / "families.tsv"
SEVERITIES = ["none", "editing", "notable", "grave"]
MARKS = "\"“”„«»'‘’ "


@dataclasses.dataclass
class Rendering:
    article: str
    quotation: str
    day: str
    kind: str
    type: str
    speaker: str
    publisher: str
    content: str
    severity: str = ""
    classes: str = ""
    is_head: bool = False


class Family(list):
    @property
    def severity(self):
        return max((member.severity for member in self), key=SEVERITIES.index)


def bare(text):
    """Without the marks around it; those inside are left."""
    return " ".join(text.split()).strip(MARKS)


def renderings(paths, min_confidence):
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            for line in filter(str.strip, lines):
                record = json.loads(line)
                document = record["doc"]
                for quotation in record["quotations"]:
                    if quotation["confidence"] < min_confidence:
                        continue
                    speaker = quotation["speaker"] or {}
                    yield Rendering(document["key"], quotation["id"], (document["published"] or "")[:10], quotation["kind"], speaker.get("type", ""),
                                    speaker.get("name", ""), document["publisher"] or "", "\\n".join(bare(part["text"]) for part in quotation["content"]))


def day_number(day):
    try:
        return str((datetime.date.fromisoformat(day) - datetime.date(1970, 1, 1)).days)
    except ValueError:
        return ""


def driver(what, lines):
    if not DRIVER.exists():
        engine.refuse(f"{DRIVER}: no such program; build it with tools/build release")
    return subprocess.run([DRIVER, what], input="".join(lines), capture_output=True, text=True, check=True).stdout


def families(paths, min_confidence):
    """Those with renderings of two and more articles."""
    read = list(renderings(paths, min_confidence))
    publishers = collections.defaultdict(lambda: len(publishers))
    one_line = lambda text: text.replace("\t", " ").replace("\n", " ")
    lines = [
        "\t".join([str(k), one.kind, one.type, one_line(one.speaker), day_number(one.day), str(publishers[one.publisher]), one_line(one.content)]) + "\n"
        for k, one in enumerate(read)
    ]
    made = collections.defaultdict(Family)
    for line in driver("join", lines).splitlines():
        number, which, severity, classes, head = line.split("\t")
        made[number].append(dataclasses.replace(read[int(which)], severity=severity, classes=classes, is_head=head == "head"))
    return [family for family in made.values() if len({member.article for member in family}) > 1]


def shortened(text, most=84):
    return text if len(text) <= most else text[: most * 2 // 3] + " … " + text[-(most // 3) :]


def write_list(made, path):
    with path.open("w", encoding="utf-8") as out:
        for number, family in enumerate(made):
            for member in family:
                out.write("\t".join([str(number), member.article, member.quotation, member.severity, member.classes, member.speaker, shortened(member.content), ""]) + "\n")


def verdicts():
    """[(severity, verdict)] of the families in the list: the verdict stands in the first line of each."""
    rows = [line.split("\t") for line in VERDICTS.read_text(encoding="utf-8").splitlines() if line and not line.startswith(("#", "family\t"))]
    judged = {}
    for row in rows:
        severity, verdict = judged.get(row[0], ("none", ""))
        judged[row[0]] = (max(severity, row[3], key=SEVERITIES.index), verdict or row[7])
    return list(judged.values())


def wilson(right, total, z=1.96):
    """The interval of a share that chance leaves with 95 %."""
    share = right / total
    middle = (share + z * z / (2 * total)) / (1 + z * z / total)
    half = z / (1 + z * z / total) * math.sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    return middle - half, middle + half


def precision():
    judged = verdicts()
    lines = []
    for severity in [*SEVERITIES, "all"]:
        of = [verdict for one, verdict in judged if severity in ("all", one)]
        if of:
            right = sum(verdict == "right" for verdict in of)
            low, high = wilson(right, len(of))
            lines.append(f"{severity}: {right} of {len(of)} families right, {100 * right / len(of):.1f} % (95 % interval {100 * low:.1f} to {100 * high:.1f})")
    return "\n".join(lines)

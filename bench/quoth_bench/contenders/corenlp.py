"""Stanford CoreNLP, one Java machine over all files, with its default settings or with lighter ones that lose nothing here."""

import json
import subprocess

from quoth_bench import places, quotations
from quoth_bench.contenders.contender import Contender

VERSION = "4.5.10"
ANNOTATORS = "tokenize,pos,lemma,ner,depparse,coref,quote"
LIGHT = ("-coref.algorithm", "fastneural", "-ner.applyFineGrained", "false", "-ner.useSUTime", "false", "-ner.applyNumericClassifiers", "false")
NAMES = ("canonicalSpeaker", "speaker", "mention")  # The first that names somebody is the speaker.


def jars():
    """The folder with CoreNLP, its models and what it needs."""
    folder = places.CACHE / f"corenlp-{VERSION}"
    if not (folder / f"stanford-corenlp-{VERSION}-models.jar").exists():
        project = places.ROOT / "bench" / "corenlp" / "pom.xml"
        fetch = ["mvn", "-q", "-B", "-f", project, "dependency:copy-dependencies", f"-Dcorenlp.version={VERSION}", f"-DoutputDirectory={folder}"]
        subprocess.run(fetch, check=True)
    return folder


def code_points(text):
    """A function from offsets in UTF-16 units, which Java counts, to offsets in code points."""
    if text.isascii() or max(text) < "\U00010000":
        return lambda unit: unit
    points = []
    for point, letter in enumerate(text):
        points += [point] * (2 if letter > "\uffff" else 1)
    points.append(len(text))
    return lambda unit: points[unit]


def speaker_of(quote):
    """canonicalSpeaker can be "his" while the mention is a name."""
    names = (quote.get(field) or "" for field in NAMES)
    return next((name for name in names if name and name != "Unknown" and not quotations.is_pronoun(name)), None)


def record_of(article, answer):
    """`answer`: CoreNLP's JSON. Quotations without a mention are left out: most are scare quotes and titles."""
    text, point = article["text"], code_points(article["text"])
    tokens = [token for sentence in answer["sentences"] for token in sentence["tokens"]]
    found = []
    for quote in answer["quotes"]:
        if "mentionBegin" not in quote:
            continue
        first, last = tokens[quote["mentionBegin"]], tokens[quote["mentionEnd"]]
        source = point(first["characterOffsetBegin"]), point(last["characterOffsetEnd"])
        content = point(quote["beginIndex"]), point(quote["endIndex"])
        found.append(quotations.quotation(text, [content], [], [source], speaker_of(quote)))
    return quotations.record(article, quotations.joined(found, "source"))


class CoreNLP(Contender):
    is_slow = True
    gives_cues = False

    def __init__(self, is_light):
        self.is_light = is_light
        self.key, self.name = ("corenlp-light", "CoreNLP, light") if is_light else ("corenlp-default", "CoreNLP")
        self.note = "direct quotations only" + ("; settings " + " ".join(LIGHT) if is_light else "; default settings")

    def versions(self):
        java = subprocess.run(["java", "-version"], capture_output=True, text=True, check=True).stderr
        return {"stanford-corenlp": VERSION, "java": java.splitlines()[0]}

    def command(self, sample, folder):
        listed = folder / "files.list"
        listed.write_text("".join(f"{sample.files / article['id']}.txt\n" for article in sample.articles), encoding="utf-8")
        command = ["java", "-Xmx5g", "-Dfile.encoding=UTF-8", "-cp", f"{jars()}/*", "edu.stanford.nlp.pipeline.StanfordCoreNLP"]
        command += ["-annotators", ANNOTATORS, *(LIGHT if self.is_light else ()), "-fileList", listed]
        return command + ["-encoding", "UTF-8", "-outputFormat", "json", "-outputDirectory", folder]

    def records(self, sample, printed, folder):
        for article in sample.articles:
            with open(folder / f"{article['id']}.txt.json", encoding="utf-8") as file:
                yield record_of(article, json.load(file))

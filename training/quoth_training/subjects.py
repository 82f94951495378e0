"""Learns the subjects head (whom a content is about) on the frozen encoder of a model file, and writes it into the file. Other tensors stay byte for byte.

usage, from training/, with the two parts' records as the engine with that file makes them:
    quoth extract --model MODEL.qmodel --field published=date ../data/wikinews/train/articles.jsonl > train.jsonl      (dev: likewise)
    python -m quoth_training.subjects --model MODEL.qmodel --gold ../data/wikinews --train train.jsonl --dev dev.jsonl --vectors FOLDER

Each entity near a quotation is a row (subject_rows.py), right where gold says that the content is about it. The thresholds are those that give the best
F1 on dev; what thresholds chosen on other dev articles give is printed beside it.
"""

import argparse
import json
import pathlib
import sys

import numpy as np
import torch
from torch import nn

from . import examples, network, segmentation, subject_rows, weight_file
from .batches import batch_of
from .corpora import ANNOTATIONS
from .export import quantised

sys.path.append(str(pathlib.Path(__file__).parents[2] / "eval"))
from quoth_eval import links, names  # noqa: E402

WIDTH, HIDDEN = 32, 48
MOST_SUBJECTS = 3
BATCH, RATE, DECAY, DROPOUT = 512, 2e-3, 0.1, 0.3
THRESHOLDS = [round(0.2 + 0.025 * k, 3) for k in range(14)]


class Subjects(nn.Module):
    def __init__(self, features: int, width: int):
        super().__init__()
        self.word = nn.Linear(width, WIDTH)
        self.hidden = nn.Linear(features + 5 * WIDTH, HIDDEN)
        self.output = nn.Linear(HIDDEN, 1)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, features, *vectors):
        """Vectors of anchor, content and mention [rows, width] each: logits [rows]."""
        anchor, content, mention = (self.word(self.dropout(v)) for v in vectors)
        seen = torch.cat([features, anchor, content, mention, anchor * mention, content * mention], 1)
        return self.output(self.dropout(torch.relu(self.hidden(self.dropout(seen)))))[:, 0]


def encoder_of(tensors: dict, settings: dict) -> network.Network:
    """The encoder that the file holds, its integers as floats; the heads are left at random."""
    net = network.Network(len(tensors["embeddings.word.scale"]), settings["width"], settings["layers"], settings["feed_forward"])

    def put(parameter, values):
        parameter.data.copy_(torch.from_numpy(np.array(values, np.float32)))

    put(net.word.weight, weight_file.floats(tensors, "embeddings.word"))
    for name in ("position", "shape", "mark", "gap", "annotation"):
        put(getattr(net, name).weight, tensors[f"embeddings.{name}"])
    norms = [("embeddings.norm", net.norm)]
    for n, layer in enumerate(net.layers):
        for part in ("attention", "feed_forward"):
            for end in ("input", "output"):
                linear = getattr(layer, f"{part}_{end}")
                put(linear.weight, weight_file.floats(tensors, f"encoder.{n}.{part}.{end}"))
                put(linear.bias, tensors[f"encoder.{n}.{part}.{end}.bias"])
            norms.append((f"encoder.{n}.{part}.norm", getattr(layer, f"{part}_norm")))
    for name, norm in norms:
        put(norm.weight, tensors[f"{name}.weight"])
        put(norm.bias, tensors[f"{name}.bias"])
    return net.eval()


def word_vectors(net, segmented) -> torch.Tensor:
    """[words, width]: each word's from the window that owns it, as the engine has them."""
    document = examples.Prepared("", ANNOTATIONS.index("wikinews"), segmented, None, None, [], "")
    windows = examples.windows_of(segmented, network.WINDOW, network.OVERLAP)
    batch = batch_of([document], [(0, first, end) for first, end in windows])
    with torch.no_grad():
        encoded = net.encode(batch.pieces, batch.features, batch.annotation, batch.mask)
    parts = [encoded[k, batch.word_piece[k, start - windows[k][0]:stop - windows[k][0]]]
             for k, (start, stop) in enumerate(examples.owned_ranges(windows))]
    return torch.cat(parts).half()


class Article:
    """One article's rows, with what gold says of them."""

    def __init__(self, article: dict, record: dict, segmented, vectors):
        self.vectors = vectors
        self.rows = subject_rows.rows_of(article["text"], article["title"], record, segmented)
        self.names = [e["name"] for e in record["entities"]]
        self.gold = [names.listed(q.get("about")) for q in article["quotations"]]
        spans = [[{p for b, e in q["content"] for p in range(b, e) if not article["text"][p].isspace()} for q in article["quotations"]],
                 [{p for c in q["content"] for p in range(c["start"], c["end"]) if not article["text"][p].isspace()} for q in record["quotations"]]]
        pairs = links.one_to_one(links.by_overlap(*spans), lambda overlap, i, j: overlap >= links.SAME)
        self.answered = {given: gold for gold, (given, _) in pairs.items()}
        # The names in gold that a row's entity answers.
        self.answers = [frozenset(k for k, n in enumerate(self.gold_of(r.quotation)) if names.same(self.names[r.entity], n)) for r in self.rows]

    def gold_of(self, quotation: int) -> list:
        return self.gold[self.answered[quotation]] if quotation in self.answered else []

    def tensors(self):
        """Features, vectors of anchors, contents and mentions, labels."""
        v = self.vectors.float()
        content = {}
        for r in self.rows:
            if r.quotation not in content:
                content[r.quotation] = torch.cat([v[first:end] for first, end in r.content]).mean(0)
        ends = [(v[r.mention[0]] + v[r.mention[1]]) / 2 for r in self.rows]
        return (torch.tensor([r.features for r in self.rows]), torch.stack([v[r.anchor] for r in self.rows]),
                torch.stack([content[r.quotation] for r in self.rows]), torch.stack(ends), torch.tensor([float(bool(a)) for a in self.answers]))

    def counts(self, probabilities, least: float, further: float):
        """(names found, names given, names in gold), as the scorer counts them."""
        by_quotation = {}
        for probability, row, answers in zip(probabilities, self.rows, self.answers):
            by_quotation.setdefault(row.quotation, []).append((float(probability), answers))
        found = given = 0
        for scored in by_quotation.values():
            scored.sort(key=lambda s: -s[0])
            chosen = [answers for k, (p, answers) in enumerate(scored[:MOST_SUBJECTS]) if scored[0][0] >= least and (k == 0 or p >= further)]
            given += len(chosen)
            found += len(frozenset().union(*chosen))
        return np.array([found, given, sum(map(len, self.gold))])


def kept_vectors(folder: pathlib.Path, article: str, net, segmented) -> torch.Tensor:
    """From the folder, where they are; encoding takes most of the time."""
    path = folder / f"{article}.npy"
    if not path.exists():
        np.save(path, word_vectors(net, segmented).numpy())
    return torch.from_numpy(np.load(path))


def articles_of(arguments, part: str, net, vocabulary: dict, abbreviations: frozenset) -> list:
    gold, records = arguments.gold, getattr(arguments, part)
    made = {str(r["doc"]["key"]): r for r in map(json.loads, open(records, encoding="utf-8"))}
    out = []
    for article in map(json.loads, open(gold / part / "articles.jsonl", encoding="utf-8")):
        segmented = segmentation.segment(article["text"], vocabulary, abbreviations)
        found = Article(article, made[str(article["id"])], segmented, kept_vectors(arguments.vectors, article["id"], net, segmented))
        if found.rows:
            out.append(found)
    return out


def learn(articles: list, epochs: int, seed: int) -> Subjects:
    torch.manual_seed(seed)
    data = [torch.cat(parts) for parts in zip(*(a.tensors() for a in articles))]
    head = Subjects(data[0].shape[1], data[1].shape[1])
    optimizer = torch.optim.AdamW(head.parameters(), RATE, weight_decay=DECAY)
    count = len(data[0])
    steps = epochs * -(-count // BATCH)
    schedule = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.0, steps)
    for epoch in range(epochs):
        for rows in torch.randperm(count).split(BATCH):
            *seen, right = (part[rows] for part in data)
            loss = nn.functional.binary_cross_entropy_with_logits(head(*seen), right)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
        print(f"epoch {epoch + 1}: loss of the last batch {loss.item():.4f}", flush=True)
    return head.eval()


def f1(counts) -> float:
    found, given, gold = counts
    return 200 * found / max(given + gold, 1)


def thresholds_of(articles: list, probabilities: list) -> tuple:
    choices = [(least, further) for least in THRESHOLDS for further in THRESHOLDS if further >= least]
    return max(choices, key=lambda c: f1(sum(a.counts(p, *c) for a, p in zip(articles, probabilities))))


def cross_fitted(articles: list, probabilities: list, folds: int = 4):
    """Counts with thresholds chosen on the other folds."""
    total = 0
    for fold in range(folds):
        others = [k for k in range(len(articles)) if k % folds != fold]
        chosen = thresholds_of([articles[k] for k in others], [probabilities[k] for k in others])
        total = total + sum(articles[k].counts(probabilities[k], *chosen) for k in range(fold, len(articles), folds))
    return total


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=pathlib.Path, required=True)
    parser.add_argument("--gold", type=pathlib.Path, required=True)
    parser.add_argument("--train", required=True)
    parser.add_argument("--dev", required=True)
    parser.add_argument("--vectors", type=pathlib.Path, required=True, help="folder that keeps the words' vectors of this model")
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    arguments.vectors.mkdir(parents=True, exist_ok=True)
    tensors, settings = weight_file.read(arguments.model)
    vocabulary = {piece: k for k, piece in enumerate(bytes(tensors["vocabulary"]).decode().split("\n")[:-1])}
    abbreviations = frozenset(bytes(tensors["lexicon.abbreviations"]).decode().split())
    net = encoder_of(tensors, settings)
    parts = {part: articles_of(arguments, part, net, vocabulary, abbreviations) for part in ("dev", "train")}
    head = learn(parts["train"], arguments.epochs, arguments.seed)
    # What the engine computes with: the words' matrix in eight bits.
    weight, scale = quantised(head.word.weight.detach().numpy())
    head.word.weight.data.copy_(torch.from_numpy(weight.astype(np.float32) * scale[:, None]))
    with torch.no_grad():
        probabilities = [torch.sigmoid(head(*a.tensors()[:-1])).numpy() for a in parts["dev"]]
    least, further = thresholds_of(parts["dev"], probabilities)
    best = f1(sum(a.counts(p, least, further) for a, p in zip(parts["dev"], probabilities)))
    print(f"about on dev {best:.1f}, with thresholds of other articles {f1(cross_fitted(parts['dev'], probabilities)):.1f}")
    added = {"subjects.word.weight": weight, "subjects.word.scale": scale, "subjects.word.bias": head.word.bias,
             "subjects.hidden.weight": head.hidden.weight.T, "subjects.hidden.bias": head.hidden.bias,
             "subjects.output": torch.cat([head.output.weight[0], head.output.bias])}
    tensors.update({name: values if isinstance(values, np.ndarray) else values.detach().numpy() for name, values in added.items()})
    settings.update(subject_width=WIDTH, subject_hidden=HIDDEN, subject_least=least, further_subject_least=further)
    arguments.model.write_bytes(weight_file.file_bytes(tensors, settings))


if __name__ == "__main__":
    main()

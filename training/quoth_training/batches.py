"""Documents as tensors: the windows of one or more documents, padded to the longest."""

import dataclasses
import random

import numpy as np
import torch

from . import examples, mentions
from .network import WINDOW


@dataclasses.dataclass
class Batch:
    pieces: torch.Tensor  # [windows, length]
    features: torch.Tensor  # [windows, length, 3]
    annotation: torch.Tensor  # [windows]
    mask: torch.Tensor  # [windows, length]
    word_piece: torch.Tensor  # [windows, words]: position of each word's first piece
    word_mask: torch.Tensor  # [windows, words]
    ranges: list  # (document, first word, end word) of each window
    count: int  # pieces


def batch_of(documents: list, windows: list) -> Batch:
    """`windows`: (index into documents, first word, end word)."""
    rows = []
    for d, first, end in windows:
        pieces, features, starts = [examples.CLS], [(0, 0, 0)], []
        for word in documents[d].segmented.words[first:end]:
            starts.append(len(pieces))
            pieces += word.pieces
            features += [(word.shape, word.mark, word.gap)] * len(word.pieces)
        pieces, features = pieces[:WINDOW + 1] + [examples.SEP], features[:WINDOW + 1] + [(0, 0, 0)]
        rows.append((pieces, features, [min(s, WINDOW) for s in starts]))
    length, words = max(len(r[0]) for r in rows), max(len(r[2]) for r in rows)
    n = len(rows)
    pieces, features = np.zeros((n, length), np.int64), np.zeros((n, length, 3), np.int64)
    starts, mask, word_mask = np.zeros((n, words), np.int64), np.zeros((n, length), bool), np.zeros((n, words), bool)
    for k, (p, f, s) in enumerate(rows):
        pieces[k, :len(p)], features[k, :len(p)], starts[k, :len(s)] = p, f, s
        mask[k, :len(p)], word_mask[k, :len(s)] = True, True
    annotation = torch.tensor([documents[d].annotation for d, _, _ in windows])
    tensors = [torch.from_numpy(a) for a in (pieces, features)]
    return Batch(*tensors, annotation, torch.from_numpy(mask), torch.from_numpy(starts), torch.from_numpy(word_mask), list(windows),
                 int(mask.sum()))


def training_batches(documents: list, generator: random.Random, pieces_each: int):
    """One epoch: documents in random order, cut at random seams, about `pieces_each` pieces a batch (a long document fills several)."""
    order = list(range(len(documents)))
    generator.shuffle(order)
    pending, size = [], 0
    for d in order:
        segmented = documents[d].segmented
        counts = [len(w.pieces) for w in segmented.words]
        for first, end in examples.windows_of(segmented, WINDOW, 0, generator.randint(64, WINDOW)):
            pending.append((d, first, end))
            size += sum(counts[first:end]) + 2
            if size >= pieces_each:
                yield batch_of(documents, pending)
                pending, size = [], 0
    if pending:
        yield batch_of(documents, pending)


def mention_pairs(document, first_word: int, end_word: int, first_names: dict, generator: random.Random | None, most: int = 24):
    """Mentions inside [first_word, end_word) and, of at most `most` labelled ones, the antecedents: (mentions, j, [i], features, right)."""
    inside = [m for m in document.mentions if first_word <= m.first and m.end <= end_word]
    labelled = [j for j, m in enumerate(inside) if m.entity is not None]
    if generator is not None and len(labelled) > most:
        labelled = sorted(generator.sample(labelled, most))
    pairs = []
    for j in labelled:
        candidates = [i for i in mentions.antecedents(inside, j) if inside[i].entity is not None]
        features = [mentions.pair_features(inside[i], inside[j], j - i - 1, first_names) for i in candidates]
        right = [inside[i].entity == inside[j].entity for i in candidates]
        pairs.append((j, candidates, features, right))
    return inside, pairs

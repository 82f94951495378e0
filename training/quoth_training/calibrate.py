"""Finds, on dev, the anchor threshold and the least confidence that give the best F1 of links; prints both for export.

usage: python -m quoth_training.calibrate --data DATA --run runs/open --corpus wikinews
"""

import argparse
import json
import pathlib
import pickle

import numpy as np
import torch

from . import decoding
from .network import SIZES, Network, load_weights

LOWEST = 0.15


def word_set(ranges):
    return {k for a, b in ranges for k in range(a, b)}


def gold_of(document):
    """(content words, source words) of each attribution; the same reading of roles as the network's targets."""
    out = []
    for _, tags, _, _ in document.anchors:
        roles = decoding.ranges_of(list(tags))
        out.append((word_set(roles["content"]), word_set(roles["source"])))
    return out


def matches(gold, answers):
    """Links as ../shared/eval/score.py counts them, in words instead of characters."""
    pairs = sorted(((len(g[0] & a[0]) / len(g[0] | a[0]), i, j) for i, g in enumerate(gold) for j, a in enumerate(answers) if g[0] & a[0]),
                   reverse=True)
    used_gold, used, right = set(), set(), 0
    for share, i, j in pairs:
        if share >= 0.5 and i not in used_gold and j not in used:
            used_gold.add(i)
            used.add(j)
            right += share >= 0.8 and (bool(gold[i][1] & answers[j][1]) or not (gold[i][1] or answers[j][1]))
    return right


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=pathlib.Path, required=True)
    parser.add_argument("--sizes", default="base", choices=SIZES)
    parser.add_argument("--corpus", default="wikinews", choices=("wikinews", "polnear"))
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    documents = pickle.loads((arguments.run / f"{arguments.corpus}-dev.pickle").read_bytes())
    state = torch.load(arguments.run / "weights.pt", weights_only=True)
    network = Network(SIZES[arguments.sizes])
    load_weights(network, state)
    network.eval()
    answered = []
    with torch.autocast("cpu", torch.bfloat16):
        for document in documents:
            found = decoding.anchors_of(network, document, LOWEST)
            answered.append((gold_of(document), [(p, c, word_set(r["content"]), word_set(r["source"])) for _, p, r, _, _, c in found if r["content"]]))
    gold = sum(len(g) for g, _ in answered)
    table = []
    for threshold in np.arange(0.2, 0.71, 0.05):
        for least in np.arange(0.0, 0.61, 0.05):
            kept = [(g, [(c, s) for p, q, c, s in a if p >= threshold and q >= least]) for g, a in answered]
            right, given = sum(matches(g, a) for g, a in kept), sum(len(a) for _, a in kept)
            table.append((200 * right / (given + gold), round(float(threshold), 2), round(float(least), 2)))
    for f1, threshold, least in sorted(table, reverse=True)[:8]:
        print(json.dumps({"links": round(f1, 1), "anchor_threshold": threshold, "min_confidence": least}))


if __name__ == "__main__":
    main()

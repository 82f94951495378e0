"""The network's answers as records: what the engine's tag and quotes stages do, in their simplest form, for scores during training."""

import numpy as np
import torch

from . import examples
from .batches import batch_of
from .corpora import ACTS
from .network import WINDOW

ILLEGAL = -1e9


def transitions() -> np.ndarray:
    """[before, after]: I-x follows B-x or I-x."""
    tags = examples.ROLE_TAGS
    table = np.zeros((len(tags), len(tags)), np.float32)
    for b, after in enumerate(tags):
        if after.startswith("I-"):
            for a, before in enumerate(tags):
                if before[2:] != after[2:] or before == "O":
                    table[a, b] = ILLEGAL
    return table


TRANSITIONS = transitions()
STARTS = np.array([ILLEGAL if t.startswith("I-") else 0 for t in examples.ROLE_TAGS], np.float32)


def viterbi(scores: np.ndarray) -> list:
    best, back = scores[0] + STARTS, []
    for row in scores[1:]:
        step = best[:, None] + TRANSITIONS
        back.append(step.argmax(0))
        best = step.max(0) + row
    path = [int(best.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]


def ranges_of(path: list) -> dict:
    found, tags = {"source": [], "cue": [], "content": []}, examples.ROLE_TAGS
    for k, tag in enumerate(path):
        if tags[tag].startswith("B-"):
            found[tags[tag][2:]].append([k, k + 1])
        elif tag:
            found[tags[tag][2:]][-1][1] = k + 1
    return found


@torch.no_grad()
def anchors_of(network, document, threshold=0.5) -> list:
    """(anchor word, probability, {role: [[first, end]…] in words}, act, negated, confidence)."""
    windows = examples.windows_of(document.segmented, WINDOW, network.sizes.overlap)
    if not windows:
        return []
    owned, found = examples.owned_ranges(windows), []
    for group in range(0, len(windows), 8):
        batch = batch_of([document], [(0, f, e) for f, e in windows[group:group + 8]])
        x = network.encode(batch.pieces, batch.features, batch.annotation, batch.mask)
        words = torch.gather(x, 1, batch.word_piece[:, :, None].expand(-1, -1, x.shape[-1]))
        probability = torch.sigmoid(network.anchor(words)[..., 0].float())
        for k, (first, end) in enumerate(windows[group:group + 8]):
            start, stop = owned[group + k]
            columns = [c for c in range(start - first, stop - first) if probability[k, c] >= threshold]
            if not columns:
                continue
            column = torch.tensor(columns)
            scores = network.roles(words[k:k + 1], batch.word_mask[k:k + 1], torch.zeros_like(column), column).float()
            acts = network.act(words[k, column]).float()
            logs = torch.log_softmax(scores, -1).numpy()
            for n, c in enumerate(columns):
                path = viterbi(logs[n, :end - first])
                claimed = [logs[n, i, t] for i, t in enumerate(path) if t]
                roles = {r: [[first + a, first + b] for a, b in spans] for r, spans in ranges_of(path).items()}
                found.append((first + c, float(probability[k, c]), roles, int(acts[n, :-1].argmax()), bool(acts[n, -1] > 0),
                              float(probability[k, c]) * float(np.exp(np.mean(claimed))) if claimed else 0.0))
    return found


def record_of(network, document, threshold=0.5) -> dict:
    words = document.segmented.words
    quotations = []
    for _, probability, roles, act, negated, confidence in anchors_of(network, document, threshold):
        if not roles["content"]:
            continue
        spans = {role: [{"start": words[a].start, "end": words[b - 1].end} for a, b in ranges] for role, ranges in roles.items()}
        quotations.append({"id": f"q{len(quotations) + 1}", **spans, "act": ACTS[act], "negated": negated, "speaker": None, "addressee": None,
                           "about": [], "parent": None, "confidence": confidence})
    return {"doc": {"key": document.key.split("@")[0], "path": document.key}, "quotations": quotations}

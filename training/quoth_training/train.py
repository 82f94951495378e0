"""Trains the network on prepared corpora. Seeded; saves weights, averages, optimizer and position every few minutes and resumes from them.

usage: python -m quoth_training.train --data DATA --run FOLDER --encoder e5-small-v2.onnx --corpora wikinews,gum,wikigold --epochs 7
"""

import argparse
import contextlib
import dataclasses
import json
import math
import os
import pathlib
import pickle
import random
import subprocess
import sys
import time

import torch

from . import corpora, decoding, examples, losses, mentions, projection, segmentation, teacher
from .batches import training_batches
from .network import SIZES, Network, load_encoder, load_weights

PIECES_OF_A_BATCH = 1600
AVERAGE_DECAY = 0.997
CHECKPOINT_SECONDS = 240


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--run", type=pathlib.Path, required=True)
    parser.add_argument("--encoder", required=True, help="e5-small-v2's ONNX file")
    parser.add_argument("--vocabulary", required=True, help="its tokenizer.json")
    parser.add_argument("--corpora", default="wikinews,gum,wikigold", help="of wikinews, polnear, silver, teacher, teacher-polnear, gum, wikigold; NAME=SHARE takes a share an epoch")
    parser.add_argument("--epochs", type=float, default=7)
    parser.add_argument("--batches", type=int, help="end each epoch after so many: to try whether all goes through")
    parser.add_argument("--sizes", default="base", choices=SIZES)
    parser.add_argument("--layers", type=int, help="the first so many of the encoder's")
    parser.add_argument("--precision", default="bfloat16", choices=("bfloat16", "float32"), help="float32 is faster where the processor has no AMX")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--silver", type=pathlib.Path, help="records of an earlier model over unlabelled articles, for the corpus `silver`")
    parser.add_argument("--teacher", type=pathlib.Path, help="records of a larger network, for the corpora `teacher` and `teacher-polnear`: a folder for each")
    parser.add_argument("--projected", type=pathlib.Path, help="a model file whose embeddings are projected to this network's width to start from")
    parser.add_argument("--mask", type=float, default=0.0, help="share of word pieces hidden from the network in training, against learning by heart")
    parser.add_argument("--start", help="weights of an earlier run to start from")
    parser.add_argument("--scorer", type=pathlib.Path, help="score.py GOLD PREDICTIONS --json")
    return parser.parse_args()


def precision_of(arguments):
    return torch.autocast("cpu", torch.bfloat16) if arguments.precision == "bfloat16" else contextlib.nullcontext()


def read_vocabulary(path: str) -> dict:
    return json.load(open(path, encoding="utf-8"))["model"]["vocab"]


def prepared(arguments, name: str, part: str, vocabulary: dict) -> list:
    """A corpus ready for batches; kept in the run's folder, so that resuming is quick."""
    kept = arguments.run / f"{name}-{part}.pickle"
    if kept.exists():
        return pickle.loads(kept.read_bytes())
    read = {"wikinews": lambda: corpora.wikinews(arguments.data, part), "polnear": lambda: corpora.polnear(arguments.data, part),
            "silver": lambda: corpora.silver(arguments.silver), "teacher": lambda: teacher.examples_of(arguments.teacher / "wikinews", "wikinews"),
            "teacher-polnear": lambda: teacher.examples_of(arguments.teacher / "polnear", "polnear"), "gum": lambda: corpora.gum(arguments.data), "wikigold": lambda: corpora.wikigold(arguments.data)}[name]
    abbreviations = frozenset(segmentation.read_lexicon("abbreviations.txt"))
    documents = [examples.prepare(e, vocabulary, abbreviations) for e in read()]
    kept.write_bytes(pickle.dumps(documents))
    return documents


class Run:
    """One training run: network, running average of its weights, optimizer, and where it stands."""

    def __init__(self, arguments, pieces_an_epoch: int):
        self.arguments = arguments
        torch.manual_seed(arguments.seed)
        sizes = SIZES[arguments.sizes]
        if arguments.layers:
            sizes = dataclasses.replace(sizes, layers=arguments.layers)
        self.network = Network(sizes)
        if arguments.projected:
            projection.load_embeddings(self.network, arguments.projected)
        elif not sizes.convolutions:
            load_encoder(self.network, arguments.encoder)
        if arguments.start:
            load_weights(self.network, torch.load(arguments.start, weights_only=True))
        fresh = [p for n, p in self.network.named_parameters() if n.split(".")[0] not in ("word", "position", "norm", "layers")]
        fresh_ids = {id(p) for p in fresh}
        encoder = [p for p in self.network.parameters() if id(p) not in fresh_ids]
        self.optimizer = torch.optim.AdamW([{"params": encoder, "base": arguments.rate}, {"params": fresh, "base": 2.5 * arguments.rate}],
                                           lr=arguments.rate, betas=(0.9, 0.98), weight_decay=0.01, fused=True)
        self.average = {k: v.clone() for k, v in self.network.state_dict().items()}
        self.total = int(arguments.epochs * pieces_an_epoch)
        self.seen = self.step = self.epoch = self.batch = 0
        self.checkpoint = arguments.run / "checkpoint.pt"
        if self.checkpoint.exists():
            state = torch.load(self.checkpoint, weights_only=True)
            self.network.load_state_dict(state["network"])
            self.optimizer.load_state_dict(state["optimizer"])
            self.average = state["average"]
            self.seen, self.step, self.epoch, self.batch = state["position"]

    def set_rate(self):
        share = min(1.0, self.seen / self.total)
        factor = min(1.0, self.step / 200) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * share)))
        for group in self.optimizer.param_groups:
            group["lr"] = group["base"] * factor

    def update(self, loss, pieces: int):
        self.set_rate()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        self.step += 1
        self.seen += pieces
        decay = min(AVERAGE_DECAY, self.step / (self.step + 10))
        state = self.network.state_dict()
        keys = [k for k in state if state[k].is_floating_point()]
        torch._foreach_lerp_([self.average[k] for k in keys], [state[k] for k in keys], 1 - decay)

    def save(self):
        state = {"network": self.network.state_dict(), "optimizer": self.optimizer.state_dict(), "average": self.average,
                 "position": (self.seen, self.step, self.epoch, self.batch)}
        torch.save(state, self.checkpoint.with_suffix(".new"))
        os.replace(self.checkpoint.with_suffix(".new"), self.checkpoint)
        torch.save(self.average, self.arguments.run / "weights.new")
        os.replace(self.arguments.run / "weights.new", self.arguments.run / "weights.pt")


def note(run_folder: pathlib.Path, **values):
    line = json.dumps(values)
    print(line, flush=True)
    with open(run_folder / "log.jsonl", "a", encoding="utf-8") as file:
        file.write(line + "\n")


def scores(arguments, network, documents: list, gold: pathlib.Path, name: str) -> dict:
    network.eval()
    path = arguments.run / f"{name}.jsonl"
    with open(path, "w", encoding="utf-8") as file, precision_of(arguments):
        for document in documents:
            file.write(json.dumps(decoding.record_of(network, document)) + "\n")
    network.train()
    if not arguments.scorer:
        return {}
    out = subprocess.run([sys.executable, str(arguments.scorer), str(gold), str(path), "--json"], capture_output=True, text=True, check=True)
    report = json.loads(out.stdout)
    return {"set": name, **{r: s["f1"] for r, s in report["spans, exact"].items()}, "links": report["links"]["f1"],
            "by kind": report["links recall by kind"], "act": report.get("act")}


def dev_sets(arguments, names: list, vocabulary: dict) -> list:
    sets = [("wikinews", arguments.data / "wikinews/gold/dev")]
    if "polnear" in names:
        sets.append(("polnear", arguments.data / "polnear/dev"))
    out = []
    for name, gold in sets:
        documents = prepared(arguments, name, "dev", vocabulary)
        first = {d.key.split("@")[0]: d for d in reversed(documents)}
        out.append((name, list(first.values()), gold))
    return out


def evaluate(arguments, run, sets):
    kept = {k: v.clone() for k, v in run.network.state_dict().items()}
    run.network.load_state_dict(run.average)
    for name, documents, gold in sets:
        note(arguments.run, epoch=run.epoch, step=run.step, **scores(arguments, run.network, documents, gold, name))
    run.network.load_state_dict(kept)


def hide_pieces(batch, share: float) -> None:
    """Puts [MASK] in place of random pieces, [CLS] and [SEP] left alone."""
    hidden = (torch.rand(batch.pieces.shape) < share) & batch.mask & (batch.pieces != examples.CLS) & (batch.pieces != examples.SEP)
    batch.pieces[hidden] = examples.MASK


def epoch_documents(corpora_and_shares: list, seed: int) -> list:
    generator, out = random.Random(seed), []
    for documents, share in corpora_and_shares:
        count = round(len(documents) * share)
        out += documents * (count // len(documents)) + generator.sample(documents, count % len(documents))
    return out


def main():
    arguments = parse_arguments()
    arguments.run.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(arguments.threads)
    vocabulary = read_vocabulary(arguments.vocabulary)
    mixture = [(name.split("=")[0], float((name.split("=") + ["1"])[1])) for name in arguments.corpora.split(",")]
    loaded = [(prepared(arguments, name, "train", vocabulary), share) for name, share in mixture]
    sets = dev_sets(arguments, [n for n, _ in mixture], vocabulary)
    pieces = sum(share * sum(len(w.pieces) for d in documents for w in d.segmented.words) for documents, share in loaded)
    run = Run(arguments, int(pieces))
    first_names = mentions.read_first_names()
    note(arguments.run, start={k: str(v) for k, v in vars(arguments).items()}, pieces=int(pieces), resumed_at=run.step)
    saved = time.time()
    while run.epoch < math.ceil(arguments.epochs):
        documents = epoch_documents(loaded, arguments.seed * 1000 + run.epoch)
        generator = random.Random(arguments.seed * 1000 + run.epoch)
        sums, began, counted = {}, time.time(), 0
        for k, batch in enumerate(training_batches(documents, generator, PIECES_OF_A_BATCH)):
            if k < run.batch:
                continue
            if arguments.batches and k >= arguments.batches:
                break
            if arguments.mask:
                hide_pieces(batch, arguments.mask)
            with precision_of(arguments):
                found = losses.losses_of(run.network, documents, batch, first_names, generator)
            if found:
                run.update(sum(losses.WEIGHTS[n] * v for n, v in found.items()), batch.count)
            run.batch, counted = k + 1, counted + batch.count
            for n, v in found.items():
                sums.setdefault(n, []).append(float(v.detach()))
            if run.step % 50 == 0:
                rate = counted / (time.time() - began)
                note(arguments.run, epoch=run.epoch, step=run.step, done=round(run.seen / run.total, 3), pieces_per_second=round(rate),
                     minutes_left=round((run.total - run.seen) / rate / 60, 1), **{n: round(sum(v[-50:]) / len(v[-50:]), 3) for n, v in sums.items()})
            if time.time() - saved > CHECKPOINT_SECONDS:
                run.save()
                saved = time.time()
        run.epoch, run.batch = run.epoch + 1, 0
        run.save()
        evaluate(arguments, run, sets)


if __name__ == "__main__":
    main()

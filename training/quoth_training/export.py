"""Writes a model file (docs/formats/model.md) from a run's weights; its reader is src/model.

usage: python -m quoth_training.export --weights runs/open/weights.pt --vocabulary tokenizer.json --name quoth-en-2026.1-base --license CC-BY-4.0 --out models
"""

import argparse
import pathlib

import numpy as np
import torch

from . import corpora, examples, network, normalisation, segmentation
from .train import read_vocabulary
from .weight_file import file_bytes


def quantised(weight: np.ndarray):
    """Rows scaled so that their largest magnitude is 127: (I8 [rows, columns], F32 [rows])."""
    scale = np.abs(weight).max(1) / 127
    scale = np.where(scale == 0, 1, scale).astype(np.float32)
    return np.clip(np.rint(weight / scale[:, None]), -127, 127).astype(np.int8), scale


class Tensors(dict):
    def matrix(self, name, weight, bias=None):
        weight = weight.detach().float().numpy()
        self[f"{name}.weight"], self[f"{name}.scale"] = quantised(weight)
        if bias is not None:
            self[f"{name}.bias"] = bias.detach().float().numpy()

    def linear(self, name, layer):
        self.matrix(name, layer.weight, layer.bias)

    def floats(self, name, values):
        self[name] = values.detach().float().numpy()

    def norm(self, name, layer):
        self.floats(f"{name}.weight", layer.weight)
        self.floats(f"{name}.bias", layer.bias)

    def text(self, name, lines):
        self[name] = np.frombuffer("".join(line + "\n" for line in lines).encode(), np.uint8)


def tensors_of(net: network.Network, pieces: list) -> Tensors:
    out = Tensors()
    out.matrix("embeddings.word", net.word.weight)
    for name in ("position", "shape", "mark", "gap", "annotation"):
        out.floats(f"embeddings.{name}", getattr(net, name).weight)
    out.norm("embeddings.norm", net.norm)
    for n, convolution in enumerate(net.convolutions):
        out.linear(f"encoder.convolution.{n}", convolution)
    for n, layer in enumerate(net.layers):
        for part in ("attention", "feed_forward"):
            out.linear(f"encoder.{n}.{part}.input", getattr(layer, f"{part}_input"))
            out.linear(f"encoder.{n}.{part}.output", getattr(layer, f"{part}_output"))
            out.norm(f"encoder.{n}.{part}.norm", getattr(layer, f"{part}_norm"))
    for name in ("anchor", "names", "act"):
        out.linear(name, getattr(net, name))
    for head in ("roles", "circumstances"):
        layer = getattr(net, head)
        for name in ("word", "anchor", "output"):
            out.linear(f"{head}.{name}", getattr(layer, name))
        out.floats(f"{head}.distance", layer.distance.weight)
        out.norm(f"{head}.norm", layer.norm)
        for k, convolution in enumerate(layer.convolution):
            out.linear(f"{head}.convolution.{k}", convolution)
    for name in ("first", "last", "query", "key", "new"):
        out.linear(f"mention.{name}", getattr(net.mention, name))
    out.floats("mention.features", net.mention.features)
    ranges, replaced, text = normalisation.tables()
    out["normalisation.ranges"] = np.array(ranges, np.int32)
    out["normalisation.replaced"] = np.array(replaced, np.int32)
    out["normalisation.text"] = np.frombuffer(text, np.uint8)
    out.text("vocabulary", pieces)
    for name in ("abbreviations", "pronouns", "first_names"):
        out.text(f"lexicon.{name}", segmentation.read_lexicon(f"{name}.txt"))
    return out


def config_of(net: network.Network, name: str, licence: str, anchor_threshold: float, min_confidence: float) -> dict:
    sizes = net.sizes
    return {**({"role_reach": sizes.role_reach} if sizes.role_reach else {}), "name": name, "license": licence, "dilations": list(sizes.convolutions), "layers": sizes.layers, "width": sizes.width, "heads": sizes.width // 32,
            "feed_forward": sizes.feed_forward, "window": network.WINDOW, "overlap": sizes.overlap,
            "positions": network.POSITIONS, "role_width": sizes.role_width, "circumstance_width": sizes.circumstance_width, "role_dilations": list(network.ROLE_DILATIONS),
            "mention_width": sizes.mention_width, "mention_key_width": network.MENTION_KEY_WIDTH, "acts": list(corpora.ACTS),
            "name_tags": list(examples.NAME_TAGS), "role_tags": list(examples.ROLE_TAGS),
            "circumstance_tags": list(examples.CIRCUMSTANCE_TAGS), "annotations": list(corpora.ANNOTATIONS),
            "anchor_threshold": anchor_threshold, "min_confidence": min_confidence}


def tiny(vocabulary: dict) -> tuple:
    """A network of two layers with random weights and a short vocabulary, for tests of the engine."""
    torch.manual_seed(7)
    by_id = sorted(vocabulary, key=vocabulary.get)
    kept = by_id[:104] + [p for p in by_id[999:3999]]
    net = network.Network(network.Sizes(pieces=len(kept), width=64, layers=2, feed_forward=128))
    for parameter in (net.shape, net.mark, net.gap, net.annotation):
        torch.nn.init.normal_(parameter.weight, std=0.5)
    torch.nn.init.normal_(net.mention.features, std=0.5)
    torch.nn.init.constant_(net.anchor.bias, -0.5)
    return net, kept


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=pathlib.Path, help="left out: random weights, tiny network")
    parser.add_argument("--sizes", default="base", choices=network.SIZES)
    parser.add_argument("--vocabulary", required=True)
    parser.add_argument("--name", required=True)
    parser.add_argument("--license", default="CC-BY-4.0")
    parser.add_argument("--anchor-threshold", type=float, default=0.5)
    parser.add_argument("--min-confidence", type=float, default=0.0)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    arguments = parser.parse_args()
    vocabulary = read_vocabulary(arguments.vocabulary)
    if arguments.weights:
        state = torch.load(arguments.weights, weights_only=True)
        net, pieces = network.Network(network.SIZES[arguments.sizes]), sorted(vocabulary, key=vocabulary.get)
        network.load_weights(net, state)
    else:
        net, pieces = tiny(vocabulary)
    config = config_of(net, arguments.name, arguments.license, arguments.anchor_threshold, arguments.min_confidence)
    path = arguments.out / f"{arguments.name}.qmodel"
    path.write_bytes(file_bytes(tensors_of(net, pieces), config))
    print(path, path.stat().st_size)


if __name__ == "__main__":
    main()

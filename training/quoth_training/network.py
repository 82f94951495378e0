"""The network of docs/formats/model.md in PyTorch: an encoder (convolutions, BERT's layers, or both) with features added to its input, and six heads."""

import dataclasses
import math

import torch
from torch import nn
from torch.nn import functional

from . import corpora, examples, mentions

WINDOW, OVERLAP, POSITIONS = 254, 64, 256
SHAPES, MARKS, GAPS = 7, 8, 4
ROLE_DILATIONS = (1, 4)
MENTION_KEY_WIDTH = 64
DISTANCES = 33
EPSILON = 1e-12


@dataclasses.dataclass(frozen=True)
class Sizes:
    """Of one network. The convolutions come first, each over three rows that lie `dilation` apart, then the layers of attention."""
    pieces: int = 30522
    width: int = 384
    convolutions: tuple = ()  # dilations
    layers: int = 12
    feed_forward: int = 1536
    role_width: int = 192
    circumstance_width: int = 128
    mention_width: int = 128
    overlap: int = OVERLAP
    role_reach: int = 0  # words on each side of an anchor that the engine reads for its roles first; 0: the window


SIZES = {"base": Sizes(),
         "fast": Sizes(width=192, convolutions=(1, 2, 4, 8, 16), layers=0, feed_forward=192, role_width=96, circumstance_width=64, mention_width=64, overlap=32,
                      role_reach=32)}


def distance_table(limit: int = 512) -> torch.Tensor:
    """bucket(d) for d in [-limit, limit], shifted by `limit`."""
    edges = [(9, 12), (13, 18), (19, 27), (28, 40), (41, 60), (61, 90), (91, 135)]

    def magnitude(n):
        if n <= 8:
            return n
        return next((9 + k for k, (a, b) in enumerate(edges) if a <= n <= b), 16)

    return torch.tensor([16 + (1 if d > 0 else -1) * magnitude(abs(d)) if d else 16 for d in range(-limit, limit + 1)])


class Layer(nn.Module):
    def __init__(self, width, heads, feed_forward):
        super().__init__()
        self.heads = heads
        self.attention_input = nn.Linear(width, 3 * width)
        self.attention_output = nn.Linear(width, width)
        self.attention_norm = nn.LayerNorm(width, eps=EPSILON)
        self.feed_forward_input = nn.Linear(width, feed_forward)
        self.feed_forward_output = nn.Linear(feed_forward, width)
        self.feed_forward_norm = nn.LayerNorm(width, eps=EPSILON)

    def forward(self, x, mask):
        batch, length, width = x.shape
        q, k, v = self.attention_input(x).view(batch, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        # Written out: the fused attention's backward pass is slower on the CPU at this length.
        scores = (q * (1 / math.sqrt(q.shape[-1]))) @ k.transpose(-1, -2) + mask
        mixed = torch.softmax(scores, -1) @ v
        x = self.attention_norm(x + self.attention_output(mixed.transpose(1, 2).reshape(batch, length, width)))
        return self.feed_forward_norm(x + self.feed_forward_output(functional.gelu(self.feed_forward_input(x))))


class Convolution(nn.Linear):
    """x + gelu(convolution of three rows), rows beyond the ends counting as zero."""

    def __init__(self, width, dilation):
        super().__init__(3 * width, width)
        self.dilation = dilation

    def forward(self, x):
        padded = functional.pad(x, (0, 0, self.dilation, self.dilation))
        around = torch.cat([padded[:, :x.shape[1]], x, padded[:, 2 * self.dilation:]], -1)
        return x + functional.gelu(super().forward(around))


class Roles(nn.Module):
    """What part each word of a window has in the attribution of one anchor."""

    def __init__(self, width, inner, tags):
        super().__init__()
        self.word = nn.Linear(width, inner)
        self.anchor = nn.Linear(width, inner, bias=False)
        self.distance = nn.Embedding(DISTANCES, inner)
        self.norm = nn.LayerNorm(inner, eps=EPSILON)
        self.convolution = nn.ModuleList(Convolution(inner, d) for d in ROLE_DILATIONS)
        self.output = nn.Linear(inner, tags)
        self.register_buffer("buckets", distance_table(), persistent=False)

    def forward(self, words, mask, row, column):
        """words [windows, length, width], mask [windows, length]; anchors stand at (row, column): scores [anchors, length, tags]."""
        length = words.shape[1]
        distance = torch.arange(length)[None] - column[:, None] + 512
        x = self.word(words)[row] + self.anchor(words[row, column])[:, None] + self.distance(self.buckets[distance])
        keep = mask[row, :, None]
        x = functional.gelu(self.norm(x)) * keep
        for convolution in self.convolution:
            x = convolution(x) * keep
        return self.output(x)


class Mentions(nn.Module):
    def __init__(self, width, inner):
        super().__init__()
        self.first = nn.Linear(width, inner)
        self.last = nn.Linear(width, inner, bias=False)
        self.query = nn.Linear(inner, MENTION_KEY_WIDTH)
        self.key = nn.Linear(inner, MENTION_KEY_WIDTH)
        self.new = nn.Linear(inner, 1)
        self.features = nn.Parameter(torch.zeros(mentions.FEATURES, mentions.BUCKETS))

    def forward(self, first, last):
        """Vectors of first and last words [n, width]: (query, key, new)."""
        m = functional.gelu(self.first(first) + self.last(last))
        return self.query(m), self.key(m), self.new(m)[:, 0]


class Network(nn.Module):
    def __init__(self, sizes=SIZES["base"], dropout=0.1):
        super().__init__()
        self.sizes, width = sizes, sizes.width
        self.word = nn.Embedding(sizes.pieces, width)
        self.position = nn.Embedding(POSITIONS, width)
        self.shape = nn.Embedding(SHAPES, width)
        self.mark = nn.Embedding(MARKS, width)
        self.gap = nn.Embedding(GAPS, width)
        self.annotation = nn.Embedding(len(corpora.ANNOTATIONS), width)
        for features in (self.shape, self.mark, self.gap, self.annotation):
            nn.init.zeros_(features.weight)
        self.norm = nn.LayerNorm(width, eps=EPSILON)
        self.convolutions = nn.ModuleList(Convolution(width, dilation) for dilation in sizes.convolutions)
        self.layers = nn.ModuleList(Layer(width, width // 32, sizes.feed_forward) for _ in range(sizes.layers))
        self.dropout = nn.Dropout(dropout)
        self.anchor = nn.Linear(width, 1)
        self.names = nn.Linear(width, len(examples.NAME_TAGS))
        self.act = nn.Linear(width, len(corpora.ACTS) + 1)
        self.roles = Roles(width, sizes.role_width, len(examples.ROLE_TAGS))
        self.circumstances = Roles(width, sizes.circumstance_width, len(examples.CIRCUMSTANCE_TAGS))
        self.mention = Mentions(width, sizes.mention_width)

    def encode(self, pieces, features, annotation, mask):
        """pieces [n, length]; features [n, length, 3] (shape, mark, gap); annotation [n]; mask [n, length], true: a piece."""
        x = (self.word(pieces) + self.position.weight[:pieces.shape[1]] + self.shape(features[..., 0]) + self.mark(features[..., 1])
             + self.gap(features[..., 2]) + self.annotation(annotation)[:, None])
        x = self.norm(x) * mask[:, :, None]
        blocked = torch.where(mask, 0.0, -1e4)[:, None, None].to(torch.bfloat16 if torch.is_autocast_enabled("cpu") else x.dtype)
        for convolution in self.convolutions:
            x = convolution(x) * mask[:, :, None]
        for layer in self.layers:
            x = layer(x, blocked)
        return x


def load_weights(network: Network, state: dict) -> None:
    """Weights of this network, or of one that had no circumstances head yet."""
    missing, unknown = network.load_state_dict(state, strict=False)
    others = [key for key in missing if not key.startswith("circumstances.")] + unknown
    if others:
        raise ValueError(f"weights of another network: {', '.join(others)}")


def load_encoder(network: Network, onnx_path: str) -> None:
    """Fills the encoder from e5-small-v2's ONNX file. Linear weights are found by the name of their MatMul node."""
    import numpy
    import onnx
    from onnx import numpy_helper
    graph = onnx.load(onnx_path).graph
    arrays = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    for node in graph.node:
        if node.op_type == "MatMul" and node.input[1] in arrays:
            arrays[node.name] = arrays[node.input[1]]

    def put(parameter, array):
        parameter.data.copy_(torch.from_numpy(numpy.array(array)))

    put(network.word.weight, arrays["embeddings.word_embeddings.weight"])
    put(network.position.weight, arrays["embeddings.position_embeddings.weight"][:POSITIONS] + arrays["embeddings.token_type_embeddings.weight"][0])
    put(network.norm.weight, arrays["embeddings.LayerNorm.weight"])
    put(network.norm.bias, arrays["embeddings.LayerNorm.bias"])
    for n, layer in enumerate(network.layers):
        bias = f"encoder.layer.{n}."
        weight = f"/encoder/layer.{n}/"
        parts = ("query", "key", "value")
        put(layer.attention_input.weight, numpy.concatenate([arrays[f"{weight}attention/self/{p}/MatMul"].T for p in parts]))
        put(layer.attention_input.bias, numpy.concatenate([arrays[f"{bias}attention.self.{p}.bias"] for p in parts]))
        for linear, name in ((layer.attention_output, "attention.output.dense"), (layer.feed_forward_input, "intermediate.dense"),
                             (layer.feed_forward_output, "output.dense")):
            put(linear.weight, arrays[weight + name.replace(".", "/") + "/MatMul"].T)
            put(linear.bias, arrays[bias + name + ".bias"])
        for norm, name in ((layer.attention_norm, "attention.output.LayerNorm"), (layer.feed_forward_norm, "output.LayerNorm")):
            put(norm.weight, arrays[f"{bias}{name}.weight"])
            put(norm.bias, arrays[f"{bias}{name}.bias"])

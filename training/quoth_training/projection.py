"""Embeddings of a wide network brought to a narrow one: the principal components of its word pieces (no centring, so that sums stay sums)."""

import numpy as np
import torch

from . import weight_file


def load_embeddings(network, path) -> None:
    tensors, _ = weight_file.read(path)
    words = weight_file.floats(tensors, "embeddings.word")
    _, vectors = np.linalg.eigh(words.T @ words)
    basis = vectors[:, ::-1][:, :network.sizes.width]  # [wide, narrow], the strongest first
    network.word.weight.data.copy_(torch.from_numpy(words @ basis))
    for name in ("shape", "mark", "gap", "annotation"):
        getattr(network, name).weight.data.copy_(torch.from_numpy(tensors[f"embeddings.{name}"] @ basis))
    network.position.weight.data.zero_()

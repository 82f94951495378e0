"""Model files (docs/formats/model.md) as Python reads and writes them; their configuration can be set without training.

usage: python -m quoth_training.weight_file FILE.qmodel                 prints the configuration
       python -m quoth_training.weight_file FILE.qmodel KEY=JSON …      sets values, in place

A file set this way holds the same tensors, byte for byte; only its header and hash differ.
"""

import json
import pathlib
import sys

import numpy as np

from . import configuration

TYPES = {"I8": np.int8, "U8": np.uint8, "I32": np.int32, "F32": np.float32}
KINDS = {np.dtype(kind): name for name, kind in TYPES.items()}


def file_bytes(tensors: dict, settings: dict) -> bytes:
    """Widest elements first, so that every tensor is aligned to its element."""
    order = sorted(tensors, key=lambda n: (-tensors[n].dtype.itemsize, n))
    header, data, at = {"__metadata__": {"config": json.dumps(settings)}}, [], 0
    for name in order:
        array = np.ascontiguousarray(tensors[name])
        if array.dtype == np.float32 and not np.isfinite(array).all():
            raise ValueError(f"{name} holds values that are not finite")
        header[name] = {"dtype": KINDS[array.dtype], "shape": list(array.shape), "data_offsets": [at, at + array.nbytes]}
        data.append(array.tobytes())
        at += array.nbytes
    return configuration.enveloped(configuration.header_bytes(header) + b"".join(data))


def read(path) -> tuple:
    """(tensors by name, configuration). Fails with ValueError on a file that is not whole."""
    header, data = configuration.parts_of(pathlib.Path(path).read_bytes(), path)
    settings, values = json.loads(header.pop("__metadata__")["config"]), memoryview(data)
    tensors = {name: np.frombuffer(values[slice(*entry["data_offsets"])], TYPES[entry["dtype"]]).reshape(entry["shape"])
               for name, entry in header.items()}
    return tensors, settings


def floats(tensors: dict, name: str) -> np.ndarray:
    """A matrix as the engine means it: each row's integers times the row's scale."""
    return tensors[f"{name}.weight"].astype(np.float32) * tensors[f"{name}.scale"][:, None]


def main():
    if len(sys.argv) < 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    path = sys.argv[1]
    changes = [change.split("=", 1) for change in sys.argv[2:]]
    if changes:
        configuration.change(path, {key: json.loads(value) for key, value in changes})
    print(json.dumps(configuration.read(path), indent=1))


if __name__ == "__main__":
    main()

"""Model files (docs/formats/model.md) as Python reads them, and changes to their configuration that need no training.

usage: python -m quoth_training.weight_file FILE.qmodel                 prints the configuration
       python -m quoth_training.weight_file FILE.qmodel KEY=JSON …      sets values, in place

A file set this way holds the same tensors, byte for byte; only its header and hash differ.
"""

import hashlib
import json
import pathlib
import struct
import sys

import numpy as np

MAGIC, VERSION = b"QUOTHMDL", 1
TYPES = {"I8": np.int8, "U8": np.uint8, "I32": np.int32, "F32": np.float32}
KINDS = {np.dtype(kind): name for name, kind in TYPES.items()}


def file_bytes(tensors: dict, configuration: dict) -> bytes:
    """Widest elements first, so that every tensor is aligned to its element."""
    order = sorted(tensors, key=lambda n: (-tensors[n].dtype.itemsize, n))
    header, data, at = {"__metadata__": {"config": json.dumps(configuration)}}, [], 0
    for name in order:
        array = np.ascontiguousarray(tensors[name])
        if array.dtype == np.float32 and not np.isfinite(array).all():
            raise ValueError(f"{name} holds values that are not finite")
        header[name] = {"dtype": KINDS[array.dtype], "shape": list(array.shape), "data_offsets": [at, at + array.nbytes]}
        data.append(array.tobytes())
        at += array.nbytes
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    body = struct.pack("<Q", len(text)) + text + b"".join(data)
    return MAGIC + struct.pack("<IIQ", VERSION, 0, len(body)) + hashlib.sha256(body).digest() + bytes(8) + body


def read(path) -> tuple:
    """(tensors by name, configuration). Fails with ValueError on a file that is not whole."""
    data = pathlib.Path(path).read_bytes()
    version, _, length = struct.unpack("<IIQ", data[8:24])
    body = data[64:]
    if data[:8] != MAGIC or version != VERSION or length != len(body) or hashlib.sha256(body).digest() != data[24:56]:
        raise ValueError(f"{path} is not a whole model file of version {VERSION}")
    header_length, = struct.unpack("<Q", body[:8])
    header = json.loads(body[8:8 + header_length])
    values = memoryview(body)[8 + header_length:]
    configuration = json.loads(header.pop("__metadata__")["config"])
    tensors = {name: np.frombuffer(values[slice(*entry["data_offsets"])], TYPES[entry["dtype"]]).reshape(entry["shape"])
               for name, entry in header.items()}
    return tensors, configuration


def floats(tensors: dict, name: str) -> np.ndarray:
    """A matrix as the engine means it: each row's integers times the row's scale."""
    return tensors[f"{name}.weight"].astype(np.float32) * tensors[f"{name}.scale"][:, None]


def main():
    if len(sys.argv) < 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    path = pathlib.Path(sys.argv[1])
    tensors, configuration = read(path)
    for change in sys.argv[2:]:
        key, value = change.split("=", 1)
        configuration[key] = json.loads(value)
    if sys.argv[2:]:
        path.write_bytes(file_bytes(tensors, configuration))
    print(json.dumps(configuration, indent=1))


if __name__ == "__main__":
    main()

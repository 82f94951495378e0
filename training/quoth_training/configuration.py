"""The configuration of a model file (docs/formats/model.md), read and changed without reading the tensors: standard library alone.

A file changed this way holds the same tensors, byte for byte; only its header and hash differ.
"""

import hashlib
import json
import pathlib
import struct

MAGIC, VERSION = b"QUOTHMDL", 1
ENVELOPE = 64


def enveloped(body: bytes) -> bytes:
    return MAGIC + struct.pack("<IIQ", VERSION, 0, len(body)) + hashlib.sha256(body).digest() + bytes(8) + body


def header_bytes(header: dict) -> bytes:
    """Padded, so that the tensors behind it stay aligned."""
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    return struct.pack("<Q", len(text)) + text


def parts_of(data: bytes, name) -> tuple:
    """(header, bytes of all tensors). Fails with ValueError on a file that is not whole."""
    version, _, length = struct.unpack("<IIQ", data[8:24])
    body = data[ENVELOPE:]
    if data[:8] != MAGIC or version != VERSION or length != len(body) or hashlib.sha256(body).digest() != data[24:56]:
        raise ValueError(f"{name} is not a whole model file of version {VERSION}")
    size, = struct.unpack("<Q", body[:8])
    return json.loads(body[8:8 + size]), body[8 + size:]


def read(path) -> dict:
    header, _ = parts_of(pathlib.Path(path).read_bytes(), path)
    return json.loads(header["__metadata__"]["config"])


def change(path, changes: dict):
    """Sets keys of the file's configuration, in place."""
    path = pathlib.Path(path)
    header, values = parts_of(path.read_bytes(), path)
    configuration = json.loads(header["__metadata__"]["config"]) | changes
    header["__metadata__"]["config"] = json.dumps(configuration)
    path.write_bytes(enveloped(header_bytes(header) + values))

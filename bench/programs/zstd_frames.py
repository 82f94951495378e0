"""Compresses each of the records on standard input to a Zstandard frame of its own, for bench/archive; each comes and goes behind its length in 8 bytes."""

import struct
import sys

import zstandard


def main():
    compressor = zstandard.ZstdCompressor(level=10)
    while head := sys.stdin.buffer.read(8):
        frame = compressor.compress(sys.stdin.buffer.read(*struct.unpack("<q", head)))
        sys.stdout.buffer.write(struct.pack("<q", len(frame)) + frame)


main()

"""The web archive that readers are measured on: the pages and archives of ../shared/data, repeated, in three forms."""

import gzip
import struct
import subprocess
import uuid
import zlib

from quoth_bench import environments, places

FORMS = ("plain", "gz", "zst")
# What warcio reads to the end without complaint.
ARCHIVES = (
    "archivesunleashed+aut/src/test/resources/warc/example.warc.gz",
    "oduwsdl+ipwb/samples/warcs/sample-1.warc.gz",
    "webrecorder+pywb/sample_archive/warcs/iana.warc.gz",
    "commoncrawl+whirlwind-python/whirlwind.warc.gz",
)


def record_of(name, page):
    """A response record with the page in it."""
    answer = b"HTTP/1.1 200 OK\r\nServer: made-up\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(page) + page
    head = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, name)}>\r\nWARC-Date: 2020-01-02T03:04:05Z\r\n"
            f"WARC-Target-URI: https://news.example/{name}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n")
    return head.encode() + answer + b"\r\n\r\n"


def members_of(path):
    """The decompressed members of a gzip file."""
    left = path.read_bytes()
    while left:
        decoder = zlib.decompressobj(31)
        yield decoder.decompress(left)
        left = decoder.unused_data


def records(data):
    for path in sorted((data / "html").glob("*/html/*")):
        page = path.read_bytes()
        yield record_of(path.name, gzip.decompress(page) if page[:2] == b"\x1f\x8b" else page)
    for name in ARCHIVES:
        yield from members_of(data / "warc" / name)


def made(form, size, data=places.SHARED / "data", folder=places.CACHE):
    """The archive of about `size` bytes before compression, made where it is not there yet: plain, gz (a member a record) or zst (a frame a record)."""
    path = folder / f"bench-{size // 10**6}.warc{'' if form == 'plain' else '.' + form}"
    if path.exists():
        return path
    folder.mkdir(exist_ok=True)
    ones = list(records(data))
    packed = packed_records(ones, form)
    with open(path, "wb") as out:
        for _ in range(repeats(ones, size)):
            out.writelines(packed)
    return path


def repeats(ones, size):
    return max(1, round(size / sum(map(len, ones))))


def exact_size(size, data=places.SHARED / "data"):
    """Bytes before compression of the archive that is made for `size`: records are not cut."""
    ones = list(records(data))
    return repeats(ones, size) * sum(map(len, ones))


def packed_records(ones, form):
    if form == "gz":
        return [gzip.compress(one, 6, mtime=0) for one in ones]
    return zstd_frames(ones) if form == "zst" else ones


def zstd_frames(ones):
    """Made in the environment that has the compressor."""
    command = [environments.python(f"fastwarc-{environments.FASTWARC[0]}"), places.PROGRAMS / "zstd_frames.py"]
    given = b"".join(struct.pack("<q", len(one)) + one for one in ones)
    packed, at, frames = subprocess.run(command, input=given, capture_output=True, check=True).stdout, 0, []
    while at < len(packed):
        (length,) = struct.unpack_from("<q", packed, at)
        frames.append(packed[at + 8 : at + 8 + length])
        at += 8 + length
    return frames

"""Reads a web archive with FastWARC, for bench/archive: FILE [http]. `http`: parses each answer's head and reads its body.

Without, it does the least that it can: records are passed over as soon as their header is known.
"""

import json
import sys
import time

from fastwarc.warc import ArchiveIterator

try:
    from fastwarc.stream_io import FileStream
except ImportError:  # Since 2.0 the iterator takes paths.
    FileStream = str


def main():
    path, reads_http = sys.argv[1], sys.argv[2:] == ["http"]
    begun = time.perf_counter()
    records = answers = size = 0
    for record in ArchiveIterator(FileStream(path), parse_http=reads_http):
        records += 1
        if reads_http:
            answers += bool(record.http_headers) and record.http_headers.status_code == 200
            size += len(record.reader.read())
    seconds = time.perf_counter() - begun
    print(json.dumps({"records": records, "answers": answers, "bytes": size, "seconds": seconds}))


main()

"""Reads a web archive with warcio, for bench/archive: FILE [http]. `http`: parses each answer's head and reads its body.

Without, it does the least that it can: records are passed over as soon as their header is known.
"""

import json
import sys
import time

from warcio.archiveiterator import ArchiveIterator


def main():
    path, reads_http = sys.argv[1], sys.argv[2:] == ["http"]
    begun = time.perf_counter()
    records = answers = size = 0
    with open(path, "rb") as file:
        for record in ArchiveIterator(file, no_record_parse=not reads_http):
            records += 1
            if reads_http:
                answers += bool(record.http_headers) and record.http_headers.get_statuscode() == "200"
                size += len(record.raw_stream.read())
    seconds = time.perf_counter() - begun
    print(json.dumps({"records": records, "answers": answers, "bytes": size, "seconds": seconds}))


main()

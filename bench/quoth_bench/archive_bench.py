"""Who reads web archives, and how fast: rows of one made archive."""

import statistics

from quoth_bench import apart, archive_readers, made_archive


def key_of(reader):
    return "quoth-archive" if reader == "quoth" else reader.lower().replace(" ", "-")


def rows(megabytes, rounds, is_wanted, build):
    wanted = [reader for reader in ("quoth", *archive_readers.PEERS) if is_wanted(key_of(reader))]
    commands = {reader: archive_readers.command(reader, build) for reader in wanted}
    path = apart.call(made_archive.made, "gz", megabytes * 10**6)
    size = apart.call(made_archive.exact_size, megabytes * 10**6)
    for (reader, what), runs in archive_readers.measured(path, commands, rounds).items():
        if not runs:
            continue
        processor = statistics.median(run.processor for run in runs)
        yield {
            "group": "archives", "set": what, "key": key_of(reader), "name": "Quoth" if reader == "quoth" else reader,
            "records": runs[0].answer["records"], "bytes": size, "compressed": path.stat().st_size,
            "records a second": round(runs[0].answer["records"] / processor, 1), "megabytes a second": round(size / 1e6 / processor, 2),
            "peak": max(run.peak for run in runs), "rounds": len(runs), "alone": all(run.is_alone for run in runs),
            "wall": round(statistics.median(run.wall for run in runs), 3), "processor": round(processor, 3),
        }

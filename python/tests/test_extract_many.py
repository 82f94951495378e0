import gc
import itertools
import os
import pathlib
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

import quoth
from conftest import ARTICLE, TINY

TEXTS = [f"“We won {k} times,” said Ana." for k in range(40)]


def engine_threads() -> set[str]:
    return set(os.listdir("/proc/self/task"))


def engine_threads_left(before: set[str]) -> set[str]:
    """Those that were not there before and do not go within two seconds.

    The kernel lists a thread a moment longer than it takes to join it.
    """
    deadline = time.monotonic() + 2.0
    while (left := engine_threads() - before) and time.monotonic() < deadline:
        time.sleep(0.002)
    return left


@pytest.mark.parametrize("threads", [1, 2, 5, None])
def test_order_and_records_do_not_depend_on_threads(tiny: quoth.Extractor, threads: int | None) -> None:
    expected = [tiny.extract(text) for text in TEXTS]
    assert list(tiny.extract_many(TEXTS, threads=threads)) == expected


def test_mappings_bring_their_facts(tiny: quoth.Extractor) -> None:
    inputs: list[dict[str, Any]] = [
        {"text": "a", "title": "T", "published": "2026-11-03", "url": "u", "id": 17, "colour": "red"},
        {"text": "a", "title": None, "id": "i", "path": "p", "record": 4},
    ]
    first, second = tiny.extract_many(inputs)
    assert (first.title, first.published, first.url, first.key) == ("T", "2026-11-03", "u", "17")
    assert (second.title, second.key, second.path, second.record) == (None, "i", "p", 4)
    assert second == tiny.extract("a", id="i", path="p", record=4)


def test_no_inputs_are_no_records(tiny: quoth.Extractor) -> None:
    assert list(tiny.extract_many([])) == []


def test_inputs_are_read_as_records_are_taken(tiny: quoth.Extractor) -> None:
    read = itertools.count()
    last = -1

    def endless() -> Iterator[str]:
        nonlocal last
        for last in read:
            yield TEXTS[last % len(TEXTS)]

    records = tiny.extract_many(endless(), threads=2)
    assert last == -1
    for taken in range(1, 30):
        assert next(records).quotations is not None
        assert last < taken + 2 * 4
    records.close()  # type: ignore[attr-defined]


def test_an_error_comes_in_its_turn_and_with_its_index(tiny: quoth.Extractor) -> None:
    records = tiny.extract_many(["a", "b", "\ud800", "d"], threads=2)
    assert [next(records).text, next(records).text] == ["a", "b"]
    with pytest.raises(quoth.InvalidText, match=r"^input 2: text: character 0 .*\[invalid_utf8\]$") as caught:
        next(records)
    assert caught.value.index == 2
    assert list(records) == []


def test_errors_can_be_had_in_place(tiny: quoth.Extractor) -> None:
    inputs: list[Any] = ["a", None, {"title": "no text"}, "x" * ((16 << 20) + 1), "\udfff", 3, "b"]
    made = list(tiny.extract_many(inputs, threads=2, on_error="yield"))
    assert [type(one) for one in made] == [
        quoth.Record,
        quoth.InvalidInput,
        quoth.InvalidInput,
        quoth.DocumentTooLarge,
        quoth.InvalidText,
        quoth.InvalidInput,
        quoth.Record,
    ]
    assert [one.index for one in made if isinstance(one, quoth.QuothError)] == [1, 2, 3, 4, 5]


def test_what_the_inputs_raise_comes_after_all_before(tiny: quoth.Extractor) -> None:
    def failing() -> Iterator[str]:
        yield from TEXTS[:5]
        raise ConnectionError("gone")

    records = tiny.extract_many(failing(), threads=3)
    assert [next(records).text for _ in range(5)] == TEXTS[:5]
    with pytest.raises(ConnectionError, match="gone"):
        next(records)


def test_closing_early_leaves_no_thread(tiny: quoth.Extractor) -> None:
    before = engine_threads()
    records = tiny.extract_many(itertools.cycle(TEXTS), threads=4)
    next(records)
    assert len(engine_threads() - before) == 4
    records.close()  # type: ignore[attr-defined]
    assert not engine_threads_left(before)
    forgotten = tiny.extract_many(itertools.cycle(TEXTS), threads=4)
    next(forgotten)
    del forgotten
    gc.collect()
    assert not engine_threads_left(before)


def test_closing_does_not_wait_for_a_long_text(tiny: quoth.Extractor) -> None:
    records = tiny.extract_many(["a", ARTICLE * 3_000], threads=2)
    next(records)
    began = time.monotonic()
    records.close()  # type: ignore[attr-defined]
    assert time.monotonic() - began < 1.0


def test_the_gil_is_free_meanwhile(tiny: quoth.Extractor) -> None:
    ticks = 0
    done = threading.Event()

    def tick() -> None:
        nonlocal ticks
        while not done.wait(0.001):
            ticks += 1

    ticker = threading.Thread(target=tick)
    ticker.start()
    tiny.extract(ARTICLE * 20)
    done.set()
    ticker.join()
    assert ticks > 20


def test_ten_threads_share_an_extractor(tiny: quoth.Extractor) -> None:
    expected = [tiny.extract(text) for text in TEXTS]
    found: list[list[quoth.Record]] = [[] for _ in range(10)]

    def work(at: int) -> None:
        extract = tiny.extract if at % 2 else lambda text: next(tiny.extract_many([text], threads=1))
        found[at].extend(extract(text) for text in TEXTS)

    threads = [threading.Thread(target=work, args=(at,)) for at in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 10


def test_bad_arguments_are_told_at_once(tiny: quoth.Extractor) -> None:
    with pytest.raises(quoth.InvalidOption, match="threads"):
        tiny.extract_many([], threads=0)
    with pytest.raises(quoth.InvalidOption, match="on_error"):
        tiny.extract_many([], on_error="ignore")  # type: ignore[call-overload]


def test_progress_goes_to_standard_error(tiny: quoth.Extractor, capfd: pytest.CaptureFixture[str]) -> None:
    assert len(list(tiny.extract_many(TEXTS, progress=True))) == len(TEXTS)
    out, err = capfd.readouterr()
    assert out == ""
    assert err.rsplit("\r", 1)[1].startswith("[########################] 40 of 40 documents, ")
    assert len(list(tiny.extract_many(iter(TEXTS), progress=True))) == len(TEXTS)
    assert capfd.readouterr().err.rsplit("\r", 1)[1].startswith("40 documents, ")
    list(tiny.extract_many(TEXTS))
    assert capfd.readouterr() == ("", "")


# A shell's background jobs, and so their tests, are started with SIGINT ignored.
INTERRUPTED = """
import itertools, os, signal, time, quoth
signal.signal(signal.SIGINT, signal.default_int_handler)
extractor = quoth.load({tiny!r})
article = {article!r}
try:
    print("ready", flush=True)
    {work}
except KeyboardInterrupt:
    # The kernel lists a thread a moment longer than it takes to join it.
    for _ in range(100):
        threads = len(os.listdir("/proc/self/task"))
        if threads == 1:
            break
        time.sleep(0.002)
    print("threads", threads, flush=True)
"""


@pytest.mark.parametrize(
    "work",
    [
        "for record in extractor.extract_many(itertools.repeat(article), threads=4): pass",
        "for record in extractor.extract_many([article * 3_000] * 2, threads=2): pass",
        "extractor.extract(article * 3_000)",
    ],
)
def test_ctrl_c_stops_within_a_second_and_leaves_no_thread(work: str) -> None:
    program = INTERRUPTED.format(tiny=str(TINY), article=ARTICLE, work=work)
    seconds = []
    for _ in range(3):  # A busy machine only makes it slower: one good time is proof.
        seconds.append(seconds_after_interrupt(program))
        if seconds[-1] < 1.0:
            return
    raise AssertionError(f"stopped after {seconds} seconds")


def seconds_after_interrupt(program: str) -> float:
    with subprocess.Popen([sys.executable, "-W", "error", "-c", program], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(0.5)
        began = time.monotonic()
        process.send_signal(signal.SIGINT)
        assert process.stdout.readline() == "threads 1\n"
        seconds = time.monotonic() - began
        assert process.wait(timeout=30) == 0
    return seconds


def test_memory_is_flat(tiny: quoth.Extractor) -> None:
    """bench/python does the same for 100,000 articles with the default weights."""

    def resident() -> int:
        return int(pathlib.Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE")

    after_warm_up = 0
    for at, record in enumerate(tiny.extract_many(itertools.repeat(TEXTS[0], 900), threads=2)):
        assert record.quotations is not None
        if at == 300:
            after_warm_up = resident()
    assert resident() < after_warm_up + (4 << 20)

"""Who finds the main text of web pages, how well and how fast, on the Article Extraction Benchmark's pages: rows.

Each reads one page first and then all, as quotation_bench does with articles: the difference is its speed.
"""

import json

from quoth_bench import apart, process
from quoth_bench.quotation_bench import Failed, speed, summary
from quoth_eval import main_text, text_extractors

NOTES = {
    "quoth": "title, author and dates too; learnt from 88 of the pages, so F1 is told of the other 93 apart",
    "trafilatura": "include_comments=False",
    "resiliparse": "main_content=True, alt_texts=False, links=False",
}


def write_inputs(folder, count):
    """For each of "one" and "all": the pages as files with a list for us, and as one JSON object for the peers. Returns how many all are."""
    gold = main_text.pages()
    names = list(gold)[:count]
    (folder / "pages").mkdir(parents=True, exist_ok=True)
    html = {name: main_text.html(name).decode("utf-8", "replace") for name in names}
    for name in names:
        (folder / "pages" / f"{name}.html").write_text(html[name], encoding="utf-8")
    for what, chosen in (("one", names[:1]), ("all", names)):
        lines = [f"{folder / 'pages' / name}.html\t{gold[name]['url']}\n" for name in chosen]
        (folder / f"{what}.list").write_text("".join(lines), encoding="utf-8")
        (folder / f"{what}.json").write_text(json.dumps({name: html[name] for name in chosen}), encoding="utf-8")
    return len(names)


def texts_of(reader, printed):
    """{page: main text} of what a reader printed."""
    with open(printed, encoding="utf-8") as file:
        if reader != "quoth":
            return json.load(file)
        answers = [json.loads(line) for line in file]
    return {answer["page"].rsplit("/", 1)[-1].removesuffix(".html"): answer.get("text", "") for answer in answers}


def f1_of(reader, printed):
    """Of all pages, and of those that did not teach our classifier."""
    gold, texts = main_text.pages(), texts_of(reader, printed)
    parts = {"all": list(texts), "unseen": [page for page in texts if not main_text.is_for_tuning(page)]}
    compared = {part: [main_text.compare(gold[page]["articleBody"], texts[page]) for page in pages] for part, pages in parts.items()}
    return {part: round(100 * main_text.score(pages)["f1"], 1) for part, pages in compared.items() if pages}


def run_on(reader, command, what, folder):
    given = folder / (f"{what}.list" if reader == "quoth" else f"{what}.json")
    run = process.run(command, given=given, kept=folder / f"{reader}-{what}")
    if run.code:
        raise Failed(run.last_message())
    return run


def rows(folder, count, rounds, is_wanted, build, say):
    pages = apart.call(write_inputs, folder, count)
    commands = {"quoth": [build / "quoth_page", "read"]} if is_wanted("quoth-page") else {}
    commands |= {peer: text_extractors.command(peer) for peer in text_extractors.PEERS if is_wanted(peer)}
    for reader, command in commands.items():
        name = "Quoth" if reader == "quoth" else text_extractors.name(reader)
        try:
            run_on(reader, command, "one", folder)
            starts = [run_on(reader, command, "one", folder) for _ in range(rounds)]
            runs = [run_on(reader, command, "all", folder) for _ in range(rounds)]
        except Failed as failed:
            say(f"{name}, pages: left out: {failed}")
            continue
        start, whole = summary(starts), summary(runs)
        say(f"{name}, {pages} pages: {whole['processor']:.1f} s, {whole['wall']:.1f} s of wall time")
        yield {
            "group": "pages", "set": "pages", "key": "quoth-page" if reader == "quoth" else reader, "name": name, "note": NOTES[reader], "pages": pages,
            "start": start, "run": whole, "pages a second": speed(pages - 1, whole, start), "peak": max(run.peak for run in runs),
            "f1": apart.call(f1_of, reader, folder / f"{reader}-all"),
        }

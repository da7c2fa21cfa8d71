"""Searching and listing measured in a large library of synthetic articles.

    python3 dev.py bench search -- [--articles 100000 ...] [--queries 40] [--keep FOLDER] [--peer]

The articles are about 3 kB of HTML each, of words spread as in prose. Each kind of query is asked as people do: ranked
with Enter, or newest first while they type, always the first page of 50 with snippets. Then lists are asked for: each
order under each chip, at the top and far below, and what is counted. Times are of the wall clock; where others use the
machine, the processor's time beside them says what they would be without. Several sizes give the growth between them.
`--keep` holds the made libraries for a next run; `--peer` asks `reader` the same over the articles of the smallest
library and prints the ratios of the p95.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import psutil

from caregiver_app.library.articles import PageKey
from caregiver_app.library.store import Library, open_library
from caregiver_app.model.article import ArticleFilter, ItemId, MarkKind, Sort
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.time import Millis
from caregiver_app.support.clock import SystemClock
from tests.benchmarks.made_library import NEWEST, Took, made_articles, make_library, took
from tests.benchmarks.measuring import memory_of
from tests.benchmarks.peers import READER_IMPORTS

BUDGET_RATIO = 0.25
BUDGETS_MS = ((100_000, 60, 20), (1_000_000, 300, 80))  # up to so many articles: must, aim
LIST_BUDGET_MS, LIST_AIM_MS = 50, 5
PAGE = 50
DEEP = 20_000
BEYOND_THE_MIX = "prefix of two"

READER = (
    READER_IMPORTS
    + """
import itertools, json, time
reader = make_reader(sys.argv[1])
reader.add_feed("https://bench.example/feed", exist_ok=True)
for line in open(sys.argv[2]):
    reader.add_entry(json.loads(line))
reader.enable_search()
started = time.perf_counter()
reader.update_search()
made = time.perf_counter() - started
times = {}
for kind, queries in json.load(open(sys.argv[3])).items():
    times[kind] = []
    for query in queries:
        started = time.perf_counter()
        list(itertools.islice(reader.search_entries(query), 50))
        times[kind].append(time.perf_counter() - started)
print(json.dumps({"made_s": made, "times": times}))
"""
)


Times = Mapping[str, Sequence[Took]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What one library took, by kind."""

    articles: int
    search: Times
    lists: Times


def main() -> None:
    """Make the libraries if need be, measure, print."""
    options = _options()
    with tempfile.TemporaryDirectory() as passing:
        kept = Path(options.keep or passing)
        sizes = sorted(options.articles)
        every = [measure(kept / str(count), count, options, peer=options.peer and count == sizes[0]) for count in sizes]
    for smaller, larger in pairwise(every):
        _print_growth(smaller, larger)


def measure(folder: Path, count: int, options: argparse.Namespace, *, peer: bool) -> Measured:
    """Measure a library of so many articles, made if it is not there yet; with `peer` measure `reader` too."""
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "library.db").exists():
        make_library(folder, count, _say)
    library = open_library(folder / "library.db", SystemClock())
    queries = choose_queries(library, options.queries)
    ours = {kind: [took(ask) for ask in asks] for kind, asks in _asks(library, queries).items()}
    listing = {kind: [took(ask) for ask in asks] for kind, asks in _lists(library, options.queries).items()}
    memory_mb = memory_of(psutil.Process()) / 1e6
    library.close()
    _print_times(f"search, {count} articles", ours, _budget(count))
    _print_times(f"lists, {count} articles", listing, None)
    _say(f"\nmemory of this process: {memory_mb:.0f} MB; load {os.getloadavg()[0]:.1f}")
    if peer:
        with tempfile.TemporaryDirectory() as passing:
            _print_ratios(ours, ask_peer(Path(passing), count, queries))
    return Measured(articles=count, search=ours, lists=listing)


def _budget(count: int) -> tuple[int, int]:
    return next(((must, aim) for size, must, aim in BUDGETS_MS if count <= size), BUDGETS_MS[-1][1:])


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[100_000])
    parser.add_argument("--queries", type=int, default=40)
    parser.add_argument("--keep")
    parser.add_argument("--peer", action="store_true")
    return parser.parse_args()


def choose_queries(library: Library, count: int) -> dict[str, list[str]]:
    """Return queries by kind, their words taken from the texts and told apart by how many texts hold them."""
    chance = random.Random(7)  # noqa: S311 the same queries every time are what makes runs comparable
    rows = library.articles.page(ArticleQuery(), limit=2_000).rows
    texts = [library.articles.get(row.id).text.lower() for row in chance.sample(rows, min(1_000, len(rows)))]
    held = Counter(word for text in texts for word in set(re.findall(r"[a-z]{3,}", text)))
    frequent = [word for word, n in held.items() if n > len(texts) * 0.6]
    middle = [word for word, n in held.items() if len(texts) * 0.02 < n < len(texts) * 0.1]
    rare = [word for word, n in held.items() if n == 1]

    def some(words: Sequence[str]) -> list[str]:
        return [chance.choice(words) for _ in range(count)]

    def phrase(length: int) -> str:
        words = re.findall(r"[a-z]+", chance.choice(texts))
        start = chance.randrange(len(words) - length)
        return " ".join(words[start : start + length])

    return {
        "frequent word": some(frequent),
        "middle word": some(middle),
        "rare word": some(rare),
        "pair": [f"{one} {other}" for one, other in zip(some(middle), some(middle + frequent), strict=True)],
        "phrase of two": [f'"{phrase(2)}"' for _ in range(count)],
        "phrase of four": [f'"{phrase(4)}"' for _ in range(count)],
        "prefix of three": [f"{word[:3]}*" for word in some(middle)],
        "prefix of two": [f"{word[:2]}*" for word in some(middle)],
    }


Asks = Mapping[str, Sequence[Callable[[], object]]]


def _asks(library: Library, queries: Mapping[str, Sequence[str]]) -> Asks:
    """Ask every kind with Enter, and prefixes and words also while typing."""
    asked: dict[str, list[Callable[[], object]]] = {}
    for kind, texts in queries.items():
        for how, ranked in (("Enter", True), ("typing", False)):
            asked[f"{kind}, {how}"] = [_page_of(library, ArticleQuery(text=text, ranked=ranked)) for text in texts]
    return asked


def _lists(library: Library, count: int) -> Asks:
    """Ask for each order under each chip, and for what the panel with sources counts."""
    library.marks.set(_some_ids(library), MarkKind.STARRED, True, at=Millis(NEWEST))
    asked: dict[str, list[Callable[[], object]]] = {}
    for chip in ArticleFilter:
        for sort in Sort:
            query = ArticleQuery(filter=chip, sort=sort)
            asked[f"{chip}, {sort}"] = [_page_of(library, query)] * count
            if chip is not ArticleFilter.SAVED:
                deep = library.articles.page(query, limit=DEEP).next
                asked[f"{chip}, {sort}, far below"] = [_page_of(library, query, after=deep)] * count
    sources = [source.id for source in library.sources.list()][:count]
    asked["a source"] = [_page_of(library, ArticleQuery(source_id=source)) for source in sources]
    asked["all sources by name"] = [_page_of(library, ArticleQuery(text="source:bench"))] * count
    asked["is:changed (none is)"] = [_page_of(library, ArticleQuery(text="is:changed"))] * 5
    asked["only unread, count to 1000"] = [partial(library.articles.count, ArticleQuery(text="is:unread"))] * count
    asked["without a frequent word"] = [_page_of(library, ArticleQuery(text="-care"))] * 3
    return asked


def _some_ids(library: Library) -> list[ItemId]:
    rows = library.articles.page(ArticleQuery(), limit=DEEP).rows
    return [row.id for row in rows[:: max(1, len(rows) // 300)]]


def _page_of(library: Library, query: ArticleQuery, after: PageKey | None = None) -> Callable[[], object]:
    return partial(library.articles.page, query, after=after, limit=PAGE)


def ask_peer(folder: Path, count: int, queries: Mapping[str, Sequence[str]]) -> Mapping[str, Sequence[float]]:
    """Let reader hold the same articles and answer the same queries."""
    entries, asked = folder / "entries.jsonl", folder / "queries.json"
    with entries.open("w") as file:
        for number, (title, html) in enumerate(made_articles(count)):
            entry = {"feed_url": "https://bench.example/feed", "id": str(number), "title": title, "summary": html}
            file.write(f"{json.dumps(entry)}\n")
    asked.write_text(json.dumps(queries))
    python = os.environ.get("CAREGIVER_BENCH_PYTHON", sys.executable)
    command = [python, "-c", READER, str(folder / "reader.db"), str(entries), str(asked)]
    told: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    _say(f"\nreader indexed in {told['made_s']:.1f} s")
    return dict(told["times"])


def _print_times(what: str, times: Times, budget: tuple[int, int] | None) -> None:
    _say(f"\n{what:<34}{'p50 ms':>9}{'p95 ms':>9}{'max ms':>9}{'p50 cpu':>9}{'p95 cpu':>9}")
    for kind, taken in times.items():
        verdict = "" if budget else _verdict(taken, LIST_BUDGET_MS, LIST_AIM_MS)
        _say(f"{kind:<34}{_row(taken)}  {verdict}")
    if budget is not None:
        every = _mix(times)
        _say(f"{'the mix of the budget':<34}{_row(every)}  {_verdict(every, *budget)}")


def _row(taken: Sequence[Took]) -> str:
    wall, cpu = [one.wall for one in taken], [one.cpu for one in taken]
    figures = (_ms(wall, 50), _ms(wall, 95), max(wall) * 1000, _ms(cpu, 50), _ms(cpu, 95))
    return "".join(f"{figure:>9.2f}" for figure in figures)


def _mix(times: Times) -> list[Took]:
    return [one for kind, taken in times.items() for one in taken if not kind.startswith(BEYOND_THE_MIX)]


def _verdict(taken: Sequence[Took], must: float, aim: float) -> str:
    wall_ms = _ms([one.wall for one in taken], 95)
    return "within the aim" if wall_ms <= aim else f"{'missed: ' if wall_ms > must else ''}must {must}, aim {aim}"


def _print_growth(smaller: Measured, larger: Measured) -> None:
    """Print how times of the processor grow: the exponent of the size, 1 being in proportion."""
    sizes = math.log(larger.articles / smaller.articles)
    _say(f"\n{f'growth from {smaller.articles} to {larger.articles}':<44}{'exponent':>9}")
    for less, more in ((smaller.search, larger.search), (smaller.lists, larger.lists)):
        for kind, taken in less.items():
            ratio = median(one.cpu for one in more[kind]) / median(one.cpu for one in taken)
            _say(f"{kind:<44}{math.log(ratio) / sizes:>9.2f}")


def _print_ratios(ours: Times, peer: Mapping[str, Sequence[float]]) -> None:
    _say(f"\n{'p95 beside reader':<34}{'ours ms':>9}{'reader':>9}{'ratio':>9}   must {BUDGET_RATIO}")
    walls = {kind: [one.wall for one in ours[f"{kind}, Enter"]] for kind in peer}
    mix = [kind for kind in peer if kind != BEYOND_THE_MIX]
    pairs = {kind: (walls[kind], peer[kind]) for kind in peer}
    pairs["the mix of the budget"] = (
        [one for kind in mix for one in walls[kind]],
        [one for kind in mix for one in peer[kind]],
    )
    for kind, (mine, theirs) in pairs.items():
        mine_ms, theirs_ms = _ms(mine, 95), _ms(theirs, 95)
        _say(f"{kind:<34}{mine_ms:>9.2f}{theirs_ms:>9.2f}{mine_ms / theirs_ms:>9.3f}")


def _ms(taken: Sequence[float], percent: int) -> float:
    return quantiles(taken, n=100, method="inclusive")[percent - 1] * 1000


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()

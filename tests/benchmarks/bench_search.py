"""Searching and listing measured in a large library of synthetic articles.

    python3 dev.py bench search -- [--articles 100000] [--queries 40] [--keep FOLDER] [--peer]

The articles are about 3 kB of HTML each, of words spread as in prose. Each kind of query is asked as people do: ranked
with Enter, or newest first while they type, always the first page of 50 with snippets. `--keep` holds the made library
for a next run; `--peer` asks `reader` the same words over the same articles and prints the ratios of the p95.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import runpy
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from statistics import quantiles
from typing import Any

from caregiver_app.library.articles import PageKey
from caregiver_app.library.entries import EntryChanges, NewArticle
from caregiver_app.library.store import Library, open_library
from caregiver_app.model.entry import EntryText, SafeHtml
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.source import NewSource
from caregiver_app.model.time import Millis
from caregiver_app.support.clock import SystemClock
from tests.benchmarks.farming import FARM
from tests.benchmarks.peers import READER_IMPORTS

BUDGET_P95_MS, AIM_P95_MS, BUDGET_RATIO = 60, 20, 0.25
A_SOURCE = 500
HOUR_MS = 3_600_000
NEWEST = 1_795_000_000_000
PAGE = 50
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


def main() -> None:
    """Make the library if need be, measure, print."""
    options = _options()
    with tempfile.TemporaryDirectory() as passing:
        folder = Path(options.keep or passing)
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / "library.db").exists():
            make_library(folder, options.articles)
        library = open_library(folder / "library.db", SystemClock())
        queries = choose_queries(library, options.queries)
        ours = {kind: [seconds(ask) for ask in asks] for kind, asks in _asks(library, queries).items()}
        listing = {kind: [seconds(ask) for ask in asks] for kind, asks in _lists(library, options.queries).items()}
        _print_times("search", ours, mixed=True)
        _print_times("lists", listing, mixed=False)
        library.close()
        if options.peer:
            _print_ratios(ours, ask_peer(Path(passing), options.articles, queries))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=40)
    parser.add_argument("--keep")
    parser.add_argument("--peer", action="store_true")
    return parser.parse_args()


def made_articles(count: int) -> Iterator[tuple[str, str]]:
    """Yield title and HTML of so many articles; the same every time."""
    mill: Any = runpy.run_path(str(FARM))["TextMill"](seed=1)
    for number in range(count):
        chance = mill.rng("article", number)
        yield mill.title(chance), mill.body(chance, 3_000, f"https://bench.example/{number}")


def make_library(folder: Path, count: int) -> None:
    """Fill a library through its own doors and say what that took."""
    library = open_library(folder / "library.db", SystemClock())
    storing = indexing = 0.0
    batch: list[NewArticle] = []
    for number, (title, html) in enumerate(made_articles(count)):
        batch.append(_article(number, count, title, html))
        if len(batch) == A_SOURCE or number == count - 1:
            storing += seconds(partial(_store, library, number, tuple(batch)))
            indexing += seconds(partial(_index, library))
            batch.clear()
    size_mb = (folder / "library.db").stat().st_size / 1e6
    _say(f"{count} articles: stored in {storing:.1f} s, indexed in {indexing:.1f} s, {size_mb:.0f} MB")
    library.close()


def _store(library: Library, number: int, articles: Sequence[NewArticle]) -> None:
    source = library.sources.add(NewSource(url=f"https://bench.example/{number}/feed"), at=Millis(NEWEST))
    library.entries.store(source, EntryChanges(new=tuple(articles)), at=Millis(NEWEST))


def _index(library: Library) -> None:
    while library.search.catch_up():
        pass


def _article(number: int, count: int, title: str, html: str) -> NewArticle:
    text = " ".join(re.sub(r"<[^>]+>", " ", html).split())
    at = Millis(NEWEST - (count - number) * HOUR_MS)
    return NewArticle(
        entry_key=f"g:{number}",
        link=f"https://bench.example/{number}",
        link_key=f"bench.example/{number}",
        raw_hash=str(number),
        published_at=at,
        updated_at=None,
        sort_at=at,
        text=EntryText(
            title=title,
            html=SafeHtml(html),
            text=text,
            summary=text[:300],
            author="",
            categories=(),
            grade=None,
            words=len(text.split()),
        ),
    )


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
    sources = [source.id for source in library.sources.list()][:count]
    deep = library.articles.page(ArticleQuery(), limit=20_000).next
    return {
        "first page": [_page_of(library, ArticleQuery())] * count,
        "page far below": [_page_of(library, ArticleQuery(), after=deep)] * count,
        "first page of a source": [_page_of(library, ArticleQuery(source_id=source)) for source in sources],
        "only unread, count to 1000": [partial(library.articles.count, ArticleQuery(text="is:unread"))] * count,
        "is:starred (none is)": [_page_of(library, ArticleQuery(text="is:starred"))] * 5,
        "without a frequent word": [_page_of(library, ArticleQuery(text="-care"))] * 5,
    }


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


def seconds(work: Callable[[], object]) -> float:
    """Return how long something took."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _print_times(what: str, times: Mapping[str, Sequence[float]], *, mixed: bool) -> None:
    _say(f"\n{what:<34}{'p50 ms':>9}{'p95 ms':>9}{'max ms':>9}")
    for kind, taken in times.items():
        _say(f"{kind:<34}{_ms(taken, 50):>9.2f}{_ms(taken, 95):>9.2f}{max(taken) * 1000:>9.2f}")
    if mixed:
        every = [one for kind, taken in times.items() for one in taken if not kind.startswith(BEYOND_THE_MIX)]
        verdict = "within the aim" if _ms(every, 95) <= AIM_P95_MS else f"aim {AIM_P95_MS}, must {BUDGET_P95_MS}"
        mixed_times = f"{_ms(every, 50):>9.2f}{_ms(every, 95):>9.2f}{max(every) * 1000:>9.2f}"
        _say(f"{'the mix of the budget':<34}{mixed_times}  {verdict}")


def _print_ratios(ours: Mapping[str, Sequence[float]], peer: Mapping[str, Sequence[float]]) -> None:
    _say(f"\n{'p95 beside reader':<34}{'ours ms':>9}{'reader':>9}{'ratio':>9}   must {BUDGET_RATIO}")
    for kind, taken in peer.items():
        mine, theirs = _ms(ours[f"{kind}, Enter"], 95), _ms(taken, 95)
        _say(f"{kind:<34}{mine:>9.2f}{theirs:>9.2f}{mine / theirs:>9.3f}")
    mix = [kind for kind in peer if kind != BEYOND_THE_MIX]
    mine = _ms([one for kind in mix for one in ours[f"{kind}, Enter"]], 95)
    theirs = _ms([one for kind in mix for one in peer[kind]], 95)
    _say(f"{'the mix of the budget':<34}{mine:>9.2f}{theirs:>9.2f}{mine / theirs:>9.3f}")


def _ms(taken: Sequence[float], percent: int) -> float:
    return quantiles(taken, n=100, method="inclusive")[percent - 1] * 1000


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()

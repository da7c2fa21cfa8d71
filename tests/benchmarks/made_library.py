"""A large library of synthetic articles, about 3 kB of HTML each, words spread as in prose; filled by its own doors."""

from __future__ import annotations

import re
import runpy
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from caregiver_app.library.entry_values import EntryChanges, NewArticle
from caregiver_app.library.store import Library, open_library
from caregiver_app.model.entry import EntryText, SafeHtml
from caregiver_app.model.source import NewSource
from caregiver_app.model.time import Millis
from caregiver_app.support.clock import SystemClock
from tests.benchmarks.farming import FARM

A_SOURCE = 500  # articles stored, and then indexed, at once
HOUR_MS = 3_600_000
NEWEST = 1_795_000_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Took:
    """Seconds of the wall clock and of this process's processor time."""

    wall: float = 0.0
    cpu: float = 0.0

    def __add__(self, other: Took) -> Took:
        return Took(wall=self.wall + other.wall, cpu=self.cpu + other.cpu)

    def __str__(self) -> str:
        return f"{self.wall:.1f} s ({self.cpu:.1f} s of the processor)"


def made_articles(count: int) -> Iterator[tuple[str, str]]:
    """Yield title and HTML of so many articles; the same every time."""
    mill: Any = runpy.run_path(str(FARM))["TextMill"](seed=1)
    for number in range(count):
        chance = mill.rng("article", number)
        yield mill.title(chance), mill.body(chance, 3_000, f"https://bench.example/{number}")


def make_library(folder: Path, count: int, say: Callable[[str], None]) -> None:
    """Fill a library through its own doors and say what that took."""
    library = open_library(folder / "library.db", SystemClock())
    storing = indexing = Took()
    batch: list[NewArticle] = []
    for number, (title, html) in enumerate(made_articles(count)):
        batch.append(_article(number, count, title, html))
        if len(batch) == A_SOURCE or number == count - 1:
            storing += took(partial(_store, library, number, tuple(batch)))
            indexing += took(partial(_index, library))
            batch.clear()
    size_mb = (folder / "library.db").stat().st_size / 1e6
    say(f"{count} articles of {size_mb / count * 1000:.1f} kB: stored in {storing}, indexed in {indexing}")
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
            words=len(text.split()),
        ),
    )


def took(work: Callable[[], object]) -> Took:
    """Return what something took."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return Took(wall=time.perf_counter() - wall, cpu=time.process_time() - cpu)

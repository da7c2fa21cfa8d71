"""Compares what we read in a feed with what is expected of it, field by field, and counts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from caregiver_app.feeds.jobs import ParseJob
from caregiver_app.feeds.parse import parse_feed
from caregiver_app.model.entry import ParsedEntry, ParsedFeed
from caregiver_app.model.errors import FeedError
from caregiver_app.model.time import Millis
from caregiver_app.support.addresses import web_address
from caregiver_app.support.plain_text import one_line, strip_markup
from tests.helpers.feed_expectations import Case

NOW = Millis(1_795_600_000_000)  # 25 November 2026
_PICTURE_FILE = re.compile(r"<img [^>]*?src=\"https?://[^\"]*?([^\"/]+)\"")
_WORD = re.compile(r"\w+")


class Score:
    """How many fields were as expected, by name; `misses` tells the rest apart."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.asked: Counter[str] = Counter()
        self.misses: list[str] = []

    def take(self, cases: Iterable[Case]) -> Score:
        for case in cases:
            for name, ok, detail in _checks(case):
                self.asked[name] += 1
                self.right[name] += ok
                if not ok:
                    self.misses.append(f"{case.name}: {name}: {detail}")
        return self

    def shares(self) -> dict[str, tuple[int, int]]:
        """Return right and asked for each field, and for all of them."""
        named = {name: (self.right[name], self.asked[name]) for name in sorted(self.asked)}
        return {**named, "all": (self.right.total(), self.asked.total())}


def _checks(case: Case) -> Iterator[tuple[str, bool, str]]:
    job = ParseJob(url=case.url, headers=case.headers, body=case.body, known=frozenset(), now=NOW)
    expected = case.expected
    if not expected:
        return
    try:
        feed = parse_feed(job)
    except FeedError as error:
        yield "read", False, error.kind
        return
    if expected.count is not None:
        yield "count", len(feed.entries) + feed.dropped == expected.count, f"{len(feed.entries)} of {expected.count}"
    for name, value in expected.feed.items():
        if value not in (None, ""):
            yield f"feed.{name}", _feed_agrees(feed, name, value, case.url), f"{value!r}"
    for n, fields in expected.entries.items():
        for name, value in fields.items():
            if value in (None, ""):
                continue
            if name in ("text", "title") and not one_line(strip_markup(value)) and "<img " not in value:
                continue  # it says nothing, and an entry that says nothing else is none for us
            ok = n < len(feed.entries) and _entry_agrees(feed.entries[n], name, value, case.url)
            yield name, ok, f"{value!r}"[:300]


def _feed_agrees(feed: ParsedFeed, name: str, value: Any, url: str) -> bool:
    if name == "title":
        return _same_line(feed.title, value)
    if name == "homepage":
        return feed.homepage == (web_address(value, url) or "")
    return feed.language.lower() == str(value).lower().replace("_", "-")


def _entry_agrees(entry: ParsedEntry, name: str, value: Any, url: str) -> bool:
    text = entry.text
    assert text is not None
    match name:
        case "title":
            return _same_line(text.title, value) or not one_line(strip_markup(value))
        case "link":
            return entry.link == web_address(value, url)
        case "guid":
            return str(value).strip() in (entry.guid, web_address(entry.guid or "", url))
        case "published" | "updated":
            at = entry.published_at if name == "published" else entry.updated_at
            return at is not None and at // 1000 == value // 1000
        case "author":
            return one_line(value) in text.author
        case "category":
            return str(value) in text.categories
        case _:
            return _same_text(entry, value)


def _same_line(ours: str, theirs: str) -> bool:
    return ours in (one_line(theirs), one_line(strip_markup(theirs)), one_line(strip_markup(strip_markup(theirs))))


def _same_text(entry: ParsedEntry, theirs: str) -> bool:
    """Return True where all words of theirs stand in ours, in order and together, up to a few hundred."""
    assert entry.text is not None
    ours = [_WORD.findall(each) for each in (entry.text.text, entry.text.summary, entry.text.title)]
    wanted = [_WORD.findall(each)[:200] for each in (strip_markup(theirs), theirs)]
    if not wanted[0]:
        return all(name in entry.text.html for name in _PICTURE_FILE.findall(theirs))
    return any(" ".join(words) in " ".join(each) for words in wanted for each in ours)

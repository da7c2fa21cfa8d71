"""A library file as the first version of the tables made it, filled through SQL alone."""

from __future__ import annotations

import zlib
from pathlib import Path

from caregiver_app.library.store import Library
from caregiver_app.model.article import MarkKind
from caregiver_app.model.search import ArticleQuery
from tests.helpers.backups import version_1
from tests.helpers.clock import MONDAY

COUNT = 12
Row = tuple[str, str, str, bool, bool, tuple[tuple[int, str, str], ...]]

ARTICLES: list[Row] = [
    (f"Title {n}", f"text number {n}", f"<p>text number {n}</p>", n < 3, n == 5, ((1, f"Was {n}", f"old {n}"),))
    for n in range(COUNT)
]
"""Title, text, HTML, starred, read, earlier texts; the first the newest."""


def first_version(path: Path) -> None:
    """Make the file."""
    numbers = range(1, COUNT + 1)
    version_1(
        path,
        {
            "organisation": [{"id": 1, "uid": "o/1", "name": "Health", "country": "GB", "homepage": "", "known": ""}],
            "topic": [{"id": "sleep", "title": "Sleep", "position": 1, "author": "starter"}],
            "topic_choice": [{"topic_id": "sleep", "chosen_at": 1}],
            "source": [
                {
                    "id": 1,
                    "uid": "user/1",
                    "url": "https://old.example/feed",
                    "title": "Old",
                    "organisation_id": 1,
                    "format": "feed",
                    "kind": "news",
                    "language": "en",
                    "country": "GB",
                    "homepage": "",
                    "allow_private": 0,
                    "asks_first": 0,
                    "enabled": 1,
                    "note": "",
                    "added_at": 1,
                }
            ],
            "source_origin": [{"source_id": 1, "author": "user", "fields": "{}"}],
            "source_choice": [{"source_id": 1, "enabled": 1, "title": "My own name"}],
            "source_topic": [{"source_id": 1, "topic_id": "sleep"}],
            "source_state": [{"source_id": 1, "etag": '"e"', "state": "fine", "last_checked_at": MONDAY}],
            "item": [_item(number) for number in numbers],
            "item_text": [
                {"item_id": n, "title": ARTICLES[COUNT - n][0], "text": ARTICLES[COUNT - n][1]} for n in numbers
            ],
            "article": [_article(number) for number in numbers],
            "article_html": [{"item_id": n, "html": ARTICLES[COUNT - n][2]} for n in numbers],
            "article_entry": [
                {"source_id": 1, "entry_key": f"g:{n}", "item_id": n, "raw_hash": "r", "in_feed": 1} for n in numbers
            ],
            "revision": [_revision(number) for number in numbers],
            "mark": [
                {
                    "item_id": n,
                    "starred_at": MONDAY if ARTICLES[COUNT - n][3] else None,
                    "read_at": MONDAY if ARTICLES[COUNT - n][4] else None,
                }
                for n in numbers
            ],
            "tombstone": [{"source_id": 1, "entry_key": "g:gone", "at": 1}],
            "choice": [{"name": "country", "value": '"GB"'}],
            "ledger": [
                {
                    "at": MONDAY,
                    "host": "old.example",
                    "why": "update",
                    "sent_bytes": 1,
                    "received_bytes": 2,
                    "result": "200",
                }
            ],
            "ledger_month": [
                {
                    "month": "2026-01",
                    "host": "old.example",
                    "why": "update",
                    "requests": 3,
                    "sent_bytes": 4,
                    "received_bytes": 5,
                }
            ],
        },
    )


def rows_of_first_version(library: Library) -> list[Row]:
    """Return what the stores say of the articles, as `ARTICLES` has them."""
    while library.search.catch_up():
        pass
    found: list[Row] = []
    for row in library.articles.page(ArticleQuery(), limit=100).rows:
        article = library.articles.get(row.id)
        earlier = tuple((revision.n, revision.title, revision.text) for revision in article.revisions)
        starred = library.marks.times([row.id], MarkKind.STARRED)[row.id] == MONDAY
        found.append((row.title, article.text, str(article.html), starred, row.read, earlier))
    return found


def _item(number: int) -> dict[str, object]:
    return {
        "id": number,
        "kind": "article",
        "uid": f"article/{number}",
        "address_key": f"old.example/{number}",
        "title": ARTICLES[COUNT - number][0],
        "url": f"https://old.example/{number}",
        "language": "en",
        "organisation_id": 1,
        "created_at": MONDAY,
    }


def _article(number: int) -> dict[str, object]:
    return {
        "item_id": number,
        "source_id": 1,
        "published_at": MONDAY + number,
        "first_seen_at": MONDAY,
        "changed_at": MONDAY + 5,
        "sort_at": MONDAY + number,
        "author": "",
        "summary": "",
        "words": 3,
        "text_hash": "h",
    }


def _revision(number: int) -> dict[str, object]:
    (_, title, text), *_ = ARTICLES[COUNT - number][5]
    return {
        "item_id": number,
        "n": 1,
        "seen_at": MONDAY,
        "title": title,
        "html": zlib.compress(f"<p>{text}</p>".encode()),
        "text": zlib.compress(text.encode()),
        "hash": "h",
        "hash_rule": 1,
    }

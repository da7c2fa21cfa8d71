"""Reads JSON Feed 1.0 and 1.1, and the documents that forget to say so. Never trusts a type in it.

https://www.jsonfeed.org/version/1.1/
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from caregiver_app.feeds.document import Document
from caregiver_app.feeds.raw import Enclosure, RawEntry, RawFeed, RawText
from caregiver_app.model.errors import FeedError, FeedTrouble

_VERSION = "jsonfeed.org/version/1"

_Said = dict[str, Any]


def read_json(document: Document, *, limit: int) -> RawFeed:
    """Return what the document says, at most `limit` entries of it.

    Raises:
        FeedError: it is no JSON Feed, cut short, or nested too deep.
    """
    said = _load(document.text)
    items = said.get("items")
    declared = _VERSION in _text(said, "version")
    if not isinstance(items, list) and not declared:
        raise FeedError(FeedTrouble.NOT_A_FEED, "json")
    entries = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    return RawFeed(
        title=_raw(_text(said, "title"), html=False),
        homepage=_text(said, "home_page_url"),
        language=_text(said, "language") or document.language,
        damaged=document.mended or not declared,
        dropped=max(len(entries) - limit, 0),
        entries=tuple(_entry(item, tuple(_authors(said))) for item in entries[:limit]),
    )


def _load(text: str) -> _Said:
    try:
        said = json.loads(text, strict=False)
        if "\\ud" in text.lower():  # half a letter, written as an escape, stands for nothing and cannot be stored
            said = json.loads(json.dumps(said, ensure_ascii=False).encode("utf-8", "ignore"))
    except RecursionError:
        raise FeedError(FeedTrouble.TOO_DEEP) from None
    except ValueError:
        cut = text.startswith("{") and not text.rstrip().endswith("}")
        raise FeedError(FeedTrouble.TRUNCATED if cut else FeedTrouble.NOT_A_FEED, "json") from None
    if not isinstance(said, dict):
        raise FeedError(FeedTrouble.NOT_A_FEED, "json")
    return said


def _entry(item: _Said, feed_authors: tuple[str, ...]) -> RawEntry:
    contents = (_raw(_text(item, "content_html"), html=True), _raw(_text(item, "content_text"), html=False))
    return RawEntry(
        guid=_text(item, "id"),
        link=_text(item, "url") or _text(item, "external_url"),
        title=_raw(_text(item, "title"), html=False),
        summary=_raw(_text(item, "summary"), html=False),
        contents=tuple(filter(None, contents)),
        published=_text(item, "date_published"),
        updated=_text(item, "date_modified"),
        authors=tuple(_authors(item)) or feed_authors,
        categories=tuple(dict.fromkeys(tag for tag in _list(item, "tags") if isinstance(tag, str))),
        enclosures=tuple(
            Enclosure(url=_text(file, "url"), type=_text(file, "mime_type"), length=_text(file, "size_in_bytes"))
            for file in _list(item, "attachments")
            if isinstance(file, dict)
        ),
        language=_text(item, "language"),
    )


def _authors(item: _Said) -> Iterator[str]:
    for author in (*_list(item, "authors"), item.get("author")):
        if isinstance(author, dict) and (name := _text(author, "name")):
            yield name


def _text(said: _Said, key: str) -> str:
    """Return a text; ids and sizes come as numbers too."""
    value = said.get(key)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return value.strip() if isinstance(value, str) else ""


def _list(said: _Said, key: str) -> list[Any]:
    value = said.get(key)
    return value if isinstance(value, list) else []


def _raw(value: str, *, html: bool) -> RawText | None:
    return RawText(value=value, html=html) if value else None

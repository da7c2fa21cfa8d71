"""Reads any feed there is with feedparser: every version of RSS and Atom, well-formed or not.

feedparser is given bytes only (it would open a string as an address or a file), its own sanitiser and resolver stay
off, and it is told no address, so that guids and links come as written. Nothing is decoded or resolved here.
"""

from __future__ import annotations

import io
import re
from typing import Any

import feedparser

from caregiver_app.feeds.document import Document
from caregiver_app.feeds.persons import name_in
from caregiver_app.feeds.polling import polling_wish
from caregiver_app.feeds.raw import Enclosure, RawEntry, RawFeed, RawText
from caregiver_app.model.errors import FeedError, FeedTrouble

_HTML_TYPES = ("text/html", "application/xhtml+xml")
_PACKED = "application/octet-stream"  # base64, which feedparser undoes where text is in it (RFC 4287 section 4.1.3.3)
_STILL_PACKED = re.compile(r"[A-Za-z0-9+/=\s]*\Z")
_OTHER_LINKS = ("alternate", "related", "via")

_Said = dict[str, Any]


def read_lenient(document: Document, *, limit: int) -> RawFeed:
    """Return what the document says, at most `limit` entries of it.

    Raises:
        FeedError: it is no feed.
    """
    result = _parse(document)
    feed: _Said = result["feed"]
    entries = result["entries"]
    if not entries and not result.get("version") and not feed.get("title"):
        raise FeedError(FeedTrouble.NOT_A_FEED, document.root)
    return RawFeed(
        title=_text(feed, "title"),
        homepage=_get(feed, "link") or _other_link(feed),
        language=_get(feed, "language"),
        ttl_s=polling_wish(_get(feed, "ttl"), _get(feed, "sy_updateperiod"), _get(feed, "sy_updatefrequency")),
        damaged=document.mended or bool(result["bozo"]),
        dropped=max(len(entries) - limit, 0),
        entries=tuple(_entry(entry) for entry in entries[:limit]),
    )


def _parse(document: Document) -> _Said:
    headers = {"content-type": "application/xml; charset=utf-8"}
    if document.language:
        headers["content-language"] = document.language
    body = io.BytesIO(document.text.encode("utf-8", "replace"))
    try:
        result: _Said = feedparser.parse(
            body, response_headers=headers, resolve_relative_uris=False, sanitize_html=False
        )
    except Exception as error:  # hostile bytes make it raise whatever its parts raise
        raise FeedError(FeedTrouble.NOT_A_FEED, type(error).__name__) from error
    return result


def _entry(entry: _Said) -> RawEntry:
    return RawEntry(
        guid=_get(entry, "id"),
        link=_get(entry, "link"),
        related=_other_link(entry),
        title=_text(entry, "title"),
        summary=_text(entry, "summary"),
        contents=_contents(entry),
        published=_get(entry, "published") or _get(entry, "created"),
        updated=_get(entry, "updated"),
        authors=_authors(entry),
        categories=tuple(dict.fromkeys(filter(None, map(_category, _list(entry, "tags"))))),
        enclosures=tuple(map(_enclosure, _links(entry, "enclosure"))),
        language=_get(entry, "language"),
    )


def _get(said: _Said, key: str) -> str:
    """Return a text; `dict.get`, because feedparser's own get warns when it puts one date for another."""
    value = dict.get(said, key)
    return value.strip() if isinstance(value, str) else ""


def _list(said: _Said, key: str) -> list[_Said]:
    value = said.get(key)
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _text(said: _Said, key: str) -> RawText | None:
    """Return a text with its kind; a summary without one is only feedparser's copy of the content."""
    value, detail = said.get(key), said.get(f"{key}_detail")
    if not isinstance(value, str) or not isinstance(detail, dict) or not value:
        return None
    return RawText(value=value, html=detail.get("type") in _HTML_TYPES, base=detail.get("base") or "")


def _contents(entry: _Said) -> tuple[RawText, ...]:
    texts = []
    for content in _list(entry, "content"):
        kind, value = content.get("type") or "text/html", content.get("value")
        if not isinstance(value, str) or not value:
            continue
        was_packed = kind == _PACKED and not _STILL_PACKED.match(value)
        if kind in _HTML_TYPES or kind == "text/plain" or was_packed:
            texts.append(RawText(value=value, html=kind != "text/plain", base=content.get("base") or ""))
    return tuple(texts)


def _authors(entry: _Said) -> tuple[str, ...]:
    """Return names. One author with a mail address is read again: feedparser knows short top-level domains only."""
    authors, written = _list(entry, "authors"), _get(entry, "author")
    if len(authors) == 1 and "@" in written and written != _composed(authors[0]):
        return (name_in(written),)
    names = [_get(author, "name") or _get(author, "email") for author in authors]
    return tuple(dict.fromkeys(filter(None, names))) or tuple(filter(None, (written,)))


def _composed(author: _Said) -> str:
    """Return what feedparser writes of a name and a mail address that stood in elements of their own."""
    name, mail = _get(author, "name"), _get(author, "email")
    return f"{name} ({mail})" if name and mail else name or mail


def _category(tag: _Said) -> str:
    return _get(tag, "label") or _get(tag, "term")


def _links(said: _Said, rel: str) -> list[_Said]:
    return [link for link in _list(said, "links") if link.get("rel") == rel]


def _other_link(said: _Said) -> str:
    """Return where an entry without a web page leads: a related document, or its content when that lies elsewhere."""
    for rel in _OTHER_LINKS:
        for link in _links(said, rel):
            if href := _get(link, "href"):
                return href
    return next((src for content in _list(said, "content") if (src := _get(content, "src"))), "")


def _enclosure(link: _Said) -> Enclosure:
    return Enclosure(url=_get(link, "href"), type=_get(link, "type"), length=_get(link, "length"))

"""From what a document says to what may be stored: hashed, dated, resolved, sanitised, bounded. Pure.

Only entries that the library does not know yet, word by word, are sanitised and measured; of the others nothing but
the hash, the dates and the link is made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from caregiver_app.feeds.dates import believable, parse_date
from caregiver_app.feeds.raw import RawEntry, RawFeed, RawText
from caregiver_app.model.entry import EntryText, ParsedEntry, ParsedFeed, SafeHtml
from caregiver_app.model.time import Millis
from caregiver_app.support.addresses import web_address
from caregiver_app.support.markup import from_text, pictures_in, sanitise, sanitise_and_read
from caregiver_app.support.plain_text import (
    count_words,
    one_line,
    shorten,
    strip_markup,
    summary_of,
    to_text,
    visible,
)
from caregiver_app.support.reading import grade

MAX_ENTRIES = 2_000
MAX_TITLE_CHARS = 1_000
MAX_FEED_TITLE_CHARS = 300
MAX_GUID_CHARS = 2_000
MAX_AUTHOR_CHARS = 200
MAX_CATEGORIES = 30
MAX_CATEGORY_CHARS = 100
_FIRST_WORDS_CHARS = 80
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\Z")


def finish_feed(raw: RawFeed, *, url: str, known: frozenset[str], now: Millis) -> ParsedFeed:
    """Return the feed; entries whose hash is in `known` come without their text."""
    language = _language(raw.language)
    return ParsedFeed(
        title=shorten(_title(raw.title), MAX_FEED_TITLE_CHARS),
        homepage=web_address(raw.homepage, url) or "",
        language=language,
        ttl_s=raw.ttl_s,
        damaged=raw.damaged,
        dropped=raw.dropped + max(len(raw.entries) - MAX_ENTRIES, 0),
        entries=tuple(_entries(raw.entries, url, language, known, now)),
    )


def _entries(
    raw: Iterable[RawEntry], url: str, language: str, known: frozenset[str], now: Millis
) -> Iterator[ParsedEntry]:
    for entry in islice(raw, MAX_ENTRIES):
        raw_hash = entry.hash()
        text = None if raw_hash in known else _text(entry, url, language)
        if text is not None and not text.title:
            continue  # it says nothing at all
        published = parse_date(entry.published) or parse_date(entry.updated)
        yield ParsedEntry(
            guid=visible(entry.guid)[:MAX_GUID_CHARS] or None,
            link=_link(entry, url),
            raw_hash=raw_hash,
            published_at=believable(published, now=now),
            updated_at=believable(parse_date(entry.updated), now=now),
            text=text,
        )


def _link(entry: RawEntry, url: str) -> str | None:
    """Return where an entry leads; a guid stands in for a missing link only where it is a whole address."""
    written = web_address(entry.link, "" if entry.link == entry.guid else url)
    return written or web_address(entry.related, url)


def _text(entry: RawEntry, url: str, feed_language: str) -> EntryText:
    html, text, chosen = _fullest(entry, url)
    own = "" if entry.summary is chosen else _plain(entry.summary)
    return EntryText(
        title=shorten(_title(entry.title), MAX_TITLE_CHARS) or _first_words(entry, html, text),
        html=html,
        text=text,
        summary=summary_of(own) or summary_of(text),
        author=shorten(one_line(", ".join(entry.authors)), MAX_AUTHOR_CHARS),
        categories=tuple(shorten(one_line(name), MAX_CATEGORY_CHARS) for name in entry.categories[:MAX_CATEGORIES]),
        grade=grade(text, _language(entry.language) or feed_language),
        words=count_words(text),
    )


def _fullest(entry: RawEntry, url: str) -> tuple[SafeHtml, str, RawText | None]:
    """Return the longest of the texts that an entry offers, harmless, with its plain text.

    Publishers put the whole article into any of them; one without a word in it (a picture, a script) comes last.
    """
    offered = [*entry.contents, *([entry.summary] if entry.summary else [])]
    found: tuple[SafeHtml, str, RawText | None] = (SafeHtml(""), "", None)
    for raw in sorted(offered, key=lambda each: len(each.value), reverse=True):
        html, text = _html_and_text(raw, url)
        if text:
            return html, text, raw
        if html and not found[0]:
            found = html, "", raw
    return found


def _html_and_text(raw: RawText, url: str) -> tuple[SafeHtml, str]:
    if raw.html:
        return sanitise_and_read(raw.value, base=web_address(raw.base, url) or url)
    html = from_text(raw.value)
    return html, to_text(html)


def _title(raw: RawText | None) -> str:
    return one_line(_plain(raw))


def _plain(raw: RawText | None) -> str:
    if raw is None:
        return ""
    return strip_markup(raw.value) if raw.html else raw.value


def _first_words(entry: RawEntry, html: SafeHtml, text: str) -> str:
    """Return a title for an entry that has none: how its text begins, what a picture shows, a file, its address."""
    pictures = [] if text else [*pictures_in(html), *_pictures_in_title(entry.title)]
    described = [description for description, _ in pictures]
    files = (url.rpartition("/")[2] for url in (*(at for _, at in pictures), *(file.url for file in entry.enclosures)))
    said = (entry.link, entry.guid, *entry.categories, *entry.authors, entry.published, entry.updated)
    for words in (text.strip().partition("\n")[0], *described, *files, *said):
        if title := shorten(one_line(words), _FIRST_WORDS_CHARS):
            return title
    return ""


def _pictures_in_title(title: RawText | None) -> tuple[tuple[str, str], ...]:
    return pictures_in(sanitise(title.value, base=title.base)) if title and title.html else ()


def _language(tag: str) -> str:
    """Return a language tag as RFC 5646 writes it, empty for anything else."""
    written = tag.strip().replace("_", "-")
    return written if len(written) <= 20 and _LANGUAGE.match(written) else ""

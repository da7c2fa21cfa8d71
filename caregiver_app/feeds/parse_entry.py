"""From what a document says to what may be stored: hashed, dated, resolved, sanitised, bounded. Pure.

Only entries that the library does not know yet, word by word, are sanitised and measured; of the others nothing but
the hash, the dates and the link is made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from caregiver_app.feeds.dates import believable, parse_date
from caregiver_app.feeds.parse_alert import MAX_IDENTIFIER_CHARS, alert_facts
from caregiver_app.feeds.raw import RawEntry, RawFeed, RawText
from caregiver_app.feeds.recalls import recall_facts
from caregiver_app.feeds.usual_language import usual_language
from caregiver_app.model.alert import AlertFacts
from caregiver_app.model.entry import EntryText, ParsedEntry, ParsedFeed, SafeHtml
from caregiver_app.model.time import Millis
from caregiver_app.support.addresses import web_address
from caregiver_app.support.language import language_of, language_tag
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

MAX_ENTRIES = 2_000
MAX_TITLE_CHARS = 1_000
MAX_FEED_TITLE_CHARS = 300
MAX_GUID_CHARS = 2_000
MAX_AUTHOR_CHARS = 200
MAX_CATEGORIES = 30
MAX_CATEGORY_CHARS = 100
_FIRST_WORDS_CHARS = 80
_LANGUAGE_CHARS = 1_000
_SUMMARY_SOURCE_CHARS = 2_000
_NAMES_ALONE = re.compile(r"(?:\s*&\w[\w.-]*;)+\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Feed:
    """What all entries of a document have in common."""

    url: str
    title: str
    language: str
    usual_language: str  # of a feed that names none


def finish_feed(raw: RawFeed, *, url: str, known: frozenset[str], now: Millis) -> ParsedFeed:
    """Return the feed; entries whose hash is in `known` come without their text."""
    language = language_tag(raw.language)
    feed = _Feed(
        url=url,
        title=_feed_title(raw.title),
        language=language,
        usual_language="" if language else usual_language(raw),
    )
    return ParsedFeed(
        title=feed.title,
        homepage=web_address(raw.homepage, url) or "",
        language=feed.language,
        ttl_s=raw.ttl_s,
        damaged=raw.damaged,
        dropped=raw.dropped + max(len(raw.entries) - MAX_ENTRIES, 0),
        entries=tuple(_entries(raw.entries, feed, known=known, now=now)),
    )


def _entries(raw: Iterable[RawEntry], feed: _Feed, *, known: frozenset[str], now: Millis) -> Iterator[ParsedEntry]:
    for entry in islice(raw, MAX_ENTRIES):
        raw_hash = entry.hash()
        text = None if raw_hash in known else _text(entry, feed)
        if text is not None and not text.title:
            continue  # it says nothing at all
        guid, link = visible(entry.guid)[:MAX_GUID_CHARS] or None, _link(entry, feed.url)
        published = parse_date(entry.published) or parse_date(entry.updated)
        yield ParsedEntry(
            guid=guid,
            link=link,
            raw_hash=raw_hash,
            published_at=believable(published, now=now),
            updated_at=believable(parse_date(entry.updated), now=now),
            text=text,
            alert=None if text is None else _alert(entry, text, feed.title, guid or link or raw_hash),
        )


def _alert(entry: RawEntry, text: EntryText, feed_title: str, name: str) -> AlertFacts | None:
    if entry.alert is not None:
        return alert_facts(entry.alert, guid=name)
    return recall_facts(feed_title, text.title, text.categories, identifier=one_line(name)[:MAX_IDENTIFIER_CHARS])


def _link(entry: RawEntry, url: str) -> str | None:
    """Return where an entry leads; a guid stands in for a missing link only where it is a whole address."""
    written = web_address(entry.link, "" if entry.link == entry.guid else url)
    return written or web_address(entry.related, url)


def _text(entry: RawEntry, feed: _Feed) -> EntryText:
    html, text, chosen = _fullest(entry, feed.url)
    own = "" if entry.summary is None or entry.summary is chosen else _beginning(entry.summary)
    title = shorten(_title(entry.title), MAX_TITLE_CHARS) or _first_words(entry, html, text)
    language = language_of(
        f"{title}\n{text[:_LANGUAGE_CHARS]}",
        (entry.language, feed.language),
        _detected,
        usual=feed.usual_language,
    )
    return EntryText(
        title=title,
        html=html,
        text=text,
        summary=own or summary_of(text),
        author=shorten(one_line(", ".join(entry.authors)), MAX_AUTHOR_CHARS),
        categories=tuple(shorten(one_line(name), MAX_CATEGORY_CHARS) for name in entry.categories[:MAX_CATEGORIES]),
        words=count_words(text),
        language=language,
    )


def _detected(text: str) -> str:
    from caregiver_app.support.language_model import detected  # only now: seldom needed, and large

    return detected(text)


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


def _feed_title(raw: RawText | None) -> str:
    """Return "" where only names are left of what a document did not spell out: a source is called by its host then."""
    title = _title(raw)
    return "" if _NAMES_ALONE.fullmatch(title) else shorten(title, MAX_FEED_TITLE_CHARS)


def _plain(raw: RawText | None) -> str:
    if raw is None:
        return ""
    return strip_markup(raw.value) if raw.html else raw.value


def _beginning(summary: RawText) -> str:
    """Return what a summary begins with; publishers write whole articles into it."""
    start = replace(summary, value=summary.value[:_SUMMARY_SOURCE_CHARS])
    return summary_of(_plain(start)) or summary_of(_plain(summary))


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

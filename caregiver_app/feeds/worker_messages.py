"""What goes between the application and a worker that reads documents: JSON in bytes, never pickles.

A worker has read hostile bytes, so nothing that it says is believed: types, sizes, addresses and the language of its
HTML are checked here again. HTML is not sanitised a second time but proved to be what `sanitise` writes
(`markup.is_safe`), which takes a fifth of the time and leaves a worker that was taken over no other choice.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from caregiver_app.feeds import parse_entry as bounds
from caregiver_app.feeds.parse import ParseJob
from caregiver_app.model.entry import EntryText, ParsedEntry, ParsedFeed, SafeHtml
from caregiver_app.model.errors import FeedError, FeedTrouble
from caregiver_app.model.time import Millis
from caregiver_app.support.addresses import web_address
from caregiver_app.support.markup import is_safe
from caregiver_app.support.markup_bounds import MAX_OUTPUT_CHARS
from caregiver_app.support.plain_text import SUMMARY_CHARS, visible

MAX_ANSWER_BYTES = 64_000_000
_HEADERS = ("content-type", "content-language")
_MAX_LINKS = 50
_MAX_DETAIL_CHARS = 200
_MAX_TIME = 253_402_300_799_999  # the last millisecond of the year 9999
_HASH = re.compile(r"[0-9a-f]{64}\Z")


class UnsoundAnswerError(Exception):
    """An answer that no sound worker gives: the worker must not be asked again."""


_Json = Any  # what json.loads gives: nothing is known of it until it is checked


def job_head(job: ParseJob) -> bytes:
    """Return all of a job but its body."""
    headers = {name: job.headers[name] for name in _HEADERS if name in job.headers}
    return _written([job.url, headers, sorted(job.known), job.now])


def job_from(head: bytes, body: bytes) -> ParseJob:
    """Return the job that the application sent; the application is trusted."""
    url, headers, known, now = json.loads(head)
    return ParseJob(url=url, headers=headers, body=body, known=frozenset(known), now=now)


def answer_of(result: ParsedFeed | FeedError) -> bytes:
    """Return what a worker answers; an answer too long to be taken becomes an error that says so."""
    if isinstance(result, FeedError):
        return _written(["error", result.kind, result.detail, result.links])
    entries = [_entry_said(entry) for entry in result.entries]
    said = [result.title, result.homepage, result.language, result.ttl_s, result.damaged, result.dropped, entries]
    answer = _written(["feed", *said])
    return answer if len(answer) <= MAX_ANSWER_BYTES else _written(["error", FeedTrouble.TOO_LARGE, "", []])


def result_from(answer: bytes) -> ParsedFeed:
    """Return the feed that a worker answered with.

    Raises:
        FeedError: the worker's own verdict.
        UnsoundAnswerError: the worker must not be believed.
    """
    try:
        match json.loads(answer):
            case ["error", str(kind), str(detail), list(links)]:
                verdict = FeedError(FeedTrouble(kind), visible(detail)[:_MAX_DETAIL_CHARS], _links(links))
            case ["feed", *said]:
                return _feed(said)
            case _:
                raise UnsoundAnswerError
    except (ValueError, TypeError, RecursionError) as trouble:
        raise UnsoundAnswerError from trouble
    raise verdict


def _written(said: Sequence[object]) -> bytes:
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _entry_said(entry: ParsedEntry) -> list[object]:
    said: list[object] = [entry.guid, entry.link, entry.raw_hash, entry.published_at, entry.updated_at]
    text = entry.text
    if text is None:
        return [*said, None]
    parts = [text.title, text.html, text.text, text.summary, text.author, text.categories, text.grade, text.words]
    return [*said, parts]


def _feed(said: list[_Json]) -> ParsedFeed:
    title, homepage, language, ttl_s, damaged, dropped, entries = said
    if not isinstance(damaged, bool) or not isinstance(entries, list) or len(entries) > bounds.MAX_ENTRIES:
        raise ValueError("feed")
    return ParsedFeed(
        title=_text(title, bounds.MAX_FEED_TITLE_CHARS),
        homepage=_address(homepage) if homepage != "" else "",
        language=_text(language, 20),
        ttl_s=None if ttl_s is None else _whole(ttl_s, 31_536_000),
        damaged=damaged,
        dropped=_whole(dropped, 100_000_000),
        entries=tuple(map(_entry, entries)),
    )


def _entry(said: _Json) -> ParsedEntry:
    guid, link, raw_hash, published_at, updated_at, text = said
    if not isinstance(raw_hash, str) or not _HASH.match(raw_hash):
        raise ValueError("hash")
    return ParsedEntry(
        guid=None if guid is None else _text(guid, bounds.MAX_GUID_CHARS),
        link=None if link is None else _address(link),
        raw_hash=raw_hash,
        published_at=_time(published_at),
        updated_at=_time(updated_at),
        text=None if text is None else _entry_text(text),
    )


def _entry_text(said: _Json) -> EntryText:
    title, html, text, summary, author, categories, grade, words = said
    if not isinstance(html, str) or not is_safe(html):
        raise ValueError("html")
    if not isinstance(categories, list) or len(categories) > bounds.MAX_CATEGORIES or title == "":
        raise ValueError("categories")
    return EntryText(
        title=_text(title, bounds.MAX_TITLE_CHARS),
        html=SafeHtml(html),
        text=_text(text, MAX_OUTPUT_CHARS),
        summary=_text(summary, SUMMARY_CHARS),
        author=_text(author, bounds.MAX_AUTHOR_CHARS),
        categories=tuple(_text(name, bounds.MAX_CATEGORY_CHARS) for name in categories),
        grade=None if grade is None else _grade(grade),
        words=_whole(words, MAX_OUTPUT_CHARS),
    )


def _text(said: _Json, limit: int) -> str:
    if not isinstance(said, str) or len(said) > limit or visible(said) != said:
        raise ValueError("text")
    return said


def _address(said: _Json) -> str:
    if not isinstance(said, str) or web_address(said) != said:
        raise ValueError("address")
    return said


def _links(said: list[_Json]) -> tuple[str, ...]:
    return tuple(_address(link) for link in said[:_MAX_LINKS])


def _whole(said: _Json, limit: int) -> int:
    if not isinstance(said, int) or isinstance(said, bool) or not 0 <= said <= limit:
        raise ValueError("number")
    return said


def _grade(said: _Json) -> float:
    if not isinstance(said, (int, float)) or isinstance(said, bool) or not 0 <= said <= 20:
        raise ValueError("grade")
    return float(said)


def _time(said: _Json) -> Millis | None:
    return None if said is None else Millis(_whole(said, _MAX_TIME))

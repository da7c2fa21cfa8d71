"""What goes between the application and a worker that reads documents: JSON in bytes, never pickles.

A worker has read hostile bytes, so nothing that it says is believed: types, sizes, addresses and the language of its
HTML are checked here again. HTML is not sanitised a second time but proved to be what `sanitise` writes
(`markup.is_safe`), which takes a fifth of the time and leaves a worker that was taken over no other choice.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from caregiver_app.feeds import parse_entry as bounds
from caregiver_app.feeds.alert_messages import alert_from, alert_said
from caregiver_app.feeds.checked_json import Json, address, digest, hosts, text, texts, time, truth, whole
from caregiver_app.feeds.jobs import MAX_ANSWER_BYTES, ParseJob, UnsoundAnswerError
from caregiver_app.model.entry import EntryText, ParsedEntry, ParsedFeed, SafeHtml
from caregiver_app.model.errors import FeedError, FeedTrouble
from caregiver_app.support.language import language_tag
from caregiver_app.support.markup import is_safe
from caregiver_app.support.markup_bounds import MAX_OUTPUT_CHARS
from caregiver_app.support.plain_text import SUMMARY_CHARS, visible

_HEADERS = ("content-type", "content-language")
_MAX_LINKS = 50
_MAX_DETAIL_CHARS = 200


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
        return _written(["error", result.kind, result.detail, result.links, result.canonical])
    entries = [_entry_said(entry) for entry in result.entries]
    said = [result.title, result.homepage, result.language, result.ttl_s, result.damaged, result.dropped, entries]
    answer = _written(["feed", *said, result.canonical])
    return answer if len(answer) <= MAX_ANSWER_BYTES else _written(["error", FeedTrouble.TOO_LARGE, "", [], ""])


def result_from(answer: bytes) -> ParsedFeed:
    """Return the feed that a worker answered with.

    Raises:
        FeedError: the worker's own verdict.
        UnsoundAnswerError: the worker must not be believed.
    """
    try:
        match json.loads(answer):
            case ["error", str(kind), str(detail), list(links), str(canonical)]:
                shown = visible(detail)[:_MAX_DETAIL_CHARS]
                verdict = FeedError(FeedTrouble(kind), shown, _links(links), address(canonical) if canonical else "")
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
    own = entry.text
    if own is None:
        return [*said, None, None]
    parts = [own.title, own.html, own.text, own.summary, own.author, own.categories, own.words]
    return [*said, [*parts, own.language, own.loads], alert_said(entry.alert)]


def _feed(said: list[Json]) -> ParsedFeed:
    title, homepage, language, ttl_s, damaged, dropped, entries, canonical = said
    if not isinstance(entries, list) or len(entries) > bounds.MAX_ENTRIES:
        raise ValueError("entries")
    return ParsedFeed(
        title=text(title, bounds.MAX_FEED_TITLE_CHARS),
        homepage=address(homepage) if homepage != "" else "",
        language=_language(language),
        ttl_s=None if ttl_s is None else whole(ttl_s, 31_536_000),
        damaged=truth(damaged),
        dropped=whole(dropped, 100_000_000),
        entries=tuple(map(_entry, entries)),
        canonical=address(canonical) if canonical != "" else "",
    )


def _entry(said: Json) -> ParsedEntry:
    guid, link, raw_hash, published_at, updated_at, words, alert = said
    if words is None and alert is not None:
        raise ValueError("alert")
    return ParsedEntry(
        guid=None if guid is None else text(guid, bounds.MAX_GUID_CHARS),
        link=None if link is None else address(link),
        raw_hash=digest(raw_hash),
        published_at=time(published_at),
        updated_at=time(updated_at),
        text=None if words is None else _entry_text(words),
        alert=None if alert is None else alert_from(alert),
    )


def _entry_text(said: Json) -> EntryText:
    title, html, plain, summary, author, categories, words, language, loads = said
    if not isinstance(html, str) or not is_safe(html):
        raise ValueError("html")
    if title == "":
        raise ValueError("title")
    return EntryText(
        title=text(title, bounds.MAX_TITLE_CHARS),
        html=SafeHtml(html),
        text=text(plain, MAX_OUTPUT_CHARS),
        summary=text(summary, SUMMARY_CHARS),
        author=text(author, bounds.MAX_AUTHOR_CHARS),
        categories=texts(categories, bounds.MAX_CATEGORIES, bounds.MAX_CATEGORY_CHARS),
        words=whole(words, MAX_OUTPUT_CHARS),
        language=_language(language),
        loads=hosts(loads),
    )


def _language(said: Json) -> str:
    if not isinstance(said, str) or language_tag(said) != said:
        raise ValueError("language")
    return said


def _links(said: list[Json]) -> tuple[str, ...]:
    return tuple(address(link) for link in said[:_MAX_LINKS])

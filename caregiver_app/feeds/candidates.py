"""What may be followed at an address, as a person chooses among it: the values, and which comes first. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from caregiver_app.feeds.typed_address import Typed
from caregiver_app.links.address import address_key
from caregiver_app.links.disclosure import Disclosure, disclosure_of
from caregiver_app.links.handles import kind_by_address
from caregiver_app.model.entry import ParsedFeed
from caregiver_app.model.source import SourceFormat, SourceId, SourceKind
from caregiver_app.model.time import Millis
from caregiver_app.web.addresses import Address, parse_address

_ABOUT_COMMENTS = re.compile(r"/comments?(?:/|$|\.)|[/=-]comments?\b|/replies", re.IGNORECASE)
_COMMENTS_TITLE = re.compile(
    r"(?:comments? (?:on|for)|kommentare? (?:zu|zum)|comentarios (?:en|de)|commentaires (?:sur|pour)|commenti a)\b",
    re.IGNORECASE,
)
_A_PART = re.compile(
    r"/(?:category|categories|tag|tags|author|authors|topics?|search)/|[?&](?:cat|tag|author|s|q)=", re.IGNORECASE
)
_TWINS_BY = 5  # entries


class Rank(IntEnum):
    """What a feed carries of its site; the likeliest wish first."""

    WHOLE = 0
    PART = 1  # one category, author or tag
    PAGE = 2  # the page itself, watched
    COMMENTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One thing to follow. `checked`: it was fetched and read; else it is only named, by a page or by who typed it.

    `format` is page where nothing but the page itself can be watched. `known` is the source that it is already,
    `is_off` where that one is off.
    """

    url: str
    title: str
    kind: SourceKind
    format: SourceFormat
    rank: Rank
    checked: bool
    entries: int = 0
    newest_at: Millis | None = None
    language: str = ""
    homepage: str = ""
    allow_private: bool = False
    disclosure: Disclosure | None = None
    known: SourceId | None = None
    is_off: bool = False


def feed_candidate(url: str, feed: ParsedFeed, *, typed: Address, homepage: str, allow_private: bool) -> Candidate:
    """Return the candidate that a checked feed is."""
    times = [at for entry in feed.entries if (at := entry.updated_at or entry.published_at) is not None]
    return Candidate(
        url=url,
        title=feed.title,
        kind=kind_by_address(url),
        format=SourceFormat.FEED,
        rank=rank_of(url, feed.title, typed=typed),
        checked=True,
        entries=len(feed.entries),
        newest_at=max(times, default=None),
        language=feed.language,
        homepage=feed.homepage or homepage,
        allow_private=allow_private,
        disclosure=disclosure_of(url),
    )


def named_candidate(named: Typed, *, beside: Address) -> Candidate:
    """Return the candidate that somebody or a page names and nobody looked at; `beside` is what was typed."""
    url = named.address.url
    return Candidate(
        url=url,
        title="",
        kind=kind_by_address(url),
        format=SourceFormat.FEED,
        rank=rank_of(url, "", typed=beside),
        checked=False,
        homepage=named.homepage,
        allow_private=named.allow_private,
        disclosure=disclosure_of(url),
    )


def rank_of(url: str, title: str, *, typed: Address) -> Rank:
    """Return what a feed carries; a part of a site is the whole wish of who typed the address of that part."""
    target = parse_address(url).target
    if _ABOUT_COMMENTS.search(target) or _COMMENTS_TITLE.match(title):
        return Rank.COMMENTS
    folder = typed.target.partition("?")[0].rstrip("/")
    if _A_PART.search(target) and not (folder and target.startswith(f"{folder}/")):
        return Rank.PART
    return Rank.WHOLE


def without_twins(candidates: Iterable[Candidate], feeds: dict[str, ParsedFeed]) -> list[Candidate]:
    """Return candidates in their order, without those that carry the same entries as one before: RSS beside Atom."""
    seen: set[object] = set()
    kept: list[Candidate] = []
    for candidate in candidates:
        marks = {address_key(candidate.url), *_marks(feeds.get(candidate.url))}
        if not marks & seen:
            kept.append(candidate)
        seen |= marks
    return kept


def the_one(candidates: Iterable[Candidate]) -> Candidate | None:
    """Return the only feed worth having, None where there is none or a choice to make.

    One unseen is a choice too, save an account, which is not looked at before somebody agrees.
    """
    feeds = [each for each in candidates if each.format is SourceFormat.FEED]
    for rank in (Rank.WHOLE, Rank.PART):
        best = [each for each in feeds if each.rank is rank]
        if best:
            one = best[0]
            return one if len(best) == 1 and (one.checked or one.disclosure is not None) else None
    return None


def _marks(feed: ParsedFeed | None) -> tuple[object, ...]:
    """Return by what the same feed in another format is known."""
    links = tuple(entry.link for entry in feed.entries[:_TWINS_BY] if entry.link) if feed is not None else ()
    return (links,) if links else ()

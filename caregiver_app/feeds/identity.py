"""Recognises which stored entry each entry of a document is. Pure: values in, values out.

The ladder, from sure to weak: the same words as before; the publisher's guid; the same link under the same title (a
publisher who changed its guids does not double the library); without guid the link; without either the words.
Guids and links that stand more than once in a document prove nothing alone and count only together.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from caregiver_app.library.entries import KnownEntry, text_hash
from caregiver_app.model.entry import ParsedEntry

LinkKey = Callable[[str], str]
_LONGEST_KEY = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An entry of the document with the key it goes by and what its link is recognised by."""

    entry: ParsedEntry
    key: str
    link_key: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A candidate and the stored entry that it is; None: not stored yet."""

    candidate: Candidate
    known: KnownEntry | None


def candidates_of(entries: Sequence[ParsedEntry], link_key_of: LinkKey) -> tuple[Candidate, ...]:
    """Return the document's entries with their keys; an entry that repeats an earlier one word by word is left out."""
    distinct = tuple({entry.raw_hash: entry for entry in entries}.values())
    links = [None if entry.link is None else link_key_of(entry.link) for entry in distinct]
    guids = Counter(entry.guid for entry in distinct if entry.guid)
    link_counts = Counter(link for link in links if link)
    found: list[Candidate] = []
    taken: set[str] = set()
    for entry, link in zip(distinct, links, strict=True):
        key = _key_of(
            entry, link, guid_is_unique=guids[entry.guid or ""] == 1, link_is_unique=link_counts[link or ""] == 1
        )
        if key in taken:
            key = f"{key}|{entry.raw_hash[:16]}"
        taken.add(key)
        found.append(Candidate(entry=entry, key=key, link_key=link))
    return tuple(found)


def match_entries(candidates: Sequence[Candidate], known: Collection[KnownEntry]) -> tuple[Match, ...]:
    """Return each candidate with the stored entry that it is; no stored entry is given away twice."""
    free = {entry.entry_key: entry for entry in known}
    given: dict[str, KnownEntry] = {}
    for step in (_by_words, _by_key, _by_link_and_title):
        waiting = [candidate for candidate in candidates if candidate.key not in given]
        for candidate, entry in step(waiting, tuple(free.values())):
            if candidate.key not in given and entry.entry_key in free:
                given[candidate.key] = free.pop(entry.entry_key)
    return tuple(Match(candidate=candidate, known=given.get(candidate.key)) for candidate in candidates)


def same_title(one: str, other: str) -> bool:
    """Return True when two titles differ only in case and white space."""
    return one.casefold().split() == other.casefold().split()


_Pairs = Iterator[tuple[Candidate, KnownEntry]]


def _by_words(waiting: Sequence[Candidate], free: Sequence[KnownEntry]) -> _Pairs:
    by_hash: dict[str, list[KnownEntry]] = {}
    for entry in free:
        by_hash.setdefault(entry.raw_hash, []).append(entry)
    for candidate in waiting:
        for entry in by_hash.get(candidate.entry.raw_hash, ()):
            yield candidate, entry


def _by_key(waiting: Sequence[Candidate], free: Sequence[KnownEntry]) -> _Pairs:
    by_key = {entry.entry_key: entry for entry in free}
    for candidate in waiting:
        if candidate.key in by_key:
            yield candidate, by_key[candidate.key]


def _by_link_and_title(waiting: Sequence[Candidate], free: Sequence[KnownEntry]) -> _Pairs:
    by_link: dict[str, list[KnownEntry]] = {}
    for entry in free:
        if entry.link_key:
            by_link.setdefault(entry.link_key, []).append(entry)
    for candidate in waiting:
        text = candidate.entry.text
        same = by_link.get(candidate.link_key or "", ())
        for entry in same:
            if text is not None and same_title(text.title, entry.title):
                yield candidate, entry


def _key_of(entry: ParsedEntry, link: str | None, *, guid_is_unique: bool, link_is_unique: bool) -> str:
    if entry.guid and guid_is_unique:
        return _bounded(f"g:{entry.guid}")
    if entry.guid:
        return _bounded(f"g:{entry.guid}|l:{link or ''}")
    if link and link_is_unique:
        return _bounded(f"l:{link}")
    words = text_hash(entry.text.title, entry.text.text) if entry.text is not None else entry.raw_hash
    return _bounded(f"l:{link}|h:{words}" if link else f"h:{words}")


def _bounded(key: str) -> str:
    if len(key) <= _LONGEST_KEY:
        return key
    return f"{key[:2]}sha256:{hashlib.sha256(key.encode('utf-8', 'replace')).hexdigest()}"

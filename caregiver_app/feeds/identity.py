"""Recognises which stored entry each entry of a document is. Pure: values in, values out.

What a source's entries go by is chosen once, by the first document that has any: the publisher's guid where most of
them have one of their own, else the link on the same terms, else the words. It is kept with the source, so that one odd
document never turns it over. An entry that lacks it, or shares it with another of the document, goes by the next one.

To find the stored entry, from sure to weak: the same words as before; the same key; the same guid with the same link;
the same link under the same title (a publisher who changed its guids does not double the library), and then, where most
links show that guids were reissued, the link alone. Guids and links that stand more than once prove nothing alone.

The order of the document makes no difference, and no stored entry is given to two.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from caregiver_app.library.entry_values import KnownEntry, text_hash
from caregiver_app.model.entry import ParsedEntry
from caregiver_app.model.source import Identity

LinkKey = Callable[[str], str]
_LONGEST_KEY = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An entry of the document with the key it goes by, and what its link is recognised by.

    `others` are keys that only it could go by as well; who deleted it under one of them does not want it back.
    """

    entry: ParsedEntry
    key: str
    link_key: str | None
    others: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """All of them."""
        return (self.key, *self.others)


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A candidate and the stored entry that it is; None: not stored yet."""

    candidate: Candidate
    known: KnownEntry | None


def choose_identity(entries: Sequence[ParsedEntry]) -> Identity | None:
    """Return what entries like these are best recognised by, None where there are none to judge by."""
    if not entries:
        return None
    if _are_telling([entry.guid for entry in entries]):
        return Identity.GUID
    return Identity.LINK if _are_telling([entry.link for entry in entries]) else Identity.WORDS


def candidates_of(
    entries: Sequence[ParsedEntry], link_key_of: LinkKey, identity: Identity | None = None
) -> tuple[Candidate, ...]:
    """Return the document's entries with their keys; an entry that repeats an earlier one word by word is left out."""
    distinct = tuple({entry.raw_hash: entry for entry in entries}.values())
    links = {entry.raw_hash: None if entry.link is None else link_key_of(entry.link) for entry in distinct}
    guids = Counter(entry.guid for entry in distinct if entry.guid)
    link_counts = Counter(link for link in links.values() if link)
    taken: set[str] = set()
    found: dict[str, Candidate] = {}
    for entry in sorted(distinct, key=lambda each: each.raw_hash):
        link = links[entry.raw_hash]
        key, *others = _keys_of(
            entry,
            link,
            identity or Identity.GUID,
            guid_is_unique=guids[entry.guid or ""] == 1,
            link_is_unique=link_counts[link or ""] == 1,
        )
        if key in taken:
            key = f"{key}|{entry.raw_hash[:16]}"
        taken.add(key)
        found[entry.raw_hash] = Candidate(entry=entry, key=key, link_key=link, others=tuple(others))
    return tuple(found[entry.raw_hash] for entry in distinct)


def match_entries(candidates: Sequence[Candidate], known: Collection[KnownEntry]) -> tuple[Match, ...]:
    """Return each candidate with the stored entry that it is; no stored entry is given away twice."""
    if not known:
        return tuple(Match(candidate=candidate, known=None) for candidate in candidates)
    ordered = sorted(candidates, key=lambda candidate: candidate.key)
    free = {entry.entry_key: entry for entry in sorted(known, key=lambda entry: (not entry.in_feed, entry.entry_key))}
    given: dict[str, KnownEntry] = {}
    for step in (_by_words, _by_key, _by_guid_and_link, _by_link_and_title):
        _give(step(_waiting(ordered, given), tuple(free.values())), free, given)
    if _are_reissued(ordered, given):
        _give(_by_link(_waiting(ordered, given), tuple(free.values())), free, given)
    return tuple(Match(candidate=candidate, known=given.get(candidate.key)) for candidate in candidates)


def same_title(one: str, other: str) -> bool:
    """Return True when two titles differ only in case and white space."""
    return one.casefold().split() == other.casefold().split()


_Pairs = Iterator[tuple[Candidate, KnownEntry]]


def _waiting(candidates: Sequence[Candidate], given: dict[str, KnownEntry]) -> list[Candidate]:
    return [candidate for candidate in candidates if candidate.key not in given]


def _give(pairs: _Pairs, free: dict[str, KnownEntry], given: dict[str, KnownEntry]) -> None:
    for candidate, entry in pairs:
        if candidate.key not in given and entry.entry_key in free:
            given[candidate.key] = free.pop(entry.entry_key)


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


def _by_guid_and_link(waiting: Sequence[Candidate], free: Sequence[KnownEntry]) -> _Pairs:
    """A guid that stood alone before and is shared now, or the other way round, makes another key of it."""
    by_key = {(entry.entry_key, entry.link_key): entry for entry in free}
    for candidate in waiting:
        for key in _guid_keys(candidate.entry.guid, candidate.link_key):
            if (key, candidate.link_key) in by_key:
                yield candidate, by_key[key, candidate.link_key]


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


def _by_link(waiting: Sequence[Candidate], free: Sequence[KnownEntry]) -> _Pairs:
    """Links that stand once on either side."""
    asked = Counter(candidate.link_key for candidate in waiting)
    held = Counter(entry.link_key for entry in free)
    by_link = {entry.link_key: entry for entry in free}
    for candidate in waiting:
        if candidate.link_key and asked[candidate.link_key] == held[candidate.link_key] == 1:
            yield candidate, by_link[candidate.link_key]


def _are_reissued(candidates: Sequence[Candidate], given: dict[str, KnownEntry]) -> bool:
    """Return True when most entries that were recognised have another guid than the one they were stored under."""
    recognised = [
        (candidate, given[candidate.key])
        for candidate in candidates
        if candidate.entry.guid and candidate.key in given and given[candidate.key].entry_key.startswith("g:")
    ]
    other = sum(
        entry.entry_key not in _guid_keys(candidate.entry.guid, candidate.link_key) for candidate, entry in recognised
    )
    return other > 1 and 2 * other > len(recognised)


def _are_telling(names: Sequence[str | None]) -> bool:
    """Return True when at least half of the entries have a name that no other entry has."""
    counts = Counter(names)
    return 2 * sum(counts[name] == 1 for name in names if name) >= len(names)


def _keys_of(
    entry: ParsedEntry, link: str | None, identity: Identity, *, guid_is_unique: bool, link_is_unique: bool
) -> list[str]:
    """Return the keys that only this entry of its document may go by, the one it does go by first."""
    guids = _guid_keys(entry.guid, link)[0 if guid_is_unique else 1 :]
    links = [_bounded(f"l:{link}")] if link and link_is_unique else []
    match identity:
        case Identity.GUID if guids or links:
            return [*guids, *links]
        case Identity.LINK if links:
            return [*links, *guids]
    words = text_hash(entry.text.title, entry.text.text) if entry.text is not None else entry.raw_hash
    by_words = f"h:{words}" if not link or identity is Identity.WORDS else f"l:{link}|h:{words}"
    return [_bounded(by_words), *links, *guids]


def _guid_keys(guid: str | None, link: str | None) -> list[str]:
    """Return the key of a guid that stands alone, and that of one that is shared."""
    return [_bounded(f"g:{guid}"), _bounded(f"g:{guid}|l:{link or ''}")] if guid else []


def _bounded(key: str) -> str:
    if len(key) <= _LONGEST_KEY:
        return key
    return f"{key[:2]}sha256:{hashlib.sha256(key.encode('utf-8', 'replace')).hexdigest()}"

"""Decides what a document changes in the library. Pure: no file, no clock, no network; `sync` carries it out.

Nothing here deletes: an entry that is no longer in a document only stops being in the feed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from caregiver_app.feeds.identity import Match, same_title
from caregiver_app.library.entries import ChangedArticle, EntryChanges, JoinedArticle, NewArticle, text_hash
from caregiver_app.model.article import ItemId
from caregiver_app.model.entry import EntryText
from caregiver_app.model.time import Millis

Elsewhere = Mapping[str, tuple[ItemId, str]]
"""Articles of other sources by link key: the item and its title."""


def decide_entries(
    matches: Sequence[Match], *, elsewhere: Elsewhere, tombstones: Collection[str], at: Millis
) -> EntryChanges:
    """Return what to store of a document's entries."""
    links = Counter(match.candidate.link_key for match in matches if match.candidate.link_key)
    new: list[NewArticle] = []
    joined: list[JoinedArticle] = []
    changed: list[ChangedArticle] = []
    seen: list[str] = []
    for position, match in enumerate(matches):
        candidate = match.candidate
        text = candidate.entry.text
        if match.known is not None:
            change = _change(match, text)
            if change is not None:
                changed.append(change)
            seen.append(match.known.entry_key if change is None else change.entry_key)
        elif text is not None and candidate.key not in tombstones:
            item_id = _same_article(match, text, elsewhere) if links[candidate.link_key or ""] == 1 else None
            if item_id is None:
                new.append(_new_article(match, text, position, at))
            else:
                joined.append(_joined_article(match, item_id))
            seen.append(candidate.key)
    return EntryChanges(new=tuple(new), joined=tuple(joined), changed=tuple(changed), seen=tuple(seen))


def newest_of(matches: Sequence[Match], changes: EntryChanges, *, before: Millis | None, at: Millis) -> Millis | None:
    """Return when this source last had something to say: by its entries' dates, else by when we saw a new one."""
    dated = [match.candidate.entry.published_at for match in matches]
    known = [when for when in dated if when is not None]
    if any(article.published_at is None for article in changes.new):
        known.append(at)
    if before is not None:
        known.append(before)
    return max(known, default=None)


def _change(match: Match, text: EntryText | None) -> ChangedArticle | None:
    known, candidate = match.known, match.candidate
    if known is None or text is None or candidate.entry.raw_hash == known.raw_hash:
        return None
    return ChangedArticle(
        known=known,
        entry_key=candidate.key,
        link=candidate.entry.link,
        link_key=candidate.link_key,
        raw_hash=candidate.entry.raw_hash,
        updated_at=candidate.entry.updated_at,
        text=text,
        revise=text_hash(text.title, text.text) != known.text_hash,
    )


def _same_article(match: Match, text: EntryText, elsewhere: Elsewhere) -> ItemId | None:
    found = elsewhere.get(match.candidate.link_key or "")
    return found[0] if found is not None and same_title(found[1], text.title) else None


def _joined_article(match: Match, item_id: ItemId) -> JoinedArticle:
    return JoinedArticle(
        entry_key=match.candidate.key,
        item_id=item_id,
        link_key=match.candidate.link_key,
        raw_hash=match.candidate.entry.raw_hash,
    )


def _new_article(match: Match, text: EntryText, position: int, at: Millis) -> NewArticle:
    entry = match.candidate.entry
    return NewArticle(
        entry_key=match.candidate.key,
        link=entry.link,
        link_key=match.candidate.link_key,
        raw_hash=entry.raw_hash,
        published_at=entry.published_at,
        updated_at=entry.updated_at,
        sort_at=_sort_at(entry.published_at or entry.updated_at, position, at),
        text=text,
    )


def _sort_at(dated: Millis | None, position: int, at: Millis) -> Millis:
    """Place it by its date, but never in the future, where it would stay on top; undated, by the document's order."""
    return Millis(at - position) if dated is None else Millis(min(dated, at))

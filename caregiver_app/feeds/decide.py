"""Decides what a document changes in the library. Pure: no file, no clock, no network; `sync` carries it out.

Nothing here deletes: an entry that is no longer in a document only stops being in the feed. When an article was
published, and where it stands in lists, is settled when it is first stored and never changes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from caregiver_app.feeds.identity import Match, same_title
from caregiver_app.feeds.placing import place
from caregiver_app.library.entry_values import (
    ChangedArticle,
    EntryChanges,
    JoinedArticle,
    KnownEntry,
    NewArticle,
    text_hash,
)
from caregiver_app.model.alert import AlertKind
from caregiver_app.model.article import ItemId
from caregiver_app.model.entry import EntryText
from caregiver_app.model.source import FeedForSync
from caregiver_app.model.time import Millis
from caregiver_app.support.real_changes import is_real_change

Elsewhere = Mapping[str, tuple[ItemId, str]]
"""Articles of other sources by link key: the item and its title."""

Texts = Mapping[ItemId, tuple[str, str]]
"""Title and text of stored articles as they stand."""


def reworded(matches: Sequence[Match]) -> frozenset[ItemId]:
    """Return the stored articles whose words are not letter by letter what the document says now."""
    found = ((match.known, match.candidate.entry.text) for match in matches)
    return frozenset(
        known.item_id
        for known, text in found
        if known is not None and text is not None and known.own and _hash(text) != known.text_hash
    )


def decide_entries(
    matches: Sequence[Match],
    *,
    feed: FeedForSync,
    known: Sequence[KnownEntry],
    is_damaged: bool,
    elsewhere: Elsewhere,
    tombstones: Collection[str],
    texts: Texts,
    at: Millis,
) -> EntryChanges:
    """Return what to store of a document's entries. `texts` holds those that are `reworded`.

    Of `known` entries those that a damaged document does not show stay in the feed: they may stand in what was cut off.
    """
    links = Counter(match.candidate.link_key for match in matches if match.candidate.link_key)
    fresh: list[tuple[Match, EntryText]] = []
    joined: list[JoinedArticle] = []
    changed: list[ChangedArticle] = []
    seen: list[str] = [entry.entry_key for entry in known if entry.in_feed] if is_damaged else []
    for match in matches:
        candidate = match.candidate
        text = candidate.entry.text
        if match.known is not None:
            change = _change(match, text, texts)
            if change is not None:
                changed.append(change)
            seen.append(match.known.entry_key if change is None else change.entry_key)
        elif text is not None and not any(key in tombstones for key in candidate.keys):
            item_id = _same_article(match, text, elsewhere) if links[candidate.link_key or ""] == 1 else None
            if item_id is None:
                fresh.append((match, text))
            else:
                joined.append(_joined_article(match, item_id))
            seen.append(candidate.key)
    places = place([match.candidate.entry for match, _ in fresh], feed, is_first=not known, at=at)
    new = (_new_article(match, text, sort_at) for (match, text), sort_at in zip(fresh, places, strict=True))
    return EntryChanges(new=tuple(new), joined=tuple(joined), changed=tuple(changed), seen=tuple(seen))


def newest_of(matches: Sequence[Match], changes: EntryChanges, *, before: Millis | None, at: Millis) -> Millis | None:
    """Return when this source last had something to say: by its entries' dates, else by when we saw something new."""
    dated = (match.candidate.entry.published_at for match in matches)
    known = [min(when, at) for when in dated if when is not None]
    if any(article.published_at is None for article in changes.new) or any(each.revise for each in changes.changed):
        known.append(at)
    if before is not None:
        known.append(min(before, at))
    return max(known, default=None)


def _change(match: Match, text: EntryText | None, texts: Texts) -> ChangedArticle | None:
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
        revise=known.own and _hash(text) != known.text_hash and _says_something_else(texts.get(known.item_id), text),
        alert=candidate.entry.alert,
    )


def _says_something_else(before: tuple[str, str] | None, now: EntryText) -> bool:
    return before is None or is_real_change("\n".join(before), f"{now.title}\n{now.text}")


def _hash(text: EntryText) -> str:
    return text_hash(text.title, text.text)


def _same_article(match: Match, text: EntryText, elsewhere: Elsewhere) -> ItemId | None:
    """Return the article of another source that this is. An alert stands by itself: another source may not warn."""
    alert = match.candidate.entry.alert
    if alert is not None and alert.kind is AlertKind.CAP:
        return None
    found = elsewhere.get(match.candidate.link_key or "")
    return found[0] if found is not None and same_title(found[1], text.title) else None


def _joined_article(match: Match, item_id: ItemId) -> JoinedArticle:
    return JoinedArticle(
        entry_key=match.candidate.key,
        item_id=item_id,
        link_key=match.candidate.link_key,
        raw_hash=match.candidate.entry.raw_hash,
    )


def _new_article(match: Match, text: EntryText, sort_at: Millis) -> NewArticle:
    entry = match.candidate.entry
    return NewArticle(
        entry_key=match.candidate.key,
        link=entry.link,
        link_key=match.candidate.link_key,
        raw_hash=entry.raw_hash,
        published_at=entry.published_at,
        updated_at=entry.updated_at,
        sort_at=sort_at,
        text=text,
        alert=entry.alert,
    )

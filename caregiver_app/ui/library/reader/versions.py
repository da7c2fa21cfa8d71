"""The earlier texts of a page as they can be chosen, and what changed since one of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from caregiver_app.model.article import Article, Compared, ItemId, MarkKind
from caregiver_app.model.time import Millis, from_datetime
from caregiver_app.support.i18n import format_clock, format_short_day
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.word_changes import word_changes
from caregiver_app.ui.library.reader.changes_html import ChangesText, changes_text

if TYPE_CHECKING:
    from caregiver_app.library.store import Library

_HALF_A_YEAR_MS = 180 * 24 * 3600 * 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class LastSeen:
    """When the person last shared, saved and read a page; None: never, or no longer so.

    `shared_at` is the beginning of that day, and only there where the page changed since: the log of shares knows it.
    """

    saved_at: Millis | None = None
    read_at: Millis | None = None
    shared_at: Millis | None = None

    def before(self, at: Millis) -> Millis | None:
        """Return since when the person knows what the page said before `at`: what others got counts first."""
        known = (self.shared_at, self.saved_at, self.read_at)
        return next((seen for seen in known if seen is not None and seen < at), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """An earlier text: the `n` of its revision, from when until when it stood there, and whether it is kept."""

    n: int
    seen_at: Millis
    ended_at: Millis
    kept: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PageChanges:
    """What changed since the version `since`, and all versions that can be chosen, the newest first.

    `compared` tells of which origin the two texts are.
    """

    text: ChangesText
    compared: Compared
    since: Version
    versions: tuple[Version, ...]


def last_seen(library: Library, item_id: ItemId) -> LastSeen:
    """Return when a page was last shared, saved and read; runs in the library's thread."""
    saved = library.marks.times([item_id], MarkKind.STARRED).get(item_id)
    read = library.marks.times([item_id], MarkKind.READ).get(item_id)
    return LastSeen(saved_at=saved, read_at=read, shared_at=_shared_at(library, item_id))


def _shared_at(library: Library, item_id: ItemId) -> Millis | None:
    day = library.shares.last_day(item_id) if library.shares.changed_since([item_id]) else None
    return None if day is None else from_datetime(datetime(day.year, day.month, day.day).astimezone())


def page_changes(library: Library, item_id: ItemId, seen: LastSeen, n: int | None = None) -> PageChanges | None:
    """Return what changed since version `n`, since the one the person knew when not given; in the library's thread.

    None: the page never changed.
    """
    versions = versions_of(library.articles.get(item_id))
    if not versions:
        return None
    since = next((one for one in versions if one.n == n), known_version(versions, seen))
    change = library.changes.since(item_id, since.n)
    if change is None:
        return None
    text = changes_text(word_changes(change.before, change.after))
    return PageChanges(text=text, compared=change.compared, since=since, versions=versions)


def versions_of(article: Article) -> tuple[Version, ...]:
    """Return the earlier texts, the newest first."""
    revisions = article.revisions
    now_since = article.changed_at if article.changed_at is not None else revisions[-1].seen_at if revisions else 0
    ends = [*(revision.seen_at for revision in revisions[1:]), now_since]
    return tuple(
        Version(n=revision.n, seen_at=revision.seen_at, ended_at=Millis(end), kept=revision.kept)
        for revision, end in reversed(list(zip(revisions, ends, strict=True)))
    )


def known_version(versions: tuple[Version, ...], seen: LastSeen) -> Version:
    """Return the version that the person knew when the page last changed, else the newest."""
    known = seen.before(versions[0].ended_at)
    if known is None:
        return versions[0]
    return next((one for one in versions if one.seen_at <= known), versions[-1])


def version_words(version: Version, versions: tuple[Version, ...], now: Millis) -> str:
    """Return how a version is named: by the change that ended it, with the hour where one day had several."""
    day = _day(version.ended_at, now)
    if sum(_day(one.ended_at, now) == day for one in versions) > 1:
        # Translators: an earlier text of a page, e.g. "Before the change of 20 November, 8:05"
        return _("Before the change of {day}, {time}").format(day=day, time=format_clock(version.ended_at))
    # Translators: an earlier text of a page, e.g. "Before the change of 20 November"
    return _("Before the change of {day}").format(day=day)


def _day(at: Millis, now: Millis) -> str:
    return format_short_day(at, year=abs(now - at) > _HALF_A_YEAR_MS)

"""Safety notices as windows and commands have them: which are in force, how each stands, and when was looked."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from caregiver_app.library.alert_rules import speaks_for, standing_of
from caregiver_app.model.alert import Dealt, Standing
from caregiver_app.model.article import ArticleRow, ItemId
from caregiver_app.model.source import Source, SourceId, SourceKind
from caregiver_app.model.time import Millis

if TYPE_CHECKING:
    from caregiver_app.library.alerts import AlertRow
    from caregiver_app.library.store import Library

OFFER_OVER = "notices_offer_over"
"""The choice that says that somebody does not want to be asked for sources of notices any more."""

_DAY_MS = 24 * 3600 * 1000
_STALE_MS = 3 * _DAY_MS


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A notice in force. `standing` is without what care notes name; `dealt` says that it was put away, and how."""

    row: ArticleRow
    alert: AlertRow
    standing: Standing
    dealt: Dealt | None

    @property
    def id(self) -> ItemId:
        """The number of its page."""
        return self.row.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Notices:
    """All notices in force, the newest first, and how much having found none would say.

    `checked_at` is since when nothing is known of one of the `sources` of notices: the oldest of their last good
    answers, None where one never answered. `silent` of them did not answer when they were last asked.
    """

    listed: tuple[Notice, ...]
    country: str
    checked_at: Millis | None
    sources: int
    silent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Sources of notices for a country, all of them off; `names` are those of their publishers."""

    sources: tuple[SourceId, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """When was looked for notices: `at`, `sources` and `silent` are `checked_at` and so on of `Notices`."""

    at: Millis | None
    sources: int
    silent: int


def notices_of(library: Library, now: Millis) -> Notices | None:
    """Return what there is; None where no source of notices for here is on: then nothing may be said of them."""
    look = last_look(library)
    if look is None:
        return None
    country, _language = library.topics.place()
    found = library.alerts.current(at=now, country=country)
    return Notices(
        listed=_listed(library, found, country, now),
        country=country,
        checked_at=look.at,
        sources=look.sources,
        silent=look.silent,
    )


def last_look(library: Library) -> Look | None:
    """Return when was looked for notices for here; None where no source of them is on."""
    country, _language = library.topics.place()
    sources = [source for source in library.sources.list(enabled=True) if _is_heard(source, country)]
    if not sources:
        return None
    answered = [source.last_good_at for source in sources if source.last_good_at is not None]
    at = min(answered) if len(answered) == len(sources) else None
    return Look(at=at, sources=len(sources), silent=sum(map(_is_silent, sources)))


def says_little(checked_at: Millis | None, now: Millis) -> bool:
    """Return whether there may well be notices that nobody saw: then nothing may look as if all was well."""
    return checked_at is None or is_stale(checked_at, now)


def is_stale(checked_at: Millis, now: Millis) -> bool:
    """Return whether a look was so long ago that having found nothing says little, or `is_ahead`."""
    return now - checked_at > _STALE_MS or is_ahead(checked_at, now)


def is_ahead(checked_at: Millis, now: Millis) -> bool:
    """Return whether a look was by a clock that was ahead by more than a day: when it was is not known."""
    return checked_at - now > _DAY_MS


def offer_of(library: Library) -> Offer | None:
    """Return which sources of notices may be offered; None where one is on, none is there, or nobody wants to hear."""
    return None if library.choices.get(OFFER_OVER, False) else sources_off(library)


def sources_off(library: Library) -> Offer | None:
    """Return the sources of notices of the person's country, whatever was said to them before.

    None where they named no country, where one is on, and where none is there.
    """
    country, _language = library.topics.place()
    if not country:
        return None
    alerts = [source for source in library.sources.list() if _is_heard(source, country)]
    if any(source.enabled for source in alerts):
        return None
    fitting = [source for source in alerts if not source.asks_first and speaks_for(source.country, country)]
    if not fitting:
        return None
    names = dict.fromkeys(source.organisation or source.title for source in fitting)
    return Offer(sources=tuple(source.id for source in fitting), names=tuple(names))


def red_ids(library: Library, now: Millis) -> frozenset[ItemId]:
    """Return which notices in force are red whatever care notes name, and were not put away."""
    found = notices_of(library, now)
    listed = () if found is None else found.listed
    return frozenset(notice.id for notice in listed if notice.standing.is_red and notice.dealt is None)


def _listed(library: Library, found: Collection[AlertRow], country: str, now: Millis) -> tuple[Notice, ...]:
    newest = sorted(found, key=lambda alert: -alert.since)
    rows = {row.id: row for row in library.articles.rows_of([alert.item_id for alert in newest])}
    dealt = library.alerts_dealt.among(newest, country=country)
    return tuple(
        Notice(
            row=rows[alert.item_id],
            alert=alert,
            standing=standing_of(alert, country=country, now=now, named=False),
            dealt=dealt[alert.item_id].kind if alert.item_id in dealt else None,
        )
        for alert in newest
        if alert.item_id in rows
    )


def _is_silent(source: Source) -> bool:
    asked, answered = source.last_checked_at, source.last_good_at
    return asked is not None and (answered is None or answered < asked)


def _is_heard(source: Source, country: str) -> bool:
    from caregiver_app.library.alerts import is_heard_in

    return source.kind is SourceKind.ALERTS and is_heard_in(source.country, country)

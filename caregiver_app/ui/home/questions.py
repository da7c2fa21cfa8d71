"""What Home asks of the library, as functions that run in the library's own thread. They know nothing of Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from caregiver_app.model.article import ArticleFilter, ArticleRow, ItemId
from caregiver_app.model.awareness_day import ComingDay
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.source import Source, SourceId, SourceKind
from caregiver_app.model.time import Millis
from caregiver_app.model.trust import Stamp
from caregiver_app.ui.awareness.questions import reminders
from caregiver_app.ui.desk import StampsOf
from caregiver_app.ui.home.when import day_of
from caregiver_app.ui.library.questions import count_new
from caregiver_app.ui.library.whose_checks import whose_checks

if TYPE_CHECKING:
    from caregiver_app.library.alerts import AlertRow
    from caregiver_app.library.store import Library

MOST_PAGES = 6
MOST_NOTICES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Notices:
    """Safety notices in force, the newest first, at most `MOST_NOTICES`; `count` is how many there are.

    `checked_at` is since when nothing is known of one of the sources of notices: the oldest of their last good answers,
    None where one never answered.
    """

    rows: tuple[ArticleRow, ...]
    facts: tuple[AlertRow, ...]
    count: int
    checked_at: Millis | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeNews:
    """What the library brings to Home. `new` counts unread pages as `ui.library.questions.count_new` does.

    `notices` is None where no source of notices is on: then nothing may be said of them.
    """

    pages: tuple[ArticleRow, ...]
    new: int
    own: frozenset[SourceId]
    has_pages: bool
    has_sources: bool
    is_first_start: bool  # there is still something to ask of somebody who begins
    notices: Notices | None
    notes_backed_up_at: Millis | None
    whose: Mapping[ItemId, Stamp] = field(default_factory=dict)  # who checked those that are checked
    reminders: tuple[ComingDay, ...] = ()  # awareness days of which the person wants to be told, within a week


def home_news(library: Library, now: Millis, stamps_of: StampsOf) -> HomeNews:
    """Return what there is; `stamps_of` says who checked pages."""
    from caregiver_app.bootstrap.today import NOTES_BACKED_UP_AT
    from caregiver_app.ui.first_run.place import stopped_at

    sources = library.sources.list(enabled=True)
    notices = _notices(library, [source for source in sources if source.kind is SourceKind.ALERTS], now)
    told = {row.id for row in notices.rows} if notices is not None else set()
    query = ArticleQuery(filter=ArticleFilter.NEW)
    pages = library.articles.page(query, limit=MOST_PAGES + MOST_NOTICES).rows
    backed_up_at = library.choices.get(NOTES_BACKED_UP_AT, 0)
    shown = tuple(row for row in pages if row.id not in told)[:MOST_PAGES]
    has_pages = bool(pages) or library.articles.count(ArticleQuery(), cap=1) > 0
    has_sources = bool(library.topics.chosen()) or bool(sources)
    return HomeNews(
        pages=shown,
        whose=whose_checks(library, shown, stamps_of),
        new=count_new(library, ArticleQuery()),
        own=library.sources.of_the_person(),
        has_pages=has_pages,
        has_sources=has_sources,
        is_first_start=stopped_at(library, has_begun=has_pages or has_sources) is not None,
        notices=notices,
        notes_backed_up_at=Millis(backed_up_at) if backed_up_at else None,
        reminders=reminders(library, day_of(now)),
    )


def _notices(library: Library, sources: Sequence[Source], now: Millis) -> Notices | None:
    if not sources:
        return None
    country, _language = library.topics.place()
    found = library.alerts.current(at=now, country=country[:2] or None)
    newest = sorted(found, key=lambda alert: -(alert.facts.sent_at or alert.published_at or 0))[:MOST_NOTICES]
    rows = {row.id: row for row in library.articles.rows_of([alert.item_id for alert in newest])}
    shown = tuple(alert for alert in newest if alert.item_id in rows)
    answered = [source.last_good_at for source in sources if source.last_good_at is not None]
    return Notices(
        rows=tuple(rows[alert.item_id] for alert in shown),
        facts=shown,
        count=len(found),
        checked_at=min(answered) if len(answered) == len(sources) else None,
    )

"""What Home asks of the library, as functions that run in the library's own thread. They know nothing of Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.notices import Notices, Offer, notices_of, offer_of
from caregiver_app.model.article import ArticleFilter, ArticleRow, ItemId
from caregiver_app.model.awareness_day import ComingDay
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.source import SourceId
from caregiver_app.model.time import Millis, day_of
from caregiver_app.model.trust import Stamp
from caregiver_app.ui.awareness.questions import reminders
from caregiver_app.ui.desk import StampsOf
from caregiver_app.ui.first_tips import FirstTip, left
from caregiver_app.ui.library.questions import count_new
from caregiver_app.ui.library.whose_checks import whose_checks

if TYPE_CHECKING:
    from pathlib import Path

    from caregiver_app.bootstrap.newer_caregiver import NewerCaregiver
    from caregiver_app.library.store import Library

MOST_PAGES = 6
_MOST_TOLD = 60  # of the newest pages, notices that stand above them already


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeNews:
    """What the library brings to Home. `new` counts unread pages as `ui.library.questions.count_new` does.

    `notices` is None where no source of notices is on: then nothing may be said of them, and `offer` offers some.
    """

    pages: tuple[ArticleRow, ...]
    new: int
    own: frozenset[SourceId]
    has_pages: bool
    has_sources: bool
    is_first_start: bool  # there is still something to ask of somebody who begins
    notices: Notices | None
    offer: Offer | None
    notes_backed_up_at: Millis | None
    tips: tuple[FirstTip, ...] = ()
    whose: Mapping[ItemId, Stamp] = field(default_factory=dict)  # who checked those that are checked
    newer: NewerCaregiver | None = None
    folder_place: str = ""  # `synced` or `network` while that is to be said
    reminders: tuple[ComingDay, ...] = ()  # awareness days of which the person wants to be told, within a week


def home_news(library: Library, now: Millis, stamps_of: StampsOf, folder: Path) -> HomeNews:
    """Return what there is; `stamps_of` says who checked pages, `folder` is the data folder."""
    from caregiver_app.bootstrap.folder_notice import place_for_home
    from caregiver_app.bootstrap.newer_caregiver import newer_for_home
    from caregiver_app.bootstrap.today import notes_backed_up_at
    from caregiver_app.ui.first_run.place import stopped_at

    sources = library.sources.list(enabled=True)
    notices = notices_of(library, now)
    told = {notice.id for notice in notices.listed} if notices is not None else set()
    query = ArticleQuery(filter=ArticleFilter.NEW)
    pages = library.articles.page(query, limit=MOST_PAGES + min(len(told), _MOST_TOLD)).rows
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
        offer=offer_of(library) if notices is None else None,
        notes_backed_up_at=notes_backed_up_at(library),
        reminders=reminders(library, day_of(now)),
        tips=left(library),
        newer=newer_for_home(library),
        folder_place=place_for_home(library, folder),
    )

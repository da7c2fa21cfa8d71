"""What the awareness days ask of the library, as functions that run in its own thread. They know nothing of Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from caregiver_app.model.article import ItemId, MarkKind
from caregiver_app.model.awareness_day import AwarenessDay, ComingDay, coming_days
from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import shorten
from caregiver_app.ui.doer import NAME_CHARS, Done, Step
from caregiver_app.ui.theme import Icon

if TYPE_CHECKING:
    from caregiver_app.library.store import Library

_SOON = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which days somebody wants to see: also those outside their topics, also those that ask for money."""

    outside_topics: bool = False
    fund_raising: bool = False


def days_for(library: Library, wanted: Wanted) -> tuple[AwarenessDay, ...]:
    """Return the days for the person's country and topics, and what they ask for besides.

    A day that asks for money is never shown outside the chosen topics.
    """
    country, _language = library.topics.place()
    chosen = library.topics.chosen()
    return tuple(
        day
        for day in library.awareness_days.list()
        if day.is_here(country)
        and (day.is_about(chosen) or (wanted.outside_topics and not day.fund_raising))
        and (wanted.fund_raising or not day.fund_raising)
    )


def reminders(library: Library, today: date) -> tuple[ComingDay, ...]:
    """Return the days of which somebody wants to be told and that are within a week, the earliest first."""
    some = [day for day in library.awareness_days.list() if day.reminds]
    return coming_days(some, today, today + _SOON)


def reminding(item_id: ItemId, name: str, reminds: bool, at: Millis) -> Step[Library]:
    """Return the step that has Home tell of a day, or no longer."""

    def step(library: Library) -> Done[Library] | None:
        before = library.marks.times([item_id], MarkKind.STARRED)
        if not library.marks.set([item_id], MarkKind.STARRED, reminds, at=at):
            return None
        words = _("Home will remind you of “{name}”") if reminds else _("No reminder any more of “{name}”")
        return Done(
            text=words.format(name=shorten(name, NAME_CHARS)),
            undo=lambda later: later.marks.put_back(MarkKind.STARRED, before),
            redo=lambda later: later.marks.set([item_id], MarkKind.STARRED, reminds, at=at),
            icon=Icon.CALENDAR,
        )

    return step

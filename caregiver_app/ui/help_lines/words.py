"""What is said of whether somebody answers a phone line now."""

from __future__ import annotations

from caregiver_app.model.opening_hours import Opening, OpenState
from caregiver_app.model.time import Millis, day_of
from caregiver_app.support.i18n import format_clock, format_day
from caregiver_app.support.i18n import gettext as _


def opening_words(opening: Opening, now: Millis) -> str:
    """Return when a line closes or opens next, by its usual hours; empty where nothing is known or nothing changes."""
    at = opening.changes_at
    if at is None:
        return ""
    if opening.state is OpenState.OPEN:
        # Translators: {time} is e.g. "20:00" or "8:00 PM"
        return _("Until {time}, on a usual day.").format(time=format_clock(at))
    if _is_same_day(at, now):
        return _("Opens at {time}, on a usual day.").format(time=format_clock(at))
    # Translators: {day} is e.g. "Monday 23 November"
    return _("Opens on {day} at {time}, on a usual day.").format(day=format_day(at), time=format_clock(at))


def state_words(opening: Opening) -> str:
    """Return how a line is now in a word or two, empty where nobody can tell."""
    return {
        OpenState.ALWAYS: _("Day and night"),
        OpenState.OPEN: _("Open now"),
        OpenState.CLOSED: _("Closed now"),
        OpenState.UNKNOWN: "",
    }[opening.state]


def _is_same_day(one: Millis, other: Millis) -> bool:
    return day_of(one) == day_of(other)

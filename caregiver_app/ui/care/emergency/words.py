"""What is said over a form: how much was not asked yet, and when somebody last looked at it. Pure."""

from __future__ import annotations

from caregiver_app.model.time import Millis, day_of
from caregiver_app.support.i18n import format_number, format_short_day, ngettext
from caregiver_app.support.i18n import gettext as _


def progress_words(not_asked: int, fields: int) -> str:
    """Return how much is still to be asked, e.g. "7 of 24 not asked yet"."""
    if not not_asked:
        return _("Everything was asked.")
    words = ngettext("{count} of {all} not asked yet", "{count} of {all} not asked yet", not_asked)
    return words.format(count=format_number(not_asked), all=format_number(fields))


def was_checked_today(checked: Millis | None, now: Millis) -> bool:
    """Return whether somebody looked at it today."""
    return checked is not None and day_of(checked) == day_of(now)


def checked_words(checked: Millis, now: Millis) -> str:
    """Return when it was checked, and the question whether it still holds; today there is nothing to ask."""
    if was_checked_today(checked, now):
        return _("Last checked today.")
    day = format_short_day(checked, year=day_of(checked).year != day_of(now).year)
    return _("Last checked {day}. Still right?").format(day=day)

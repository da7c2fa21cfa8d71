"""Until when a check may count: the latest day first, then earlier ones to choose instead, never a later one."""

from __future__ import annotations

from datetime import date

from caregiver_app.model.trust import ReviewSpan
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.stamps import day_words
from caregiver_app.trust.reviewing import latest_check_by, months_later
from caregiver_app.ui.checking.check_sheet import NextCheck

_SOONER_MONTHS = (12, 6, 3, 1)


def next_checks(
    span: ReviewSpan, *, today: date, publisher: date | None, chosen: date | None = None
) -> tuple[NextCheck, ...]:
    """Return the days to choose from for a check that is made `today`; the first one is proposed.

    A day that was `chosen` when the check was begun, on another day, is among them while it can be.
    """
    latest = latest_check_by(span, checked_on=today, publisher=publisher)
    first = NextCheck(day=latest, words=_latest_words(latest, span, publisher))
    sooner = [(months, months_later(today, months)) for months in _SOONER_MONTHS]
    found = [first, *(NextCheck(day=day, words=_after(day, months)) for months, day in sooner if day < latest)]
    if chosen is not None and today <= chosen <= latest and chosen not in {one.day for one in found}:
        found.append(NextCheck(day=chosen, words=day_words(chosen)))
    return tuple(found)


def _latest_words(day: date, span: ReviewSpan, publisher: date | None) -> str:
    if publisher is not None and publisher == day:
        pattern = _("{day}, when its publisher looks again")
    else:
        pattern = {
            ReviewSpan.ITEM: _("{day}, after 24 months"),
            ReviewSpan.MEDICINES_AND_SAFETY: _("{day}, after 12 months: medicines and safety"),
            ReviewSpan.PHONE_NUMBERS: _("{day}, after 6 months: phone numbers"),
            ReviewSpan.ALERT: _("{day}, after 30 days: a safety notice"),
            ReviewSpan.ORGANISATION: _("{day}, after 12 months"),
        }[span]
    return pattern.format(day=day_words(day))


def _after(day: date, months: int) -> str:
    # Translators: when something is looked at again, e.g. "23 May 2027, after 6 months"
    pattern = ngettext("{day}, after {count} month", "{day}, after {count} months", months)
    return pattern.format(day=day_words(day), count=format_number(months))

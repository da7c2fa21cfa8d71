"""How far back a chart or a list goes."""

from __future__ import annotations

from enum import StrEnum

from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import gettext as _

_DAY_MS = 24 * 3600 * 1000


class Period(StrEnum):
    """A time before now."""

    TWO_WEEKS = "two-weeks"
    THREE_MONTHS = "three-months"
    YEAR = "year"
    ALL = "all"

    def since(self, now: Millis) -> Millis | None:
        """Return when it begins; None for all."""
        days = {Period.TWO_WEEKS: 14, Period.THREE_MONTHS: 92, Period.YEAR: 366}.get(self)
        return None if days is None else Millis(now - days * _DAY_MS)


def period_words() -> dict[str, str]:
    """Return what periods are called, by their words."""
    return {
        Period.TWO_WEEKS.value: _("2 weeks"),
        Period.THREE_MONTHS.value: _("3 months"),
        Period.YEAR.value: _("A year"),
        Period.ALL.value: _("All"),
    }

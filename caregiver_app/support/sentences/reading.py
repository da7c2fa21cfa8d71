"""Words about reading a text: how long it takes, and how hard it is."""

from __future__ import annotations

from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.reading import Band, band, reading_minutes


def reading_time(words: int, language: str) -> str:
    """Return how long a text of so many words takes, e.g. "4 min"."""
    minutes = reading_minutes(words, language)
    # Translators: reading time in minutes, short
    return ngettext("{count} min", "{count} min", minutes).format(count=format_number(minutes))


def ease_words(grade: float | None, language: str) -> str:
    """Return how hard a text is in words, from its school grade; empty where that is unknown."""
    how_hard = band(grade, language)
    if how_hard is None:
        return ""
    return {
        Band.EASY: _("easy to read"),
        Band.MIDDLE: _("a little hard to read"),
        Band.HARD: _("hard to read"),
    }[how_hard]

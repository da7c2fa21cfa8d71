"""Sentences about what a source keeps and what may be missed, beside how it is doing."""

from __future__ import annotations

from collections.abc import Iterator

from caregiver_app.model.source import Source
from caregiver_app.support.i18n import format_number, format_short_day, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.sentence import Sentence

_HOUR_S = 3600
_DAY_S = 24 * _HOUR_S
_LONG_ENOUGH_S = 2 * 365 * _DAY_S


def notes_on_source(source: Source) -> tuple[Sentence, ...]:
    """Return what else to know of a source: how long one may be away, what may be missed, what changes too often."""
    return tuple(_notes(source))


def _notes(source: Source) -> Iterator[Sentence]:
    if source.window_s is not None and source.window_s < _LONG_ENOUGH_S:
        yield Sentence(happened=_keeps(source.window_s), means=_("If you are away longer, some may be missed."))
    if source.gap_at is not None:
        day = format_short_day(source.gap_at, year=True)
        yield Sentence(
            happened=_("Some pages from before {day} may be missing.").format(day=day),
            means=_("The publisher had already taken them out of the source."),
            to_do=_("Get updates more often."),
        )
    if source.churning:
        yield Sentence(
            happened=_("Some of its pages change very often."), means=_("Only their latest earlier versions are kept.")
        )


def _keeps(window_s: int) -> str:
    count, unit = _in_words(window_s)
    sentence = {
        "hours": ngettext(
            "This source keeps about {count} hour of pages.", "This source keeps about {count} hours of pages.", count
        ),
        "days": ngettext(
            "This source keeps about {count} day of pages.", "This source keeps about {count} days of pages.", count
        ),
        "months": ngettext(
            "This source keeps about {count} month of pages.", "This source keeps about {count} months of pages.", count
        ),
    }[unit]
    return sentence.format(count=format_number(count))


def _in_words(window_s: int) -> tuple[int, str]:
    """Return a span in the unit that people would use; rounded down, for nobody shall trust in more."""
    if window_s < 2 * _DAY_S:
        return max(1, window_s // _HOUR_S), "hours"
    return (window_s // _DAY_S, "days") if window_s < 60 * _DAY_S else (window_s // (30 * _DAY_S), "months")

"""What is said of names that were not written into a list of sources."""

from __future__ import annotations

from caregiver_app.support.i18n import format_number, ngettext


def names_left_out(count: int, *, unchecked: bool) -> str:
    """Return how many names that somebody gave are not in a list; `unchecked`: because care notes are locked."""
    if unchecked:
        words = ngettext(
            "{count} name that you gave was not written: your care notes are locked, so it could not be checked.",
            "{count} names that you gave were not written: your care notes are locked, so they could not be checked.",
            count,
        )
    else:
        words = ngettext(
            "{count} name that you gave was not written: it may tell of somebody.",
            "{count} names that you gave were not written: they may tell of somebody.",
            count,
        )
    return words.format(count=format_number(count))

"""What is said of a list of sources: names that were not written into it, and addresses that nobody could read."""

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


def addresses_unread(count: int) -> str:
    """Return how many sources that do not ship are in a list unread, and what to do about it."""
    words = ngettext(
        "Your care notes are locked, so the address and title of {count} source that did not come with Caregiver were "
        "not read for names. Read the list before you pass it on, or unlock the notes and save it again.",
        "Your care notes are locked, so the addresses and titles of {count} sources that did not come with Caregiver "
        "were not read for names. Read the list before you pass it on, or unlock the notes and save it again.",
        count,
    )
    return words.format(count=format_number(count))

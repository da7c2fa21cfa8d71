"""The journal of a period, oldest first, day by day: for the person chosen, or as a keepsake the whole of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from caregiver_app.model.sheets.blocks import Block
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.sheet import ABOUT_CARER, UNSAID, Sheet, SheetPart
from caregiver_app.support.i18n import format_day, format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.vault.records.notes import Note
from caregiver_app.vault.records.people import ABOUT_NOBODY, PersonId
from caregiver_app.vault.sheets.frame import framed
from caregiver_app.vault.sheets.ground import Ground
from caregiver_app.vault.sheets.moments import Period, period_of, period_words
from caregiver_app.vault.sheets.note_blocks import note_blocks
from caregiver_app.vault.sheets.prose import heading, words
from caregiver_app.vault.sheets.unsaid import alone_words

USUAL_DAYS = 14
MOST_NOTES, MOST_CHARS = 5_000, 2_000_000
"""Some thousand pages: of more than that the newest are printed, and the sheet says so."""


def journal_sheet(ground: Ground) -> Sheet:
    """Return the notes of the days that are wished for, else of two weeks; where caring has ended, of all days.

    Notes about the carer, and those of which nobody said whom they are about, are parts of their own, and do not go
    along until somebody picks them.

    Raises:
        PrintError: a day is none, or the end is before the beginning.
    """
    period = period_of(ground, days=USUAL_DAYS if ground.asks else None)
    found, own = (_notes(ground, ground.shown, period, about_me=about_me) for about_me in (False, True))
    unsaid = _notes(ground, ABOUT_NOBODY, period, about_me=False) if ground.sets_apart else ()
    notes = _fitting(found)
    files = ground.vault.attachments.counts("note")
    nothing = (words(alone_words() if unsaid else _("There are no notes from this time.")),)
    parts = (
        SheetPart(heading="", blocks=() if notes else nothing),
        *_day_parts(ground, notes, files),
        SheetPart(
            heading=_("Notes: not written down about whom"),
            code=f"{UNSAID}notes",
            on=False,
            blocks=_together(ground, _fitting(unsaid), files),
        ),
        SheetPart(
            heading=_("Notes about the carer"),
            code=ABOUT_CARER,
            on=False,
            blocks=_together(ground, _fitting(own), files),
        ),
    )
    below = (period_words(period), *_left_out(found, notes))
    return framed(ground, SheetKind.JOURNAL, _("Journal"), parts, below_title=below)


def _notes(ground: Ground, whose: PersonId | None, period: Period, *, about_me: bool) -> Sequence[Note]:
    return ground.vault.notes.list(
        whose, about_me=about_me, since=period.since, until=period.until, limit=MOST_NOTES + 1
    )


def _fitting(newest_first: Sequence[Note]) -> list[Note]:
    """Return so many of the newest as there is room for, oldest first."""
    kept: list[Note] = []
    room = MOST_CHARS
    for note in newest_first[:MOST_NOTES]:
        room -= len(note.text)
        if room < 0 and kept:
            break
        kept.append(note)
    return kept[::-1]


def _left_out(found: Sequence[Note], shown: Sequence[Note]) -> tuple[str, ...]:
    if len(found) == len(shown):
        return ()
    newest = ngettext("Only the newest {count} note is here.", "Only the newest {count} notes are here.", len(shown))
    return (newest.format(count=format_number(len(shown))),)


def _day_parts(ground: Ground, notes: Sequence[Note], files: dict[int, int]) -> Iterator[SheetPart]:
    for day, together in _by_day(ground, notes):
        blocks = (block for note in together for block in note_blocks(ground, note, files.get(note.id, 0), level=3))
        yield SheetPart(heading=day, blocks=tuple(blocks))


def _together(ground: Ground, notes: Sequence[Note], files: dict[int, int]) -> tuple[Block, ...]:
    """Return notes of several days for within one part."""
    blocks: list[Block] = []
    for day, together in _by_day(ground, notes):
        blocks.append(heading(day, level=3))
        for note in together:
            blocks += note_blocks(ground, note, files.get(note.id, 0), level=4)
    return tuple(blocks)


def _by_day(ground: Ground, notes: Sequence[Note]) -> list[tuple[str, list[Note]]]:
    days: dict[str, list[Note]] = {}
    for note in notes:
        days.setdefault(format_day(note.at, ground.zone, year=True), []).append(note)
    return list(days.items())

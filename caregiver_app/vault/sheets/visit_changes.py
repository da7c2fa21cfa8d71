"""What was written down since the last visit, in whole sentences; what is about nobody where somebody picks it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from caregiver_app.model.sheets.blocks import Block, Item, Items
from caregiver_app.model.sheets.sheet import UNSAID, SheetPart
from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import format_short_day
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.stamps import day_words
from caregiver_app.vault.records.note_templates import NoteKind
from caregiver_app.vault.records.notes import Note
from caregiver_app.vault.records.people import ABOUT_NOBODY, PersonId
from caregiver_app.vault.sheets.ground import Ground
from caregiver_app.vault.sheets.note_words import gist, left_out_words
from caregiver_app.vault.sheets.prose import words

MOST_NOTES, ROOM = 20, 2_000
"""So many notes, and so many characters of them: rather fewer notes than notes that are cut short."""
LONGEST_NOTE = 600
MOST_READ = 2_000


def log_parts(ground: Ground, since: Millis, until: Millis) -> tuple[SheetPart, ...]:
    """Return what the journal tells of the time since the last visit, newest first; nothing that is about the carer.

    Of daily logs what was written and what worried somebody: all other days are as the ones before.
    """
    day = day_words(ground.day_of(since))
    own = SheetPart(
        heading=_("Noted since {day}").format(day=day),
        code="noted-since",
        blocks=_log(ground, _notes(ground, ground.shown, since, until)),
    )
    unsaid = SheetPart(
        heading=_("Noted since {day}: not written down about whom").format(day=day),
        code=f"{UNSAID}noted-since",
        on=False,
        blocks=_log(ground, _notes(ground, ABOUT_NOBODY, since, until) if ground.sets_apart else ()),
    )
    return (own, unsaid)


def _notes(ground: Ground, whose: PersonId | None, since: Millis, until: Millis) -> Sequence[Note]:
    return ground.vault.notes.list(whose, about_me=False, since=since, until=until, limit=MOST_READ)


def _log(ground: Ground, notes: Sequence[Note]) -> tuple[Block, ...]:
    told = [_dated(ground, note, line) for note in notes if (line := _line(note))]
    shown = _fitting(told)
    items = tuple(Item(text=line) for line in shown)
    blocks: tuple[Block, ...] = (Items(items=items),) if items else ()
    if len(told) > len(shown):
        blocks = (*blocks, words(left_out_words(len(told) - len(shown)), small=True))
    return blocks


def _fitting(newest_first: Sequence[str]) -> Sequence[str]:
    """Return so many of the newest as there is room for, at least one."""
    sizes = accumulate(map(len, newest_first[:MOST_NOTES]))
    return newest_first[: max(1, sum(1 for size in sizes if size <= ROOM))]


def _line(note: Note) -> str:
    return gist(note, LONGEST_NOTE, only=("worry",) if note.kind is NoteKind.DAILY_LOG else None)


def _dated(ground: Ground, note: Note, line: str) -> str:
    # Translators: {day} is when something was noted, {words} what
    return _("{day}: {words}").format(day=format_short_day(note.at, ground.zone), words=line)

"""What was written down since the last visit, in short lines; what is about nobody where somebody picks it."""

from __future__ import annotations

from collections.abc import Sequence

from caregiver_app.model.sheets.blocks import Block, Item, Items
from caregiver_app.model.sheets.sheet import UNSAID, SheetPart
from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import format_short_day
from caregiver_app.support.i18n import gettext as _
from caregiver_app.vault.records.note_templates import NoteKind
from caregiver_app.vault.records.notes import Note
from caregiver_app.vault.records.people import ABOUT_NOBODY, PersonId
from caregiver_app.vault.sheets.ground import Ground, day_words
from caregiver_app.vault.sheets.note_words import gist, left_out_words
from caregiver_app.vault.sheets.prose import words

MOST_NOTES = 20
LONGEST_LINE = 220
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
        heading=_("Noted since {day}: not said about whom").format(day=day),
        code=f"{UNSAID}noted-since",
        on=False,
        blocks=_log(ground, _notes(ground, ABOUT_NOBODY, since, until) if ground.sets_apart else ()),
    )
    return (own, unsaid)


def _notes(ground: Ground, whose: PersonId | None, since: Millis, until: Millis) -> Sequence[Note]:
    return ground.vault.notes.list(whose, about_me=False, since=since, until=until, limit=MOST_READ)


def _log(ground: Ground, notes: Sequence[Note]) -> tuple[Block, ...]:
    told = [(note, line) for note in notes if (line := _line(note))]
    items = tuple(Item(text=_dated(ground, note, line)) for note, line in told[:MOST_NOTES])
    blocks: tuple[Block, ...] = (Items(items=items),) if items else ()
    if len(told) > MOST_NOTES:
        blocks = (*blocks, words(left_out_words(len(told) - MOST_NOTES), small=True))
    return blocks


def _line(note: Note) -> str:
    return gist(note, LONGEST_LINE, only=("worry",) if note.kind is NoteKind.DAILY_LOG else None)


def _dated(ground: Ground, note: Note, line: str) -> str:
    # Translators: {day} is when something was noted, {words} what
    return _("{day}: {words}").format(day=format_short_day(note.at, ground.zone), words=line)

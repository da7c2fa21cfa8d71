"""What has changed since the last visit: what was written down since, and medicines that came, changed or ended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from caregiver_app.model.sheets.blocks import Block, Item, Items
from caregiver_app.model.sheets.sheet import SheetPart
from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import format_short_day
from caregiver_app.support.i18n import gettext as _
from caregiver_app.vault.changes.versions import Version
from caregiver_app.vault.records.medicines import Medicine
from caregiver_app.vault.records.note_templates import NoteKind
from caregiver_app.vault.records.notes import Note
from caregiver_app.vault.sheets.ground import Ground, day_words, written_day
from caregiver_app.vault.sheets.medicine_words import medicine_name, stopped_line, taken_lines
from caregiver_app.vault.sheets.note_words import gist, left_out_words
from caregiver_app.vault.sheets.prose import words

MOST_NOTES = 20
LONGEST_LINE = 220
MOST_READ = 2_000

_TELLS = ("strength", "form", "dose", "how", "times", "as_needed_rule", "maximum")


def log_part(ground: Ground, since: Millis, until: Millis) -> SheetPart:
    """Return what the journal tells of the time since the last visit, newest first; nothing that is about the carer.

    Of daily logs what was written and what worried somebody: all other days are as the ones before.
    """
    notes = ground.vault.notes.list(ground.shown, about_me=False, since=since, until=until, limit=MOST_READ)
    told = [(note, line) for note in notes if (line := _line(note))]
    items = tuple(Item(text=_dated(ground, note, line)) for note, line in told[:MOST_NOTES])
    blocks: tuple[Block, ...] = (Items(items=items),) if items else ()
    if len(told) > MOST_NOTES:
        blocks = (*blocks, words(left_out_words(len(told) - MOST_NOTES), small=True))
    heading = _("Noted since {day}").format(day=day_words(ground.day_of(since)))
    return SheetPart(heading=heading, code="noted-since", blocks=blocks)


def medicine_part(ground: Ground, since: Millis) -> SheetPart:
    """Return which medicines were begun, changed or stopped since a moment, in the words of before and of now."""
    day = ground.day_of(since)
    medicines = ground.vault.medicines.list(ground.shown)
    grown = any(one.created_at < since for one in medicines)
    found = ((one.text, tuple(_changes(ground, one, since, grown=grown))) for one in medicines)
    items = tuple(Item(text=medicine_name(text), lines=lines) for text, lines in found if lines)
    heading = _("Medicines changed since {day}").format(day=day_words(day))
    return SheetPart(heading=heading, code="medicine-changes", blocks=(Items(items=items),) if items else ())


def _line(note: Note) -> str:
    return gist(note, LONGEST_LINE, only=("worry",) if note.kind is NoteKind.DAILY_LOG else None)


def _dated(ground: Ground, note: Note, line: str) -> str:
    # Translators: {day} is when something was noted, {words} what
    return _("{day}: {words}").format(day=format_short_day(note.at, ground.zone), words=line)


def _changes(ground: Ground, medicine: Medicine, since: Millis, *, grown: bool) -> Iterator[str]:
    """Say what became of a medicine. `grown`: there was a list before, so that what was added to it is news."""
    day = ground.day_of(since)
    begun, stopped = written_day(medicine.text.started), written_day(medicine.text.stopped)
    if stopped is not None and stopped >= day:
        yield _stopped(medicine, stopped, ground.today)
    elif stopped is not None:
        return
    elif begun is not None and begun >= day:
        if begun <= ground.today:
            yield _("Since {day}").format(day=day_words(begun))
        yield from taken_lines(ground, medicine.text)
    elif medicine.created_at < since:
        yield from _rewritten(ground, medicine, since)
    elif grown and begun is None:
        yield _("Added to the list on {day}").format(day=day_words(ground.day_of(medicine.created_at)))
        yield from taken_lines(ground, medicine.text)


def _stopped(medicine: Medicine, stopped: date, today: date) -> str:
    if stopped <= today:
        return stopped_line(medicine.text)
    # Translators: of a medicine; {day} is still to come
    return _("To be stopped on {day}").format(day=day_words(stopped))


def _rewritten(ground: Ground, medicine: Medicine, since: Millis) -> Iterator[str]:
    """Say how it was written before, where that was changed since; earlier versions are kept for thirty days."""
    earlier = [one for one in ground.vault.versions.of("medicine", medicine.id) if one.at >= since]
    if earlier and _differs(earlier[-1], medicine):
        yield _("Before: {words}").format(words=_told(earlier[-1].values))
        yield _("Now: {words}").format(words=_told(asdict(medicine.text)))


def _differs(version: Version, medicine: Medicine) -> bool:
    return any(version.values.get(name, "") != getattr(medicine.text, name) for name in (*_TELLS, "as_needed"))


def _told(values: Mapping[str, Any]) -> str:
    told = [" ".join(str(values.get(name) or "").split()) for name in _TELLS]
    needed = _("only when needed") if values.get("as_needed") else ""
    return ", ".join(part for part in (*told, needed) if part) or "–"

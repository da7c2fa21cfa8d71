"""What was noted of the last two days, each note to be left out by itself, and room for the helper's own notes."""

from __future__ import annotations

from datetime import timedelta

from caregiver_app.model.sheets.blocks import Block, Column, Row, Rows, Table
from caregiver_app.model.sheets.sheet import RECORD, SheetPart
from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import gettext as _
from caregiver_app.vault.records.notes import Note
from caregiver_app.vault.records.people import ABOUT_NOBODY, PersonId
from caregiver_app.vault.sheets.ground import Ground
from caregiver_app.vault.sheets.moments import midnight, moment_words
from caregiver_app.vault.sheets.note_words import gist, left_out_words
from caregiver_app.vault.sheets.prose import words
from caregiver_app.vault.sheets.unsaid import unsaid_words

MOST_ENTRIES, MOST_READ = 20, 500
LONGEST_ENTRY = 600
LOG_ROWS = 10


def last_entries(ground: Ground) -> tuple[Block, ...]:
    """Return what was noted since yesterday morning, oldest first; never what is about the carer.

    What is about nobody is left out at first.
    """
    own, unsaid = _told(ground, ground.shown), _told(ground, ABOUT_NOBODY) if ground.sets_apart else []
    newest = sorted((*own[:MOST_ENTRIES], *unsaid[:MOST_ENTRIES]), key=lambda each: (each[0].at, each[0].id))
    rows = tuple(_row(ground, note, line) for note, line in newest)
    older = len(own) + len(unsaid) - len(rows)
    left_out = (words(left_out_words(older), small=True),) if older else ()
    return (*left_out, Rows(rows=rows)) if rows else ()


def blank_log(ground: Ground) -> SheetPart:
    """Return a page on which the helper writes down what happened; none where caring has ended."""
    heading = _("What happened while you were here")
    columns = (
        Column(heading=_("When")),
        Column(heading=_("What happened"), share=4),
        Column(heading=_("Who wrote it")),
    )
    table = Table(name=heading, columns=columns, blank_rows=LOG_ROWS, tall=True)
    return SheetPart(heading=heading, code="blank-log", blocks=(table,) if ground.asks else (), own_page=True)


def _told(ground: Ground, whose: PersonId | None) -> list[tuple[Note, str]]:
    since, until = midnight(ground, ground.today - timedelta(days=1)), Millis(ground.now + 1)
    notes = ground.vault.notes.list(whose, about_me=False, since=since, until=until, limit=MOST_READ)
    return [(note, line) for note in notes if (line := gist(note, LONGEST_ENTRY))]


def _row(ground: Ground, note: Note, line: str) -> Row:
    is_unsaid = ground.sets_apart and note.person_id is None
    by = _("By {author}").format(author=note.author) if note.author else ""
    value = "\n".join(part for part in (line, by, unsaid_words() if is_unsaid else "") if part)
    return Row(label=moment_words(ground, note.at), value=value, tick=f"{RECORD}{note.uid}", on=not is_unsaid)

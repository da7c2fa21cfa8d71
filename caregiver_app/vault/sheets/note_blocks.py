"""One note of the journal in full: when and what kind, what was answered, what was written, by whom."""

from __future__ import annotations

from caregiver_app.model.sheets.blocks import Block, Row, Rows
from caregiver_app.support.i18n import format_clock, format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.vault.records.note_html import note_text
from caregiver_app.vault.records.note_templates import NoteKind, kind_labels
from caregiver_app.vault.records.notes import Note
from caregiver_app.vault.sheets.ground import Ground
from caregiver_app.vault.sheets.note_words import answers_of
from caregiver_app.vault.sheets.prose import heading, words


def note_blocks(ground: Ground, note: Note, files: int, *, level: int) -> tuple[Block, ...]:
    """Return a note under its time as a heading of this level; its Markdown as the words that are read in it."""
    answers = tuple(Row(label=label, value=answer) for label, answer in answers_of(note))
    answered = (Rows(rows=answers),) if answers else ()
    written, about = words(note_text(note.text)), words("\n".join(_about(note, files)), small=True)
    told = tuple(block for block in (written, about) if block.paragraphs)
    return (heading(_when(ground, note), level=level), *answered, *told)


def _when(ground: Ground, note: Note) -> str:
    clock = format_clock(note.at, ground.zone)
    if note.kind is NoteKind.NOTE:
        return clock
    # Translators: above a note, e.g. "09:14: Daily log"
    return _("{time}: {kind}").format(time=clock, kind=kind_labels()[note.kind])


def _about(note: Note, files: int) -> list[str]:
    lines = []
    if note.author:
        lines.append(_("By {author}").format(author=note.author))
    if note.tags:
        # Translators: {tags} are words by which notes are found, with commas between them
        lines.append(_("Tags: {tags}").format(tags=", ".join(note.tags)))
    if files:
        kept = ngettext("{count} file is kept with this note.", "{count} files are kept with this note.", files)
        lines.append(kept.format(count=format_number(files)))
    return lines

"""Notes of the journal in words for paper: in full, or as the few words that tell what happened."""

from __future__ import annotations

import re
from collections.abc import Mapping

from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import shorten
from caregiver_app.vault.records.note_html import note_text
from caregiver_app.vault.records.note_templates import TEMPLATES, NoteKind, template_fields
from caregiver_app.vault.records.notes import Note

READ_FOR_GIST = 2_000
"""Characters of a note that are read at first where only its beginning is shown."""

_TARGET = re.compile(r"\]\([^()\s]{40,}\)")
"""Where a link of Markdown leads: much that nobody reads on paper, and in the way of what comes after it."""

_ENDS = (".", "!", "?", "…", "。", "؟")


def answer_labels(kind: NoteKind) -> Mapping[str, str]:
    """Return what the fields of notes are called: those of other templates too, whose answers may be kept."""
    return {one.name: one.label for each in (*TEMPLATES, kind) for one in template_fields(each)}


def answers_of(note: Note) -> tuple[tuple[str, str], ...]:
    """Return what was asked and answered, in the order of the template."""
    labels = answer_labels(note.kind)
    return tuple((labels.get(name, name), answer) for name, answer in note.answers.items())


def gist(note: Note, limit: int, *, only: tuple[str, ...] | None = None) -> str:
    """Return a note in one line of at most `limit` characters: what was written, then what was answered.

    With `only` no other answers than those. "" where nothing is left.
    """
    labels = answer_labels(note.kind)
    answers = (
        _("{field}: {answer}").format(field=labels.get(name, name), answer=" ".join(answer.split()))
        for name, answer in note.answers.items()
        if only is None or name in only
    )
    told = (part if part.endswith(_ENDS) else f"{part}." for part in (_beginning(note.text, limit), *answers) if part)
    return shorten(" ".join(told), limit)


def _beginning(text: str, limit: int) -> str:
    """Return a note on one line as it is read: all of it, or more than `limit` characters, so that a cut is seen."""
    told = _TARGET.sub("]()", text)
    size = READ_FOR_GIST
    while True:
        begins = " ".join(note_text(told[:size]).split())
        if size >= len(told) or len(begins) > limit:
            return begins
        size *= 4


def left_out_words(count: int) -> str:
    """Return that so many older notes are not on a sheet that shows the newest."""
    older = ngettext("{count} older note is not shown here.", "{count} older notes are not shown here.", count)
    return older.format(count=format_number(count))

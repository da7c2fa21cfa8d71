"""Notes of the journal in words for paper: in full, or as the sentences that tell what happened."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import shorten
from caregiver_app.vault.records.note_html import note_text
from caregiver_app.vault.records.note_templates import TEMPLATES, NoteKind, template_fields
from caregiver_app.vault.records.notes import Note
from caregiver_app.vault.sheets.sentences_of import paragraphs_of, sentences_of

LONGEST_SENTENCE = 1_500
"""Characters: what goes on for longer without an end is cut where it stands, and says so."""

READ_FOR_GIST = 2_000
"""Characters of a note that are read at first where only its beginning is shown."""

_TARGET = re.compile(r"\]\([^()\s]{40,}\)")
"""Where a link of Markdown leads: much that nobody reads on paper, and in the way of what comes after it."""

_ENDS = (".", "!", "?", "…", "。", "！", "？", "؟", "।")


def answer_labels(kind: NoteKind) -> Mapping[str, str]:
    """Return what the fields of notes are called: those of other templates too, whose answers may be kept."""
    return {one.name: one.label for each in (*TEMPLATES, kind) for one in template_fields(each)}


def answers_of(note: Note) -> tuple[tuple[str, str], ...]:
    """Return what was asked and answered, in the order of the template."""
    labels = answer_labels(note.kind)
    return tuple((labels.get(name, name), answer) for name, answer in note.answers.items())


def gist(note: Note, limit: int, *, only: tuple[str, ...] | None = None) -> str:
    """Return a note on one line: what was written, then what was answered, sentence by sentence and answer by answer.

    What does not go into `limit` characters is left out, and that is said; but what comes first is always whole, since
    half a sentence may say the opposite. With `only` no other answers than those. "" where nothing is left.
    """
    text, is_whole = _beginning(note.text)
    units = [*_written(text), *(_ended(answer) for answer in _answered(note, only))]
    if not units:
        return ""
    if len(units[0]) > LONGEST_SENTENCE:
        return _("{words} This sentence goes on in the journal.").format(words=shorten(units[0], LONGEST_SENTENCE))
    shown = _fitting(units, limit)
    told = "".join(units[:shown]).rstrip()
    return told if is_whole and shown == len(units) else _("{words} More in the journal.").format(words=told)


def _answered(note: Note, only: tuple[str, ...] | None) -> Iterator[str]:
    labels = answer_labels(note.kind)
    for name, answer in note.answers.items():
        if only is None or name in only:
            yield _("{field}: {answer}").format(field=labels.get(name, name), answer=" ".join(answer.split()))


def _written(text: str) -> Iterator[str]:
    for paragraph in paragraphs_of(text):
        *others, last = sentences_of(paragraph)
        yield from others
        yield _ended(last)


def _ended(told: str) -> str:
    return f"{told} " if told.endswith(_ENDS) else f"{told}. "


def _fitting(units: Sequence[str], limit: int) -> int:
    """Return how many go into the room, at least the first."""
    sizes = accumulate(len(unit) for unit in units)
    return max(1, sum(1 for size in sizes if size <= limit + 1))


def _beginning(text: str) -> tuple[str, bool]:
    """Return a note as it is read, and whether that is all of it: else more than is ever shown of one."""
    told = _TARGET.sub("]()", text)
    size = READ_FOR_GIST
    while True:
        begins = note_text(told[:size])
        if size >= len(told):
            return begins, True
        if len(" ".join(begins.split())) > LONGEST_SENTENCE:
            return begins, False
        size *= 4


def left_out_words(count: int) -> str:
    """Return that so many older notes are not on a sheet that shows the newest."""
    older = ngettext("{count} older note is not shown here.", "{count} older notes are not shown here.", count)
    return older.format(count=format_number(count))

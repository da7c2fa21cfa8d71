"""Notes as the journal lists and shows them, read in the notes' own thread: what is slow to make is made there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from caregiver_app.model.entry import SafeHtml
from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import as_beginning, format_clock, format_day
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import shorten
from caregiver_app.ui.care.parts.people_words import names_of
from caregiver_app.vault.changes.versions import Version
from caregiver_app.vault.records.citations import Citation
from caregiver_app.vault.records.note_html import note_html, note_text
from caregiver_app.vault.records.note_templates import TEMPLATES, NoteKind, kind_labels, template_fields
from caregiver_app.vault.records.notes import Note, NoteId
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.store import Vault

_SHOWN_CHARS = 400
_NAMED_CHARS = 40
_YEAR_MS = 300 * 24 * 3600 * 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteLook:
    """A row of the journal. `day` is in words; `about` says who wrote it, when, and about whom; `name` is spoken."""

    id: NoteId
    person_id: PersonId | None = None
    day: str
    about: str = field(repr=False)
    text: str = field(repr=False)
    answers: str = field(repr=False)
    is_whole: bool
    tags: tuple[str, ...] = field(repr=False)
    kind: str
    about_me: bool
    name: str = field(repr=False)
    files: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalPage:
    """What the list shows; `more` when there are older notes."""

    notes: tuple[NoteLook, ...]
    more: bool
    author: str = field(repr=False)
    tags: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotePage:
    """One note in full."""

    note: Note
    look: NoteLook
    html: SafeHtml = field(repr=False)
    answers: tuple[tuple[str, str], ...] = field(repr=False)
    citations: tuple[Citation, ...] = field(repr=False)
    versions: tuple[Version, ...] = field(repr=False)


def read_journal(
    vault: Vault, person_id: PersonId | None, *, tag: str, limit: int, now: Millis, author_setting: str
) -> JournalPage:
    """Return the newest notes of one person, or of everybody with their names; with `tag` only those that bear it."""
    found = vault.notes.list(person_id, tag=tag or None, limit=limit + 1)
    names = names_of(vault) if person_id is None else {}
    files = vault.attachments.counts("note")
    looks = (replace(look_of_note(note, now=now, names=names), files=files.get(note.id, 0)) for note in found[:limit])
    return JournalPage(
        notes=tuple(looks),
        more=len(found) > limit,
        author=str(vault.settings.get(author_setting, "")),
        tags=tuple(vault.notes.tags(person_id)),
    )


def read_note(vault: Vault, note_id: NoteId, *, now: Millis) -> NotePage:
    """Return one note in full.

    Raises:
        UnknownRecord: it is gone.
    """
    note = vault.notes.get(note_id)
    return NotePage(
        note=note,
        look=look_of_note(note, now=now, names=names_of(vault)),
        html=note_html(note.text),
        answers=answer_lines(note),
        citations=vault.citations.of("note", note_id),
        versions=vault.versions.of("note", note_id),
    )


def look_of_note(note: Note, *, now: Millis, names: dict[PersonId, str]) -> NoteLook:
    """Return a note as a row; `names` are those that are worth telling."""
    text = note_text(note.text[: 4 * _SHOWN_CHARS])
    day = format_day(note.at, year=abs(now - note.at) > _YEAR_MS)
    answers = ". ".join(_answer_line(label, answer) for label, answer in answer_lines(note))
    shown = shorten(text, _SHOWN_CHARS)
    begins = shorten((shown or answers).replace("\n", " "), _NAMED_CHARS)
    return NoteLook(
        id=note.id,
        person_id=note.person_id,
        day=as_beginning(day),
        about=_about(note, names),
        text=shown,
        answers=shorten(answers, _SHOWN_CHARS),
        is_whole=len(note.text) <= 4 * _SHOWN_CHARS and len(text) <= _SHOWN_CHARS and len(answers) <= _SHOWN_CHARS,
        tags=note.tags,
        kind="" if note.kind is NoteKind.NOTE else kind_labels()[note.kind],
        about_me=note.about_me,
        # Translators: spoken for a note, e.g. "note of Sunday 22 November, 9:14: Restless evening"
        name=_("note of {day}, {time}: {begins}").format(day=day, time=format_clock(note.at), begins=begins),
    )


def answer_lines(note: Note) -> tuple[tuple[str, str], ...]:
    """Return what was asked and answered, in the order of the template."""
    return _labelled(note.kind, note.answers)


def version_lines(version: Version) -> tuple[str, ...]:
    """Return what a note said in an earlier version: its text, its answers, and by what it was found."""
    values = version.values
    answers = _labelled(NoteKind(values["kind"]), json.loads(values["answers"]))
    lines = [values["text"], *(_answer_line(label, answer) for label, answer in answers)]
    if values.get("tags"):
        # Translators: {tags} are words by which notes are found, with commas between them
        lines.append(_("Tags: {tags}").format(tags=", ".join(values["tags"])))
    return tuple(line for line in lines if line)


def _labelled(note_kind: NoteKind, answers: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    labels = {one.name: one.label for kind in (*TEMPLATES, note_kind) for one in template_fields(kind)}
    return tuple((labels.get(name, name), answer) for name, answer in answers.items())


def _answer_line(label: str, answer: str) -> str:
    return _("{field}: {answer}").format(field=label, answer=answer.replace("\n", " "))


def _about(note: Note, names: dict[PersonId, str]) -> str:
    clock = format_clock(note.at)
    name = names.get(note.person_id, "") if note.person_id is not None else ""
    if name and note.author:
        return _("{time}, about {name}, by {author}").format(time=clock, name=name, author=note.author)
    if name:
        return _("{time}, about {name}").format(time=clock, name=name)
    if note.author:
        # Translators: when a note is from and who wrote it, e.g. "9:14, by Anna"
        return _("{time}, by {author}").format(time=clock, author=note.author)
    return clock

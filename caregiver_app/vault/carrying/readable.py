"""Writes an export as one text that people read (Markdown). Nothing in it is fetched when a program shows it.

Notes are Markdown already and stand as they were written, but for what would load something or run: pictures become
words, and tags of HTML are shown as they are typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from caregiver_app.support.i18n import gettext as _
from caregiver_app.vault.carrying.document import Document
from caregiver_app.vault.forms.shown import field_labels
from caregiver_app.vault.measuring.kinds import KINDS, OWN, kind_name
from caregiver_app.vault.measuring.units import Reading
from caregiver_app.vault.measuring.words import reading_words
from caregiver_app.vault.records.note_templates import NoteKind, kind_labels, template_fields

_MARKS = re.compile(r"([\\`*_\[\]<>#|!~])")
_PICTURE = re.compile(r"!(?=\[)")

Values = Mapping[str, Any]


def readable_text(document: Document) -> str:
    """Return a document as Markdown, by person; what is about nobody comes last."""
    title = _("Care notes")
    parts = [f"# {title}", _("This is private. Whoever has this file can read it.")]
    whose = [*((person["uid"], person) for person in document["people"]), (None, None)]
    for uid, person in whose:
        parts += _of_person(document, uid, person)
    return "\n\n".join(parts) + "\n"


def _of_person(document: Document, uid: str | None, person: Values | None) -> list[str]:
    sections = [
        (_("Known"), _facts(person)),
        (_("Medicines"), _medicines(_of(document, "medicines", uid))),
        (_("Contacts"), _contacts(_of(document, "contacts", uid))),
        (_("Appointments"), _appointments(_of(document, "appointments", uid))),
        (_("Questions"), _questions(_of(document, "questions", uid))),
        (_("To chase"), _chases(_of(document, "to_chase", uid))),
        (_("Measurements"), _measurements(document, uid)),
        (_("Journal"), _notes(_of(document, "notes", uid))),
    ]
    found = [(title, list(lines)) for title, lines in sections]
    if person is None and not any(lines for _title, lines in found):
        return []
    whose = _("About nobody in particular") if person is None else _line(person["name"])
    parts = [f"## {whose}"]
    if person is not None and person["matters"]:
        matters = _("What matters to them:")
        parts.append(f"{matters} {_text(person['matters'])}")
    for title, lines in found:
        if lines:
            parts += [f"### {title}", "\n\n".join(lines)]
    return parts


def _of(document: Document, part: str, uid: str | None) -> Iterable[Values]:
    return (record for record in document[part] if record["person"] == uid)


def _facts(person: Values | None) -> Iterator[str]:
    labels = field_labels()
    for fact in person["facts"] if person is not None else ():
        said = _("None known") if fact["state"] == "none-known" else _text(fact["value"])
        yield f"- **{_line(labels.get(fact['field'], fact['field']))}:** {said}"


def _medicines(medicines: Iterable[Values]) -> Iterator[str]:
    for one in medicines:
        said = [one["strength"], one["form"], one["dose"], one["how"], one["times"], one["why"], one["by_whom"]]
        if one["as_needed"]:
            said += [_("when needed"), one["as_needed_rule"], one["maximum"]]
        if one["started"]:
            said.append(_("from {day}").format(day=one["started"]))
        if one["stopped"]:
            said += [_("stopped on {day}").format(day=one["stopped"]), one["stop_reason"]]
        if one["copied_on"]:
            said.append(_("checked on {day}").format(day=one["copied_on"]))
        yield f"- **{_line(one['name'])}** {_joined(said)}"


def _contacts(contacts: Iterable[Values]) -> Iterator[str]:
    for one in contacts:
        phones = [f"{phone['number']} {phone['label']}".strip() for phone in one["phones"]]
        said = [one["role"], *phones, one["email"], one["address"], one["hours"], one["note"]]
        yield f"- **{_line(one['name'])}** {_joined(said)}"


def _appointments(appointments: Iterable[Values]) -> Iterator[str]:
    for one in appointments:
        when = f"{one['starts'].replace('T', ' ')} ({one['zone']})"
        said = [one["with_whom"], one["place"], one["reason"], one["outcome"], one["decisions"]]
        yield f"- **{_line(when)}: {_line(one['title'])}** {_joined(said)}"


def _questions(questions: Iterable[Values]) -> Iterator[str]:
    for one in questions:
        answers = [f"  - {_answer(answer)}" for answer in one["answers"]]
        yield "\n".join([f"- **{_line(one['text'])}** {_joined([one['for_whom']])}", *answers])


def _answer(answer: Values) -> str:
    return f"{_text(answer['text'])} {_joined([answer['by_whom'], _moment(answer['at'])])}"


def _chases(chases: Iterable[Values]) -> Iterator[str]:
    for one in chases:
        done = _("done") if one["done_at"] else ""
        by = _("by {day}").format(day=one["by_date"]) if one["by_date"] else ""
        yield f"- **{_line(one['what'])}** {_joined([one['who'], by, done])}"


def _measurements(document: Document, uid: str | None) -> Iterator[str]:
    own = {f"{OWN}{kind['uid']}": kind["name"] for kind in document["measure_kinds"]}
    for one in _of(document, "measurements", uid):
        kind = one["kind"]
        name = kind_name(kind) if kind in KINDS else own.get(kind, "")
        reading = Reading(kind=kind, value=one["value"], second=one["second_value"], unit=one["unit"])
        yield f"- {_moment(one['at'])}: {_line(name)} **{_line(reading_words(reading))}** {_joined([one['note']])}"


def _notes(notes: Iterable[Values]) -> Iterator[str]:
    labels = kind_labels()
    for one in notes:
        kind = NoteKind(one["kind"])
        head = [labels[kind], one["author"], *(f"#{tag}" for tag in one["tags"])]
        parts = [f"#### {_moment(one['at'])} {_joined(head)}".rstrip(), *_template(kind, one["answers"])]
        yield "\n\n".join([*parts, _text(one["text"])] if one["text"] else parts)


def _template(kind: NoteKind, answers: Mapping[str, str]) -> Iterator[str]:
    labels = {field.name: field.label for field in template_fields(kind)}
    for name, answer in answers.items():
        yield f"- **{_line(labels.get(name, name))}:** {_text(answer)}"


def _moment(written: str) -> str:
    """Return a moment by the clock of this computer, year first, so that it is read in one way only."""
    return datetime.fromisoformat(written).astimezone().strftime("%Y-%m-%d %H:%M")


def _joined(said: Iterable[str]) -> str:
    return ", ".join(_line(part) for part in said if part)


def _line(text: str) -> str:
    """Return what is no Markdown as one line that stays what it is."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))


def _text(text: str) -> str:
    """Return a text that is Markdown; references (CommonMark 6.2) are never a part of its structure."""
    return _PICTURE.sub("&#33;", text.replace("<", "&lt;"))

"""How each kind of record is written in an export: its uid first, others by their uids, times with milliseconds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from caregiver_app.model.time import Millis, to_datetime
from caregiver_app.vault.exchange.disclosures import Disclosure
from caregiver_app.vault.forms.facts import Fact
from caregiver_app.vault.records.appointments import Appointment
from caregiver_app.vault.records.attachments import Attachment
from caregiver_app.vault.records.chases import Chase
from caregiver_app.vault.records.citations import Citations
from caregiver_app.vault.records.contacts import Contact
from caregiver_app.vault.records.measures import Measurement, OwnKind
from caregiver_app.vault.records.medicines import Medicine, MedicineText
from caregiver_app.vault.records.notes import Note
from caregiver_app.vault.records.people import Person
from caregiver_app.vault.records.questions import Question

Values = dict[str, Any]
Uids = Mapping[tuple[str, int], str]


def to_moment(at: Millis | None) -> str | None:
    """Return ISO 8601 with milliseconds, so that what is read back is what was written."""
    return None if at is None else to_datetime(at).isoformat(timespec="milliseconds")


def person_values(person: Person) -> Values:
    """Return somebody cared for, without what is known of them."""
    return {
        "uid": person.uid,
        "name": person.name,
        "situation": person.situation.value,
        "situation_on": person.situation_on,
        "consent": person.consent.value,
        "consent_note": person.consent_note,
        "matters": person.matters,
        **_times(person),
    }


def fact_values(fact: Fact) -> Values:
    """Return a field of the forms that was asked."""
    return {
        "field": fact.name,
        "state": fact.state.value,
        "value": fact.value,
        "changed_at": to_moment(fact.changed_at),
        "checked_at": to_moment(fact.checked_at),
    }


def note_values(note: Note, uids: Uids, citations: Citations) -> Values:
    """Return a note of the journal."""
    return {
        "uid": note.uid,
        "person": _uid(uids, "person", note.person_id),
        "kind": note.kind.value,
        "at": to_moment(note.at),
        "text": note.text,
        "answers": dict(note.answers),
        "tags": list(note.tags),
        "author": note.author,
        "about_me": note.about_me,
        "cites": _cited(citations, "note", note.id),
        **_times(note),
    }


def appointment_values(appointment: Appointment, uids: Uids, citations: Citations) -> Values:
    """Return a visit; its times are those on the clock of its zone."""
    return {
        "uid": appointment.uid,
        "person": _uid(uids, "person", appointment.person_id),
        "title": appointment.title,
        "with_whom": appointment.with_whom,
        "place": appointment.place,
        "starts": appointment.starts.local,
        "ends": None if appointment.ends is None else appointment.ends.local,
        "zone": appointment.starts.zone,
        "reason": appointment.reason,
        "state": appointment.state.value,
        "outcome": appointment.outcome,
        "decisions": appointment.decisions,
        "cites": _cited(citations, "appointment", appointment.id),
        **_times(appointment),
    }


def question_values(question: Question, uids: Uids, citations: Citations) -> Values:
    """Return a question with its answers, oldest first."""
    return {
        "uid": question.uid,
        "person": _uid(uids, "person", question.person_id),
        "text": question.text,
        "for_whom": question.for_whom,
        "state": question.state.value,
        "appointment": _uid(uids, "appointment", question.appointment_id),
        "note": _uid(uids, "note", question.note_id),
        "answers": [
            {"uid": answer.uid, "text": answer.text, "by_whom": answer.by_whom, "at": to_moment(answer.at)}
            for answer in question.answers
        ],
        "cites": _cited(citations, "question", question.id),
        **_times(question),
    }


def chase_values(chase: Chase, uids: Uids) -> Values:
    """Return something to chase."""
    return {
        "uid": chase.uid,
        "person": _uid(uids, "person", chase.person_id),
        "appointment": _uid(uids, "appointment", chase.appointment_id),
        "what": chase.what,
        "who": chase.who,
        "by_date": chase.by_date,
        "done_at": to_moment(chase.done_at),
        **_times(chase),
    }


def medicine_values(medicine: Medicine, uids: Uids) -> Values:
    """Return a medicine as it was written down."""
    written = {each.name: getattr(medicine.text, each.name) for each in fields(MedicineText)}
    return {"uid": medicine.uid, "person": _uid(uids, "person", medicine.person_id), **written, **_times(medicine)}


def contact_values(contact: Contact, uids: Uids) -> Values:
    """Return somebody to call."""
    text = contact.text
    return {
        "uid": contact.uid,
        "person": _uid(uids, "person", contact.person_id),
        "name": text.name,
        "role": text.role,
        "phones": [{"number": phone.number, "label": phone.label} for phone in text.phones],
        "email": text.email,
        "address": text.address,
        "hours": text.hours,
        "note": text.note,
        "call_order": contact.call_order,
        **_times(contact),
    }


def kind_values(kind: OwnKind) -> Values:
    """Return a kind of measurement that the person made."""
    return {"uid": kind.uid, "name": kind.name, "unit": kind.unit}


def measurement_values(measurement: Measurement, uids: Uids) -> Values:
    """Return a value as it was read."""
    reading = measurement.reading
    return {
        "uid": measurement.uid,
        "person": _uid(uids, "person", measurement.person_id),
        "kind": reading.kind,
        "value": reading.value,
        "second_value": reading.second,
        "unit": reading.unit,
        "note": measurement.note,
        "at": to_moment(measurement.at),
        **_times(measurement),
    }


def attachment_values(attachment: Attachment, record: str, file: str | None) -> Values:
    """Return a file that belongs to a record; `file` is where its bytes lie in the export."""
    return {
        "uid": attachment.uid,
        "of": attachment.kind,
        "record": record,
        "name": attachment.name,
        "media_type": attachment.media_type,
        "size_bytes": attachment.size_bytes,
        "file": file,
        "added_at": to_moment(attachment.added_at),
    }


def disclosure_values(disclosure: Disclosure, uids: Uids) -> Values:
    """Return what left, when and to whom."""
    disclosed = disclosure.disclosed
    return {
        "uid": disclosure.uid,
        "person": _uid(uids, "person", disclosed.person_id),
        "at": to_moment(disclosure.at),
        "channel": disclosed.channel.value,
        "what": dict(disclosed.what),
        "to_whom": disclosed.to_whom,
        "why": disclosed.why,
    }


def _uid(uids: Uids, kind: str, number: int | None) -> str | None:
    return None if number is None else uids.get((kind, number))


def _cited(citations: Citations, kind: str, number: int) -> list[Values]:
    found = citations.of(kind, number)
    return [{"item": each.library_uid, "title": each.title, "address": each.address} for each in found]


def _times(
    record: Person | Note | Appointment | Question | Chase | Medicine | Contact | Measurement,
) -> Values:
    return {"created_at": to_moment(record.created_at), "changed_at": to_moment(record.changed_at)}

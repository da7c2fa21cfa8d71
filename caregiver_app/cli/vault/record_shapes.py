"""What commands print of records as JSON: numbers first, times in ISO 8601 with offset, dates as they are."""

from __future__ import annotations

from caregiver_app.cli.console import Json
from caregiver_app.model.time import to_iso
from caregiver_app.vault.measuring.words import reading_words
from caregiver_app.vault.records.appointments import Appointment
from caregiver_app.vault.records.chases import Chase
from caregiver_app.vault.records.contacts import Contact
from caregiver_app.vault.records.measures import Measurement
from caregiver_app.vault.records.medicines import Medicine
from caregiver_app.vault.records.notes import Note
from caregiver_app.vault.records.people import Person
from caregiver_app.vault.records.questions import Question

Shape = dict[str, Json]


def person_shape(person: Person) -> Shape:
    """Return somebody cared for."""
    return {
        "id": person.id,
        "name": person.name,
        "situation": person.situation.value,
        "situation_on": person.situation_on,
        "consent": person.consent.value,
        "consent_note": person.consent_note,
        "matters": person.matters,
    }


def note_shape(note: Note) -> Shape:
    """Return a journal note."""
    return {
        "id": note.id,
        "person_id": note.person_id,
        "kind": note.kind.value,
        "at": to_iso(note.at),
        "changed_at": to_iso(note.changed_at),
        "text": note.text,
        "answers": dict(note.answers),
        "tags": list(note.tags),
        "author": note.author,
        "about_me": note.about_me,
    }


def question_shape(question: Question) -> Shape:
    """Return a question with its answers, oldest first."""
    return {
        "id": question.id,
        "person_id": question.person_id,
        "appointment_id": question.appointment_id,
        "note_id": question.note_id,
        "text": question.text,
        "for_whom": question.for_whom,
        "state": question.state.value,
        "answers": [
            {"id": answer.id, "text": answer.text, "by": answer.by_whom, "at": to_iso(answer.at)}
            for answer in question.answers
        ],
    }


def appointment_shape(appointment: Appointment) -> Shape:
    """Return a visit; its times with the offset of its own zone."""
    return {
        "id": appointment.id,
        "person_id": appointment.person_id,
        "title": appointment.title,
        "with": appointment.with_whom,
        "place": appointment.place,
        "starts": appointment.starts.to_iso(),
        "ends": None if appointment.ends is None else appointment.ends.to_iso(),
        "zone": appointment.starts.zone,
        "reason": appointment.reason,
        "state": appointment.state.value,
        "outcome": appointment.outcome,
        "decisions": appointment.decisions,
    }


def chase_shape(chase: Chase) -> Shape:
    """Return something to chase after a visit."""
    return {
        "id": chase.id,
        "person_id": chase.person_id,
        "appointment_id": chase.appointment_id,
        "what": chase.what,
        "who": chase.who,
        "by": chase.by_date,
        "done_at": to_iso(chase.done_at),
    }


def medicine_shape(medicine: Medicine) -> Shape:
    """Return a medicine as it was written down."""
    text = medicine.text
    return {
        "id": medicine.id,
        "person_id": medicine.person_id,
        "name": text.name,
        "strength": text.strength,
        "form": text.form,
        "dose": text.dose,
        "how": text.how,
        "times": text.times,
        "as_needed": text.as_needed,
        "as_needed_rule": text.as_needed_rule,
        "maximum": text.maximum,
        "over_the_counter": text.over_the_counter,
        "high_risk": text.high_risk,
        "why": text.why,
        "by": text.by_whom,
        "started": text.started,
        "stopped": text.stopped,
        "stop_reason": text.stop_reason,
        "copied_from": text.copied_from,
        "copied_on": text.copied_on,
    }


def contact_shape(contact: Contact) -> Shape:
    """Return somebody to call."""
    text = contact.text
    return {
        "id": contact.id,
        "person_id": contact.person_id,
        "name": text.name,
        "role": text.role,
        "phones": [{"number": phone.number, "label": phone.label} for phone in text.phones],
        "email": text.email,
        "address": text.address,
        "hours": text.hours,
        "note": text.note,
        "call_order": contact.call_order,
    }


def measurement_shape(measurement: Measurement) -> Shape:
    """Return a value as it was read."""
    reading = measurement.reading
    return {
        "id": measurement.id,
        "person_id": measurement.person_id,
        "kind": reading.kind,
        "value": reading.value,
        "second_value": reading.second,
        "unit": reading.unit,
        "words": reading_words(reading),
        "note": measurement.note,
        "at": to_iso(measurement.at),
    }

"""Whatever is typed into any field is kept as it is, found, shown harmlessly, and breaks nothing."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from caregiver_app.model.errors import RecordRefused, RecordTrouble
from caregiver_app.support.markup import is_safe
from caregiver_app.vault.forms.fields import FIELDS, FieldKind
from caregiver_app.vault.measuring.units import Reading
from caregiver_app.vault.records.appointments import NewAppointment
from caregiver_app.vault.records.chases import NewChase
from caregiver_app.vault.records.contacts import ContactText, Phone
from caregiver_app.vault.records.drafts import place_of
from caregiver_app.vault.records.medicines import MedicineText
from caregiver_app.vault.records.note_html import note_html
from caregiver_app.vault.records.notes import NewNote, NoteKind
from caregiver_app.vault.records.people import Consent
from caregiver_app.vault.records.questions import NewQuestion
from caregiver_app.vault.store import Vault
from caregiver_app.vault.typed.text import kept_field, kept_line, kept_name, kept_tags, kept_text, says_something
from tests.helpers.care_notes import CareNotes, later

HOSTILE = {
    "sql": "'); DROP TABLE note; --",
    "markup": '<script>alert(1)</script><img src="file:///etc/passwd" onerror=x>',
    "template": "#set text(red) $x$ \\u{41} {{7*7}} ${7*7} %s {0}",
    "direction": "abc\u202edef\u2066ghi",
    "controls": "a\x00b\x07c\x1b[31m",
    "halves": "a\ud800b\udfffc",
    "hits": "a\ue000b\ue001c",
    "combining": "Z" + "\u0336\u0353\u030d" * 40,
    "emoji": "👩‍👩‍👧‍👦 🏳️‍🌈",
    "scripts": "مريم שרה ประภา 山田花子 Ольга ὈΔΥΣΣΕΎΣ",
    "json": '{"a": [1, "\\u0000"]} \\" \\',
    "newlines": "a\r\nb\rc\u2028d\x85e",
    "query": '" OR * NEAR(a b) ^x col:y -',
    "like": "%_%",
    "long": "x" * 900,
}


def write_everywhere(vault: Vault, text: str) -> None:
    """Put a text into every field that takes words."""
    at = later()
    person = vault.people.add(text, at=at)
    vault.people.set_consent(person, Consent.DECIDED_FOR_THEM, note=text, at=at)
    vault.people.set_matters(person, text, at=at)
    for name, kind in FIELDS.items():
        if kind in (FieldKind.LINE, FieldKind.TEXT, FieldKind.LIST):
            vault.facts.fill(person, name, text, at=at)
    note = vault.notes.add(
        NewNote(
            text=text,
            person_id=person,
            kind=NoteKind.DAILY_LOG,
            answers={"mood": text, "sleep": text},
            tags=(text,),
            author=text,
        ),
        at=at,
    )
    vault.notes.change(note, text=f"{text} {text}", at=later(90))
    visit = vault.appointments.add(
        NewAppointment(
            title=text, starts="2026-11-23T14:30", zone="UTC", with_whom=text, place=text, reason=text, person_id=person
        ),
        at=at,
    )
    vault.appointments.change(visit, outcome=text, decisions=text, at=at)
    question = vault.questions.add(NewQuestion(text=text, for_whom=text, person_id=person), at=at)
    vault.questions.answer(question, text, by_whom=text, at=at)
    vault.chases.add(NewChase(what=text, who=text, person_id=person), at=at)
    vault.medicines.add(
        MedicineText(name=text, strength=text, form=text, dose=text, how=text, times=text, why=text, by_whom=text),
        person_id=person,
        at=at,
    )
    contact = ContactText(
        name=text, role=text, phones=(Phone(number=text, label=text),), email=text, address=text, hours=text, note=text
    )
    vault.contacts.add(contact, person_id=person, at=at)
    own = vault.measures.make_kind(text, unit=text, at=at)
    vault.measures.add(Reading(kind=own.code, value=1, unit=own.unit), person_id=person, note=text, at=at)
    vault.citations.add("note", note, library_uid=text, title=text, address=text, at=at)
    vault.drafts.keep(place_of("note", note), text, cursor=10**9, more={"author": text}, at=at)


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_any_text_can_stand_in_any_field(care_notes: CareNotes, name: str) -> None:
    """It is written, read, found, undone, listed as deleted and erased, and nothing of it is left."""
    vault = care_notes.vault
    empty = care_notes.everything()
    write_everywhere(vault, HOSTILE[name])
    (person,) = vault.people.list()
    assert len(vault.timeline.page(person.id)) == 6
    vault.searchable.find(HOSTILE[name])
    assert is_safe(note_html(vault.notes.list(person.id)[0].text))
    assert vault.indexing.make_anew() == 8
    undo = vault.people.delete(person.id, at=later(91))
    assert vault.deleted.list()[0].title
    vault.put_back(undo, at=later(92))
    vault.measures.delete_kind(vault.measures.own_kinds()[0].id, at=later(93))
    vault.erasing.erase_person(person.id)
    vault.erasing.purge(at=later(60 * 24 * 31))
    assert care_notes.everything() == empty


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(min_size=1, max_size=80))
@example(text="\xad")
def test_any_text_at_all_is_kept_or_refused_with_a_reason(vault: Vault, text: str) -> None:
    """Only what nobody could see is refused: a name must say something. One after the other, in the same notes."""
    before = len(vault.notes.list())
    if says_something(kept_line(text)):
        write_everywhere(vault, text)
        assert len(vault.notes.list()) == before + 1
    else:
        with pytest.raises(RecordRefused) as told:
            write_everywhere(vault, text)
        assert told.value.kind is RecordTrouble.EMPTY
        assert len(vault.notes.list()) == before


def test_what_means_something_is_kept_to_the_letter(vault: Vault) -> None:
    """Only what cannot be seen is left out: no sign of a sentence is replaced, escaped or cut off."""
    for text in (HOSTILE["sql"], HOSTILE["markup"], HOSTILE["template"], HOSTILE["emoji"], HOSTILE["scripts"]):
        note = vault.notes.add(NewNote(text=text), at=later())
        assert vault.notes.get(note).text == text


@given(st.text())
def test_what_is_kept_once_is_kept_again_as_it_is(typed: str) -> None:
    for keep in (kept_line, kept_field, kept_text):
        try:
            kept = keep(typed)
        except RecordRefused:
            continue
        assert keep(kept) == kept
        kept.encode()
    assert kept_tags(kept_tags([typed])) == kept_tags([typed])


@pytest.mark.parametrize("typed", ["", "\x00", " \n ", "\ufeff", "\u202e"])
def test_a_name_that_nobody_can_see_is_none(typed: str) -> None:
    with pytest.raises(RecordRefused) as told:
        kept_name(typed)
    assert told.value.kind is RecordTrouble.EMPTY
    assert typed not in repr(told.value) or not typed

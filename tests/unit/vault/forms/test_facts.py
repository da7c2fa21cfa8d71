"""Fields of forms are filled, none known or not asked; forms say what is missing and how old they are."""

from __future__ import annotations

import pytest

from caregiver_app.model.errors import RecordRefused, RecordTrouble, UnknownRecord
from caregiver_app.vault.forms.facts import FactState
from caregiver_app.vault.forms.fields import FIELDS, FORMS, FieldKind, Form, fields_of
from caregiver_app.vault.forms.shown import field_labels, filled_form, form_labels, section_labels, state_labels
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.store import Vault
from tests.helpers.care_notes import Family, later
from tests.helpers.clock import MONDAY


def test_the_three_states_are_told_apart(vault: Vault, family: Family) -> None:
    states = [vault.facts.get(family.mum, name).state for name in ("allergies", "devices", "glasses")]
    assert states == [FactState.FILLED, FactState.NONE_KNOWN, FactState.NOT_ASKED]
    assert "glasses" not in vault.facts.of(family.mum)


def test_somebody_may_take_no_medicines(vault: Vault, family: Family) -> None:
    """None known can be said also of what stands in records of its own."""
    vault.facts.none_known(family.dad, "medicines", at=later())
    assert vault.facts.get(family.dad, "medicines").state is FactState.NONE_KNOWN


def test_there_may_be_nobody_to_call_and_that_is_told_apart_from_not_asked(vault: Vault, family: Family) -> None:
    assert vault.facts.get(family.dad, "contacts").state is FactState.NOT_ASKED
    vault.facts.none_known(family.dad, "contacts", at=later())
    assert vault.facts.get(family.dad, "contacts").state is FactState.NONE_KNOWN
    with pytest.raises(RecordRefused):
        vault.facts.fill(family.dad, "contacts", "Joe", at=later())


def test_none_known_is_an_answer_and_empty_is_none(vault: Vault, family: Family) -> None:
    vault.facts.none_known(family.mum, "allergies", at=later())
    assert vault.facts.get(family.mum, "allergies").value == ""
    vault.facts.fill(family.mum, "allergies", "  ", at=later())
    assert vault.facts.get(family.mum, "allergies").state is FactState.NOT_ASKED


@pytest.mark.parametrize(
    ("name", "typed", "kept"),
    [
        ("known-as", " Maggie\n ", "Maggie"),
        ("birth-date", "1944-02-29", "1944-02-29"),
        ("interpreter-needed", "Yes", "yes"),
        ("allergies", "Penicillin: rash\n\n  Nuts  ", "Penicillin: rash\nNuts"),
        ("normal-for-them", "Speaks little.\r\nSmiles.", "Speaks little.\nSmiles."),
    ],
)
def test_a_value_is_kept_as_its_field_takes_it(vault: Vault, family: Family, name: str, typed: str, kept: str) -> None:
    vault.facts.fill(family.mum, name, typed, at=later())
    assert vault.facts.get(family.mum, name).value == kept


@pytest.mark.parametrize(
    ("name", "typed", "trouble"),
    [
        ("shoe-size", "4", RecordTrouble.FIELD),
        ("birth-date", "29/02/1944", RecordTrouble.DATE),
        ("birth-date", "1943-02-29", RecordTrouble.DATE),
        ("interpreter-needed", "maybe", RecordTrouble.YES_NO),
        ("known-as", "x" * 1_001, RecordTrouble.TOO_LONG),
        ("medicines", "Aspirin", RecordTrouble.OWN_LIST),
    ],
)
def test_what_does_not_fit_a_field_is_refused(
    vault: Vault, family: Family, name: str, typed: str, trouble: RecordTrouble
) -> None:
    with pytest.raises(RecordRefused) as told:
        vault.facts.fill(family.mum, name, typed, at=later())
    assert told.value.kind is trouble
    assert typed not in repr(told.value)


def test_several_fields_are_filled_together_or_not_at_all(vault: Vault, family: Family) -> None:
    with pytest.raises(RecordRefused):
        vault.facts.fill_many(family.mum, {"likes": "Music", "birth-date": "x"}, at=later())
    assert vault.facts.get(family.mum, "likes").state is FactState.NOT_ASKED


def test_a_form_is_as_old_as_the_field_that_was_looked_at_longest_ago(vault: Vault, family: Family) -> None:
    names = fields_of(Form.EMERGENCY)
    vault.facts.fill(family.mum, "glasses", "For reading", at=later())
    assert vault.facts.last_checked(family.mum, names) == MONDAY
    vault.facts.still_right(family.mum, names, at=later(90))
    assert vault.facts.last_checked(family.mum, names) == later(90)
    assert vault.facts.get(family.mum, "hearing-aids").state is FactState.NOT_ASKED
    assert vault.facts.get(family.mum, "glasses").changed_at == later()
    assert vault.facts.last_checked(family.dad, names) is None


def test_a_form_says_what_nobody_was_asked(vault: Vault, family: Family) -> None:
    form = filled_form(Form.EMERGENCY, vault.facts.of(family.mum))
    fields = {field.name: field for section in form.sections for field in section.fields}
    assert [field.fact.state for field in fields.values()].count(FactState.NOT_ASKED) == len(fields) - 2
    assert fields["medicines"].kind is FieldKind.RECORDS
    assert fields["allergies"].fact.items == ("Penicillin: rash",)


def test_what_a_person_said_before_comes_back_with_a_version(vault: Vault, family: Family) -> None:
    vault.facts.fill(family.mum, "allergies", "Nuts", at=later())
    version = vault.versions.of("person", family.mum)[0]
    vault.versions.bring_back(version.id, at=later(90))
    assert vault.facts.get(family.mum, "allergies").value == "Penicillin: rash"
    assert [hit.kind for hit in vault.searchable.find("penicillin")] == ["person"]


def test_a_field_of_nobody_is_refused(vault: Vault) -> None:
    with pytest.raises(UnknownRecord):
        vault.facts.fill(PersonId(7), "likes", "x", at=later())


def test_each_field_has_a_name_and_a_place() -> None:
    """No form asks for a field that is not there, and everything is called something."""
    placed = {name for form in Form for name in fields_of(form)}
    assert placed == set(FIELDS)
    assert set(field_labels()) == set(FIELDS)
    assert set(form_labels()) == set(FORMS) == set(Form)
    assert {section.code for sections in FORMS.values() for section in sections} == set(section_labels())
    assert set(state_labels()) == set(FactState)
    for form in Form:
        assert len(set(fields_of(form))) == len(fields_of(form))

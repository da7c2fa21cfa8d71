"""The emergency sheet is one page, whether a family knows much or nobody was asked anything yet."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import Any

from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.paper import PaperSize, PrintSize
from caregiver_app.model.sheets.sheet import chosen
from caregiver_app.paper.sheets import typeset
from caregiver_app.paper.typeset import Layout
from caregiver_app.vault.records.contacts import ContactText, Phone
from caregiver_app.vault.records.medicines import MedicineText
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.store import Vault
from demomaking.family import family_document
from tests.helpers.clock import MONDAY
from tests.helpers.made_sheets import made

_OF_A_MEDICINE = (
    "name",
    "strength",
    "form",
    "dose",
    "how",
    "times",
    "as_needed_rule",
    "maximum",
    "high_risk",
    "stopped",
)

_SMALLEST_AND_LARGEST = ((PaperSize.A4, PrintSize.NORMAL), (PaperSize.LETTER, PrintSize.EXTRA_LARGE))


def known_well(vault: Vault) -> PersonId:
    """Add somebody of whom all is known that the invented family knows of the mother."""
    told = family_document(date(2026, 11, 23))
    mother = told["people"][0]
    person = vault.people.add(mother["name"], at=MONDAY)
    filled = {fact["field"]: fact["value"] for fact in mother["facts"] if fact["state"] == "filled"}
    vault.facts.fill_many(person, filled, at=MONDAY)
    for one in _of(told["medicines"], mother["uid"]):
        text = MedicineText(**{name: one[name] for name in _OF_A_MEDICINE if name in one})
        vault.medicines.add(text, person_id=person, at=MONDAY)
    for one in _of(told["contacts"], mother["uid"]):
        phones = tuple(Phone(**phone) for phone in one["phones"])
        vault.contacts.add(ContactText(name=one["name"], role=one["role"], phones=phones), person_id=person, at=MONDAY)
    return person


def _of(records: list[dict[str, Any]], uid: str) -> list[dict[str, Any]]:
    return [record for record in records if record.get("person") in (uid, None)]


def test_an_emergency_sheet_is_one_page_on_any_paper_and_in_any_size(vault: Vault) -> None:
    people = {"known well": known_well(vault), "not asked": vault.people.add("Dad", at=MONDAY)}
    pages = {}
    for (who, person), (paper, size) in product(people.items(), _SMALLEST_AND_LARGEST):
        sheet = made(vault, SheetKind.EMERGENCY, person)
        pages[who, paper, size] = len(typeset([chosen(sheet)], Layout(paper=paper, size=size)).pages(dots_per_inch=10))
    assert {key: count for key, count in pages.items() if count != 1} == {}

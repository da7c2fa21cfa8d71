"""Which notices are red: of one's own country, for the public, of the top class, or named in open care notes."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from caregiver_app.library.alert_names import named_words
from caregiver_app.library.alert_rules import is_about_medicine, standing_of
from caregiver_app.library.alerts import AlertRow, AlertSource
from caregiver_app.model.alert import AlertFacts, Standing
from caregiver_app.model.article import ItemId
from caregiver_app.model.source import SourceId
from caregiver_app.model.time import Millis
from tests.helpers.alerts import alert_facts, recall_facts
from tests.helpers.clock import MONDAY
from tests.helpers.command_line import ROOT

NOW = Millis(MONDAY + 3_600_000)
REGULATOR = AlertSource(
    id=SourceId(1), title="Recalls", organisation="Regulator", country="GB", own=False, for_professionals=False
)


def test_the_page_of_notices_tells_every_standing_and_whether_it_is_red() -> None:
    page = (ROOT / "docs" / "notices.md").read_text(encoding="utf-8")
    told = set(re.findall(r"\| (red|calm)[^|]*\| `([a-z-]+)` \|$", page, re.MULTILINE))
    assert told == {("red" if each.is_red else "calm", each.value) for each in Standing}


def a_notice(
    facts: AlertFacts, title: str = "Heat warning", *, lead: str = "", source: AlertSource = REGULATOR
) -> AlertRow:
    return AlertRow(
        item_id=ItemId(1),
        title=title,
        facts=facts,
        published_at=MONDAY,
        since=MONDAY,
        until=Millis(MONDAY + 24 * 3_600_000),
        source=source,
        lead=lead,
        said_hash="",
    )


def standing(alert: AlertRow, *, country: str = "GB", named: bool = False) -> Standing:
    return standing_of(alert, country=country, now=NOW, named=named)


@pytest.mark.parametrize("severity", ["Extreme", "Severe", "Moderate", "Minor", "Unknown", ""])
@pytest.mark.parametrize("urgency", ["Immediate", "Expected", "Future", "Past", "Unknown", ""])
def test_an_alert_is_red_when_it_is_grave_and_near(severity: str, urgency: str) -> None:
    facts = replace(alert_facts(), severity=severity, urgency=urgency)
    red = severity in ("Extreme", "Severe") and urgency in ("Immediate", "Expected")
    assert standing(a_notice(facts)).is_red is red


def test_an_alert_is_calm_when_it_is_unlikely_or_over() -> None:
    assert not standing(a_notice(replace(alert_facts(), certainty="Unlikely"))).is_red
    assert not standing(a_notice(alert_facts(hours=0))).is_red


@pytest.mark.parametrize(
    ("said", "here", "expected"),
    [
        ("GB", "GB", Standing.TOP_CLASS),
        ("GB-SCT", "GB", Standing.TOP_CLASS),
        ("GB", "GB-SCT", Standing.TOP_CLASS),
        ("GB-SCT", "GB-SCT", Standing.TOP_CLASS),
        ("GB-SCT", "GB-WLS", Standing.OTHER_COUNTRY),
        ("US", "GB", Standing.OTHER_COUNTRY),
        ("INT", "IN", Standing.OTHER_COUNTRY),
        ("EU", "ES", Standing.OTHER_COUNTRY),
        ("", "GB", Standing.OTHER_COUNTRY),
        ("GB", "", Standing.COUNTRY_UNKNOWN),
    ],
)
def test_only_notices_of_ones_own_country_are_red(said: str, here: str, expected: Standing) -> None:
    assert standing(a_notice(alert_facts(), source=replace(REGULATOR, country=said)), country=here) is expected


def test_a_source_that_the_person_added_speaks_for_their_country_unless_it_names_another() -> None:
    own = replace(REGULATOR, own=True, country="")
    assert standing(a_notice(alert_facts(), source=own)) is Standing.TOP_CLASS
    assert standing(a_notice(alert_facts(), source=replace(own, country="US"))) is Standing.OTHER_COUNTRY
    assert standing(a_notice(alert_facts(), source=own), country="") is Standing.COUNTRY_UNKNOWN


@pytest.mark.parametrize(
    ("title", "lead", "red"),
    [
        ("Class 1 Medicines Recall: Eye drops", "", True),
        ("Class I recall: feeding pumps", "", True),
        ("Firm issues voluntary nationwide recall of tablets to the consumer level", "", True),
        ("Recall of syrup", "Action now. Patient level recall: stop using these bottles.", True),
        ("Retirada del mercado de un jarabe (clase 1)", "", True),
        ("Class 2 Medicines Recall: Cream", "Pharmacy and wholesaler level recall", False),
        ("Class II recall: feeding pumps", "", False),
        ("Class 11 recall", "", False),
        ("Recall of a Class I medical device", "", False),
        ("Recall of thickening powder", "", False),
        ("Class 1 Device Recall: infusion pump", "", True),
        ("Alerta farmacéutica, clase 1: colirio", "", True),
        ("Recall of crackers", "Hazard classification: Type I. Do not eat them.", True),
        ("Recall of pumps", "The recall was classified as Class I, the most serious kind.", True),
        ("Class 1 Medicines Recall: Eye drops", "It takes the place of the Class 2 Medicines Recall of May.", True),
        ("Class 3 recall: insulin pens for type 1 diabetes, wrong leaflet", "", False),
        ("Recall of insulin pens", "For people with type 1 diabetes. The leaflet is an old one.", False),
        ("Recall: test strips, type I diabetes", "", False),
        ("Recall of a cream", "It can cause a type I hypersensitivity.", False),
        ("Recall of syringes", "They hold type I interferon.", False),
        ("Recall of class I antiarrhythmic tablets", "", False),
        ("Class III recall: cream", "Recalls of Class I are the gravest. This recall is Class III.", False),
        ("Recall of a cream", "This is a Class II recall. A Class I recall would be graver.", False),
        ("Class 2 Medicines Recall: Cream", "Patient level recall: take it back.", True),
    ],
)
def test_a_recall_is_red_when_it_reaches_people(title: str, lead: str, red: bool) -> None:
    assert standing(a_notice(recall_facts(), title, lead=lead)).is_red is red


@pytest.mark.parametrize(
    ("source", "title"),
    [
        (REGULATOR, "Class 1 Medicines Recall: letter for healthcare professionals"),
        (REGULATOR, "Field Safety Notices: 16 to 20 November"),
        (REGULATOR, "Recall and shortage of insulin"),
        (replace(REGULATOR, title="Drug Safety Update"), "Class 1 recall"),
        (replace(REGULATOR, for_professionals=True), "Class 1 recall"),
    ],
)
def test_what_is_written_for_professionals_never_alarms(source: AlertSource, title: str) -> None:
    alert = a_notice(recall_facts(), title, source=source)
    assert standing(alert) is Standing.FOR_PROFESSIONALS
    assert standing(alert, named=True) is Standing.FOR_PROFESSIONALS


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("Recalls", "Drinking water supply problem: do not drink tap water"),
        ("Recalls", "Power shortage"),
        ("Recalls", "Water shortages: boil water"),
        ("Recalls", "Problemas de suministro de agua"),
        ("Health Alert Network", "Toxic smoke: stay inside"),
    ],
)
def test_a_grave_alert_for_all_is_red_whatever_its_words(source: str, title: str) -> None:
    said = replace(alert_facts(), severity="Extreme")
    alert = a_notice(said, title, source=replace(REGULATOR, title=source))
    assert standing(alert) is Standing.TOP_CLASS
    for_professionals = replace(alert, source=replace(REGULATOR, for_professionals=True))
    assert standing(for_professionals) is Standing.FOR_PROFESSIONALS


@pytest.mark.parametrize(
    ("said", "here", "red"),
    [
        ("GB", "GB", True),
        ("GB-SCT", "GB", True),
        ("INT", "GB", True),
        ("EU", "ES", True),
        ("GB", "", True),
        ("GB-SCT", "GB-WLS", False),
        ("", "GB", False),
        ("", "", False),
    ],
)
def test_what_open_notes_name_is_red_from_those_who_speak_for_ones_country(said: str, here: str, red: bool) -> None:
    source = replace(REGULATOR, country=said)
    alert = a_notice(recall_facts("Donepezil"), "Recall of Donepezil", source=source)
    expected = Standing.NAMED_IN_NOTES if red else Standing.NAMED_ELSEWHERE
    assert standing(alert, country=here, named=True) is expected
    assert standing(alert, country=here, named=True).is_red is red
    own = replace(alert, source=replace(source, own=True))
    assert standing(own, country=here, named=True) is Standing.NAMED_IN_NOTES


def test_what_is_sought_in_care_notes_is_what_a_notice_is_about() -> None:
    assert named_words(a_notice(recall_facts("Donepezil"), "Recall of Donepezil")) == "Recall of Donepezil\nDonepezil"


@pytest.mark.parametrize(
    "title",
    [
        "Class 2 Medicines Recall: Northfield Healthcare Limited, Donepezil 10 mg film-coated tablets, EL(26)A/12",
        "Recall: Donepezil, memantine and rivastigmine, 10 mg and 20 mg",
        "Class 2 recall: Sun Pharma, Ramipril 5 mg capsules, Brown and Burk label, wholesaler and pharmacy level",
        "Heat warning for North Bay, South Bay and the hills",
        "Class 2 Medicines Recall: Northfield Healthcare Limited Donepezil Hydrochloride 10 mg film-coated tablets",
        "Recalled: Ramipril 2.5 mg 5 mg 10 mg capsules",
        "Important safety information about Donepezil tablets for people with heart problems",
        "Class 1 recall: Warfarin 1 mg, 3 mg, 5 mg tablets, Acme",
        "Recall: Levothyroxine 25 mcg Accord 50 mcg Accord 100 mcg Accord",
        "Recall: Insulin 3 ml, Accord, 5 ml, Accord, 10 ml, Accord",
        "Apixaban 2.5 mg blister 5 mg blister 10 mg blister recalled",
        "Morphine oral solution 10 mg/5 ml UK batch 100 ml bottle 300 ml bottle",
        "Paracetamol oral suspension 120 mg/5 ml contaminated 100 ml and 200 ml bottles",
        "Class 1 recall: Metformin 500 mg Aurobindo 850 mg Aurobindo 1000 mg Aurobindo",
        "Recall: Metformin 500 mg Northfield 850 mg Southfield 1000 mg Eastfield",
        "Recall: Warfarin 1 mg, Northfield, Southfield, Eastfield, Westfield",
        "Recall: Aspirin 75 mg Northfield 300 mg Southfield 500 mg Eastfield",
        "Retirada: Metformina 500 mg frasco, lote A1, 850 mg caja, lote B2, 1000 mg envase, lote C3",
    ],
)
def test_the_title_of_one_product_is_looked_at(title: str) -> None:
    assert named_words(a_notice(recall_facts(""), title)) == title


@pytest.mark.parametrize(
    "title",
    [
        "Recall: donepezil, memantine, ramipril, sertraline",
        "Recall: Donepezil 10 mg tablets; Memantine 20 mg; Ramipril 5 mg capsules; Sertraline 50 mg",
        "Donepezil and memantine and ramipril and sertraline",
        "Donepezil/memantine/ramipril/sertraline recalled",
        "Recall - Donepezil - Memantine - Ramipril - Sertraline",
        "Recall of donepezil memantine ramipril sertraline",
        "Recall: Donepezil 10 mg Memantine 20 mg Ramipril 5 mg Sertraline 50 mg tablets",
        "Recall: Aspirin 75 mg Digoxin 125 micrograms Warfarin 1 mg Donepezil 10 mg",
        "Recall: aspirin, digoxin, insulin, lithium",
    ],
)
def test_a_title_that_lists_many_medicines_is_not_looked_at(title: str) -> None:
    assert named_words(a_notice(recall_facts("Donepezil"), title)) == "Donepezil"
    assert named_words(a_notice(recall_facts(title), title)) == ""


@pytest.mark.parametrize(
    ("source", "title", "about"),
    [
        ("Recalls", "Class 2 recall: thickener", True),
        ("FSA food alerts", "Recall of hummus", False),
        ("FSA food alerts", "Recall of vitamin D tablets", True),
        ("CPSC recalls", "Recall of bed rails", False),
        ("Recalls", "Recall of a toy", False),
    ],
)
def test_advice_on_medicines_stands_beside_every_recall_that_is_not_clearly_of_something_else(
    source: str, title: str, about: bool
) -> None:
    alert = a_notice(recall_facts(), title, source=replace(REGULATOR, title=source))
    assert is_about_medicine(alert) is about
    assert not is_about_medicine(a_notice(alert_facts(), title))

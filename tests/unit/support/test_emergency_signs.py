"""Signs of an emergency: each has words and a source with a day, and nobody is without a list."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlsplit

import pytest

from caregiver_app.support.emergency_signs import Sign, all_signs, signs_for
from caregiver_app.support.helplines import emergency_numbers
from caregiver_app.support.sentences.emergency import gap_words, phone_steps, sign_words, source_words


def test_each_list_says_who_says_so_where_and_when_we_took_it() -> None:
    for said in all_signs():
        assert said.source
        assert urlsplit(said.page).scheme == "https"
        assert date(2026, 1, 1) < said.taken_on <= date(2026, 11, 26)
        assert said.signs
        assert len(set(said.signs)) == len(said.signs)


SWAST = "South Western Ambulance Service NHS Foundation Trust"
FAST = "Act F.A.S.T., campaign of the NHS"
NIAS = "Northern Ireland Ambulance Service"
ACEP = "American College of Emergency Physicians"
VALENCIA = "Servicio de Emergencias Sanitarias de la Comunitat Valenciana"


@pytest.mark.parametrize(
    ("country", "sources"),
    [
        ("GB", [SWAST, FAST, NIAS]),
        ("US", [ACEP, NIAS, FAST]),
        ("ES", [VALENCIA, NIAS]),
        ("NZ", [NIAS, FAST]),
        ("", [NIAS, FAST]),
    ],
)
def test_the_sources_of_a_country_come_first_then_those_for_all(country: str, sources: list[str]) -> None:
    assert [said.source for said in signs_for(country)] == sources


def test_what_the_list_for_all_adds_stands_under_its_own_source_and_once() -> None:
    assert {said.source: said.signs for said in signs_for("US") if not said.country} == {
        NIAS: (Sign.ALLERGY, Sign.BURN),
        FAST: (Sign.STROKE,),
    }
    assert [said.signs for said in signs_for("ES") if not said.country] == [
        (Sign.BREATHING, Sign.CHOKING, Sign.CHEST, Sign.BLEEDING, Sign.ALLERGY, Sign.BURN)
    ], "Spain says the signs of a stroke one by one"


def test_wherever_a_number_ships_breath_heart_stroke_and_blood_are_named() -> None:
    for line in emergency_numbers():
        signs = [sign for said in signs_for(line.state) for sign in said.signs]
        assert {Sign.NOT_AWAKE, Sign.BREATHING, Sign.CHOKING, Sign.CHEST, Sign.BLEEDING} <= set(signs)
        assert Sign.STROKE in signs or {Sign.SPEECH, Sign.MOUTH, Sign.ONE_SIDE} <= set(signs)
        assert len(signs) == len(set(signs)), "two sources say the same"


def test_every_sign_is_said_by_somebody_and_has_words_of_its_own() -> None:
    assert {sign for said in all_signs() for sign in said.signs} == set(Sign)
    words = [sign_words(sign) for sign in Sign]
    assert len(set(words)) == len(words)
    assert all(each.endswith(".") for each in (*words, *phone_steps()))


def test_under_the_signs_stand_source_and_day() -> None:
    said = signs_for("US")[0]
    assert source_words(said) == (
        "Source: American College of Emergency Physicians. Read in a copy of greenecountyga.gov on 26 November 2026."
    )


@pytest.mark.parametrize(
    ("place", "begins"),
    [
        ("", []),
        ("GB-SCT", []),
        ("GB", ["Northern Ireland has no single line."]),
        (
            "GB-NIR",
            ["We know no advice line for this place: Northern Ireland.", "Northern Ireland has no single line."],
        ),
        ("US", ["We know no line for medical advice for this place: United States."]),
        ("AU", ["We know no line for medical advice for this place: Australia."]),
        ("NZ", []),
        ("FR", ["We know no advice line for this place: France."]),
    ],
)
def test_where_no_line_for_advice_is_known_it_is_said(place: str, begins: list[str]) -> None:
    said = gap_words(place)
    assert len(said) == len(begins)
    assert all(words.startswith(start) for words, start in zip(said, begins, strict=True))

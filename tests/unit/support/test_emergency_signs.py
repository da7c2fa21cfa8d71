"""Signs of an emergency: each has words and a source with a day, and nobody is without a list."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlsplit

import pytest

from caregiver_app.support.emergency_signs import Sign, all_signs, signs_for
from caregiver_app.support.helplines import emergency_numbers
from caregiver_app.support.sentences.emergency import phone_steps, sign_words, source_words


def test_each_list_says_who_says_so_where_and_when_we_took_it() -> None:
    for said in all_signs():
        assert said.source
        assert urlsplit(said.page).scheme == "https"
        assert date(2026, 1, 1) < said.taken_on <= date(2026, 11, 26)
        assert said.signs
        assert len(set(said.signs)) == len(said.signs)


@pytest.mark.parametrize(
    ("country", "sources"),
    [
        ("GB", ["South Western Ambulance Service NHS Foundation Trust", "NHS, Act F.A.S.T."]),
        ("US", ["MedlinePlus, U.S. National Library of Medicine"]),
        ("ES", ["Servicio de Emergencias Sanitarias de la Comunitat Valenciana"]),
        ("NZ", ["International Red Cross and Red Crescent (IFRC), First Aid Guidelines 2020"]),
        ("", ["International Red Cross and Red Crescent (IFRC), First Aid Guidelines 2020"]),
    ],
)
def test_a_country_has_its_own_source_or_that_for_all(country: str, sources: list[str]) -> None:
    assert [said.source for said in signs_for(country)] == sources


def test_wherever_a_number_ships_there_are_signs_too() -> None:
    for line in emergency_numbers():
        assert Sign.NOT_AWAKE in {sign for said in signs_for(line.state) for sign in said.signs}


def test_every_sign_is_said_by_somebody_and_has_words_of_its_own() -> None:
    assert {sign for said in all_signs() for sign in said.signs} == set(Sign)
    words = [sign_words(sign) for sign in Sign]
    assert len(set(words)) == len(words)
    assert all(each.endswith(".") for each in (*words, *phone_steps()))


def test_under_the_signs_stand_source_and_day() -> None:
    (said,) = signs_for("US")
    assert source_words(said) == "Source: MedlinePlus, U.S. National Library of Medicine, taken on 26 November 2026."

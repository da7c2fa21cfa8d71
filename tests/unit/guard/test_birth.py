"""Birth dates, and ages beside a person; what is said of everybody of an age is nobody's."""

from __future__ import annotations

import pytest

from caregiver_app.model.guard import FindingKind
from tests.helpers.guarding import found, only


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("DOB 04/11/39", "04/11/39"),
        ("d.o.b.: 1939-11-04", "1939-11-04"),
        ("She was born on the 4th of November 1939.", "4th of November 1939"),
        ("Born: November 4, 1939", "November 4, 1939"),
        ("1985-01-01 is my birthday.", "1985-01-01"),
        ("Her birthday is 3 June.", "3 June"),
        ("Geboren am 4. Mai 1939", "4. Mai 1939"),
        ("fecha de nacimiento 4 de mayo de 1939", "4 de mayo de 1939"),
        ("née le 4 mai 1939", "4 mai 1939"),
        ("nata il 4 maggio 1939", "4 maggio 1939"),
        ("He was born in 1939 near here.", "1939"),
        ("My mum was born in May 1939.", "May 1939"),
        ("Mum was born on the third of March 1941.", "third of March 1941"),
        ("Her birthday is March the twenty-first.", "March the twenty-first"),
    ],
)
def test_a_birth_date_is_found_to_the_letter(text: str, date: str) -> None:
    assert found(text) == [(FindingKind.BIRTH_DATE, date)]


@pytest.mark.parametrize(
    "text",
    [
        "On 12 March 2026 the advice was changed.",
        "People born before 1957 are immune.",
        "Babies born in 2026 get it.",
        "The page is from 4.11.2025.",
        "Ne prenez rien avant le 12 mars 2026.",
        "NATO met on 12 March 2026.",
        "The clinic opens on 3 June. It was born of need.",
    ],
)
def test_other_dates_are_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("She is 83.", "83"),
        ("He's 76 and has COPD", "76"),
        ("My mother turned 90 in May.", "90"),
        ("I'm 62 and tired", "62"),
        ("My brother just turned 32", "32"),
        ("My 82-year-old father", "82-year-old"),
        ("mum is 84 years old", "84 years old"),
        ("Dad (83) likes it", "83"),
        ("Joan, 83, lives alone", "83"),
        ("Mary, 84, fell", "84"),
        ("Mary Smith, 84, fell last night", "84"),
        ("Mary Smith, 84, was found by a neighbour", "84"),
        ("Yesterday Mary, 84, needed help", "84"),
        ("Joan, 79, a retired teacher, sings", "79"),
        ("Mary, aged 84, fell", "84"),
        ("Mary, 84 years old, fell", "84 years old"),
        ("Carmen, de 84 años, se cayó", "84 años"),
        ("Carmen Ruiz (84 años) se cayó", "84 años"),
        ("Hélène, 84 ans, est tombée", "84 ans"),
        ("my wife, 71, walks", "71"),
        ("my nan, aged 91, cooks", "91"),
        ("Dad's 90th birthday", "90th birthday"),
        ("Joan is 79 now", "79"),
        ("Mi madre tiene 81 años", "81 años"),
        ("Ma mère a 88 ans", "88 ans"),
        ("The patient is a 65-year-old man.", "65-year-old"),
    ],
)
def test_an_age_beside_a_person_is_found(text: str, age: str) -> None:
    assert only(FindingKind.AGE, text) == [age]


@pytest.mark.parametrize(
    "text",
    [
        "People over 65 can have it.", "adults aged 18 and over", "children under 5", "for ages 50 to 71",
        "She is 10 minutes late.", "He is 2 tablets short.", "Mum is 62 kg.", "She is 1 in 10.", "He is 80% sure.",
        "The page is 83 lines long.", "if you are 65 or older", "a study of 70-year-olds",
        "Chapter 12 is good, she said.",
        "In May, 84 people fell", "In London, 84, fell ill", "In May, 84, fell", "In 2020, 84, fell",
        "Smith, 84, and Jones, 90", "Basel, 23, Switzerland", "Aspirin, 75, twice daily", "See Table, 84, below",
        "La esperanza de vida en España, de 84 años, es alta", "En España (84 años) se vive mucho",
        "In Japan, 84 years old is not old", "Las mujeres, de 84 años, caen",
        "turn 90 degrees", "Le persone sopra i 65 anni",
        "Las personas mayores de 65 años, y mi madre", "Menschen ab 60 Jahren", "mensen boven de 60 jaar",
        "Vitamin D is 10 micrograms",
    ],
)  # fmt: skip
def test_numbers_and_ages_of_everybody_are_left_alone(text: str) -> None:
    assert only(FindingKind.AGE, text) == []

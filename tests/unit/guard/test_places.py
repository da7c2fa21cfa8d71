"""Rooms and wards, places on the map, days of treatment."""

from __future__ import annotations

import pytest

from caregiver_app.model.guard import FindingKind
from tests.helpers.guarding import found, only


@pytest.mark.parametrize(
    "text",
    [
        "room 12",
        "Ward 7B",
        "ward C3",
        "bed 4",
        "Bay 2",
        "Ward B",
        "Nightingale Ward",
        "Ward: D56",
        "Room: 12",
        "Zimmer Nr. 12",
        "habitación 214",
        "Zimmer 12",
    ],
)
def test_a_room_is_found(text: str) -> None:
    assert only(FindingKind.ROOM, f"He is in {text}, come at two.") == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Room temperature is fine.", "room 20 °C", "a stroke ward", "the Stroke Ward", "Ward rounds", "bed sores",
        "bay leaves",
        "in the Intensive Care Ward", "room 20 degrees", "The ward sister",
    ],
)  # fmt: skip
def test_rooms_of_everybody_are_left_alone(text: str) -> None:
    assert only(FindingKind.ROOM, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "53.79648, -1.54785", "N 53.79648 W 1.54785", "geo:51.5,-0.12", "9C5WRFV3+CV", "GV4V+CX",
        "///filled.count.soap",
        "51°30'26\"N 0°7'39\"W", "-33.8688; 151.2093", "52.5200, long 13.4050",
    ],
)  # fmt: skip
def test_a_place_on_the_map_is_found(text: str) -> None:
    assert found(f"Meet at {text} then.") == [(FindingKind.COORDINATES, text)]


@pytest.mark.parametrize("text", ["1.25, 2.5", "120.123, 100.456", "7.812 and 9.123", "C++ 2+2", "1.234.567"])
def test_other_numbers_are_no_places(text: str) -> None:
    assert only(FindingKind.COORDINATES, text) == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Mum's operation is on 12 March.", "12 March"),
        ("Dr Patel's clinic sees Dad on 4/6/26.", "4/6/26"),
        ("She was admitted on October 21st", "October 21st"),
        ("Mum's scan is on the third of March.", "third of March"),
        ("Joan's scan was on 3 February 2026", "3 February 2026"),
        ("My father had a stroke on 7 June 2025.", "7 June 2025"),
        ("Joan's MRI is booked for Thursday 12 Feb", "12 Feb"),
        ("She went into a nursing home on 1 Dec 2025", "1 Dec 2025"),
        ("La operación de mi madre es el 4 de mayo", "4 de mayo"),
    ],
)
def test_a_day_of_treatment_beside_a_person_is_found(text: str, date: str) -> None:
    assert only(FindingKind.TREATMENT_DATE, text) == [date]


@pytest.mark.parametrize(
    "text",
    [
        "The clinic is closed on 12 March.", "The carers' group meets on 3 June.",
        "Stroke Awareness Day is on 29 October.", "We march the second time for her hospice.",
        "Mum likes it. The page is from 4 June 2026.", "A trial of the operation began on 3 May 2024.",
    ],
)  # fmt: skip
def test_days_of_everybody_are_left_alone(text: str) -> None:
    assert only(FindingKind.TREATMENT_DATE, text) == []

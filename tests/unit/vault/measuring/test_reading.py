"""Measured values are read as people type them, kept as read, converted for showing, and asked about when unlikely."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.model.errors import RecordRefused, RecordTrouble
from caregiver_app.vault.measuring.kinds import KINDS, OWN, Bounds, kind_name, unit_name, usual_unit
from caregiver_app.vault.measuring.reading import checked, doubt_about, read_measurement
from caregiver_app.vault.measuring.units import Reading, convert, in_unit, number_in, second_in
from caregiver_app.vault.measuring.words import reading_words


def reading(kind: str, value: float, unit: str, second: float | None = None) -> Reading:
    return Reading(kind=kind, value=value, second=second, unit=unit)


@pytest.mark.parametrize(
    ("kind", "typed", "unit", "decimal", "wanted"),
    [
        ("weight", "71,5", "kg", ",", reading("weight", 71.5, "kg")),
        ("weight", "71.5 Kg", "lb", ".", reading("weight", 71.5, "kg")),
        ("weight", "157 lbs", "kg", ".", reading("weight", 157, "lb")),
        ("weight", "11 st 4 lb", "kg", ".", reading("weight", 11, "st", 4)),
        ("weight", "11st 4", "kg", ".", reading("weight", 11, "st", 4)),
        ("weight", "11 st", "kg", ".", reading("weight", 11, "st", 0)),
        ("weight", "11 4", "st", ".", reading("weight", 11, "st", 4)),
        ("temperature", "37,2 °C", "F", ",", reading("temperature", 37.2, "C")),
        ("temperature", "98.6", "F", ".", reading("temperature", 98.6, "F")),
        ("blood-pressure", "120/80", "mmHg", ".", reading("blood-pressure", 120, "mmHg", 80)),
        ("blood-pressure", "120 over 80 mmHg", "mmHg", ".", reading("blood-pressure", 120, "mmHg", 80)),
        ("blood-pressure", "120 - 80", "mmHg", ".", reading("blood-pressure", 120, "mmHg", 80)),
        ("glucose", "5,4 mmol/l", "mg/dL", ",", reading("glucose", 5.4, "mmol/L")),
        ("glucose", "98", "mg/dL", ".", reading("glucose", 98, "mg/dL")),
        ("oxygen", "97%", "%", ".", reading("oxygen", 97, "%")),
        ("oxygen", "100", "%", ".", reading("oxygen", 100, "%")),
        ("pulse", "72 bpm", "/min", ".", reading("pulse", 72, "/min")),
        ("pulse", "72 a minute", "/min", ".", reading("pulse", 72, "/min")),
        ("pulse", "72 per minute", "/min", ".", reading("pulse", 72, "/min")),
        ("temperature", "٣٦٫٦", "C", ".", reading("temperature", 36.6, "C")),
        ("pain", "4/10", "/10", ".", reading("pain", 4, "/10")),
        ("pain", "4", "/10", ".", reading("pain", 4, "/10")),
        ("sleep", "7 h 30", "h", ".", reading("sleep", 7.5, "h")),
        ("sleep", "7 hours", "h", ".", reading("sleep", 7, "h")),
        ("sleep", "7:45", "h", ".", reading("sleep", 7.75, "h")),
        ("sleep", "6,5", "h", ",", reading("sleep", 6.5, "h")),
        ("mood", "3", "/5", ".", reading("mood", 3, "/5")),
        ("fluid", "250 ml", "ml", ".", reading("fluid", 250, "ml")),
        ("fluid", "8 oz", "oz-uk", ".", reading("fluid", 8, "oz-uk")),
        (f"{OWN}x", "1,200 steps", "steps", ".", reading(f"{OWN}x", 1200, "steps")),
    ],
)
def test_a_value_is_read_as_it_is_typed(kind: str, typed: str, unit: str, decimal: str, wanted: Reading) -> None:
    assert read_measurement(kind, typed, unit=unit, decimal=decimal) == wanted


@pytest.mark.parametrize(
    ("kind", "usual", "units"),
    [
        ("weight", "st", {"kg": "kg kgs kilo kilos", "lb": "lb lbs pound pounds libras"}),
        ("weight", "kg", {"st": "st stone stones"}),
        ("temperature", "F", {"C": "c °c ºc celsius"}),
        ("temperature", "C", {"F": "f °f ºf fahrenheit"}),
        ("glucose", "mg/dL", {"mmol/L": "mmol/l mmol"}),
        ("glucose", "mmol/L", {"mg/dL": "mg/dl mg"}),
        ("pulse", "/min", {"/min": "/min bpm"}),
        ("fluid", "oz", {"ml": "ml millilitres milliliters"}),
        ("sleep", "h", {"h": "h hr hrs hour hours hora horas"}),
    ],
)
def test_a_unit_is_known_by_each_of_its_names(kind: str, usual: str, units: dict[str, str]) -> None:
    for unit, names in units.items():
        for name in names.split():
            assert read_measurement(kind, f"12.5 {name}", unit=usual).unit == unit, name


@pytest.mark.parametrize(
    ("kind", "typed", "unit", "trouble"),
    [
        ("weight", "heavy", "kg", RecordTrouble.NUMBER),
        ("pulse", "72 80", "/min", RecordTrouble.NUMBER),
        ("weight", "", "kg", RecordTrouble.NUMBER),
        ("weight", "70 C", "kg", RecordTrouble.UNIT),
        ("weight", "-70", "kg", RecordTrouble.RANGE),
        ("weight", "11 st 15 lb", "kg", RecordTrouble.RANGE),
        ("weight", "11 4 2", "st", RecordTrouble.NUMBER),
        ("blood-pressure", "120", "mmHg", RecordTrouble.NUMBER),
        ("blood-pressure", "80/120", "mmHg", RecordTrouble.RANGE),
        ("blood-pressure", "120/-80", "mmHg", RecordTrouble.RANGE),
        ("pain", "14", "/10", RecordTrouble.RANGE),
        ("pain", "11", "/10", RecordTrouble.RANGE),
        ("oxygen", "101", "%", RecordTrouble.RANGE),
        ("sleep", "24.5", "h", RecordTrouble.RANGE),
        ("sleep", "7:75", "h", RecordTrouble.NUMBER),
        ("sleep", "7:30 8:00", "h", RecordTrouble.UNIT),
        ("mood", "0", "/5", RecordTrouble.RANGE),
        ("mood", "6", "/5", RecordTrouble.RANGE),
        ("pulse", "9999999999", "/min", RecordTrouble.NUMBER),
        ("steps", "5", "", RecordTrouble.UNIT),
        (f"{OWN}x", "5 miles", "steps", RecordTrouble.UNIT),
        ("weight", "7" * 70, "kg", RecordTrouble.NUMBER),
    ],
)
def test_what_is_no_value_of_its_kind_is_refused(kind: str, typed: str, unit: str, trouble: RecordTrouble) -> None:
    with pytest.raises(RecordRefused) as told:
        read_measurement(kind, typed, unit=unit)
    assert told.value.kind is trouble


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
def test_what_is_no_finite_number_is_refused(value: float) -> None:
    with pytest.raises(RecordRefused):
        checked(reading("pulse", value, "/min"))


def test_an_unlikely_value_is_asked_about_with_the_unit_that_would_fit() -> None:
    """98.6 typed as Celsius is a fever nobody has, and an everyday one in Fahrenheit."""
    doubt = doubt_about(reading("temperature", 98.6, "C"))
    assert doubt is not None
    assert (doubt.likely, doubt.fits_unit) == (Bounds(low=30, high=43), "F")
    assert doubt_about(reading("temperature", 98.6, "F")) is None
    in_milligrams = doubt_about(reading("glucose", 98, "mmol/L"))
    assert in_milligrams is not None
    assert in_milligrams.fits_unit == "mg/dL"
    assert doubt_about(reading("blood-pressure", 120, "mmHg", 12)) is not None
    assert doubt_about(reading("weight", 715, "kg")) is not None
    assert doubt_about(reading("weight", 11, "st", 4)) is None
    assert doubt_about(reading(f"{OWN}x", 1e6, "steps")) is None


@pytest.mark.parametrize(
    ("value", "unit", "to", "wanted"),
    [
        (71.5, "kg", "lb", 157.6),
        (100, "lb", "kg", 45.4),
        (37, "C", "F", 98.6),
        (98.6, "F", "C", 37),
        (5.5, "mmol/L", "mg/dL", 99),
        (99, "mg/dL", "mmol/L", 5.5),
        (250, "ml", "oz-us", 8.5),
        (10, "oz-uk", "ml", 284),
    ],
)
def test_a_value_is_shown_in_another_unit(value: float, unit: str, to: str, wanted: float) -> None:
    kind = next(kind.code for kind in KINDS.values() if unit in kind.units)
    assert in_unit(reading(kind, value, unit), to) == reading(kind, wanted, to)


def test_stones_and_pounds_are_one_weight() -> None:
    assert in_unit(reading("weight", 71.5, "kg"), "st") == reading("weight", 11, "st", 4)
    assert in_unit(reading("weight", 11, "st", 4), "lb") == reading("weight", 158, "lb")
    assert number_in(reading("weight", 11, "st", 4), "st") == 158
    assert second_in(reading("weight", 11, "st", 4), "kg") is None
    assert in_unit(reading("weight", 13.9 * 14, "lb"), "st") == reading("weight", 13, "st", 13)


def test_what_measures_something_else_is_not_converted() -> None:
    weight = reading("weight", 70, "kg")
    assert in_unit(weight, "C") == weight
    assert number_in(weight, "mmol/L") is None
    assert convert(1, "steps", "kg") is None


def test_values_are_said_as_people_say_them() -> None:
    said = [
        reading_words(reading("weight", 11, "st", 4)),
        reading_words(reading("blood-pressure", 120, "mmHg", 80)),
        reading_words(reading("oxygen", 97, "%")),
        reading_words(reading("temperature", 37.2, "C")),
        reading_words(reading("pain", 4, "/10")),
    ]
    assert said == ["11 st 4 lb", "120/80 mmHg", "97%", "37.2 °C", "4 of 10"]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_each_kind_has_a_name_and_usual_units_of_its_own(kind: str) -> None:
    assert kind_name(kind)
    assert {usual_unit(kind, country) for country in ("GB", "US", "ES", "DE", "")} <= set(KINDS[kind].units)
    assert all(unit_name(unit) for unit in KINDS[kind].units)


@given(st.sampled_from(["kg", "lb", "C", "F", "mmol/L", "mg/dL", "ml", "oz-us", "oz-uk"]), st.floats(0.1, 5_000))
def test_a_conversion_there_and_back_changes_nothing(unit: str, value: float) -> None:
    for kind in KINDS.values():
        for to in kind.units if unit in kind.units and unit != "st" else ():
            there = convert(value, unit, "lb" if to == "st" else to)
            assert there is not None
            back = convert(there, "lb" if to == "st" else to, unit)
            assert back == pytest.approx(value)


@given(st.sampled_from(sorted(KINDS)), st.text(max_size=70), st.sampled_from(".,"))
def test_anything_typed_is_a_value_or_refused(kind: str, typed: str, decimal: str) -> None:
    try:
        read = read_measurement(kind, typed, unit=KINDS[kind].units[0], decimal=decimal)
    except RecordRefused:
        return
    assert checked(read) == read
    doubt_about(read)
    assert reading_words(read)


@given(
    st.sampled_from(["weight", "temperature", "glucose", "pulse"]),
    st.decimals(min_value=1, max_value=300, places=1),
    st.sampled_from(".,"),
)
def test_what_is_written_in_a_place_is_read_there(kind: str, value: object, decimal: str) -> None:
    unit = KINDS[kind].units[0]
    typed = f"{value}".replace(".", decimal)
    assert read_measurement(kind, typed, unit=unit, decimal=decimal).value == float(f"{value}")

"""Telephone numbers: international ones, those of the person's country, and which may stand in any text."""

from __future__ import annotations

import pytest
from phonenumbers import (
    SUPPORTED_REGIONS,
    PhoneNumberFormat,
    PhoneNumberType,
    example_number_for_type,
    format_number,
    is_valid_number_for_region,
    parse,
)

from caregiver_app.guard.phone_plans import read_number
from caregiver_app.model.guard import FindingKind, Level
from caregiver_app.support.helplines import public_numbers
from tests.helpers.guarding import findings, found, only

PHONES = (FindingKind.PHONE, FindingKind.OWN_PHONE, FindingKind.SERVICE_PHONE)


@pytest.mark.parametrize(
    "number",
    [
        "07911 123456",
        "+44 7911 123456",
        "0044 7911 123456",
        "0044 (0)115 496 0123",
        "(0115) 978 3456",
        "020 7946 0958",
        "+33 1 42 68 53 00",
        "+1 (415) 555-0132",
    ],
)
def test_is_found_wherever_it_stands(number: str) -> None:
    for text in (number, f"It is {number}.", f"({number})", f"one {number}, two"):
        assert [each for kind, each in found(text) if kind in PHONES] == [number]


@pytest.mark.parametrize(
    ("number", "region"),
    [
        ("612 34 56 78", "ES"),
        ("030 901820", "DE"),
        ("06 12 34 56 78", "FR"),
        ("06 12345678", "NL"),
        ("0412 345 678", "AU"),
    ],
)
def test_is_read_as_in_the_country_of_the_person(number: str, region: str) -> None:
    assert found(f"Bis gleich, {number} geht immer.", region) == [(FindingKind.PHONE, number)]


@pytest.mark.parametrize("text", ["Tel: 467 3395", "ring 55 66 77 88", "Phone:\n60-56-85-91", "call Bea on 221 12 34"])
def test_what_is_called_a_phone_number_is_one_in_any_country(text: str) -> None:
    assert len(only(FindingKind.PHONE, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "from 2024-2025", "on 12/03/2026", "on 2026-03-12 10:30", "12.1 - 23.7", "ISBN 978-0-306-40615-7",
        "£10,000 to 20,000",
        "12,482 people", "1 000 000", "PMID 33301246", "NCT04280705", "doi:10.1056/NEJMoa2035389",
        "charity number 1039307",
        "500 mg every 6 hours", "140/90", "08/05/2026 - 08:00", "order 4471992 today", "#14242400188", "120 000 steps",
    ],
)  # fmt: skip
def test_other_numbers_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_numbers_of_helplines_pass_in_every_form() -> None:
    for region, number in public_numbers():
        assert found(f"Call {number} (24/7), it is free.", region) == [], number
    assert found("Samaritans: +44 116 123 or 116 123.") == []
    assert found("Call +1 800 799 7233 or 1.800.799.7233 or (800) 799-7233.") == []


def test_free_lines_that_are_not_known_are_looked_at_only() -> None:
    (finding,) = findings("Ring 0800 496 0000 about it.")
    assert (finding.kind, finding.level) == (FindingKind.SERVICE_PHONE, Level.LOOK)


@pytest.mark.parametrize(
    "said", ["Call me on {}", "my number is {}", "text us at {}", "My mobile is {}", "my new phone: {}"]
)
def test_ones_own_number_is_looked_at_only(said: str) -> None:
    (finding,) = findings(said.format("07911 123456"))
    assert (finding.kind, finding.level) == (FindingKind.OWN_PHONE, Level.LOOK)


def test_somebody_elses_number_stops() -> None:
    (finding,) = findings("Her sister is on 07911 123456.")
    assert (finding.kind, finding.level) == (FindingKind.PHONE, Level.STOP)


def test_numbers_behind_each_other_are_told_apart() -> None:
    assert only(FindingKind.PHONE, "020 7946 0958 020 7946 0959") == ["020 7946 0958", "020 7946 0959"]


def test_what_stands_beside_a_number_is_no_part_of_it() -> None:
    assert only(FindingKind.PHONE, "Ring 07911 123456 12 times") == ["07911 123456"]
    assert only(FindingKind.PHONE, "call 0115 978 3456 12 and then") == ["0115 978 3456"]
    assert only(FindingKind.PHONE, "room 12 07911 123456 (24/7)") == ["07911 123456"]


@pytest.mark.parametrize("name", ["SSN", "NHS number", "passport no.", "card number:", "policy number is"])
def test_a_mistyped_number_of_another_kind_is_no_phone_number(name: str) -> None:
    assert [kind for kind, _text in found(f"{name} 021 123 4568") if kind in PHONES] == []


@pytest.mark.parametrize(
    ("region", "written"), [("AU", "0011 61 412 345 678"), ("HK", "001 852 5123 4567"), ("BY", "810 375 29 491 1911")]
)
def test_a_number_may_be_dialled_as_from_abroad(region: str, written: str) -> None:
    assert read_number(written, (region,), is_called=True) is not None


def test_a_quick_look_at_the_digits_passes_over_no_number_of_any_country() -> None:
    """With and without what is dialled before them: whatever the library holds for valid there is read."""
    missed = [
        (region, kind, written)
        for region in sorted(SUPPORTED_REGIONS)
        for kind in (PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE, PhoneNumberType.TOLL_FREE)
        if (number := example_number_for_type(region, kind)) is not None
        for form in (PhoneNumberFormat.NATIONAL, PhoneNumberFormat.E164)
        for written in (format_number(number, form), format_number(number, form).removeprefix("+"))
        if is_valid_number_for_region(parse(written, region), region)
        and read_number(written, (region,), is_called=True) is None
    ]
    assert missed == []

"""Numbers on file: records, claims, policies, passports."""

from __future__ import annotations

import pytest

from caregiver_app.model.guard import FindingKind
from tests.helpers.guarding import found, only


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("hospital no: H123456", "H123456"),
        ("MRN 00123456", "00123456"),
        ("claim #A1234567", "A1234567"),
        ("Our claim number is HC-4471902 now", "HC-4471902"),
        ("The policy no. 8841-22097 covers it", "8841-22097"),
        ("case ref CAS-2024-001234", "CAS-2024-001234"),
        ("Ref: AA/22917/K", "AA/22917/K"),
        ("Member ID W1234 56789, please", "W1234 56789"),
        ("account number 12345678", "12345678"),
        ("account 55779911", "55779911"),
        ("My case number with the council is 4455667", "4455667"),
        ("sort code 12-34-56", "12-34-56"),
        ("Passport number C01234565", "C01234565"),
        ("AAA123456 es mi número de pasaporte", "AAA123456"),
        ("my driver's license number is 2270-66-1551", "2270-66-1551"),
        ("Aktenzeichen Nr. 12345/26", "12345/26"),
    ],
)
def test_a_number_is_found_by_what_files_it(text: str, number: str) -> None:
    assert found(text) == [(FindingKind.RECORD_NUMBER, number)]


@pytest.mark.parametrize(
    "text",
    [
        "The record number of visitors was high.", "case number 3 of the study", "file 12", "policy of 2024",
        "reference: 2019",
        "the account: 12 March", "claim within 90 days", "member since 2019", "case no. 12.30",
        "appointment: 12/11/2026 10:30",
        "Reference: Smith 2019", "file: Chapter 2024", "chart on page 14",
    ],
)  # fmt: skip
def test_other_numbers_are_left_alone(text: str) -> None:
    assert only(FindingKind.RECORD_NUMBER, text) == []

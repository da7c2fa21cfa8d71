"""E-mail addresses, written and spelled out."""

from __future__ import annotations

import pytest

from caregiver_app.model.guard import FindingKind
from tests.helpers.guarding import only


@pytest.mark.parametrize(
    "address",
    [
        "sam@example.org",
        "sam.o'hara+care@mail.example.co.uk",
        "a@xn--d1acufc.xn--p1ai",
        "josé@münchen-pflege.de",
        "JANE_DOE99@EXAMPLE.COM",
        "jane[at]example[dot]com",
        "jane (at) example.com",
        "jane at example dot com",
    ],
)
def test_is_found_to_the_letter_within_a_sentence(address: str) -> None:
    assert only(FindingKind.EMAIL, f"Write to {address}, please.") == [address]
    assert only(FindingKind.EMAIL, address) == [address]


@pytest.mark.parametrize(
    "text",
    ["meet at the clinic", "info@presidio.", "@carers", "3 @ 2.50", "a @ b.org", "look at page dot one", "hello-world"],
)
def test_what_is_no_address_is_left_alone(text: str) -> None:
    assert only(FindingKind.EMAIL, text) == []


def test_an_address_is_found_within_quotation_marks_and_brackets() -> None:
    assert only(FindingKind.EMAIL, "'sam@example.org' <pat@example.org> (lee@example.org)") == [
        "sam@example.org",
        "pat@example.org",
        "lee@example.org",
    ]


def test_blanks_around_the_sign_hide_nothing_where_it_is_called_an_address() -> None:
    assert only(FindingKind.EMAIL, "my e mail: jane_7 @ example.com") == ["jane_7 @ example.com"]
    assert only(FindingKind.EMAIL, "lunch @ example.com") == []

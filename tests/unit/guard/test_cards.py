"""Cards and bank accounts by their check digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn

from caregiver_app.model.guard import FindingKind
from tests.helpers.guarding import found, only


@pytest.mark.parametrize(
    "card",
    [
        "4012888888881881", "4012 8888 8888 1881", "4012-8888-8888-1881", "3782 822463 10005", "378282246310005",
        "30569309025904", "5555555555554444", "2223003122003222", "6011000990139424", "3530111333300000",
    ],
)  # fmt: skip
def test_a_card_is_found_and_with_another_check_digit_it_is_not(card: str) -> None:
    assert only(FindingKind.CARD, f"It was {card} then.") == [card]
    wrong = card[:-1] + str((int(card[-1]) + 1) % 10)
    assert only(FindingKind.CARD, f"My card {wrong} then.") == []


def test_what_stands_behind_a_card_is_no_part_of_it() -> None:
    assert only(FindingKind.CARD, "4539148803436467 03/28 123") == ["4539148803436467"]
    assert only(FindingKind.CARD, "4539 1488 0343 6467 03 28") == ["4539 1488 0343 6467"]


def test_two_cards_are_two() -> None:
    text = "4012888888881881 4012-8888-8888-1881 4012 8888 8888 1881"
    assert only(FindingKind.CARD, text) == text.split(" ", 2)


def test_a_number_of_no_issuer_counts_when_it_is_called_a_card() -> None:
    assert luhn.is_valid("700000000005")
    assert only(FindingKind.CARD, "debit card 700000000005") == ["700000000005"]
    assert only(FindingKind.CARD, "lot 700000000005") == []


@pytest.mark.parametrize(
    "account",
    [
        "GB82 WEST 1234 5698 7654 32", "GB82WEST12345698765432", "de89370400440532013000", "NO93 8601 1117 947",
        "FR14 2004 1010 0505 0001 3M02 606", "MT84MALT011000012345MTLCAST001S", "IE29-AIBK-9311-5212-3456-78",
    ],
)  # fmt: skip
def test_an_account_is_found_and_with_another_check_digit_it_is_not(account: str) -> None:
    assert found(f"Pay to {account} please") == [(FindingKind.IBAN, account)]
    wrong = account[:2] + str((int(account[2]) + 1) % 10) + account[3:]
    assert only(FindingKind.IBAN, f"Pay to {wrong} please") == []


@pytest.mark.parametrize(
    "text", ["GB82 WEST 1234 5698 7654 3", "GB82 WEST 1234 5698 7654 321", "LV80 bANK 0000 4351 9500 1"]
)
def test_too_short_too_long_or_of_mixed_letters_is_no_account(text: str) -> None:
    assert only(FindingKind.IBAN, text) == []


@given(st.text(alphabet="0123456789", min_size=15, max_size=15))
def test_any_card_in_fours_is_found_exactly_when_its_check_digit_is_right(digits: str) -> None:
    right = luhn.calc_check_digit(digits)
    for last in "0123456789":
        number = digits + last
        grouped = " ".join(number[place : place + 4] for place in range(0, 16, 4))
        kinds = {kind for kind, _text in found(grouped)}
        assert (FindingKind.CARD in kinds) == (last == right) or kinds == {FindingKind.NATIONAL_NUMBER}

"""The checks of our own against numbers that authorities give as examples, and against every other check digit."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from caregiver_app.guard.numbers.australasian import is_ihi, is_medicare, is_nhi
from caregiver_app.guard.numbers.british import is_chi, is_licence
from caregiver_app.guard.numbers.canadian import is_ontario, is_quebec
from caregiver_app.guard.numbers.german import is_kvnr, is_pension
from caregiver_app.guard.numbers.romance import is_affiliation, is_dni
from caregiver_app.guard.numbers.wider import is_singapore


@pytest.mark.parametrize("number", ["ZAA0067", "ZAA0075", "ZAC5361", "JBX3656", "ZZZ0016", "ZZZ0024"])
def test_nhi_numbers_of_the_old_form(number: str) -> None:
    """HISO 10046 and its test numbers."""
    assert is_nhi(number)
    assert [digit for digit in "0123456789" if is_nhi(number[:6] + digit)] == [number[6]]


def test_an_nhi_number_whose_sum_leaves_nothing_was_never_given_out() -> None:
    assert not any(is_nhi(f"ZZZ004{digit}") for digit in "0123456789")


@pytest.mark.parametrize("number", ["ZBN77VL", "ZSC21TN", "ZVB97XQ", "ALU18KZ", "ZZZ00AX"])
def test_nhi_numbers_of_the_new_form(number: str) -> None:
    """HISO 10046 and its test numbers; the last two are of the modulus before 2023."""
    assert is_nhi(number)
    assert sum(is_nhi(number[:6] + sign) for sign in "ABCDEFGHJKLMNPQRSTUVWXYZ") <= 2


def test_medicare_numbers_are_checked_by_their_ninth_digit() -> None:
    assert is_medicare("2123456701")
    assert is_medicare("21234567011")
    assert [digit for digit in "0123456789" if is_medicare(f"21234567{digit}1")] == ["0"]
    assert not is_medicare("2123456700")


ONE_IN_TEN: dict[str, tuple[Callable[[str], bool], str]] = {
    "ihi": (is_ihi, "8003601234567894"),
    "chi": (is_chi, "0101350007"),
    "ontario": (is_ontario, "9876543217"),
    "kvnr": (is_kvnr, "A123456780"),
    "pension": (is_pension, "15070649C103"),
}


@pytest.mark.parametrize("name", ONE_IN_TEN)
def test_one_of_ten_last_digits_is_right(name: str) -> None:
    check, number = ONE_IN_TEN[name]
    assert [digit for digit in "0123456789" if check(number[:-1] + digit)] == [number[-1]]


@pytest.mark.parametrize("number", ["3201350007", "0113350007", "3002350007"])
def test_a_chi_number_begins_with_a_day(number: str) -> None:
    assert not is_chi(number)


@pytest.mark.parametrize(("number", "right"), [("TREM58041513", True), ("TREM58541513", True), ("TREM58131513", False)])
def test_a_quebec_number_holds_a_day(number: str, right: bool) -> None:
    assert is_quebec(number) is right


@pytest.mark.parametrize(
    ("number", "right"), [("MORGA657054SM9IJ", True), ("MORGA607054SM9IJ", True), ("MORGA613054SM9IJ", False)]
)
def test_a_driving_licence_holds_a_day(number: str, right: bool) -> None:
    assert is_licence(number) is right


def test_a_spanish_affiliation_counts_without_the_zeros_of_its_serial() -> None:
    assert is_affiliation("281234567840")
    assert is_affiliation(f"2801234567{(28 * 10_000_000 + 1234567) % 97:02}")
    assert not is_affiliation("281234567841")


def test_a_spanish_identity_number_may_lack_its_first_zero() -> None:
    assert is_dni("1111111G")
    assert is_dni("01111111G")
    assert not is_dni("1111111H")


@pytest.mark.parametrize("number", ["S0000001I", "T1234567J", "F1234567N", "G1234567X", "M4332674T"])
def test_singapore_numbers_of_each_series(number: str) -> None:
    assert is_singapore(number)
    assert sum(is_singapore(number[:8] + letter) for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 1

"""The numbers that ship: from the table to the byte, none that is in doubt, the emergency number first."""

from __future__ import annotations

import re
from datetime import date

import pytest

import make_helplines
from caregiver_app.support.helplines import (
    HelpKind,
    Helpline,
    emergency_numbers,
    helplines,
    helplines_of,
    lines_at,
    public_numbers,
)
from caregiver_app.support.i18n import country_name
from caregiver_app.support.resources import resource

STATES = sorted({line.state for line in helplines()})
_NUMBER = re.compile(r"\d[\d -]*\d|\d{2,}")
_REVIEWED = date(2026, 11, 23)
_COPIES_READ = date(2026, 11, 26)


def test_the_script_makes_the_file_that_ships_to_the_byte() -> None:
    assert make_helplines.make_helplines().encode() == resource("resources", "helplines.json").read_bytes()
    assert make_helplines.make_public_numbers().encode() == resource("resources", "public_numbers.json").read_bytes()
    assert make_helplines.main(["--check"]) == 0


def test_every_number_of_the_table_may_stand_in_any_text() -> None:
    """Shown or not: what an organisation prints on posters is nobody's own."""
    numbers = {number for _country, number in public_numbers()}
    assert {line.phone for line in helplines()} <= numbers
    assert "1-800-463-5060" in numbers, "named in a remark of our own table"
    assert {row["phone"].strip() for row in make_helplines.read_rows() if row["phone"]} <= numbers
    assert "0477 13 11 14" in numbers  # named in a remark only


@pytest.mark.parametrize("state", STATES)
def test_each_country_has_its_emergency_number_first_and_can_be_named(state: str) -> None:
    lines = helplines_of(state)
    assert lines[0].kind is HelpKind.EMERGENCY
    assert [line.state for line in emergency_numbers()].count(state) == 1
    order = list(HelpKind)
    assert [order.index(line.kind) for line in lines] == sorted(order.index(line.kind) for line in lines)
    assert country_name(state) != state


@pytest.mark.parametrize(
    "line", helplines(), ids=lambda line: f"{line.country}-{line.kind}-{line.organisation}-{line.phone}"
)
def test_a_line_can_be_dialled_and_says_how_far_it_was_checked(line: Helpline) -> None:
    assert _NUMBER.fullmatch(line.phone)
    assert line.organisation
    assert line.checked_on is None or line.checked_on <= _REVIEWED
    if line.kind in (HelpKind.CRISIS, HelpKind.ABUSE):
        assert line.checked_on is not None


def test_lines_of_our_own_table_say_in_the_copy_of_which_page_they_were_read() -> None:
    own = [line for line in helplines() if line.copy_read_on is not None]
    assert {line.state for line in own} == {"CA", "GB", "IE", "NZ"}
    for line in own:
        assert line.kind in (HelpKind.HEALTH, HelpKind.POISON)
        assert (line.copy_read_on, line.checked_on) == (_COPIES_READ, None), "a copy is less than the page itself"
        assert line.page.startswith("http")


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("GB-ENG", ["NHS 111", "NHS 111"]),
        ("GB-SCT", ["NHS 24", "NHS 24"]),
        ("GB-WLS", ["NHS 111 Wales", "NHS 111 Wales"]),
        ("GB-NIR", []),
        ("GB", ["NHS 111", "NHS 24", "NHS 111 Wales"] * 2),
    ],
)
def test_in_britain_each_nation_has_its_own_lines_for_advice(place: str, expected: list[str]) -> None:
    lines = [line for line in lines_at(place) if line.kind in (HelpKind.HEALTH, HelpKind.POISON)]
    assert sorted(line.organisation for line in lines) == sorted(expected)
    assert {line.phone for line in lines} <= {"111"}


def test_what_those_who_gathered_the_lines_noted_for_themselves_does_not_ship() -> None:
    notes = {line.note for line in helplines() if line.note}
    assert "112 also works." in notes
    assert not [note for note in notes if re.search("evidence|review|lists|copy", note, re.IGNORECASE)]
    shipped = {line.organisation for line in helplines()}
    assert not shipped & {"Family Lives", "EDANZ", "MoneyHelper", "Crisis Text Line", "Al-Anon UK"}

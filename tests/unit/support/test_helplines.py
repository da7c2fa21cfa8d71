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
    public_numbers,
)
from caregiver_app.support.i18n import country_name
from caregiver_app.support.resources import resource

STATES = sorted({line.state for line in helplines()})
_NUMBER = re.compile(r"\d[\d -]*\d|\d{2,}")
_REVIEWED = date(2026, 11, 23)


def test_the_script_makes_the_file_that_ships_to_the_byte() -> None:
    assert make_helplines.make_helplines().encode() == resource("resources", "helplines.json").read_bytes()
    assert make_helplines.make_public_numbers().encode() == resource("resources", "public_numbers.json").read_bytes()
    assert make_helplines.main(["--check"]) == 0


def test_every_number_of_the_table_may_stand_in_any_text() -> None:
    """Shown or not: what an organisation prints on posters is nobody's own."""
    numbers = {number for _country, number in public_numbers()}
    assert {line.phone for line in helplines()} <= numbers
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


@pytest.mark.parametrize("line", helplines(), ids=lambda line: f"{line.country}-{line.organisation}-{line.phone}")
def test_a_line_can_be_dialled_and_says_how_far_it_was_checked(line: Helpline) -> None:
    assert _NUMBER.fullmatch(line.phone)
    assert line.organisation
    assert line.checked_on is None or line.checked_on <= _REVIEWED
    if line.kind in (HelpKind.CRISIS, HelpKind.ABUSE):
        assert line.checked_on is not None


def test_what_those_who_gathered_the_lines_noted_for_themselves_does_not_ship() -> None:
    notes = {line.note for line in helplines() if line.note}
    assert "112 also works." in notes
    assert not [note for note in notes if re.search("evidence|review|lists|copy", note, re.IGNORECASE)]
    shipped = {line.organisation for line in helplines()}
    assert not shipped & {"Family Lives", "EDANZ", "MoneyHelper", "Crisis Text Line", "Al-Anon UK"}

"""The week's log and the symptom chart: empty, for helpers without the application."""

from __future__ import annotations

from caregiver_app.model.sheets.blocks import Table
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.sheet import Sheet, SheetForm
from caregiver_app.vault.records.people import Situation
from caregiver_app.vault.store import Vault
from tests.helpers.care_notes import Family, later
from tests.helpers.made_sheets import printed
from tests.helpers.wished_sheets import blocks_of, lines_to_write_on, wished


def table_of(sheet: Sheet) -> Table:
    assert sheet.form is SheetForm.WIDE
    (table,) = (table for part in sheet.parts for table in blocks_of(part, Table))
    return table


def test_a_week_lies_across_from_the_day_on_which_weeks_begin(vault: Vault, family: Family) -> None:
    sheet = wished(vault, SheetKind.LOG_GRID, family.mum)
    table = table_of(sheet)
    assert [column.heading for column in table.columns] == [
        "Week from: ____",
        "Mon",
        "Tue",
        "Wed",
        "Thu",
        "Fri",
        "Sat",
        "Sun",
    ]
    assert [row[0] for row in table.rows][:3] == ["Sleep", "Eating", "Drinking"]
    assert table.rows[-1] == ("Who wrote this", *[""] * 7)
    american = table_of(wished(vault, SheetKind.LOG_GRID, family.mum, language="en-US"))
    assert [column.heading for column in american.columns][1:3] == ["Sun", "Mon"]


def test_a_week_that_is_wished_for_has_its_days(vault: Vault, family: Family) -> None:
    sheet = wished(vault, SheetKind.LOG_GRID, family.mum, since="2026-12-02")
    headings = [column.heading for column in table_of(sheet).columns]
    assert headings[:4] == ["Week from 30 November 2026", "Mon 30", "Tue 1", "Wed 2"]


def test_what_is_written_down_each_day_is_the_familys_own_choice(vault: Vault, family: Family) -> None:
    vault.facts.fill(family.mum, "log-columns", "Fluids\nBowels", at=later())
    table = table_of(wished(vault, SheetKind.LOG_GRID, family.mum))
    assert [row[0] for row in table.rows] == ["Fluids", "Bowels", "Who wrote this"]
    usual = table_of(wished(vault, SheetKind.LOG_GRID, family.dad))
    assert table.row_mm == 22
    assert usual.row_mm is not None
    assert 9 <= usual.row_mm < 11, "so that a week is one page"


def test_a_symptom_is_followed_in_the_words_of_the_journal(vault: Vault, family: Family) -> None:
    sheet = wished(vault, SheetKind.SYMPTOM_CHART, family.mum)
    table = table_of(sheet)
    assert [column.heading for column in table.columns][:3] == ["Day and time", "What is it", "Where in the body"]
    assert (table.rows, table.blank_rows, table.tall) == ((), 6, True)
    assert "How strong: Mild, Strong, Very strong, or the person's own words." in printed(sheet)


def test_what_a_helper_fills_in_says_who_prepared_it(vault: Vault, family: Family) -> None:
    vault.facts.fill(family.mum, "filled-in-by", "Ruth", at=later())
    for kind in (SheetKind.LOG_GRID, SheetKind.SYMPTOM_CHART):
        assert wished(vault, kind, family.mum).foot == ("Prepared by Ruth",), kind


def test_where_caring_has_ended_there_is_nothing_to_fill_in(vault: Vault, family: Family) -> None:
    vault.people.set_situation(family.mum, Situation.DIED, on=None, at=later())
    for kind in (SheetKind.LOG_GRID, SheetKind.SYMPTOM_CHART):
        sheet = wished(vault, kind, family.mum)
        assert "Nothing needs to be written down here any more." in printed(sheet), kind
        assert [block for part in sheet.parts for block in blocks_of(part, Table)] == [], kind
        assert lines_to_write_on(sheet) == 0, kind

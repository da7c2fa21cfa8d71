"""Measurements on paper: a chart and every value behind it, in the unit in which it was read, without a judgement."""

from __future__ import annotations

import pytest

from caregiver_app.model.errors import PrintError, PrintTrouble
from caregiver_app.model.sheets.blocks import Chart, Table
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.time import Millis
from caregiver_app.vault.measuring.units import Reading
from caregiver_app.vault.records.people import Situation
from caregiver_app.vault.store import Vault
from tests.helpers.care_notes import DAY, Family, later
from tests.helpers.clock import MONDAY
from tests.helpers.made_sheets import printed
from tests.helpers.wished_sheets import blocks_of, lines_to_write_on, part_of, wished, words_of

MEASUREMENTS = SheetKind.MEASUREMENTS


def measure(vault: Vault, family: Family, reading: Reading, days: float, note: str = "") -> None:
    taken = Millis(MONDAY - round(days * DAY))
    vault.measures.add(reading, person_id=family.mum, taken_at=taken, note=note, at=MONDAY)


def weight(value: float, unit: str, second: float | None = None) -> Reading:
    return Reading(kind="weight", value=value, second=second, unit=unit)


def test_each_kind_has_a_chart_and_a_table_of_all_values(vault: Vault, family: Family) -> None:
    measure(vault, family, weight(72, "kg"), 3, note="after breakfast")
    sheet = wished(vault, MEASUREMENTS, family.mum)
    assert [(part.heading, part.code) for part in sheet.parts] == [
        ("Blood pressure", "measured-blood-pressure"),
        ("Weight", "measured-weight"),
    ]
    (chart,) = blocks_of(part_of(sheet, "measured-weight"), Chart)
    (table,) = blocks_of(part_of(sheet, "measured-weight"), Table)
    assert [line.points for line in chart.series] == [((MONDAY - 3 * DAY, 72.0), (MONDAY, 71.5))]
    assert chart.says.startswith("2 values from 20 November to 23 November. Lowest 71.5 kg on 23 November")
    assert [column.heading for column in table.columns] == ["Day", "Time", "Value", "Remark"]
    assert table.rows == (
        ("23 November 2026", "08:05", "71.5 kg", ""),
        ("20 November 2026", "08:05", "72 kg", "after breakfast"),
    )
    assert "Blood pressure" not in printed(sheet, {"measured-blood-pressure": False})


def test_two_numbers_are_two_lines_and_one_point_is_a_chart(vault: Vault, family: Family) -> None:
    (chart,) = blocks_of(part_of(wished(vault, MEASUREMENTS, family.mum), "measured-blood-pressure"), Chart)
    assert [(line.name, line.points) for line in chart.series] == [
        ("Upper number", ((MONDAY, 130.0),)),
        ("Lower number", ((MONDAY, 80.0),)),
    ]
    assert (chart.unit, chart.zone) == ("mmHg", "Europe/London")


def test_a_value_stays_in_its_unit_and_the_chart_has_that_of_the_newest(vault: Vault, family: Family) -> None:
    measure(vault, family, weight(11, "st", 4), 2)
    part = part_of(wished(vault, MEASUREMENTS, family.mum), "measured-weight")
    assert [row[2] for row in blocks_of(part, Table)[0].rows] == ["71.5 kg", "11 st 4 lb"]
    assert [round(value, 1) for _at, value in blocks_of(part, Chart)[0].series[0].points] == [71.7, 71.5]
    measure(vault, family, weight(11, "st", 5), -0.01)
    part = part_of(wished(vault, MEASUREMENTS, family.mum, now=later()), "measured-weight")
    chart = blocks_of(part, Chart)[0]
    assert (chart.unit, chart.series[0].points[-1][1]) == ("lb", 159.0)


def test_what_cannot_be_told_in_one_unit_is_in_the_table_and_it_says_so(vault: Vault, family: Family) -> None:
    own = vault.measures.make_kind("Walk", unit="steps", at=MONDAY)
    for days, unit in ((1, "steps"), (2, "minutes")):
        measure(vault, family, Reading(kind=own.code, value=900, unit=unit), days)
    sheet = wished(vault, MEASUREMENTS, family.mum, measures=(own.code,))
    code = f"measured-{own.code}"
    assert words_of(sheet, code) == "1 value in another unit stands in the table alone."
    assert [row[2] for row in blocks_of(part_of(sheet, code), Table)[0].rows] == ["900 steps", "900 minutes"]


def test_kinds_and_days_can_be_wished_for(vault: Vault, family: Family) -> None:
    measure(vault, family, weight(75, "kg"), 200)
    own = vault.measures.make_kind("Steps", unit="steps", at=MONDAY)
    measure(vault, family, Reading(kind=own.code, value=900, unit="steps"), 1)
    sheet = wished(vault, MEASUREMENTS, family.mum, measures=("weight", own.code))
    assert [part.heading for part in sheet.parts] == ["Steps", "Weight"]
    assert sheet.below_title == ("From 24 August 2026 to 23 November 2026",)
    assert "75 kg" not in printed(sheet)
    assert "900 steps" in printed(sheet)
    old = wished(vault, MEASUREMENTS, family.mum, since="2026-01-01", until="2026-06-30")
    assert "75 kg" in printed(old)
    assert "Nothing was measured in this time." in words_of(old, "measured-blood-pressure")
    with pytest.raises(PrintError) as told:
        wished(vault, MEASUREMENTS, family.mum, measures=("pulse",))
    assert told.value.kind is PrintTrouble.NO_MEASURE


def test_without_a_value_there_is_a_table_to_fill_in_but_not_where_caring_has_ended(
    vault: Vault, family: Family
) -> None:
    assert lines_to_write_on(wished(vault, MEASUREMENTS, family.dad)) == 12
    vault.people.set_situation(family.dad, Situation.DIED, on=None, at=later())
    sheet = wished(vault, MEASUREMENTS, family.dad)
    assert lines_to_write_on(sheet) == 0
    assert "Nothing was measured yet." in printed(sheet)

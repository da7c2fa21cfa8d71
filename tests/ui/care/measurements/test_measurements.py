"""The tab "Measurements": quick to write down, slips are asked about, a chart that is also words and a list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import speaking, use_language
from caregiver_app.ui.care.measurements.edit_drawer import MeasurementDrawer
from caregiver_app.ui.care.measurements.entry import EntryCard
from caregiver_app.ui.care.measurements.kind_drawer import KindDrawer
from caregiver_app.ui.care.measurements.kinds import all_kinds
from caregiver_app.ui.care.measurements.periods import Period
from caregiver_app.ui.care.measurements.tab import MeasurementsTab
from caregiver_app.ui.theme import Theme, ThemeChoice
from caregiver_app.vault.measuring.units import Reading
from caregiver_app.vault.records.measures import Measurement
from caregiver_app.vault.records.people import Situation
from caregiver_app.vault.store import Vault
from tests.helpers.accessible import assert_accessible, speak
from tests.helpers.care_notes import DAY
from tests.helpers.care_records import notes_of, open_tab, panel, redo, take_back_all, undo, with_people
from tests.helpers.care_window import care_of, lock, unlock
from tests.helpers.clock import MONDAY
from tests.helpers.everything_shown import everything_shown
from tests.helpers.qt_app import picture, press, settle
from tests.helpers.whole_window import Opened

pytestmark = pytest.mark.usefixtures("undressed")

MARKER = "Zufall7Kroete"


@pytest.mark.parametrize(
    ("language", "weight", "sleep"),
    [
        ("en-GB", "For example 71.5, or 11 st 4.", "Hours, for example 6.5 or 6:30."),
        ("en-US", "For example 71.5.", "Hours, for example 6.5 or 6:30."),
        ("es-ES", "Por ejemplo, 71,5.", "Horas, por ejemplo 6,5 o 6:30."),
    ],
)
def test_examples_are_written_as_in_the_country(language: str, weight: str, sleep: str) -> None:
    with speaking(language):
        examples = {kind.code: kind.example for kind in all_kinds(())}
    assert (examples["weight"], examples["sleep"]) == (weight, sleep)


@pytest.fixture
def tab(opened: Opened) -> MeasurementsTab:
    unlock(opened)
    with_people(opened, "Mum")
    return open_tab(opened, "measurements", MeasurementsTab)


def kept(opened: Opened) -> tuple[Measurement, ...]:
    return notes_of(opened, lambda vault: vault.measures.list())


def readings(opened: Opened) -> list[Reading]:
    return [one.reading for one in kept(opened)]


def entry(tab: MeasurementsTab) -> EntryCard:
    assert tab.entry is not None
    return tab.entry


def look_at(opened: Opened, tab: MeasurementsTab, code: str) -> EntryCard:
    assert tab.kinds is not None
    tab.kinds.chip(code).click()
    opened.quiet()
    return entry(tab)


def write(opened: Opened, tab: MeasurementsTab, typed: str) -> None:
    card = entry(tab)
    card.begin()
    QTest.keyClicks(card.fields.value, typed)
    press(Qt.Key.Key_Return)
    opened.quiet()


def fill(
    opened: Opened,
    *values: float,
    kind: str = "weight",
    unit: str = "kg",
    second: float | None = None,
    ago: int = 0,
) -> None:
    """Add values, one a day, the last one `ago` days before today."""

    def work(vault: Vault) -> None:
        person = vault.people.list()[0].id
        for before, value in enumerate(reversed(values), start=ago):
            reading = Reading(kind=kind, value=value, second=second, unit=unit)
            vault.measures.add(reading, person_id=person, taken_at=Millis(MONDAY - before * DAY), at=MONDAY)

    notes_of(opened, work)
    body = care_of(opened).screen.body
    assert body is not None
    body.refresh()
    opened.quiet()


def measure_nothing(opened: Opened, tab: MeasurementsTab) -> None:
    """Begin a step of a walk: nothing was measured or is half typed, and the weight is what is asked for."""
    entry(tab).fields.value.clear()
    take_back_all(opened)
    notes_of(opened, lambda vault: [vault.measures.delete(one.id, at=MONDAY) for one in vault.measures.list()])
    care_of(opened).desk.changed.emit()
    opened.quiet()
    look_at(opened, tab, "weight")


def a_value_is_kept_with_enter_shown_large_and_undone(opened: Opened, tab: MeasurementsTab) -> None:
    assert care_of(opened).screen.new()
    focused = QApplication.focusWidget()
    assert focused is entry(tab).fields.value
    write(opened, tab, "71.5")
    assert readings(opened) == [Reading(kind="weight", value=71.5, unit="kg")]
    assert entry(tab).last.text() == "71.5 kg"
    assert entry(tab).about.text().startswith("Today, ")
    assert entry(tab).fields.value.text() == ""
    assert entry(tab).fields.value.hasFocus()
    undo(opened)
    assert readings(opened) == []
    assert entry(tab).last.text() == "Nothing yet"
    redo(opened)
    assert entry(tab).last.text() == "71.5 kg"


TYPED = {
    "130/80": Reading(kind="blood-pressure", value=130, second=80, unit="mmHg"),
    "36.8": Reading(kind="temperature", value=36.8, unit="C"),
    "5.6": Reading(kind="glucose", value=5.6, unit="mmol/L"),
    "96": Reading(kind="oxygen", value=96, unit="%"),
    "72": Reading(kind="pulse", value=72, unit="/min"),
    "4": Reading(kind="pain", value=4, unit="/10"),
    "6:30": Reading(kind="sleep", value=6.5, unit="h"),
    "3": Reading(kind="mood", value=3, unit="/5"),
    "250": Reading(kind="fluid", value=250, unit="ml"),
    "11 st 4": Reading(kind="weight", value=11, second=4, unit="st"),
}


def every_kind_is_typed_as_people_write_it(opened: Opened, tab: MeasurementsTab) -> None:
    for typed, expected in TYPED.items():
        look_at(opened, tab, expected.kind)
        write(opened, tab, typed)
        assert expected in readings(opened)
    assert len(readings(opened)) == len(TYPED)


def test_units_are_those_of_the_country_and_then_those_used_last(opened: Opened) -> None:
    use_language("en-US")
    try:
        unlock(opened)
        with_people(opened, "Mum")
        tab = open_tab(opened, "measurements", MeasurementsTab)
        assert entry(tab).fields.units.current == "lb"
        entry(tab).fields.units.chip("kg").click()
        write(opened, tab, "71.5")
        assert readings(opened) == [Reading(kind="weight", value=71.5, unit="kg")]
        look_at(opened, tab, "temperature")
        assert entry(tab).fields.units.current == "F"
        look_at(opened, tab, "weight")
        assert entry(tab).fields.units.current == "kg"
    finally:
        use_language("en-GB")


def an_unlikely_value_is_asked_about_and_kept_only_when_it_is_right(opened: Opened, tab: MeasurementsTab) -> None:
    write(opened, tab, "710")
    assert readings(opened) == []
    doubt = entry(tab).fields.doubt
    assert doubt is not None
    assert doubt.accessibleName() == "Is 710 kg right?"
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Type it again"
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    opened.quiet()
    assert readings(opened) == [Reading(kind="weight", value=710, unit="kg")]
    assert entry(tab).fields.doubt is None


def a_value_that_fits_another_unit_offers_it(opened: Opened, tab: MeasurementsTab) -> None:
    look_at(opened, tab, "temperature")
    write(opened, tab, "98.6")
    names = [thing.name for thing in speak(entry(tab))]
    assert "It was in °F" in names
    press(Qt.Key.Key_Space)
    opened.quiet()
    assert readings(opened) == [Reading(kind="temperature", value=98.6, unit="F")]


def typing_on_takes_the_question_away(opened: Opened, tab: MeasurementsTab) -> None:
    write(opened, tab, "710")
    entry(tab).fields.value.setText("71")
    assert entry(tab).fields.doubt is None


def what_is_no_value_is_told_at_the_field(opened: Opened, tab: MeasurementsTab) -> None:
    write(opened, tab, "heavy")
    assert entry(tab).fields.value_field.error.startswith("This is not a number")
    assert readings(opened) == []


def another_time_is_asked_for_and_never_in_the_future(opened: Opened, tab: MeasurementsTab) -> None:
    fields = entry(tab).fields
    fields.when.chip("another").click()
    fields.value.setText("71")
    fields.day.line.setText("23 November 2026")
    fields.clock.line.setText("23:59")
    entry(tab).keep()
    assert fields.clock.field.error == "This time is still to come."
    fields.day.line.setText("20 November 2026")
    fields.clock.line.setText("18:30")
    fields.note.setText("after supper")
    entry(tab).keep()
    opened.quiet()
    (measurement,) = kept(opened)
    assert measurement.note == "after supper"
    assert MONDAY - 3 * DAY < measurement.at < MONDAY - 2 * DAY
    assert fields.when.current == "now"
    assert fields.day.isHidden()


def after_midnight_yesterday_is_another_day(opened: Opened, tab: MeasurementsTab) -> None:
    day = entry(tab).fields.day
    opened.clock.jump(Millis(MONDAY + DAY))
    entry(tab).show_last(None)
    day.line.setText("yesterday")
    assert day.said.text() == "Monday 23 November 2026"
    day.line.clear()
    opened.clock.jump(MONDAY)


def test_values_are_typed_asked_about_and_kept(opened: Opened, tab: MeasurementsTab) -> None:
    a_value_is_kept_with_enter_shown_large_and_undone(opened, tab)
    measure_nothing(opened, tab)
    an_unlikely_value_is_asked_about_and_kept_only_when_it_is_right(opened, tab)
    measure_nothing(opened, tab)
    a_value_that_fits_another_unit_offers_it(opened, tab)
    measure_nothing(opened, tab)
    typing_on_takes_the_question_away(opened, tab)
    measure_nothing(opened, tab)
    what_is_no_value_is_told_at_the_field(opened, tab)
    measure_nothing(opened, tab)
    another_time_is_asked_for_and_never_in_the_future(opened, tab)
    measure_nothing(opened, tab)
    every_kind_is_typed_as_people_write_it(opened, tab)
    after_midnight_yesterday_is_another_day(opened, tab)


def the_chart_says_in_words_what_it_shows(opened: Opened, tab: MeasurementsTab) -> None:
    fill(opened, 72.0, 70.5, 71.0)
    chart = tab.history.chart
    assert not chart.isHidden()
    assert chart.accessibleName() == "Weight over time"
    assert chart.accessibleDescription() == (
        "3 values from 21 November to 23 November. "
        "Lowest 70.5 kg on 22 November, highest 72 kg on 21 November, last 71 kg."
    )
    spoken = next(thing for thing in speak(tab) if thing.name == "Weight over time" and thing.description)
    assert spoken.description == chart.accessibleDescription()


def blood_pressure_is_two_lines_told_apart_in_words(opened: Opened, tab: MeasurementsTab) -> None:
    fill(opened, 130, 140, kind="blood-pressure", unit="mmHg", second=80)
    look_at(opened, tab, "blood-pressure")
    assert [line.name for line in tab.history.chart.lines] == ["Upper number", "Lower number"]
    assert tab.history.legend.text() == "Dots with a whole line: Upper number. Squares with dashes: Lower number."
    assert "Lower number: Lowest 80 mmHg" in tab.history.chart.accessibleDescription()


@pytest.mark.usefixtures("dressed")
def test_the_chart_is_violet_in_every_theme(opened: Opened, tab: MeasurementsTab, theme: Theme) -> None:
    fill(opened, 72.0, 70.5, 71.0)
    for choice in (each for each in ThemeChoice if each is not ThemeChoice.FOLLOW):
        theme.set_choice(choice)
        settle()
        wanted = theme.tokens.private.line
        assert wanted in tab.history.chart.svg()
        image = picture(tab.history.chart)
        colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
        assert wanted.lower() in colours


@pytest.mark.usefixtures("dressed")
def test_the_letters_of_the_chart_grow_with_the_text(opened: Opened, tab: MeasurementsTab, theme: Theme) -> None:
    fill(opened, 72.0, 70.5)
    for percent, size in ((100, 14), (200, 28)):
        theme.set_percent(percent)
        settle()
        assert f'font-size="{size}"' in tab.history.chart.svg()


def stones_are_drawn_in_pounds_and_said_in_stones(opened: Opened, tab: MeasurementsTab) -> None:
    fill(opened, 11, 12, unit="st", second=4)
    assert [value for _at, value in tab.history.chart.lines[0].points] == [158, 172]
    assert "highest 12 st 4 lb" in tab.history.chart.accessibleDescription()


def the_list_says_the_same_and_opens_a_value(opened: Opened, tab: MeasurementsTab) -> None:
    fill(opened, 72.0, 70.5, 71.0)
    tab.history.as_list.click()
    assert tab.history.chart.isHidden()
    assert [line.title for line in tab.history.list.lines] == ["71 kg", "70.5 kg", "72 kg"]
    tab.history.list.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    drawer = panel(opened, MeasurementDrawer)
    assert_accessible(drawer)
    assert drawer.form.values["value"] == "70.5"
    drawer.form.show({"value": "70.6", "note": "slippers off"})
    drawer.save.click()
    opened.quiet()
    changed = kept(opened)[1]
    assert (changed.reading.value, changed.note, changed.at) == (70.6, "slippers off", MONDAY - DAY)
    undo(opened)
    assert kept(opened)[1].reading.value == 70.5


def a_value_that_is_not_touched_stays_to_the_last_digit(opened: Opened, tab: MeasurementsTab) -> None:
    fill(opened, 70.12345678)
    tab.open_measurement(kept(opened)[0])
    drawer = panel(opened, MeasurementDrawer)
    drawer.form.show({"note": "before breakfast"})
    drawer.save.click()
    opened.quiet()
    (measurement,) = kept(opened)
    assert (measurement.reading.value, measurement.note) == (70.12345678, "before breakfast")


def a_value_is_deleted_and_comes_back(opened: Opened, tab: MeasurementsTab) -> None:
    fill(opened, 72.0, 70.5)
    tab.history.as_list.click()
    tab.open_measurement(kept(opened)[0])
    panel(opened, MeasurementDrawer).delete.click()
    opened.quiet()
    assert [reading.value for reading in readings(opened)] == [72.0]
    undo(opened)
    assert len(readings(opened)) == 2


def test_a_period_says_when_nothing_was_measured_in_it(opened: Opened, tab: MeasurementsTab) -> None:
    fill(opened, *[70.0 + number for number in range(20)])
    for period, count in ((Period.TWO_WEEKS, 15), (Period.ALL, 20), (Period.YEAR, 20), (Period.THREE_MONTHS, 20)):
        tab.history.periods.chip(period.value).click()
        opened.quiet()
        assert len(tab.history.chart.lines[0].points) == count
    fill(opened, 96, kind="oxygen", unit="%", ago=20)
    look_at(opened, tab, "oxygen")
    tab.history.periods.chip(Period.TWO_WEEKS.value).click()
    opened.quiet()
    assert tab.history.nothing.text() == "Nothing was measured in this time."
    assert tab.history.chart.isHidden()
    assert entry(tab).last.text() == "96%"


def test_something_of_ones_own_is_made_measured_renamed_and_taken_back(opened: Opened, tab: MeasurementsTab) -> None:
    tab.other.click()
    drawer = panel(opened, KindDrawer)
    assert_accessible(drawer)
    drawer.form.show({"name": "Steps", "unit": "steps"})
    drawer.save.click()
    opened.quiet()
    write(opened, tab, "1200")
    assert entry(tab).last.text() == "1,200 steps"
    tab.change_kind.click()
    panel(opened, KindDrawer).form.show({"name": "Walking"})
    panel(opened, KindDrawer).save.click()
    opened.quiet()
    assert entry(tab).accessibleName() == "Walking"
    tab.change_kind.click()
    panel(opened, KindDrawer).drop.click()
    opened.quiet()
    assert notes_of(opened, lambda vault: vault.measures.own_kinds()) == ()
    assert entry(tab).last.text() == "1,200 steps"
    undo(opened)
    assert len(notes_of(opened, lambda vault: vault.measures.own_kinds())) == 1


def test_looking_at_everybody_asks_whose(opened: Opened, tab: MeasurementsTab) -> None:
    with_people(opened, "Dad", shown=-1)
    assert not tab.whose.isHidden()
    assert [button.text() for button in tab.whose.buttons] == ["Mum", "Dad"]
    assert tab.new()
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    opened.quiet()
    assert tab.whose.isHidden()
    write(opened, tab, "80")
    (measurement,) = kept(opened)
    person = care_of(opened).desk.whom.person
    assert person is not None
    assert (person.name, measurement.person_id) == ("Dad", person.id)


def test_a_value_half_typed_comes_back_after_a_lock_and_nothing_stays(opened: Opened, tab: MeasurementsTab) -> None:
    fill(opened, 72.0)
    look_at(opened, tab, "pulse")
    entry(tab).fields.value.setText("73")
    entry(tab).fields.note.setText(MARKER)
    lock(opened)
    assert MARKER not in everything_shown(opened.whole.window)
    unlock(opened)
    opened.quiet()
    again = open_tab(opened, "measurements", MeasurementsTab)
    assert entry(again).fields.value_field.control.accessibleName() == "Pulse, new value"
    assert (entry(again).fields.value.text(), entry(again).fields.note.text()) == ("73", MARKER)


def test_a_value_that_was_open_is_open_again_after_a_lock(opened: Opened, tab: MeasurementsTab) -> None:
    fill(opened, 72.0)
    fill(opened, 96, kind="oxygen", unit="%")
    look_at(opened, tab, "weight")
    tab.open_measurement(next(one for one in kept(opened) if one.reading.kind == "weight"))
    panel(opened, MeasurementDrawer).form.show({"note": MARKER})
    lock(opened)
    unlock(opened)
    opened.quiet()
    assert panel(opened, MeasurementDrawer).form.values["note"] == MARKER


def search_leads_to_the_value_in_the_list(opened: Opened, tab: MeasurementsTab) -> None:
    fill(opened, 72.0, 70.5)
    fill(opened, 96, kind="oxygen", unit="%")
    wanted = next(one for one in kept(opened) if one.reading.value == 72.0)
    care_of(opened).desk.open("measurements", wanted.id)
    opened.quiet()
    assert tab.history.list.current == str(wanted.id)
    assert tab.history.list.hasFocus()


def test_notes_that_are_kept_can_be_read_alone(opened: Opened, tab: MeasurementsTab) -> None:
    fill(opened, 72.0)
    person = care_of(opened).desk.whom.written_for
    assert person is not None
    notes_of(opened, lambda vault: vault.people.set_situation(person, Situation.DIED, on="2026-11-20", at=MONDAY))
    care_of(opened).desk.changed.emit()
    opened.quiet()
    opened.quiet()
    assert not tab.kept.isHidden()
    assert entry(tab).fields.isHidden()
    assert not tab.new()


def the_tab_is_named_and_tab_goes_round(opened: Opened, tab: MeasurementsTab) -> None:
    fill(opened, 72.0, 70.5)
    assert_accessible(tab)
    tab.history.as_list.click()
    opened.quiet()
    assert_accessible(tab)


def test_the_chart_and_the_list_say_the_same(opened: Opened, tab: MeasurementsTab) -> None:
    the_chart_says_in_words_what_it_shows(opened, tab)
    measure_nothing(opened, tab)
    stones_are_drawn_in_pounds_and_said_in_stones(opened, tab)
    measure_nothing(opened, tab)
    blood_pressure_is_two_lines_told_apart_in_words(opened, tab)
    measure_nothing(opened, tab)
    a_value_that_is_not_touched_stays_to_the_last_digit(opened, tab)
    measure_nothing(opened, tab)
    the_list_says_the_same_and_opens_a_value(opened, tab)
    measure_nothing(opened, tab)
    a_value_is_deleted_and_comes_back(opened, tab)
    measure_nothing(opened, tab)
    the_tab_is_named_and_tab_goes_round(opened, tab)
    measure_nothing(opened, tab)
    search_leads_to_the_value_in_the_list(opened, tab)

"""Days and times are typed as a place writes them and read back in full words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from caregiver_app.support.i18n import use_language
from caregiver_app.ui.care.parts.day_field import ClockField, DayField, spoken_clock, typed_day
from caregiver_app.ui.theme import Theme
from tests.helpers.qt_app import Stage

TODAY = date(2026, 11, 23)


@pytest.fixture(params=["en-GB", "en-US", "es", "de", "fr", "ja"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    """A language in force for one test."""
    use_language(request.param)
    yield request.param
    use_language("en-GB")


def test_a_day_that_was_shown_is_read_as_the_same_day(theme: Theme, language: str) -> None:
    field = DayField(theme, "Day", today=TODAY)
    for day in (TODAY, date(2027, 1, 2), date(1931, 12, 31)):
        field.show_day(day)
        assert field.day() == day, language


def test_a_time_that_was_shown_is_read_as_the_same_time(theme: Theme, language: str) -> None:
    field = ClockField(theme, "Time")
    for clock in (time(0, 5), time(9, 0), time(12, 0), time(14, 30)):
        field.line.setText(spoken_clock(clock))
        assert field.clock() == clock, language


def test_what_was_understood_stands_below_in_full_words(theme: Theme, stage: Stage) -> None:
    field = DayField(theme, "Day", today=TODAY)
    stage.hold(field)
    field.line.setText("3/4/2026")
    assert field.said.text() == "Friday 3 April 2026"
    use_language("en-US")
    field.line.setText("3/4/2026 ")
    assert field.day() == date(2026, 3, 4)
    use_language("en-GB")


@pytest.mark.parametrize(("typed", "day"), [("today", 23), ("Tomorrow", 24), ("yesterday", 22)])
def test_days_near_today_are_understood_by_their_words(theme: Theme, typed: str, day: int) -> None:
    field = DayField(theme, "Day", today=TODAY)
    field.line.setText(typed)
    assert field.day() == date(2026, 11, day)


def test_after_midnight_days_are_counted_from_the_new_one_and_what_stands_there_keeps_its_day(theme: Theme) -> None:
    field = DayField(theme, "Day", today=TODAY)
    field.line.setText("yesterday")
    field.set_today(TODAY + timedelta(days=1))
    assert field.day() == date(2026, 11, 22)
    field.line.clear()
    field.set_today(TODAY + timedelta(days=1))
    field.line.setText("yesterday")
    assert field.day() == date(2026, 11, 23)


def test_what_cannot_be_read_is_told_at_the_field_with_the_keyboard_there(theme: Theme, stage: Stage) -> None:
    field = DayField(theme, "Day", today=TODAY)
    stage.hold(field)
    field.line.setText("31 11 2026")
    assert not field.check()
    assert field.field.error == f"Enter a date with its year, like {typed_day(TODAY)}."
    assert QApplication.focusWidget() is field.line
    field.line.setText("30 11 2026")
    assert field.field.error == ""


def test_an_empty_day_is_fine_unless_it_is_needed(theme: Theme, stage: Stage) -> None:
    field = DayField(theme, "Day", today=TODAY)
    stage.hold(field)
    assert field.check()
    assert not field.check(needed=True)


def test_where_hours_are_counted_to_twelve_a_time_must_say_its_half_of_the_day(theme: Theme, stage: Stage) -> None:
    use_language("en-US")
    try:
        field = ClockField(theme, "Time")
        stage.hold(field)
        field.line.setText("2:30")
        assert not field.check()
        assert "morning or afternoon" in field.field.error
        field.line.setText("2:30 pm")
        assert field.check()
    finally:
        use_language("en-GB")

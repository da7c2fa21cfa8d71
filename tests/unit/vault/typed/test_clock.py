"""Times of day are read as each place writes them, and what could be two times is refused."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.model.errors import RecordRefused, RecordTrouble
from caregiver_app.support.i18n import use_language
from caregiver_app.ui.care.parts.day_field import spoken_clock
from caregiver_app.vault.typed.clock import counts_to_twelve, read_clock


@pytest.mark.parametrize(
    ("typed", "hour", "minute"),
    [
        ("14:30", 14, 30),
        ("14.30", 14, 30),
        ("1430", 14, 30),
        ("14h30", 14, 30),
        ("14 h", 14, 0),
        ("930", 9, 30),
        ("9", 9, 0),
        ("2:30 pm", 14, 30),
        ("2.30PM", 14, 30),
        ("2 p.m.", 14, 0),
        ("12 am", 0, 0),
        ("12 pm", 12, 0),
        ("  0:05 ", 0, 5),
    ],
)
def test_times_are_read_where_hours_are_counted_to_twenty_four(typed: str, hour: int, minute: int) -> None:
    assert read_clock(typed, "en-GB") == time(hour, minute)


@pytest.mark.parametrize(
    "typed", ["", "soon", "25:00", "14:60", "14:3", "13 pm", "0 pm", "2:30 xm", "14:30:00", "1" * 9]
)
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(RecordRefused) as refused:
        read_clock(typed, "en-GB")
    assert refused.value.kind is RecordTrouble.TIME


@pytest.mark.parametrize("typed", ["2:30", "9", "12:30", "1130"])
def test_morning_or_afternoon_must_be_said_where_hours_are_counted_to_twelve(typed: str) -> None:
    assert counts_to_twelve("en-US")
    with pytest.raises(RecordRefused):
        read_clock(typed, "en-US")


@pytest.mark.parametrize(("typed", "hour"), [("14:30", 14), ("09:30", 9), ("0:30", 0), ("2:30 a.m.", 2)])
def test_what_can_be_one_time_only_is_taken_there_too(typed: str, hour: int) -> None:
    assert read_clock(typed, "en-US") == time(hour, 30)


@given(clock=st.times().map(lambda one: one.replace(second=0, microsecond=0)))
@pytest.mark.parametrize("locale", ["en-GB", "en-US", "es", "de", "fr", "pt", "hi", "ar"])
def test_a_time_as_it_is_shown_is_read_as_the_same(locale: str, clock: time) -> None:
    use_language(locale)
    try:
        assert read_clock(spoken_clock(clock), locale) == clock
    finally:
        use_language("en-GB")

"""Days that somebody else wrote are shown, whatever they are: in words where they are near, else as they stand."""

from __future__ import annotations

import pytest

from caregiver_app.ui.care.answering.sent_text import sent_day, sent_moment


def test_days_of_our_time_are_said_in_words() -> None:
    assert sent_day("2026-12-01") == "Tuesday 1 December 2026"
    assert sent_moment("2026-11-23T08:05:00+00:00").startswith("Monday 23 November 2026")


@pytest.mark.parametrize("far", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "1400-06-01T00:00:00+00:00"])
def test_times_that_no_calendar_reckons_with_stand_as_they_came(far: str) -> None:
    assert sent_moment(far) == far
    assert sent_day(far[:10]) == far[:10]

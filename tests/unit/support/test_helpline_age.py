"""A telephone number counts as checked for half a year, whatever the length of the months."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from caregiver_app.support.helplines import helplines


@pytest.mark.parametrize(
    ("checked", "again"),
    [
        pytest.param(date(2026, 10, 1), date(2027, 4, 1), id="over the year"),
        pytest.param(date(2026, 1, 15), date(2026, 7, 15), id="within it"),
        pytest.param(date(2026, 8, 31), date(2027, 2, 28), id="a month too short"),
        pytest.param(date(2027, 8, 29), date(2028, 2, 29), id="a leap year"),
        pytest.param(date(2026, 6, 30), date(2026, 12, 30), id="to December"),
        pytest.param(None, None, id="never"),
    ],
)
def test_a_number_is_to_be_checked_again_after_half_a_year(checked: date | None, again: date | None) -> None:
    line = replace(helplines()[0], checked_on=checked)
    assert line.check_again_on == again

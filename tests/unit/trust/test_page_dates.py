"""What days a page says of itself, and that nothing else is taken for one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.trust.page_dates import find_dates


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Page last reviewed: 14 March 2025", date(2025, 3, 14)),
        ("Last updated on June 2nd, 2025.", date(2025, 6, 2)),
        ("Last updated\n2025-06-02", date(2025, 6, 2)),
        ("Medically reviewed by Dr A. Example on 3 Feb 2024", date(2024, 2, 3)),
        ("Reviewed: May 2024", date(2024, 5, 31)),
        ("Published 25/03/2024", date(2024, 3, 25)),
        ("Published 03/25/2024", date(2024, 3, 25)),
        ("Última revisión: 3 de mayo de 2024", date(2024, 5, 3)),
        ("Fecha de actualización: 30/11/2025", date(2025, 11, 30)),
        ("Actualizado en septiembre de 2025", date(2025, 9, 30)),
        ("Published 1 May 2020. Last reviewed 4 June 2024.", date(2024, 6, 4)),
    ],
)
def test_the_last_look_is_found(text: str, last: date) -> None:
    assert find_dates(text).last == last
    assert find_dates(text).again is None


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("Next review due: 14 March 2028", date(2028, 3, 14)),
        ("Review date: May 2028", date(2028, 5, 31)),
        ("Due for review by 2028-01-02", date(2028, 1, 2)),
        ("Próxima revisión: 3 de mayo de 2028", date(2028, 5, 3)),
    ],
)
def test_the_next_look_is_found_and_not_taken_for_the_last(text: str, again: date) -> None:
    assert find_dates(text).again == again
    assert find_dates(text).last is None


def test_both_stand_beside_each_other() -> None:
    found = find_dates("Page last reviewed: 14 March 2025 Next review due: 14 March 2028")
    assert (found.last, found.again) == (date(2025, 3, 14), date(2028, 3, 14))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "On 14 March 2025 we went to the sea.",
        "Published 03/04/2024",  # a day in March or in April
        "Last updated 31 February 2024",
        "Last updated 2024-13-45",
        "Reviewed by our nurses, who since their school days in a small town by the river have loved it. 4 May 2024",
        "Unreviewed 4 May 2024",
    ],
)
def test_what_may_be_another_day_is_none(text: str) -> None:
    assert find_dates(text).last is None


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200), st.sampled_from(["reviewed ", "next review due "]))
def test_any_text_has_an_answer(text: str, mark: str) -> None:
    find_dates(mark + text)


def test_a_text_made_to_take_long_does_not() -> None:
    """A hundred thousand marks, each with a number behind it that is no day."""
    assert find_dates("last updated 99 99 " * 50_000).last is None

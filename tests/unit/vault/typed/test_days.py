"""Dates are read as their place writes them; a year in two digits is no year."""

from __future__ import annotations

from datetime import date

import pytest
from babel.dates import format_date
from hypothesis import example, given
from hypothesis import strategies as st

from caregiver_app.model.errors import RecordRefused, RecordTrouble
from caregiver_app.vault.typed.days import order_of, read_day

NOVEMBER = date(2026, 11, 5)


@pytest.mark.parametrize(
    ("typed", "locale"),
    [
        ("5/11/2026", "en-GB"),
        ("11/5/2026", "en-US"),
        ("05.11.2026", "de-DE"),
        ("5 11 2026", "en-GB"),
        ("2026/11/5", "en-GB"),
        ("2026-11-05", "en-US"),
        ("2026-11-5", "es-ES"),
        ("5 November 2026", "en-GB"),
        ("November 5, 2026", "en-US"),
        ("5th November 2026", "en-GB"),
        ("5 nov 2026", "en-GB"),
        ("5 de noviembre de 2026", "es-ES"),
        ("Thursday 5 November 2026", "en-GB"),
        ("  5-11-2026 ", "fr-FR"),
        ("٥/١١/٢٠٢٦", "ar-EG"),
    ],
)
def test_a_day_is_read_in_its_place(typed: str, locale: str) -> None:
    assert read_day(typed, locale) == NOVEMBER


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "5/11/26",
        "5 November 26",
        "31/4/2026",
        "29/2/2025",
        "2026-13-01",
        "2026",
        "11/2026",
        "November 2026",
        "5 6 November 2026",
        "1/2/3/2026",
        "00/01/2026",
        "5/11/9999",
        "5/11/0099",
        "31/12/1849",
        "1/1/2201",
        "tomorrow",
        "5 March or April 2026",
        "9" * 100,
    ],
)
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(RecordRefused) as told:
        read_day(typed, "en-GB")
    assert told.value.kind is RecordTrouble.DATE


@example(day=date(1850, 1, 1), locale="en-GB")
@example(day=date(2200, 12, 31), locale="en-GB")
@given(
    day=st.dates(min_value=date(1850, 1, 1), max_value=date(2200, 12, 31)),
    locale=st.sampled_from(["en-GB", "en-US", "es-ES", "es-US", "fr-FR", "de-DE", "pt-BR", "it-IT", "pl-PL"]),
)
def test_what_a_place_writes_in_words_it_reads(day: date, locale: str) -> None:
    """A day written out with its month's name, and in digits with its whole year, is the same day again."""
    spoken = locale.replace("-", "_")
    assert read_day(format_date(day, "d MMMM y", locale=spoken), locale) == day
    digits = {"d": f"{day.day:02}", "m": f"{day.month:02}", "y": f"{day.year:04}"}
    assert read_day("/".join(digits[part] for part in order_of(locale)), locale) == day


@given(st.text(max_size=70), st.sampled_from(["en-GB", "en-US", "es-ES", "ar-EG", "zh-Hans-CN"]))
def test_anything_typed_is_a_day_or_refused(typed: str, locale: str) -> None:
    try:
        day = read_day(typed, locale)
    except RecordRefused:
        return
    assert 1850 <= day.year <= 2200

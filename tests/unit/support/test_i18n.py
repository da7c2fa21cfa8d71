"""Dates, times and numbers as people write them, in the language in force."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from babel.localedata import locale_identifiers

from caregiver_app.model.time import Millis, from_datetime
from caregiver_app.support.catalogues import sheet_languages
from caregiver_app.support.i18n import (
    ORIGINAL,
    current_locale,
    format_clock,
    format_day,
    format_near_day,
    format_number,
    format_short_day,
    gettext,
    ngettext,
    paper_locale,
    pgettext,
    speaking,
    speaks,
    speaks_on_paper,
    system_language,
    use_chosen_language,
    use_language,
)
from tests.helpers.clock import MONDAY


@pytest.fixture(autouse=True)
def _english_afterwards() -> Iterator[None]:
    yield
    use_language(ORIGINAL)


@pytest.mark.parametrize(
    ("language", "day", "day_and_year", "short", "short_and_year"),
    [
        ("en_GB", "Monday 23 November", "Monday 23 November 2026", "23 November", "23 November 2026"),
        ("en_US", "Monday, November 23", "Monday, November 23, 2026", "November 23", "November 23, 2026"),
        ("en-AU", "Monday 23 November", "Monday 23 November 2026", "23 November", "23 November 2026"),
        (
            "es",
            "lunes, 23 de noviembre",
            "lunes, 23 de noviembre de 2026",
            "23 de noviembre",
            "23 de noviembre de 2026",
        ),
        ("de", "Montag, 23. November", "Montag, 23. November 2026", "23. November", "23. November 2026"),
        ("fr", "lundi 23 novembre", "lundi 23 novembre 2026", "23 novembre", "23 novembre 2026"),
        ("ja", "11月23日月曜日", "2026年11月23日月曜日", "11月23日", "2026年11月23日"),
        (
            "lv",
            "pirmdiena, 23. novembris",
            "pirmdiena, 2026. gada 23. novembris",
            "23. novembris",
            "2026. gada 23. novembris",
        ),
    ],
)
def test_a_day_is_written_as_in_the_language(
    language: str, day: str, day_and_year: str, short: str, short_and_year: str
) -> None:
    use_language(language)
    assert format_day(MONDAY, UTC) == day
    assert format_day(MONDAY, UTC, year=True) == day_and_year
    assert format_short_day(MONDAY, UTC) == short
    assert format_short_day(MONDAY, UTC, year=True) == short_and_year


def test_in_no_language_does_a_day_without_its_year_show_one() -> None:
    for language in locale_identifiers():
        use_language(language)
        assert "2026" not in format_day(MONDAY, UTC), language
        assert "2026" not in format_short_day(MONDAY, UTC), language


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (datetime(2026, 11, 23, 0, 0, tzinfo=UTC), "Today"),
        (datetime(2026, 11, 22, 23, 59, tzinfo=UTC), "Yesterday"),
        (datetime(2026, 11, 21, 12, 0, tzinfo=UTC), "21 November"),
        (datetime(2026, 11, 24, 12, 0, tzinfo=UTC), "24 November"),
        (datetime(2019, 11, 23, 12, 0, tzinfo=UTC), "23 November 2019"),
    ],
)
def test_near_days_are_said_as_one_says_them(when: datetime, said: str) -> None:
    assert format_near_day(from_datetime(when), MONDAY, UTC) == said


def test_today_is_today_where_the_person_is() -> None:
    """At 23:30 in London it is already tomorrow in Auckland."""
    late = Millis(MONDAY + 15 * 3_600_000 + 25 * 60_000)
    assert format_near_day(MONDAY, late, ZoneInfo("Europe/London")) == "Today"
    assert format_near_day(MONDAY, late, ZoneInfo("Pacific/Auckland")) == "Yesterday"


def test_times_and_numbers_follow_the_language() -> None:
    assert (format_clock(MONDAY, UTC), format_number(12345.5)) == ("08:05", "12,345.5")
    use_language("es")
    assert (format_clock(MONDAY, UTC), format_number(12345.5)) == ("8:05", "12.345,5")


def test_the_local_zone_holds_where_none_is_given() -> None:
    """The tests' zone is London: an hour ahead of UTC in July."""
    july = from_datetime(datetime(2026, 7, 1, 23, 30, tzinfo=UTC))
    assert format_short_day(july) == "2 July"


@pytest.mark.parametrize("tag", ["", "x", "klingon", "../../etc", "en_GB.UTF-8@euro", "\x00", "zz_ZZ"])
def test_an_unknown_language_is_english(tag: str) -> None:
    use_language(tag)
    assert gettext("Saved") == "Saved"
    assert ngettext("{n} page", "{n} pages", 2) == "{n} pages"
    assert pgettext("a button", "Open") == "Open"
    assert format_short_day(MONDAY, UTC) == "23 November"


def test_a_sheet_speaks_a_language_before_the_window_does() -> None:
    """Half a window in another language helps nobody: English stays until its catalogue is whole."""
    assert (speaks("es"), speaks_on_paper("es"), speaks_on_paper("es-MX")) == (False, True, True)
    assert (speaks("en-US"), speaks_on_paper("en-US")) == (True, True)
    assert not speaks_on_paper("fr")
    assert not speaks_on_paper("../es")
    use_language("es")
    assert gettext("Allergies") == "Allergies"
    with speaking("es-US"):
        assert gettext("Allergies") == "Alergias"
        assert pgettext("answer", "Yes") == "Sí"
    with speaking("fr"):
        assert gettext("Allergies") == "Allergies"
    assert gettext("Allergies") == "Allergies"


def test_a_computer_in_another_language_gets_an_english_window_until_all_of_it_is_translated(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LC_ALL", "es_ES.UTF-8")
    assert system_language() == ORIGINAL
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert system_language() == "en_US"


@pytest.mark.parametrize(
    ("chosen", "asked_for", "window", "on_paper"),
    [
        ("", "es_MX.UTF-8", "en-GB", "es-MX"),
        ("", "es", "en-GB", "es"),
        ("", "en_US.UTF-8", "en-US", "en-US"),
        ("", "fr_FR.UTF-8", "en-GB", "en-GB"),
        ("", "../es", "en-GB", "en-GB"),
        ("en-GB", "es_ES.UTF-8", "en-GB", "en-GB"),
        ("es-US", "en_GB.UTF-8", "es-US", "es-US"),
    ],
)
def test_sheets_are_in_the_language_that_somebody_chose_or_this_computer_asks_for(
    monkeypatch: pytest.MonkeyPatch, chosen: str, asked_for: str, window: str, on_paper: str
) -> None:
    monkeypatch.setenv("LC_ALL", asked_for)
    use_chosen_language(chosen)
    assert (current_locale(), paper_locale()) == (window, on_paper)
    assert gettext("Allergies") == "Allergies"
    with speaking("en-US"):
        assert paper_locale() == "en-US"
    use_language("en-US")
    assert paper_locale() == "en-US"


def test_the_languages_of_sheets_are_those_with_a_catalogue() -> None:
    assert sheet_languages() == ("en", "es")

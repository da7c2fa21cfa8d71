"""Dates, times and numbers as people write them, in the language in force."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from textwrap import dedent
from zoneinfo import ZoneInfo

import pytest
from babel import Locale
from babel.messages.catalog import Catalog

from caregiver_app.model.time import Millis, from_datetime
from caregiver_app.support.catalogues import (
    LANGUAGE_NAMES,
    speaks_in_window,
    speaks_on_sheets,
    words_for_sheets,
    words_for_window,
)
from caregiver_app.support.i18n import (
    ORIGINAL,
    as_beginning,
    current_locale,
    format_clock,
    format_day,
    format_near_day,
    format_number,
    format_short_day,
    format_weekday,
    gettext,
    ngettext,
    paper_locale,
    pgettext,
    speaking,
    speaks,
    speaks_on_paper,
    use_chosen_language,
    use_language,
)
from catalogue_files import compile_catalogue
from tests.helpers.clock import MONDAY

EVERY_LANGUAGE = """
    from datetime import UTC
    from babel.localedata import locale_identifiers
    from caregiver_app.support.i18n import format_day, format_short_day, use_language
    from tests.helpers.clock import MONDAY

    languages = locale_identifiers()
    for language in languages:
        use_language(language)
        assert "2026" not in format_day(MONDAY, UTC), language
        assert "2026" not in format_short_day(MONDAY, UTC), language
    print(len(languages))
"""


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
            "lunes 23 de noviembre",
            "lunes 23 de noviembre de 2026",
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
    """In a process of its own: what Babel works out for one language can stay in others that it reads later."""
    told = subprocess.run(
        [sys.executable, "-c", dedent(EVERY_LANGUAGE)], capture_output=True, text=True, check=True, timeout=120
    )
    assert int(told.stdout) > 900


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
    inside = said.lower() if said.endswith("day") else said
    assert format_near_day(from_datetime(when), MONDAY, UTC, inside=True) == inside


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


@pytest.fixture
def half_german(tmp_path: Path) -> Path:
    """The folder of a language that sheets speak and the window does not yet."""
    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    words = Catalog(locale="de")
    words.add("Allergies", "Allergien")
    half = compile_catalogue(words, code="de", plurals="nplurals=2; plural=(n != 1);", window="not yet")
    (folder / "caregiver.mo").write_bytes(half)
    return tmp_path


def test_a_sheet_speaks_a_language_before_the_window_does(half_german: Path) -> None:
    """Half a window in another language helps nobody: English stays until its catalogue is whole."""
    german, austrian, french = (Locale.parse(tag) for tag in ("de", "de_AT", "fr"))
    assert not speaks_in_window(german, half_german)
    assert [speaks_on_sheets(locale, half_german) for locale in (german, austrian, french)] == [True, True, False]
    assert words_for_window(german, half_german).gettext("Allergies") == "Allergies"
    assert words_for_sheets(austrian, half_german).gettext("Allergies") == "Allergien"
    assert words_for_sheets(french, half_german).gettext("Allergies") == "Allergies"


def test_the_window_speaks_spanish_and_english_as_each_country_says_it() -> None:
    said = {}
    for tag in ("en-GB", "en-US", "es-ES", "es-US", "es-MX", "es"):
        use_language(tag)
        said[tag] = (gettext("Postcode"), gettext("Colours"), gettext("Family doctor"), pgettext("answer", "Yes"))
    assert said["en-GB"] == ("Postcode", "Colours", "Family doctor", "Yes")
    assert said["en-US"] == ("ZIP code", "Colors", "Family doctor", "Yes")
    assert said["es-ES"] == said["es"] == ("Código postal", "Colores", "Médico de cabecera", "Sí")
    assert said["es-US"] == said["es-MX"] == ("Código postal", "Colores", "Médico de familia", "Sí")
    assert all(speaks(tag) for tag in (*said, *LANGUAGE_NAMES))
    assert not speaks("fr")
    assert not speaks_on_paper("../es")


@pytest.mark.parametrize(
    ("chosen", "asked_for", "computer", "spoken"),
    [
        ("", "es_MX.UTF-8", "", "es-MX"),
        ("", "en_US.UTF-8", "", "en-US"),
        ("", "fr_FR.UTF-8", "", "en-GB"),
        ("", "../es", "", "en-GB"),
        ("", "", "es-ES", "es-ES"),
        ("", "C.UTF-8", "en-US", "en-US"),
        ("", "es_ES.UTF-8", "en-US", "es-ES"),
        ("en-GB", "es_ES.UTF-8", "", "en-GB"),
        ("es-US", "en_GB.UTF-8", "", "es-US"),
    ],
)
def test_what_somebody_chose_is_spoken_else_what_the_computer_asks_for(
    monkeypatch: pytest.MonkeyPatch, chosen: str, asked_for: str, computer: str, spoken: str
) -> None:
    for name in ("LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", asked_for)
    use_chosen_language(chosen, computer=computer)
    assert (current_locale(), paper_locale()) == (spoken, spoken)
    with speaking("en-US"):
        assert paper_locale() == "en-US"


def test_a_day_begins_a_line_with_a_large_letter() -> None:
    use_language("es-ES")
    assert format_day(MONDAY, UTC) == "lunes 23 de noviembre"
    assert as_beginning(format_day(MONDAY, UTC)) == "Lunes 23 de noviembre"
    assert format_weekday(MONDAY, UTC) == "Lunes"
    assert as_beginning("") == ""

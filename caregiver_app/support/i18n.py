"""One translation for window, commands and sheets (gettext), with Babel for dates and numbers.

Strings are translated when they are used, never when a module is read. Translator notes stand in a comment
beginning `Translators:` on the line above. What writes dates and numbers is imported when the first one is written.
"""

from __future__ import annotations

import gettext as _gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from babel import Locale, UnknownLocaleError

from caregiver_app.model.time import Millis, to_datetime
from caregiver_app.support import day_patterns
from caregiver_app.support.catalogues import (
    speaks_in_window,
    speaks_on_sheets,
    words_for_sheets,
    words_for_window,
)

ORIGINAL = "en_GB"


@dataclass(slots=True)
class _Speech:
    """The language in force in this process. `on_paper` is that of sheets where it is another one, else ""."""

    words: _gettext.NullTranslations
    locale: Locale
    on_paper: str = ""


_window = _Speech(_gettext.NullTranslations(), Locale.parse(ORIGINAL))
_here: ContextVar[_Speech | None] = ContextVar("speech", default=None)


def use_language(tag: str) -> None:
    """Speak `tag` (e.g. "es", "en-US") from now on; a language that the window does not speak has English words."""
    locale = _locale_of(tag) or Locale.parse(ORIGINAL)
    use_words(words_for_window(locale), tag)


def use_words(words: _gettext.NullTranslations, tag: str) -> None:
    """Speak with these words, and with days, numbers and direction of `tag` (e.g. "ar-EG"), from now on."""
    _window.words, _window.locale, _window.on_paper = words, _locale_of(tag) or Locale.parse(ORIGINAL), ""


def use_chosen_language(chosen: str, *, computer: str = "") -> None:
    """Speak what somebody chose, "" for what this computer asks for: on sheets also where the window cannot.

    `computer` is what it asks for where its environment does not say so, as on Windows.
    """
    use_language(chosen or system_language(computer))
    asked_for = _system_tag() or computer
    if not chosen and speaks_on_paper(asked_for) and not speaks(asked_for):
        _window.on_paper = str(_locale_of(asked_for)).replace("_", "-")


@contextmanager
def speaking(tag: str) -> Iterator[None]:
    """Speak `tag` in this thread for a while, e.g. for a sheet in another language than the window's."""
    locale = _locale_of(tag) or Locale.parse(ORIGINAL)
    before = _here.set(_Speech(words_for_sheets(locale), locale))
    try:
        yield
    finally:
        _here.reset(before)


def load_days_and_numbers() -> None:
    """Load how the language in force writes days and numbers; else the first date to be shown waits 0.15 s for it."""
    format_short_day(Millis(0))
    format_number(1)


def system_language(computer: str = "") -> str:
    """Return the language that this computer asks for where we speak it, else "en_GB"."""
    tag = _system_tag() or computer
    return tag if tag and speaks(tag) else ORIGINAL


def gettext(message: str) -> str:
    """Translate `message`."""
    return _speech().words.gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """Translate the form that fits `n`."""
    return _speech().words.ngettext(singular, plural, n)


def pgettext(context: str, message: str) -> str:
    """Translate `message` as used in `context`."""
    return _speech().words.pgettext(context, message)


def format_day(at: Millis, zone: tzinfo | None = None, *, year: bool = False) -> str:
    """Return a day as people say it, e.g. "Monday 23 November", in the local zone unless `zone` is given."""
    return _format(_local(at, zone), day_patterns.whole_day(_speech().locale, year=year))


def format_short_day(at: Millis, zone: tzinfo | None = None, *, year: bool = False) -> str:
    """Return a day without its weekday, e.g. "23 November"."""
    return _format(_local(at, zone), day_patterns.short_day(_speech().locale, year=year))


def format_short_weekday(at: Millis, zone: tzinfo | None = None) -> str:
    """Return the weekday in its short form, e.g. "Mon"."""
    return _format(_local(at, zone), "EEE")


def as_beginning(text: str) -> str:
    """Return a text as it begins a line: some languages write days and months small elsewhere."""
    return text[:1].upper() + text[1:]


def format_weekday(at: Millis, zone: tzinfo | None = None) -> str:
    """Return the weekday as it stands alone on a button, e.g. "Monday"."""
    return as_beginning(_format(_local(at, zone), "cccc"))


def format_weekday_inside(at: Millis, zone: tzinfo | None = None) -> str:
    """Return the weekday as it stands inside a sentence, e.g. "Monday", in Spanish "lunes"."""
    return _format(_local(at, zone), "EEEE")


def format_month(at: Millis, zone: tzinfo | None = None, *, year: bool = False) -> str:
    """Return a month as it stands alone, e.g. "March", with `year` "March 2027"."""
    return _format(_local(at, zone), day_patterns.month_alone(_speech().locale, year=year))


def format_near_day(at: Millis, now: Millis, zone: tzinfo | None = None, *, inside: bool = False) -> str:
    """Return a day as one would say it at `now`: "Today", "Yesterday", "23 November", "23 November 2019".

    It begins a line, or stands `inside` a sentence or behind a colon: "today".
    """
    day, today = _local(at, zone).date(), _local(now, zone).date()
    if day == today:
        return gettext("today") if inside else gettext("Today")
    if day == today - timedelta(days=1):
        return gettext("yesterday") if inside else gettext("Yesterday")
    return format_short_day(at, zone, year=day.year != today.year)


def format_clock(at: Millis, zone: tzinfo | None = None) -> str:
    """Return the time of day as the locale writes it, e.g. "08:05" or "8:05 AM"."""
    from babel import dates

    return str(dates.format_time(_local(at, zone), "short", locale=_speech().locale))


def format_number(value: float) -> str:
    """Return a number with the locale's separators."""
    from babel import numbers

    return str(numbers.format_decimal(value, locale=_speech().locale))


def language_name(tag: str) -> str:
    """Return what the language in force calls the language of `tag`, e.g. "Spanish"; empty where it is none."""
    locale = _locale_of(tag) if tag else None
    return (locale.get_display_name(_speech().locale) or "") if locale is not None else ""


def speaks(tag: str) -> bool:
    """Return whether the whole window is in the language of `tag`."""
    locale = _locale_of(tag)
    return locale is not None and speaks_in_window(locale)


def speaks_on_paper(tag: str) -> bool:
    """Return whether sheets can be printed in the language of `tag`."""
    locale = _locale_of(tag)
    return locale is not None and speaks_on_sheets(locale)


def current_language() -> str:
    """Return the language in force, e.g. "en" (ISO 639-1)."""
    return _speech().locale.language


def current_locale() -> str:
    """Return the language in force with its country, e.g. "en-GB": how dates and numbers are typed."""
    return str(_speech().locale).replace("_", "-")


def paper_locale() -> str:
    """Return the language of sheets where nobody names one, with its country as `current_locale` does."""
    return _speech().on_paper or current_locale()


def usual_first_weekday() -> int:
    """Return on which day weeks begin where the language in force is spoken, 0 for Monday, 6 for Sunday."""
    return int(_speech().locale.first_week_day)


def decimal_sign() -> str:
    """Return the sign between whole and part of a number in the language in force, e.g. "."."""
    return str(_speech().locale.number_symbols["latn"]["decimal"])


def country_name(code: str) -> str:
    """Return what the language in force calls a country (ISO 3166), e.g. "Canada"; the code where it has no name."""
    return str(_speech().locale.territories.get(code.upper(), code))


def reads_from_right(tag: str) -> bool:
    """Return whether the language of `tag` is written from right to left."""
    locale = _locale_of(tag)
    return locale is not None and locale.character_order == "right-to-left"


def _system_tag() -> str:
    """Return the language that this computer asks for (POSIX), "" where it asks for none."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        tag = os.environ.get(name, "").partition(".")[0].partition("@")[0]
        if tag and tag not in ("C", "POSIX"):
            return tag
    return ""


def _speech() -> _Speech:
    return _here.get() or _window


def _locale_of(tag: str) -> Locale | None:
    try:
        return Locale.parse(tag.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return None


def _format(day: datetime, pattern: str) -> str:
    from babel import dates

    return str(dates.format_date(day, pattern, locale=_speech().locale))


def _local(at: Millis, zone: tzinfo | None) -> datetime:
    return to_datetime(at).astimezone(zone)

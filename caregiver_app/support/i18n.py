"""One translation for window, commands and sheets (gettext), with Babel for dates and numbers.

Strings are translated when they are used, never when a module is read. Translator notes stand in a comment
beginning `Translators:` on the line above.
"""

from __future__ import annotations

import gettext as _gettext
import os
from datetime import datetime, tzinfo

from babel import Locale, UnknownLocaleError, dates, numbers

from caregiver_app.model.time import Millis, to_datetime
from caregiver_app.support.resources import resource

DOMAIN = "caregiver"

_translations: _gettext.NullTranslations = _gettext.NullTranslations()
_locale = Locale("en", "GB")


def use_language(tag: str) -> None:
    """Speak `tag` (e.g. "es", "en_US") from now on; a language without a catalogue falls back to English."""
    global _translations, _locale
    try:
        _locale = Locale.parse(tag.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        _locale = Locale("en", "GB")
    folder = None
    try:
        folder = str(resource("resources", "translations"))
    except FileNotFoundError:
        pass
    _translations = _gettext.translation(DOMAIN, folder, languages=[str(_locale), _locale.language], fallback=True)


def system_language() -> str:
    """Return the language tag that the environment asks for, "en_GB" where it does not say."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        tag = os.environ.get(name, "").partition(".")[0].partition("@")[0]
        if tag and tag not in ("C", "POSIX"):
            return tag
    return "en_GB"


def gettext(message: str) -> str:
    """Translate `message`."""
    return _translations.gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """Translate the form that fits `n`."""
    return _translations.ngettext(singular, plural, n)


def pgettext(context: str, message: str) -> str:
    """Translate `message` as used in `context`."""
    return _translations.pgettext(context, message)


def format_day(at: Millis, zone: tzinfo | None = None, *, year: bool = False) -> str:
    """Return a day as people say it, e.g. "Monday 23 November", in the local zone unless `zone` is given."""
    day = _local(at, zone)
    pattern = "EEEE d MMMM y" if year else "EEEE d MMMM"
    return str(dates.format_skeleton("yMMMMEEEEd" if year else "MMMMEEEEd", day, locale=_locale)) or str(
        dates.format_date(day, pattern, locale=_locale)
    )


def format_short_day(at: Millis, zone: tzinfo | None = None, *, year: bool = False) -> str:
    """Return a day without its weekday, e.g. "23 November"."""
    day = _local(at, zone)
    return str(dates.format_skeleton("yMMMMd" if year else "MMMMd", day, locale=_locale))


def format_clock(at: Millis, zone: tzinfo | None = None) -> str:
    """Return the time of day as the locale writes it, e.g. "8:05"."""
    return str(dates.format_time(_local(at, zone), "short", locale=_locale))


def format_number(value: float) -> str:
    """Return a number with the locale's separators."""
    return str(numbers.format_decimal(value, locale=_locale))


def _local(at: Millis, zone: tzinfo | None) -> datetime:
    return to_datetime(at).astimezone(zone)

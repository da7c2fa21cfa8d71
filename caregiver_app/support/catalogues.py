"""The words of other languages that ship, and what each is good for: for sheets, or for the whole window too.

A window that is half in one language and half in another helps nobody, so a language is spoken there only once its
catalogue says that no word is missing. Sheets are complete before, which the build checks (packaging/translations.py).
"""

from __future__ import annotations

import gettext
from pathlib import Path

from babel import Locale

from caregiver_app.support.resources import resource

DOMAIN = "caregiver"
ORIGINAL_LANGUAGE = "en"
_WINDOW, _COMPLETE = "x-window", "complete"
"""The line in the head of a catalogue that says how much of the window it knows."""


def words_for_sheets(locale: Locale) -> gettext.NullTranslations:
    """Return the words of a language, as far as there are some; English ones stand for the others."""
    return gettext.translation(DOMAIN, _folder(), languages=_names(locale), fallback=True)


def words_for_window(locale: Locale) -> gettext.NullTranslations:
    """Return the words of a language where all of the window is in it, else English ones."""
    words = words_for_sheets(locale)
    return words if _is_complete(words) else gettext.NullTranslations()


def speaks_on_sheets(locale: Locale) -> bool:
    """Return whether sheets can be printed in a language."""
    return locale.language == ORIGINAL_LANGUAGE or _has_catalogue(locale)


def speaks_in_window(locale: Locale) -> bool:
    """Return whether all of the window is in a language."""
    if locale.language == ORIGINAL_LANGUAGE:
        return True
    return _has_catalogue(locale) and _is_complete(words_for_sheets(locale))


def sheet_languages() -> tuple[str, ...]:
    """Return the languages (ISO 639-1) that sheets can be printed in, the original one first."""
    folder = _folder()
    there = sorted(path.parts[-3] for path in Path(folder).glob(f"*/LC_MESSAGES/{DOMAIN}.mo")) if folder else []
    return (ORIGINAL_LANGUAGE, *there)


def _is_complete(words: gettext.NullTranslations) -> bool:
    return words.info().get(_WINDOW) == _COMPLETE


def _has_catalogue(locale: Locale) -> bool:
    return gettext.find(DOMAIN, _folder(), languages=_names(locale)) is not None


def _names(locale: Locale) -> list[str]:
    return [str(locale), locale.language]


def _folder() -> Path | None:
    try:
        return resource("resources", "translations")
    except FileNotFoundError:
        return None

"""The words of other languages that ship, and what each is good for: for sheets, or for the whole window too.

What is called otherwise in America stands in a catalogue before that of the language (`packaging/variants`).
A window that is half in one language and half in another helps nobody, so a language is spoken there only once its
catalogue says that no word is missing. Sheets are complete before, which the build checks (packaging/translations.py).
"""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from babel import Locale

from caregiver_app.support.resources import resource

DOMAIN = "caregiver"
ORIGINAL_LANGUAGE = "en"
LANGUAGE_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "en-GB": "English (UK)",
        "en-US": "English (US)",
        "es-ES": "Español (España)",
        "es-US": "Español (EE. UU.)",
    }
)
"""The languages that can be chosen, each as it calls itself, so that whoever seeks it finds it."""

_WINDOW, _COMPLETE = "x-window", "complete"
"""The line in the head of a catalogue that says how much of the window it knows."""

_AMERICAN_ENGLISH = frozenset({"AS", "GU", "MP", "PR", "UM", "US", "VI"})
_EUROPEAN_SPANISH = frozenset({"EA", "ES", "GQ", "IC"})


def words_for_sheets(locale: Locale, folder: Path | None = None) -> gettext.NullTranslations:
    """Return the words of a language, as far as there are some; English ones stand for the others.

    `folder` is that of the catalogues, None: of those that ship. So it is in what follows.
    """
    return _read(*_files(locale, folder))


def words_for_window(locale: Locale, folder: Path | None = None) -> gettext.NullTranslations:
    """Return the words of a language where all of the window is in it, else English ones."""
    words = words_for_sheets(locale, folder)
    return words if _is_complete(words) else gettext.NullTranslations()


def speaks_on_sheets(locale: Locale, folder: Path | None = None) -> bool:
    """Return whether sheets can be printed in a language."""
    return locale.language == ORIGINAL_LANGUAGE or bool(_files(locale, folder))


def speaks_in_window(locale: Locale, folder: Path | None = None) -> bool:
    """Return whether all of the window is in a language."""
    if locale.language == ORIGINAL_LANGUAGE:
        return True
    return speaks_on_sheets(locale, folder) and _is_complete(words_for_sheets(locale, folder))


def _is_complete(words: gettext.NullTranslations) -> bool:
    return words.info().get(_WINDOW) == _COMPLETE


def _files(locale: Locale, folder: Path | None) -> list[Path]:
    """Return the catalogues in which the words of a language are looked for, the nearest one first.

    Not by `gettext.find`, which takes "en" for American English.
    """
    folder = folder or _folder()
    names = [f"{locale.language}_US"] if _is_american(locale) else []
    files = [folder / name / "LC_MESSAGES" / f"{DOMAIN}.mo" for name in (*names, locale.language)] if folder else []
    return [file for file in files if file.is_file()]


@lru_cache(maxsize=8)  # a set of sheets asks for each of its words
def _read(*files: Path) -> gettext.NullTranslations:
    words: gettext.NullTranslations | None = None
    for file in files:
        with file.open("rb") as data:
            more = gettext.GNUTranslations(data)
        if words is None:
            words = more
        else:
            words.add_fallback(more)
    return words or gettext.NullTranslations()


def _is_american(locale: Locale) -> bool:
    if locale.language == ORIGINAL_LANGUAGE:
        return locale.territory in _AMERICAN_ENGLISH
    return locale.territory is not None and locale.territory not in _EUROPEAN_SPANISH


def _folder() -> Path | None:
    try:
        return resource("resources", "translations")
    except FileNotFoundError:
        return None

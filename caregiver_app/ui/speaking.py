"""Another language for the window: taken up between two windows, since words stand in all that was made before."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from caregiver_app.support.catalogues import LANGUAGE_NAMES
from caregiver_app.support.i18n import (
    current_locale,
    language_name,
    load_days_and_numbers,
    system_language,
    use_chosen_language,
)
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.undo import UndoStep
from caregiver_app.ui.remember import Remembered

_QT_WORDS = "qt-words"


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakWish:
    """The window shall speak `language`, which the settings keep already.

    `before` is the language from which somebody changed: the next window opens where they did, which is the settings
    or, with `in_first_steps`, the first step, and offers to take it back; None where the change needs no word.
    """

    language: str
    before: str | None = None
    in_first_steps: bool = False


def speak(app: QApplication, chosen: str) -> None:
    """Speak a language (e.g. "es-US") from now on, "" for that of this computer, and begin lines where it does."""
    use_chosen_language(chosen, computer=_asked_for())
    threading.Thread(target=load_days_and_numbers, name="words", daemon=True).start()
    locale = QLocale(current_locale().replace("-", "_"))
    app.setLayoutDirection(locale.textDirection())
    _speak_in_qt(app, locale)


def change_language(
    remembered: Remembered, between: Callable[[SpeakWish], object], language: str, *, in_first_steps: bool = False
) -> None:
    """Keep another language and ask for a window that speaks it; "" stands for that of this computer."""
    before = remembered.settings.language
    remembered.change(lambda settings: replace(settings, language=language))
    between(SpeakWish(language=language, before=before, in_first_steps=in_first_steps))


def spoken_step(wish: SpeakWish, remembered: Remembered, between: Callable[[SpeakWish], object]) -> UndoStep:
    """Return the step that a window in another language begins with; both ways lead to one more window."""
    # Translators: {language} is a language as it calls itself, e.g. "English (UK)"
    text = _("Caregiver speaks {language} now.").format(language=shown_name(current_locale()))
    change = partial(change_language, remembered, between, in_first_steps=wish.in_first_steps)
    return UndoStep(text=text, undo=lambda: change(wish.before or ""), redo=lambda: change(wish.language))


def computer_language() -> str:
    """Return the language with its country (e.g. "en-GB") that is spoken where nobody chose one."""
    return system_language(_asked_for()).replace("_", "-")


def shown_name(tag: str) -> str:
    """Return what a language calls itself where it can be chosen, else what the one in force calls it."""
    return LANGUAGE_NAMES.get(tag) or language_name(tag) or tag


def _speak_in_qt(app: QApplication, locale: QLocale) -> None:
    """Have what Qt says by itself, such as "Copy" and "Paste" in fields, in the same language."""
    for before in app.findChildren(QTranslator, _QT_WORDS):
        app.removeTranslator(before)
        before.deleteLater()
    words = QTranslator(app)
    words.setObjectName(_QT_WORDS)
    if words.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(words)


def _asked_for() -> str:
    return next(iter(QLocale.system().uiLanguages()), "")

"""Another language for the window: taken up between two windows, since words stand in all that was made before."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from caregiver_app.support.i18n import current_locale, load_days_and_numbers, use_chosen_language


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakWish:
    """The window shall speak `language`, which the settings keep already."""

    language: str


def speak(app: QApplication, chosen: str) -> None:
    """Speak a language (e.g. "es-US") from now on, "" for that of this computer, and begin lines where it does."""
    use_chosen_language(chosen)
    threading.Thread(target=load_days_and_numbers, name="words", daemon=True).start()
    app.setLayoutDirection(QLocale(current_locale().replace("-", "_")).textDirection())

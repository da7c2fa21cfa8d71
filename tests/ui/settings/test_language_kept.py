"""The card of the language shows what is kept, and a choice that waits for its button waits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from caregiver_app.support.i18n import ORIGINAL, use_language
from caregiver_app.support.settings import Settings
from caregiver_app.ui.frame import MainWindow
from caregiver_app.ui.remember import Remembered
from caregiver_app.ui.settings.language_card import LanguageCard
from caregiver_app.ui.theme import Theme
from tests.helpers.qt_app import make_window


@pytest.fixture(autouse=True)
def _as_usual_afterwards(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    yield
    use_language(ORIGINAL)


def card_over(qtbot: QtBot, theme: Theme, remembered: Remembered) -> LanguageCard:
    window: MainWindow = make_window(theme)
    card = LanguageCard(theme, remembered, window.messages, lambda _wish: None, parent=window)
    qtbot.addWidget(card)
    return card


def is_asking(card: LanguageCard) -> bool:
    """Return whether the card would show the button that changes the language."""
    return card.change.isVisibleTo(card)


def test_a_language_without_its_country_is_shown_as_what_it_is(qtbot: QtBot, theme: Theme) -> None:
    use_language("es")
    card = card_over(qtbot, theme, Remembered(Settings(language="es")))
    assert card.languages.current == "es"
    assert card.languages.chip("es").text() == "Español"
    assert not is_asking(card)


def test_a_choice_that_waits_stays_while_other_settings_change(qtbot: QtBot, theme: Theme) -> None:
    remembered = Remembered(Settings(language="en-GB"))
    card = card_over(qtbot, theme, remembered)
    card.languages.chip("es-ES").click()
    remembered.change(lambda settings: replace(settings, text_scale=115))
    assert card.languages.current == "es-ES"
    assert is_asking(card)
    remembered.change(lambda settings: replace(settings, language=""))
    assert card.languages.current == "computer"
    assert not is_asking(card)

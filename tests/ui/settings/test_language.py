"""Language and region: a window in another language comes by a button and can be taken back; habits count at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from caregiver_app.model.sheets.paper import PaperSize
from caregiver_app.support.i18n import ORIGINAL, current_locale, use_language
from caregiver_app.support.regional import first_weekday, own_unit, paper_here, use_habits
from caregiver_app.support.settings import Settings
from caregiver_app.ui.key_map import shown_keys
from caregiver_app.ui.remember import Remembered
from caregiver_app.ui.settings.language_part import LanguagePart
from caregiver_app.ui.speaking import SpeakWish, speak, spoken_step
from tests.helpers.accessible import assert_accessible
from tests.helpers.whole_window import Opened


@pytest.fixture(autouse=True)
def _as_usual_afterwards(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    yield
    use_habits(Settings())
    use_language(ORIGINAL)


def _page(opened: Opened) -> LanguagePart:
    opened.whole.open_settings("language")
    opened.quiet()
    part = opened.whole.settings.part
    assert isinstance(part, LanguagePart)
    return part


def test_language_country_and_habits(opened: Opened) -> None:
    """One window: each choice in turn, taken back in turn."""
    part = _page(opened)
    assert_accessible(part)
    card = part.language
    assert not card.change.isVisible(), "the window speaks what is chosen"
    card.languages.chip("es-ES").click()
    assert card.change.isVisible()
    assert card.change.text() == "Change to Español (España)"
    card.languages.chip("en-GB").click()
    assert not card.change.isVisible(), "it is spoken already"
    opened.quiet()
    assert opened.saved[-1].language == "en-GB"
    opened.whole.window.messages.undo()
    assert card.languages.current == "computer"

    assert part.region is not None
    part.region.groups["week"].chip("6").click()
    part.region.groups["weight"].chip("st").click()
    part.region.groups["temperature"].chip("F").click()
    part.region.groups["paper"].chip("us-letter").click()
    assert (first_weekday(), own_unit("weight"), own_unit("temperature")) == (6, "st", "F")
    assert paper_here("GB") is PaperSize.LETTER
    assert opened.will_say("Paper: Letter")
    for _step in range(4):
        opened.whole.window.messages.undo()
    assert (first_weekday(), own_unit("weight"), paper_here("GB")) == (0, "", PaperSize.A4)
    assert {group.current for group in part.region.groups.values()} == {"usual"}

    assert part.place is not None
    assert part.place.choice is not None
    part.place.choice.chips.chip("US").click()
    opened.quiet()
    assert opened.library.topics.place()[0] == "US"
    opened.whole.window.messages.undo()
    opened.quiet()
    assert opened.library.topics.place()[0] == ""
    assert part.place.choice.current == ""

    card.languages.chip("es-US").click()
    card.change.click()
    opened.quiet()
    assert opened.wishes == [SpeakWish(language="es-US", before="")]
    assert opened.saved[-1].language == "es-US"


def test_the_next_window_offers_to_take_it_back(qapp: QApplication) -> None:
    remembered, wishes = Remembered(Settings(language="es-ES")), list[SpeakWish]()
    speak(qapp, "es-ES")
    try:
        assert current_locale() == "es-ES"
        assert QApplication.translate("QLineEdit", "&Copy") == "&Copiar", "what Qt says by itself"
        assert shown_keys(("Ctrl+Shift+E", "Return")) == "Ctrl+Mayús+E o Intro", "as it stands on keyboards"
        step = spoken_step(SpeakWish(language="es-ES", before="en-US"), remembered, wishes.append)
        assert step.text == "Caregiver habla ahora Español (España)."
        step.undo()
    finally:
        speak(qapp, "en-GB")
    assert wishes == [SpeakWish(language="en-US", before="es-ES")]
    assert remembered.settings.language == "en-US"
    assert QApplication.translate("QLineEdit", "&Copy") == "&Copy"

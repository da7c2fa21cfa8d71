"""Somebody wants Spanish: the window opens anew where they chose it and speaks it, and one key brings it all back."""

from __future__ import annotations

from pathlib import Path

from caregiver_app.support.settings import SettingsFile
from tests.helpers.by_keyboard import find_until, is_at, press_at
from tests.helpers.clock import MONDAY
from tests.helpers.window_process import window_process
from tests.helpers.x_server import Screen
from tests.stories.test_ended_by_itself import prepared


def test_spanish_and_back(screen: Screen, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    prepared(folder)
    settings = SettingsFile(folder / "settings.json")
    with window_process(screen, folder, at=MONDAY) as window:
        window.focus("^Home, Caregiver$")
        find_until(window, "language and region", lambda: is_at(window, "Settings, Caregiver"))
        press_at(window, "Follow my computer", "End")
        press_at(window, "Change to Español (EE. UU.)")
        window.focus("^Ajustes, Caregiver$")
        said = "Caregiver habla ahora Español (EE. UU.)"
        window.wait_until(lambda: said in window.words(), f"what was changed; it says: {window.words()}")
        assert "Idioma y región" in window.words()
        assert settings.load().language == "es-US"
        window.press("ctrl+1")
        window.focus("^Inicio, Caregiver$")
        assert "Lunes 23 de noviembre. Todo lo de aquí está guardado en esta computadora." in window.words()
        window.press("ctrl+z")
        window.focus("^Settings, Caregiver$")
        window.wait_until(lambda: "Caregiver speaks English (UK) now." in window.words(), "the page in English again")
        assert window.quit() == (0, "")
    assert settings.load().language == ""

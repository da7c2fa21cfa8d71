"""The contact sheet shows every view that is pictured, each in every look, and each look is another picture."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from caregiver_app.ui.theme import ThemeChoice
from tests.pictures.contact_sheet import FOLDER, all_shown, make
from tests.pictures.make_pictures import FOR_THE_EYE, LOOKS, PERCENTS


def test_every_view_is_shown_once() -> None:
    names = [shown.name for shown in all_shown()]
    assert len(set(names)) == len(names)
    assert len(names) * len(LOOKS) * len(PERCENTS) == len(FOR_THE_EYE)


def test_each_theme_has_a_sheet_of_its_own(qapp: QApplication, tmp_path: Path) -> None:
    make(tmp_path, [shown for shown in all_shown() if shown.name == "keyboard"])
    sheets = {choice: QImage(str(tmp_path / f"{choice.value}.jpg")) for choice in LOOKS}
    assert all(sheet.width() > 1_000 for sheet in sheets.values())
    middle = sheets[ThemeChoice.LIGHT].rect().center()
    light, dark = (QColor(sheets[look].pixel(200, middle.y())) for look in (ThemeChoice.LIGHT, ThemeChoice.DARK))
    assert light.lightness() > 200
    assert dark.lightness() < 60
    assert all(one != other for one, other in pairwise(sheets.values()))


def test_the_documents_have_the_sheets() -> None:
    assert all((FOLDER / f"{choice.value}.jpg").is_file() for choice in LOOKS)

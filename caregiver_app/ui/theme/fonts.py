"""Loads the application's fonts from their packages. Never relies on a font of the system."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import fontpkg_atkinson_hyperlegible
import fontpkg_noto_sans
from PySide6.QtGui import QFontDatabase

_FILES = (
    Path(fontpkg_atkinson_hyperlegible.ROOT, "files", "AtkinsonHyperlegible-Regular.ttf"),
    Path(fontpkg_atkinson_hyperlegible.ROOT, "files", "AtkinsonHyperlegible-Bold.ttf"),
    Path(fontpkg_atkinson_hyperlegible.ROOT, "files", "AtkinsonHyperlegible-Italic.ttf"),
    Path(fontpkg_atkinson_hyperlegible.ROOT, "files", "AtkinsonHyperlegible-BoldItalic.ttf"),
    Path(fontpkg_noto_sans.ROOT, "files", "NotoSans[wdth,wght].ttf"),
)


@cache
def load_fonts() -> tuple[str, ...]:
    """Make the fonts known to Qt and return their families; needs a QApplication, which must then stay.

    Raises:
        FileNotFoundError: a font file is missing or unreadable, so the installation is damaged.
    """
    families: list[str] = []
    for path in _FILES:
        number = QFontDatabase.addApplicationFont(str(path))
        if number < 0:
            raise FileNotFoundError(path.name)
        families.extend(QFontDatabase.applicationFontFamilies(number))
    return tuple(dict.fromkeys(families))

"""The fonts on paper: those of the window, from declared packages; never what happens to be on the computer."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import typst

FAMILIES = ("Atkinson Hyperlegible", "Noto Sans", "Noto Sans Arabic")


@cache
def fonts() -> typst.Fonts:
    """Return the fonts, read once."""
    import fontpkg_atkinson_hyperlegible
    import fontpkg_noto_sans
    import fontpkg_noto_sans_arabic
    import typst

    packages = (fontpkg_atkinson_hyperlegible, fontpkg_noto_sans, fontpkg_noto_sans_arabic)
    folders = [str(Path(package.ROOT, "files")) for package in packages]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(folders))

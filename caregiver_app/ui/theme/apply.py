"""Dresses the application in a theme: style, palette, font and the one style sheet."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from caregiver_app.ui.theme.fonts import load_fonts
from caregiver_app.ui.theme.palette import palette_of
from caregiver_app.ui.theme.qss import style_sheet
from caregiver_app.ui.theme.theme import Theme
from caregiver_app.ui.theme.type_roles import TypeRole


def dress(app: QApplication, theme: Theme) -> None:
    """Dress `app` in `theme` now and whenever it changes. Call it before any widget listens to `theme.changed`.

    Raises:
        FileNotFoundError: a font of the application is missing.
    """
    load_fonts()
    app.setStyle("Fusion")

    def put_on() -> None:
        app.setStyleSheet("")  # one sheet upon another is told to each widget once for every widget above it
        app.setPalette(palette_of(theme.tokens))
        app.setFont(theme.font(TypeRole.BODY))
        app.setStyleSheet(style_sheet(theme))

    theme.changed.connect(put_on)
    put_on()

"""What the computer asks for: dark or light, more contrast, movement, and the size of its own letters."""

from __future__ import annotations

import sys

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from caregiver_app.ui.theme.choice import SystemLook, ThemeChoice
from caregiver_app.ui.theme.scale import first_step
from caregiver_app.ui.theme.theme import Theme

_USUAL_POINTS = {"win32": 9.0, "darwin": 13.0}
_USUAL_POINTS_ELSEWHERE = 11.0  # GNOME; a desktop with 10 points then counts as 100 %, never as less
_WINDOWS_ACCESSIBILITY = r"HKEY_CURRENT_USER\Software\Microsoft\Accessibility"


def system_look(app: QApplication) -> SystemLook:
    """Return what the computer asks for now; an unknown colour scheme is light."""
    hints = app.styleHints()
    return SystemLook(
        dark=hints.colorScheme() == Qt.ColorScheme.Dark,
        high_contrast=hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast,
        motion=app.isEffectEnabled(Qt.UIEffect.UI_AnimateMenu),
    )


def system_step() -> int:
    """Return the text scale for a first start; ask before the application's own fonts are set."""
    return first_step(
        system_pt=QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).pointSizeF(),
        platform_pt=_USUAL_POINTS.get(sys.platform, _USUAL_POINTS_ELSEWHERE),
        text_factor_percent=_windows_text_factor(sys.platform),
    )


def follow_system(theme: Theme, app: QApplication) -> None:
    """Keep `theme` in step with the computer, and the computer's own dialogs in step with an explicit choice."""
    hints = app.styleHints()

    def look_again() -> None:
        theme.set_system(system_look(app))

    def settle() -> None:
        if theme.choice is ThemeChoice.FOLLOW:
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(Qt.ColorScheme.Dark if theme.tokens.dark else Qt.ColorScheme.Light)
        look_again()

    hints.colorSchemeChanged.connect(look_again)
    hints.accessibility().contrastPreferenceChanged.connect(look_again)
    theme.changed.connect(settle)
    settle()


def _windows_text_factor(platform: str) -> float:
    if platform != "win32":
        return 100.0
    value = QSettings(_WINDOWS_ACCESSIBILITY, QSettings.Format.NativeFormat).value("TextScaleFactor", 100)
    return float(value) if isinstance(value, int | float | str) and str(value).isdigit() else 100.0

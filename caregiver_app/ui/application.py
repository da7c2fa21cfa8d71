"""The application object of the toolkit: made once a process, before everything that is shown."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QLoggingCategory, QSettings, Qt, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from caregiver_app import APPLICATION_ID
from caregiver_app.support.settings import Settings
from caregiver_app.ui.no_screen import told_without_screen
from caregiver_app.ui.speaking import speak

_WITHOUT_FONTS: Final = ("-platformtheme", "gnome")
_ASKED_IN_VAIN: Final = "qt.qpa.theme.*.warning=false"  # the theme complains where there is no portal or no bus to ask
_SANDBOXES: Final = ("FLATPAK_ID", "SNAP")  # only their portal can open files from outside


class Application(QApplication):
    """`file_opened` carries the whole path of a file that macOS wants opened; others start the program once more."""

    file_opened = Signal(object)

    def event(self, event: QEvent) -> bool:
        """Hear what only macOS sends."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_opened.emit(Path(event.file()))
            return True
        return super().event(event)


def make_application(settings: Settings) -> QApplication:
    """Return the one there is, or make it, and have it speak and be known to desktops.

    Where there is no screen it says so and ends the process with 1.
    """
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        app = existing
    else:
        QLoggingCategory.setFilterRules(_ASKED_IN_VAIN)
        QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
        with told_without_screen():
            app = Application([*sys.argv[:1], *words_for_qt(sys.platform, os.environ)])
    speak(app, settings.language)
    _keep_file_dialogs_quiet()
    app.setApplicationName("Caregiver")
    app.setDesktopFileName(APPLICATION_ID)
    app.setApplicationDisplayName("")  # else every window title would carry it a second time
    return app


def words_for_qt(platform: str, surroundings: Mapping[str, str]) -> tuple[str, ...]:
    """Return with which words Qt is told the desktop's theme, none where it is somebody else's to choose.

    The GTK theme names a font for each kind of widget, and each style sheet that is set brings these back, in a size
    that knows nothing of ours. The one named here has none. It is no variable: programs that we start would inherit it.
    """
    chosen = surroundings.get("QT_QPA_PLATFORMTHEME", "") not in ("", "gtk3") or any(map(surroundings.get, _SANDBOXES))
    return _WITHOUT_FONTS if platform.startswith("linux") and not chosen else ()


def _keep_file_dialogs_quiet() -> None:
    """Let Qt's own file dialog keep nowhere which folders were visited: it would, outside of our folder."""
    nowhere = str(Path(os.devnull, "nowhere"))
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, nowhere)

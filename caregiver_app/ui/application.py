"""The application object of the toolkit: made once a process, before everything that is shown."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QSettings, Qt, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from caregiver_app import APPLICATION_ID
from caregiver_app.support.settings import Settings
from caregiver_app.ui.speaking import speak


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
    """Return the one there is, or make it, and have it speak and be known to desktops."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        app = existing
    else:
        QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
        app = Application(sys.argv[:1])
    speak(app, settings.language)
    _keep_file_dialogs_quiet()
    app.setApplicationName("Caregiver")
    app.setDesktopFileName(APPLICATION_ID)
    app.setApplicationDisplayName("")  # else every window title would carry it a second time
    return app


def _keep_file_dialogs_quiet() -> None:
    """Let Qt's own file dialog keep nowhere which folders were visited: it would, outside of our folder."""
    nowhere = str(Path(os.devnull, "nowhere"))
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, nowhere)

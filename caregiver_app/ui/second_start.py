"""A second start has the window that is open come to the front, by a small file in the data folder that it watches.

The second start writes into the file; the window empties it again, which is its answer. Nothing else is ever in it, and
no socket is opened. Where the window does not answer, the second start says that there is one.
"""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from caregiver_app.bootstrap import Paths
from caregiver_app.support.files import make_private_file, make_private_folder
from caregiver_app.support.logs import note

BREATHS = 60
"""How often a second start looks for the answer, twenty times a second."""

_BREATH_S = 0.05
_WISH = b"front"


def wish_file(paths: Paths) -> Path:
    """Return the file by which a second start tells the window that it is wanted."""
    return paths.data_dir / "caregiver.front"


def ask_to_front(paths: Paths, *, breaths: int = BREATHS) -> bool:
    """Ask the open window to come to the front; return whether it did within the time."""
    path = wish_file(paths)
    try:
        with path.open("r+b") as file:
            file.write(_WISH)
        return _is_answered(path, breaths)
    except OSError:
        return False


def take_wish(path: Path) -> bool:
    """Empty the file, which answers who wrote into it; return whether somebody had."""
    try:
        with path.open("r+b") as file:
            wished = bool(file.read(1))
            if wished:
                file.truncate(0)
            return wished
    except OSError:
        return False


class FrontWatch(QObject):
    """`touched` comes when the file was written to; whoever listens takes the wish in a thread of its own."""

    touched = Signal()

    def __init__(self, paths: Paths, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = wish_file(paths)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(lambda _path: self.touched.emit())
        try:
            make_private_folder(paths.data_dir)
            make_private_file(self.path)
        except OSError:
            note("second-start.no-file")
            return
        self._watcher.addPath(str(self.path))
        take_wish(self.path)  # of a start that gave up before this window was there


def bring_to_front(window: QWidget) -> None:
    """Show the window before all others, as far as the desktop allows; else have its entry blink."""
    if window.isMinimized():
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    application = QApplication.instance()
    if isinstance(application, QApplication):
        application.alert(window)


def _is_answered(path: Path, breaths: int) -> bool:
    breath = threading.Event()
    for _ in range(breaths):
        if path.stat().st_size == 0:
            return True
        breath.wait(_BREATH_S)
    return path.stat().st_size == 0

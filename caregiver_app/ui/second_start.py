"""A second start has the window that is open come to the front, by a small file in the data folder that it watches.

The second start locks the file and writes into it; the window empties it again, which is its answer. Several starts
take turns, and what stands there while nobody holds the lock is of one that was ended. What is written is a number of
bytes, the end of a line, and so many bytes: the whole name of a file to look at, or nothing. No socket is opened, no
link followed, no pipe waited for. Where the window does not answer, the second start takes its wish back and says that
there is one.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.support.file_locks import take_lock
from caregiver_app.support.files import make_private_file, make_private_folder, open_own_file
from caregiver_app.support.logs import note

BREATHS = 60
"""How often a second start looks for its turn, and then for the answer, twenty times a second."""

_BREATH_S = 0.05
_LONGEST_NAME_BYTES = 100_000
"""More than any system takes."""
_MOST_DIGITS = len(str(_LONGEST_NAME_BYTES))


@dataclass(frozen=True, slots=True, kw_only=True)
class StartWish:
    """What a second start wants: the window in front, and a file looked at where there is one."""

    file: Path | None = None


def wish_file(paths: Paths) -> Path:
    """Return the file by which a second start tells the window that it is wanted."""
    return paths.data_dir / "caregiver.front"


def ask_to_front(paths: Paths, file: Path | None = None, *, breaths: int = BREATHS) -> bool:
    """Ask the open window to come to the front and to look at a file; return whether it answered within the time.

    `file` is a whole path: the window was started elsewhere. The window may be starting still.
    """
    path = wish_file(paths)
    name = b"" if file is None else os.fsencode(file)[:_LONGEST_NAME_BYTES]
    try:
        if not _comes_true(path.exists, breaths):
            return False
        with open_own_file(path) as wish:
            if not _comes_true(lambda: take_lock(wish), breaths):
                return False
            wish.write(b"%d\n%b" % (len(name), name))
            wish.truncate()
            if _comes_true(lambda: path.stat().st_size == 0, breaths):
                return True
            wish.truncate(0)  # names of files stand nowhere longer than they must
            return False
    except OSError:
        return False


def take_wish(path: Path) -> StartWish | None:
    """Empty the file, which answers who wrote into it; return what they want, None where nobody wrote all of a wish.

    What is no wish at all, and a name that is no whole path, count as the wish for the window alone. What was left by a
    start that was ended goes, and nobody wants it any more.
    """
    try:
        with open_own_file(path) as file:
            left_behind = take_lock(file)
            written = file.read(_LONGEST_NAME_BYTES * 2)
            if not (left_behind or _is_whole(written)):
                return None
            if written:
                file.truncate(0)
    except OSError:
        return None
    return None if left_behind else StartWish(file=_file_in(written))


class FrontWatch(QObject):
    """`touched` comes when the file was written to; whoever listens takes the wish in a thread of its own.

    A wish may stand there from the beginning: whoever wrote it came while this window was being made.
    """

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


def _is_whole(written: bytes) -> bool:
    """Return whether no more of a wish is to come: the window may look while the other start is still writing."""
    length, end, name = written.partition(b"\n")
    if end:
        return len(name) >= _length(length)
    return bool(written) and not (written.isdigit() and len(written) <= _MOST_DIGITS)


def _file_in(written: bytes) -> Path | None:
    length, _end, name = written.partition(b"\n")
    name = name[: _length(length)]
    file = Path(os.fsdecode(name))
    return file if file.is_absolute() and b"\0" not in name else None


def _length(digits: bytes) -> int:
    """Return how long a name is, 0 for what is no number or more than is ever written."""
    length = int(digits) if digits.isdigit() and len(digits) <= _MOST_DIGITS else 0
    return length if length <= _LONGEST_NAME_BYTES else 0


def _comes_true(holds: Callable[[], bool], breaths: int) -> bool:
    breath = threading.Event()
    for _ in range(breaths):
        if holds():
            return True
        breath.wait(_BREATH_S)
    return holds()

"""A file that somebody opened with Caregiver is looked at where such files are looked at; nothing of it is taken in.

While the library is locked it waits, in memory alone, also where another window is made meanwhile. Of several that are
opened at once each waits until the one before it is closed, and so it does for a panel in which somebody has typed.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.opened_file import FileKind, kind_of
from caregiver_app.ui.care.joining import CareParts
from caregiver_app.ui.entries import LIBRARY
from caregiver_app.ui.frame import MainWindow
from caregiver_app.ui.home.joining import HOME
from caregiver_app.ui.library_gate import LibraryGate
from caregiver_app.ui.packs.commands import PACKS
from caregiver_app.ui.theme import Icon

_KIND = "opened-file"
_AT_ONCE_MS = 2_000
"""Within this time files count as opened at once: each is a start of its own. A later one is shown instead."""
_SOON_MS = 200


class OpenedFiles(QObject):
    """Leads from a file to the place that shows what is in it. `waiting` are those that wait for their turn."""

    def __init__(
        self, window: MainWindow, care: CareParts, gate: LibraryGate, busy: Callable[[], bool], parent: QObject
    ) -> None:
        """`gate` must hear of the lock before this does. `busy` says whether something is being done."""
        super().__init__(parent)
        self._window = window
        self._care = care
        self._gate = gate
        self._busy = busy
        self.waiting: tuple[Path, ...] = ()
        self._just_shown = QTimer(self, singleShot=True, interval=_AT_ONCE_MS)
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._go_on)
        # In the next turn: whoever else hears of the lock leads to a screen of their own first.
        care.access.changed.connect(lambda: QTimer.singleShot(0, self, self._go_on))

    def look_at(self, file: Path) -> None:
        """Show what is in a file, or why not; once the library is unlocked where it is locked."""
        kind = kind_of(file.name)
        if kind is None:
            words = _("Caregiver opens packs, lists of sources and set-up files. This file is none of them.")
            self._window.messages.say(words, icon=Icon.ALERT, kind=_KIND, at_once=True)
        elif not self._gate.is_open:
            self.waiting += (file,)
            self._window.open_screen(HOME)
            self._care.screen.shut.begin()
            words = _("Unlock first. Then you see what is in the file.")
            self._window.messages.say(words, icon=Icon.LOCK, kind=_KIND, at_once=True)
        elif self._must_wait():
            self.waiting += (file,)
            words = _("Close what is open here, then you see the file.")
            self._window.messages.say(words, icon=Icon.CLOCK, kind=_KIND)
            self._soon.start()
        else:
            self._show(kind, file)

    def _must_wait(self) -> bool:
        panel = self._window.overlay.panel
        if panel is not None and _holds_typed_words(panel):
            return True
        return self._just_shown.isActive() and (panel is not None or self._busy())

    def _go_on(self) -> None:
        if not self.waiting or not self._gate.is_open:
            return
        if self._window.overlay.panel is not None:
            self._just_shown.start()  # one sheet may lead to another, after a moment of work
        if self._must_wait():
            self._soon.start()
            return
        file, *others = self.waiting
        self.waiting = tuple(others)
        self.look_at(file)
        if others:
            self._soon.start()

    def _show(self, kind: FileKind, file: Path) -> None:
        self._just_shown.start()
        self._window.messages.drop(_KIND)
        side = self._gate.side
        match kind:
            case FileKind.PACKS:
                self._window.open_screen(PACKS)
                side.packs.look_at_file(file)
            case FileKind.SOURCES:
                self._window.open_screen(LIBRARY)
                side.ways.files.import_from(file)
            case FileKind.SET_UP:
                self._window.open_screen(LIBRARY)
                side.first_run.look_at_set_up_file(file)
            case _:
                assert_never(kind)


def _holds_typed_words(panel: QWidget) -> bool:
    lines = (line.isModified() and line.text() != "" for line in panel.findChildren(QLineEdit))
    plain = (text.document() for text in panel.findChildren(QPlainTextEdit))
    rich = (text.document() for text in panel.findChildren(QTextEdit))
    return any(lines) or any(text.isModified() and not text.isEmpty() for text in (*plain, *rich))

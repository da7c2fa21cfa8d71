"""Asks where a private file is to be saved; once more where something is already, or a service would copy it on.

The dialogs belong to the widget, so that they go with it at the lock. Nothing is looked at in the window's thread.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from caregiver_app.bootstrap.care_files import place_of_target
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.target_places import target_place_words
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.parts.asking_callout import AskingCallout
from caregiver_app.ui.theme import Icon, Tone
from caregiver_app.ui.widgets.button import Button

Chosen = Callable[[Path], object]

_TAKEN = "taken"


class TargetAsk(AskingCallout):
    """Hidden until a place was picked that will not do as it is. `settled` comes when it is hidden again."""

    settled = Signal()

    def __init__(self, desk: CareDesk, *, parent: QWidget | None = None) -> None:
        anyway = Button(desk.theme, _("Save it there all the same"))
        another = Button(desk.theme, _("Choose another place"), icon=Icon.FOLDER)
        super().__init__(desk.theme, Tone.WARN, Icon.ALERT, another, anyway, parent=parent)
        self.another, self.anyway = another, anyway
        self._desk = desk
        self._ask_again: Callable[[], object] = lambda: None
        self._go_on: Callable[[], object] = lambda: None
        self.another.clicked.connect(lambda: self._settle(self._ask_again))
        self.anyway.clicked.connect(lambda: self._settle(self._go_on))

    def ask(self, title: str, name: str, chosen: Chosen) -> QFileDialog:
        """Ask where to save what is called `name` at first; `chosen` gets a place that the person agrees with."""
        dialog = QFileDialog(self, title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # Nothing is ever written over: a question about it would promise what is then refused.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.selectFile(name)
        dialog.fileSelected.connect(
            lambda path: self.consider(Path(path), chosen, lambda: self.ask(title, name, chosen))
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def consider(self, path: Path, chosen: Chosen, ask_again: Callable[[], object]) -> None:
        """Go on with a place, or ask once more where something is already or others would get what is saved there."""

        def known(place: str) -> None:
            if not place:
                chosen(path)
                return
            self._go_on = lambda: chosen(path)
            self._ask_again = ask_again
            self.anyway.setVisible(place != _TAKEN)
            self.put(*place_words(place))

        self._desk.access.apart(self, lambda: _look(path), known, failed=self._desk.tell)

    def _settle(self, go_on: Callable[[], object]) -> None:
        self.setVisible(False)
        self.settled.emit()
        go_on()


def _look(path: Path) -> str:
    """Return what is the matter with a place, "" for nothing. An empty folder is free for a folder."""
    try:
        is_free = path.is_dir() and not path.is_symlink() and not any(path.iterdir())
    except OSError:
        is_free = False
    if not is_free and (path.exists() or path.is_symlink()):
        return _TAKEN
    return place_of_target(path)


def place_words(place: str) -> tuple[str, str]:
    """Return what is said of a place where something is already, or that is not on this computer alone."""
    if place == _TAKEN:
        return _("Something is there already under this name."), _("It stays as it is. Choose another name or place.")
    return target_place_words(place)


def ask_files(parent: QWidget, title: str, chosen: Callable[[Sequence[Path]], object]) -> QFileDialog:
    """Ask for one or more files that are there."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda names: chosen([Path(name) for name in names]))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog

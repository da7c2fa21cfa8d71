"""Saving a private sheet as PDF, to be printed elsewhere: says that it is not locked, offers to lock it, asks where."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.parts.target import TargetAsk
from caregiver_app.ui.care.sheet.files import NAME
from caregiver_app.ui.care.sheet.pdf_lock import PdfLock
from caregiver_app.ui.theme import Icon, Tone
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.drawer import Drawer


class SaveSheetDrawer(Drawer):
    """`wanted` carries the place as text, and the password, "" for none."""

    wanted = Signal(str, str)

    def __init__(self, desk: CareDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("Save as PDF"), parent=parent)
        theme = desk.theme
        self.open_file = Callout(
            theme, Tone.WARN, Icon.UNLOCK, _("This file will not be locked."), _("Keep it somewhere safe.")
        )
        self.lock = PdfLock(theme, desk.access, opens_notes=False)
        self.target = TargetAsk(desk)
        self.go_on = Button(theme, _("Choose where"), kind=ButtonKind.MAIN, icon=Icon.DOWNLOAD)
        for part in (self.open_file, self.lock, self.target):
            self.body.addWidget(part)
        self.add_foot(self.go_on)
        self.lock.tick.toggled.connect(lambda on: self.open_file.setVisible(not on))
        self.go_on.clicked.connect(lambda: self.lock.take(self._ask_where))
        self.setFocusProxy(self.go_on)

    def clear(self) -> None:
        """Forget the password that was typed."""
        self.lock.password.clear()

    def save_to(self, path: Path, password: str = "") -> None:
        """Consider a place, and go on with it where the person agrees."""
        self.target.consider(path, lambda place: self._take(place, password), lambda: self._ask_where(password))

    def _ask_where(self, password: str) -> None:
        self.target.ask(_("Save as PDF"), NAME, lambda path: self._take(path, password))

    def _take(self, path: Path, password: str) -> None:
        self.wanted.emit(str(path if path.suffix else path.with_suffix(".pdf")), password)

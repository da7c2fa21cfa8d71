"""The tab "Make a pack": the packs that are being made on this computer, and how to begin one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.bootstrap.pack_folders import FolderLook
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.studio.folder_row import FolderRow
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.plain import PlainLabel


class MakingPart(QWidget):
    """`begin_asked` and `open_asked` say what was pressed; `opened` and `dropped` carry the folder they are about."""

    begin_asked = Signal()
    open_asked = Signal()
    opened = Signal(object)
    dropped = Signal(object)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: dict[Path, FolderRow] = {}
        self.setAccessibleName(_("Make a pack"))
        self.begin = Button(theme, _("Begin a pack"), kind=ButtonKind.MAIN, icon=Icon.PLUS)
        self.open = Button(theme, _("Open a folder with a pack"), icon=Icon.FOLDER)
        self.begin.clicked.connect(lambda _pressed: self.begin_asked.emit())
        self.open.clicked.connect(lambda _pressed: self.open_asked.emit())
        holder = QWidget()
        flow = Flow(theme, gap=12, parent=holder)
        for button in (self.begin, self.open):
            flow.addWidget(button)
        self._column = Column(theme, gap=16, parent=self)
        self._column.addWidget(PlainLabel(_explained(), ink="text-2", wrap=True))
        self._column.addWidget(holder)
        self._list = Column(theme, gap=12)
        self._column.addLayout(self._list)

    def show_folders(self, looks: Sequence[FolderLook]) -> None:
        """Show these packs in this order; the keyboard stays in the list, or goes to what begins one."""
        held = self._held()
        for row in self.rows.values():
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {look.folder: self._row(look) for look in looks}
        for row in self.rows.values():
            self._list.addWidget(row)
        if held is not None:
            buttons = [row.drop for row in self.rows.values()]
            reached = buttons[min(held, len(buttons) - 1)] if buttons else self.begin
            reached.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, look: FolderLook) -> FolderRow:
        row = FolderRow(self._theme, look)
        row.opened.connect(partial(self.opened.emit, look.folder))
        row.dropped.connect(partial(self.dropped.emit, look.folder))
        return row

    def _held(self) -> int | None:
        places = enumerate(self.rows.values())
        return next((place for place, row in places if row.go_on.hasFocus() or row.drop.hasFocus()), None)


def _explained() -> str:
    what = _("A pack is what you vouch for: pages, phone lines and guides for the families you look after.")
    where = _("It is a folder on this computer. Nothing leaves it before you sign and hand it over.")
    return f"{what} {where}"

"""Where a link leads, said before anything is opened."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from caregiver_app.links.address import without_tracking
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.library.address_label import AddressLabel
from caregiver_app.ui.open_outside import open_outside, outside_address
from caregiver_app.ui.theme import Icon, Tone, TypeRole
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.pill import Pill
from caregiver_app.ui.widgets.plain import PlainLabel

WIDTH = 460


class LinkPopover(QWidget):
    """A popover's content for one link. `close` takes the popover away; `saved` carries a link to be checked later."""

    saved = Signal(str)

    def __init__(
        self,
        desk: Desk,
        address: str,
        close: Callable[[], None],
        *,
        with_save: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`with_save`: offer to save a page for whoever checks pages."""
        super().__init__(parent)
        self.save: Button | None = None
        self._with_save = with_save
        self._desk = desk
        self._close = close
        plain = outside_address(address)
        self._address = without_tracking(plain) if plain is not None else ""
        heading, opens = _words(self._address)
        self.setAccessibleName(heading)
        column = Column(desk.theme, margins=20, gap=8, parent=self)
        column.addWidget(PlainLabel(heading, role=TypeRole.HEADING, wrap=True))
        if not self._address:
            column.addWidget(PlainLabel(_("Caregiver does not open links of this kind."), wrap=True))
            return
        column.addWidget(AddressLabel(_shown(self._address)))
        if self._address != plain:
            column.addWidget(Pill(desk.theme, _("Tracking removed"), tone=Tone.OK, icon=Icon.CHECK))
        column.addWidget(self._buttons(opens))

    def _buttons(self, opens: str) -> QWidget:
        holder = QWidget()
        flow = Flow(self._desk.theme, gap=8, parent=holder)
        self.open = Button(self._desk.theme, opens, icon=Icon.EXTERNAL)
        self.open.clicked.connect(self._open)
        self.copy = Button(self._desk.theme, _("Copy"), icon=Icon.COPY)
        self.copy.clicked.connect(self._copy)
        flow.addWidget(self.open)
        flow.addWidget(self.copy)
        if self._with_save and self._address.startswith(("https:", "http:")):
            self.save = Button(self._desk.theme, _("Save to check later"), icon=Icon.SHIELD)
            self.save.clicked.connect(self._save)
            flow.addWidget(self.save)
        return holder

    def _open(self) -> None:
        self._close()
        open_and_tell(self._desk, self._address)

    def _save(self) -> None:
        self._close()
        self.saved.emit(self._address)

    def _copy(self) -> None:
        self._close()
        copy_and_tell(self._desk, _shown(self._address))


def open_and_tell(desk: Desk, address: str) -> None:
    """Open an address outside, and say so when that was not possible."""
    if not open_outside(address):
        desk.messages.say(_("Nothing on this computer opened it. You can copy the address instead."), icon=Icon.ALERT)


def copy_and_tell(desk: Desk, text: str) -> None:
    """Put `text` on the clipboard and say what to do next."""
    QGuiApplication.clipboard().setText(text)
    desk.messages.say(_("Copied. Paste it where you like."), icon=Icon.COPY, kind="copied")


def _shown(address: str) -> str:
    return address.removeprefix("mailto:").removeprefix("tel:")


def _words(address: str) -> tuple[str, str]:
    if address.startswith("mailto:"):
        return _("This link is an e-mail address"), _("Write with my mail program")
    if address.startswith("tel:"):
        return _("This link is a phone number"), _("Call with my phone program")
    return _("This link leads to"), _("Open in my web browser")

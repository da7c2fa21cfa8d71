"""A number as a QR code, to call it from a phone that reads the code off the screen. Made here; nothing is asked."""

from __future__ import annotations

import re

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import Figure, PlainLabel

WIDTH = 320
_SIDE = 240
_PLAIN_NUMBER = re.compile(r"\+?[0-9](?:[0-9 ().-]*[0-9])?")


def call_address(phone: str) -> str:
    """Return what a phone dials (RFC 3966), empty where somebody would have to guess: letters, or +44 (0)20."""
    if not _PLAIN_NUMBER.fullmatch(phone) or (phone.startswith("+") and "(" in phone):
        return ""
    return "tel:" + re.sub(r"[^+0-9]", "", phone)


class QrPopover(QWidget):
    """The code, and the number below it to compare."""

    def __init__(self, theme: Theme, phone: str, called: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Call {name} from a phone").format(name=called))
        column = Column(theme, margins=20, gap=8, parent=self)
        column.addWidget(PlainLabel(_("Point the camera of a phone at this."), role=TypeRole.STRONG, wrap=True))
        self.code = _Code(theme, call_address(phone), called)
        column.addWidget(self.code)
        column.addWidget(PlainLabel(called, wrap=True))
        column.addWidget(Figure(phone, role=TypeRole.TITLE, wrap=True))


class _Code(QWidget):
    def __init__(self, theme: Theme, address: str, called: str) -> None:
        from caregiver_app.paper.qr_code import qr_code

        super().__init__()
        self.setAccessibleName(_("QR code with the number of {name}").format(name=called))
        self.setFixedSize(theme.px(_SIDE), theme.px(_SIDE))
        code = qr_code(address)
        self._picture = QSvgRenderer(QByteArray(code.svg.encode() if code is not None else b""), self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._picture.render(painter, self.rect().toRectF())
        painter.end()

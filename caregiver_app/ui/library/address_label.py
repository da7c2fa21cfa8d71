"""A web address on screen: always from left to right, broken where it may be, for reading and never for copying."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QWidget

from caregiver_app.ui.theme import TypeRole
from caregiver_app.ui.widgets.plain import PlainLabel

_MAY_BREAK = re.compile(r"([/?&=\-_.:]|[^/?&=\-_.:]{24})")
_LEFT_TO_RIGHT, _END = "\u2066", "\u2069"
_BREAK_HERE = "\u200b"


class AddressLabel(PlainLabel):
    """Shows an address; what is spoken is the address itself, without the marks."""

    def __init__(
        self, address: str, *, role: TypeRole = TypeRole.BODY, ink: str = "text", parent: QWidget | None = None
    ) -> None:
        super().__init__("", role=role, ink=ink, wrap=True, parent=parent)
        self.set_address(address)

    def set_address(self, address: str) -> None:
        """Show another address."""
        self.setText(_LEFT_TO_RIGHT + _MAY_BREAK.sub(rf"\1{_BREAK_HERE}", address) + _END)
        self.setAccessibleName(address)

"""What is seen of a first start before it is known what comes first: nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _


class EmptyGround(QWidget):
    """Has the keyboard meanwhile, without a ring: on the entry of a place it would say that one is there already."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Welcome"))
        self.setProperty("ring", "own")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # nobody comes to it by Tab

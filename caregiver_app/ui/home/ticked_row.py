"""Something that is ticked off: a check box with what it is, and below it what else is known."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.pill import Pill
from caregiver_app.ui.widgets.plain import PlainLabel

_INDENT = 38  # what stands below begins where the words of the check box do


class TickedRow(QWidget):
    """`ticked` comes once: then the row waits to be taken away. `hint` is spoken after what it is."""

    ticked = Signal()

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        about: str = "",
        hint: str = "",
        pills: Sequence[Pill] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(text)
        self.box = CheckBox(theme, text)
        self.box.setAccessibleDescription(hint)
        self.box.clicked.connect(self.ticked)
        column = Column(theme, gap=2, parent=self)
        column.addWidget(self.box)
        if about or pills:
            below = QWidget()
            inner = Column(theme, margins=(_INDENT, 0, 0, 0), gap=4, parent=below)
            if about:
                inner.addWidget(PlainLabel(about, role=TypeRole.SMALL, ink="text-2", wrap=True))
            if pills:
                holder = QWidget()
                flow = Flow(theme, gap=6, parent=holder)
                for pill in pills:
                    flow.addWidget(pill)
                inner.addWidget(holder)
            column.addWidget(below)


def untick(rows: QWidget) -> None:
    """Have no row ticked that is still there: what was ticked could not be kept."""
    for row in rows.findChildren(TickedRow):
        row.box.setChecked(False)

"""What a screen or list says while it has nothing to show: why, and what to do next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.icon_label import IconLabel
from caregiver_app.ui.widgets.layouts import Column, Row
from caregiver_app.ui.widgets.plain import PlainLabel

_WIDEST = 460


class EmptyState(QWidget):
    """An icon, a first line, one or two sentences and buttons, in the middle of the room there is."""

    def __init__(
        self,
        theme: Theme,
        icon: Icon,
        heading: str,
        text: str = "",
        buttons: Sequence[QPushButton] = (),
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(heading)
        self._heading = PlainLabel(heading, role=TypeRole.HEADING, wrap=True, centred=True)
        self._text = PlainLabel(text, ink="text-2", wrap=True, centred=True)
        self._icon = IconLabel(theme, icon, size=40)
        self._block = QWidget()
        outer = Row(theme, margins=24, parent=self)
        outer.addStretch(1)
        outer.addWidget(self._block, 1000, Qt.AlignmentFlag.AlignVCenter)
        outer.addStretch(1)
        self._fill(theme, buttons)
        theme.changed.connect(self._resize)
        self._resize()

    def set_message(self, heading: str, text: str = "") -> None:
        """Say something else."""
        self.setAccessibleName(heading)
        self._heading.setText(heading)
        self._text.setText(text)
        self._text.setVisible(bool(text))

    def _fill(self, theme: Theme, buttons: Sequence[QPushButton]) -> None:
        column = Column(theme, gap=8, parent=self._block)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self._heading, self._text):
            column.addWidget(label)
        self._text.setVisible(bool(self._text.text()))
        if buttons:
            column.add_gap(8)
        for button in buttons:
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)

    def _resize(self) -> None:
        self._block.setMaximumWidth(self._theme.px(_WIDEST))

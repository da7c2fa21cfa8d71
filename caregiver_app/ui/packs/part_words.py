"""A heading with lines below it, as sheets say what is in a pack."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel

_APART = 40


class TitledLines(QWidget):
    """Says each line by itself, and of very many the last ones in one piece: a thousand parts would take a second."""

    def __init__(
        self, theme: Theme, heading: str, lines: Sequence[str], *, note: str = "", parent: QWidget | None = None
    ) -> None:
        """`note` stands between the heading and the lines."""
        super().__init__(parent)
        self.setAccessibleName(heading)
        column = Column(theme, gap=4, parent=self)
        column.addWidget(PlainLabel(heading, role=TypeRole.STRONG, wrap=True))
        if note:
            column.addWidget(PlainLabel(note, ink="text-2", wrap=True))
        for line in lines[:_APART]:
            column.addWidget(PlainLabel(line, wrap=True))
        if len(lines) > _APART:
            column.addWidget(PlainLabel("\n".join(lines[_APART:]), wrap=True))

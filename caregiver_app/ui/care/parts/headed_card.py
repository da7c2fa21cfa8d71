"""A card whose heading changes with what is in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.layouts import Row
from caregiver_app.ui.widgets.plain import PlainLabel


class HeadedCard(Card):
    """Buttons stand at the end of the heading."""

    def __init__(
        self,
        theme: Theme,
        heading: str,
        *,
        button: QPushButton | None = None,
        role: TypeRole = TypeRole.HEADING,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self._heading = PlainLabel(role=role, wrap=True)
        row = Row(theme, gap=12)
        row.addWidget(self._heading, 1)
        if button is not None:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self.set_heading(heading)

    @property
    def heading(self) -> str:
        """The heading that is shown, which is also what is spoken of the card."""
        return self._heading.text()

    def set_heading(self, words: str) -> None:
        """Change the heading."""
        self._heading.setText(words)
        self.setAccessibleName(words)

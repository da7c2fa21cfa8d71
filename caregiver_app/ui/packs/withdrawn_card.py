"""What is here and whoever made it no longer stands by, with the day on which it was last passed on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.plain import PlainLabel


class WithdrawnCard(Card):
    """Out of sight where nothing is withdrawn."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Withdrawn"), parent=parent)
        self._labels: list[PlainLabel] = []

    def show_lines(self, lines: Sequence[str]) -> None:
        """Say these lines."""
        for label in self._labels:
            self.body.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = [PlainLabel(line, wrap=True) for line in lines]
        for label in self._labels:
            self.body.addWidget(label)
        self.setVisible(bool(lines))

"""What goes onto a sheet from its own tab: shown here, changed there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.medicines.words import how_taken, title_of
from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.records.contacts import Contact
from caregiver_app.vault.records.medicines import Medicine

Lines = Sequence[tuple[str, str]]
"""A bold line each with one below it, which may be empty."""


class RecordsCard(Card):
    """`wanted` asks for the tab where these are changed."""

    wanted = Signal()

    def __init__(
        self, theme: Theme, heading: str, button: str, *, foot: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, heading, parent=parent)
        self._theme = theme
        self._foot = PlainLabel(foot, role=TypeRole.SMALL, ink="text-2", wrap=True)
        self._has_foot = bool(foot)
        self._shown: tuple[tuple[str, str], ...] | None = None
        self._holder = QWidget()
        self._column = Column(theme, gap=8, parent=self._holder)
        self.open = Button(theme, button, kind=ButtonKind.QUIET)
        self.open.clicked.connect(self.wanted)
        self.body.addWidget(self._holder)
        self.body.addWidget(self._foot)
        self.body.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeading)

    def show_lines(self, lines: Lines, nothing: str) -> None:
        """Show records, or say that there is nothing."""
        wanted = tuple(lines) or ((nothing, ""),)
        self._foot.setVisible(self._has_foot and bool(lines))
        if wanted == self._shown:
            return
        self._shown = wanted
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for first, second in wanted:
            self._column.addWidget(PlainLabel(first, role=TypeRole.STRONG if lines else TypeRole.BODY, wrap=True))
            if second:
                self._column.addWidget(PlainLabel(second, ink="text-2", wrap=True))


def medicine_lines(medicines: Sequence[Medicine]) -> Lines:
    """Return medicines as lines, those of high risk first and told as such."""
    ordered = sorted(medicines, key=lambda one: not one.text.high_risk)
    return [
        (
            _("High risk: {medicine}").format(medicine=title_of(one.text))
            if one.text.high_risk
            else title_of(one.text),
            how_taken(one.text),
        )
        for one in ordered
    ]


def unsaid_lines(medicines: Sequence[Medicine]) -> Lines:
    """Return medicines of which nobody said who takes them, told as such."""
    told = _("Not said about whom")
    return [(first, f"{second}\n{told}" if second else told) for first, second in medicine_lines(medicines)]


def contact_lines(contacts: Sequence[Contact]) -> Lines:
    """Return contacts as lines, with their first number."""
    return [
        (
            one.text.name if not one.text.role else f"{one.text.name}, {one.text.role}",
            one.text.phones[0].number if one.text.phones else "",
        )
        for one in contacts
    ]

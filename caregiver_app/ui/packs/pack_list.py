"""Packs below each other; what changed is shown anew, and the keyboard stays in the list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.bootstrap.pack_rows import PackRow
from caregiver_app.model.installed_pack import PackUid
from caregiver_app.ui.packs.pack_card import PackCard
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.layouts import Column


class PackList(QWidget):
    """Each signal carries the `PackRow` that it is about."""

    wanted = Signal(object)
    about_asked = Signal(object)
    removed = Signal(object)

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._day = date.min
        self.cards: dict[PackUid, PackCard] = {}
        self.setAccessibleName(name)
        self._column = Column(theme, gap=12, parent=self)

    def show_rows(self, rows: Sequence[PackRow], today: date) -> None:
        """Show these packs in this order."""
        place = self._place_of_keyboard()
        before, self.cards = self.cards, {}
        for number, row in enumerate(rows):
            card = before.get(row.uid)
            if card is None or card.row != row or today != self._day:
                card = self._card(row, today)
            else:
                del before[row.uid]
                self._column.removeWidget(card)
            self._column.insertWidget(number, card)
            self.cards[row.uid] = card
        self._day = today
        for card in before.values():
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._keep_keyboard(place)

    def _card(self, row: PackRow, today: date) -> PackCard:
        card = PackCard(self._theme, row, today)
        card.wanted.connect(partial(self.wanted.emit, row))
        card.about_asked.connect(partial(self.about_asked.emit, row))
        card.removed.connect(partial(self.removed.emit, row))
        return card

    def _place_of_keyboard(self) -> int | None:
        """Return which card has the focus."""
        held = (number for number, card in enumerate(self.cards.values()) if _holds_focus(card))
        return next(held, None)

    def _keep_keyboard(self, place: int | None) -> None:
        cards = tuple(self.cards.values())
        if place is not None and cards and not any(_holds_focus(card) for card in cards):
            cards[min(place, len(cards) - 1)].begin()


def _holds_focus(card: PackCard) -> bool:
    return any(button.hasFocus() for button in card.buttons)

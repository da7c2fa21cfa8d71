"""The pages in the basket, and the way to another one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.card import Candidate, Judged
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.share.item_card import ItemCard
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.focus import focused_name, stop_named
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel


class ItemsPart(QWidget):
    """Signals carry the `Candidate` they are about; `link_answered` also whether its doubtful part is kept.

    `arranged` comes when other buttons stand here.
    """

    add_asked = Signal()
    removed = Signal(object)
    check_asked = Signal(object)
    link_answered = Signal(object, bool)
    arranged = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cards: list[ItemCard] = []
        self._may_check = False
        column = Column(theme, gap=8, parent=self)
        column.addWidget(PlainLabel(_("What you are sharing"), role=TypeRole.HEADING, wrap=True))
        self._list = Column(theme, gap=8)
        column.addLayout(self._list)
        self.add = Button(theme, _("Add a page"), kind=ButtonKind.QUIET, icon=Icon.PLUS)
        self.add.clicked.connect(self.add_asked)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)

    @property
    def cards(self) -> tuple[ItemCard, ...]:
        """The pages as they are shown."""
        return tuple(self._cards)

    def set_may_check(self, may_check: bool) -> None:
        """Offer to check what nobody has checked, from the next time on that pages are shown."""
        self._may_check = may_check

    def show_judged(self, judged: Judged) -> None:
        """Show the pages as the policy judged them last; the keyboard stays at the same one."""
        if [card.candidate for card in self._cards] == list(judged.candidates):
            return
        had = focused_name(self)
        for card in self._cards:
            self._list.removeWidget(card)
            card.setVisible(False)
            card.deleteLater()
        self._cards = [self._made(candidate) for candidate in judged.candidates]
        for card in self._cards:
            self._list.addWidget(card)
        self.arranged.emit()
        if had:
            (stop_named(self, had) or self.add).setFocus(Qt.FocusReason.OtherFocusReason)
        self._name_add()

    def begin_at_refused(self) -> bool:
        """Put the keyboard on the first page that cannot be passed on; return whether there is one."""
        card = next((card for card in self._cards if card.candidate.card is None), None)
        if card is not None:
            card.remove.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return card is not None

    def begin_at_add(self) -> None:
        """Put the keyboard on the way to another page."""
        self.add.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _name_add(self) -> None:
        self.add.set_words(_("Add another page") if self._cards else _("Add a page"))

    def _made(self, candidate: Candidate) -> ItemCard:
        card = ItemCard(self._theme, candidate, may_check=self._may_check)
        card.removed.connect(partial(self.removed.emit, candidate))
        card.check_asked.connect(partial(self.check_asked.emit, candidate))
        card.link_answered.connect(lambda keep, one=candidate: self.link_answered.emit(one, keep))
        return card

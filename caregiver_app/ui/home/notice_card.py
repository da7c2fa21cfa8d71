"""Safety notices on Home: at most two, the red ones first, and when was looked. Never that there is no danger."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.notices.keeper import NoticesKeeper
from caregiver_app.ui.notices.looked_part import LookedPart
from caregiver_app.ui.notices.notice_list import NoticeList
from caregiver_app.ui.notices.words import more_words
from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel

MOST_NOTICES = 2


class NoticeCard(QWidget):
    """`opened` carries the `ArticleRow` of the notice that is to be read; `all_asked` asks for all of them."""

    opened = Signal(object)
    all_asked = Signal()

    def __init__(self, theme: Theme, keeper: NoticesKeeper, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Safety notices"))
        self._keeper = keeper
        self.red = NoticeList(theme, keeper)
        self.card = Card(theme)
        self.heading = PlainLabel(_("Safety notices"), role=TypeRole.HEADING)
        self.calm = NoticeList(theme, keeper)
        self.looked = LookedPart(theme, button=False)
        self.more = Button(theme, _("See all notices"), kind=ButtonKind.QUIET)
        column = Column(theme, gap=12, parent=self)
        self.card.body.addWidget(self.heading)
        self.card.body.addWidget(self.calm)
        self._calmer = QWidget()
        self._with_calm = True
        calmer = Column(theme, gap=12, parent=self._calmer)
        for part in (self.card, self.looked, self.more):
            calmer.addWidget(part)
        column.addWidget(self.red)
        column.addWidget(self._calmer)
        for one in (self.red, self.calm):
            one.read_asked.connect(self.opened)
        self.more.clicked.connect(self.all_asked)

    @property
    def is_alarming(self) -> bool:
        """Whether something stands there in red."""
        return bool(self.red.parts)

    def show_calm(self, shown: bool) -> None:
        """Show what is calm too, or only what is red, then all of that."""
        self._calmer.setVisible(shown)
        self._with_calm = shown

    def show_notices(self, now: Millis) -> None:
        """Show what is known, where a source of notices is on."""
        keeper = self._keeper
        self.setVisible(keeper.found is not None)
        if keeper.found is None:
            return
        red = keeper.red[:MOST_NOTICES]
        calm = keeper.calm[: MOST_NOTICES - len(red)]
        self.red.show_notices(red if self._with_calm else keeper.red, now, main=True)
        self.calm.show_notices(calm, now)
        self.card.setVisible(bool(calm))
        self.looked.show_looked(keeper.found, found=bool(keeper.listed), now=now)
        self._show_more(len(keeper.red) + len(keeper.calm) - len(red) - len(calm))

    def _show_more(self, further: int) -> None:
        self.more.set_words(more_words(further) if further else _("See what was put away"))
        self.more.setVisible(further > 0 or bool(self._keeper.put_away))

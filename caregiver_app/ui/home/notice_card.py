"""Safety notices on Home: at most two in red, calm ones only where none is, and when was looked.

Never that there is no danger. What was put away has no calm one in its place until Home is opened again.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.bootstrap.notices import Notice
from caregiver_app.model.article import ItemId
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
        self._away: frozenset[ItemId] | None = None
        self._calm: frozenset[ItemId] = frozenset()
        calmer = Column(theme, gap=12, parent=self._calmer)
        calmer.addWidget(self.card)
        calmer.addWidget(self.looked)
        for part in (self.red, self._calmer, self.more):
            column.addWidget(part)
        for one in (self.red, self.calm):
            one.read_asked.connect(self.opened)
        self.more.clicked.connect(self.all_asked)

    @property
    def is_alarming(self) -> bool:
        """Whether something stands there in red."""
        return bool(self.red.parts)

    def begin(self) -> None:
        """Fill the places of what was put away: Home was opened."""
        self._away = None

    def show_calm(self, shown: bool) -> None:
        """Show what is calm too, or only what is red."""
        self._calmer.setVisible(shown)
        self._with_calm = shown

    def show_notices(self, now: Millis) -> None:
        """Show what is known, where a source of notices is on."""
        keeper = self._keeper
        self.setVisible(keeper.found is not None)
        if keeper.found is None:
            return
        red, calm = keeper.red, keeper.calm if self._with_calm else ()
        shown_calm = self._to_show(calm, red=bool(red))
        self.red.show_notices(red[:MOST_NOTICES], now, main=True)
        self.calm.show_notices(shown_calm, now)
        self.card.setVisible(bool(shown_calm))
        self.looked.show_looked(keeper.found, found=bool(keeper.listed), now=now)
        self._show_more(len(red[MOST_NOTICES:]) + len(calm) - len(shown_calm))

    def _to_show(self, calm: tuple[Notice, ...], *, red: bool) -> tuple[Notice, ...]:
        away = frozenset(notice.id for notice in self._keeper.put_away)
        self._away = away if self._away is None else self._away
        if away <= self._away:
            self._calm = frozenset(notice.id for notice in (() if red else calm[:MOST_NOTICES]))
        return () if red else tuple(notice for notice in calm if notice.id in self._calm)

    def _show_more(self, further: int) -> None:
        self.more.set_words(more_words(further) if further else _("See what was put away"))
        self.more.setVisible(further > 0 or (self._with_calm and bool(self._keeper.put_away)))

"""What is new from the sources a person gets updates of, or why there is nothing, and how old that knowledge is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.home.news_rows import NewsRows
from caregiver_app.ui.home.questions import HomeNews
from caregiver_app.ui.library.questions import NEW_CAP
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.layouts import Flow
from caregiver_app.ui.widgets.plain import PlainLabel


class NewsCard(Card):
    """`all_asked` leads to all that is new, `topics_asked` to the choice of topics."""

    all_asked = Signal()
    topics_asked = Signal()

    def __init__(self, theme: Theme, *, ring: Callable[[], bool], parent: QWidget | None = None) -> None:
        super().__init__(theme, _("New from your sources"), parent=parent)
        self.rows = NewsRows(theme, ring=ring)
        self.empty = PlainLabel(ink="text-2", wrap=True)
        self.all = Button(theme, "", kind=ButtonKind.QUIET)
        self.topics = Button(theme, _("Choose topics"))
        self.all.clicked.connect(self.all_asked)
        self.topics.clicked.connect(self.topics_asked)
        self.body.addWidget(self.rows)
        self.body.addWidget(self.empty)
        buttons = QWidget()
        flow = Flow(theme, gap=8, parent=buttons)
        for button in (self.topics, self.all):
            flow.addWidget(button)
        self.body.addWidget(buttons)
        self._buttons = buttons

    def show_news(self, news: HomeNews, now: Millis) -> None:
        """Show what there is."""
        self.rows.show_pages(news.pages, own=news.own, whose=news.whose, now=now)
        self.rows.setVisible(bool(news.pages))
        self.empty.setText(_nothing(news))
        self.empty.setVisible(not news.pages)
        self.topics.setVisible(not (news.has_pages or news.has_sources))
        self.all.set_words(_all_words(news.new))
        self.all.setVisible(news.new > len(news.pages))
        self._buttons.setVisible(not self.topics.isHidden() or not self.all.isHidden())


def _nothing(news: HomeNews) -> str:
    if news.has_pages:
        return _("You have read everything new.")
    if news.has_sources:
        return _("No pages yet. Get updates once. After that you can read without the internet.")
    return _("Your library is empty. Choose topics, and Caregiver gets pages from organisations that know about them.")


def _all_words(new: int) -> str:
    if new >= NEW_CAP:
        return _("See all new items")
    return ngettext("See {count} new item", "See all {count} new items", new).format(count=format_number(new))

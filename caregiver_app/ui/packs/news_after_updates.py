"""Says once updates are in that packs have newer versions, in one line that leads to them. Installs nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.library.updates import Updates
from caregiver_app.ui.packs.notice_words import changes_of, newer_words
from caregiver_app.ui.theme import Icon

if TYPE_CHECKING:
    from caregiver_app.bootstrap.channel_asking import ChannelNews
    from caregiver_app.ui.packs.screen import PacksScreen


class NewsAfterUpdates(QObject):
    """Who could not be asked is quiet: only the screen of packs says so. Nothing is said twice in a row."""

    def __init__(self, desk: Desk, updates: Updates, screen: PacksScreen, open_packs: Callable[[], None]) -> None:
        super().__init__(screen)
        self._desk = desk
        self._screen = screen
        self._open_packs = open_packs
        self._said = ""
        updates.news_came.connect(self._tell)

    def _tell(self, news: ChannelNews) -> None:
        self._screen.take_news(news)
        changes = [sentence for checked in news.checked for sentence in changes_of(checked)]
        text = " ".join([*([newer_words(news.newer)] if news.newer else []), *changes])
        if text and text != self._said:
            self._desk.messages.say(
                text, icon=Icon.PACKS, action=_("See packs"), on_action=self._open_packs, kind="packs"
            )
        self._said = text

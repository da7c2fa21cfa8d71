"""Safety notices on Home: the card with some of them, the offer to who has no source, and all of them beside Home."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from caregiver_app.model.article import ArticleRow
from caregiver_app.ui.care.today import CareToday
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.home.notice_card import NoticeCard
from caregiver_app.ui.home.questions import HomeNews
from caregiver_app.ui.library.updates import Updates
from caregiver_app.ui.notices.keeper import NoticesKeeper
from caregiver_app.ui.notices.offer_card import OfferCard


class NoticesPlace(QObject):
    """`shown` comes when the card shows something else, `sources_changed` when others are to be asked.

    `page_asked` carries the `ArticleRow` of the notice that is to be read.
    """

    shown = Signal()
    sources_changed = Signal()
    page_asked = Signal(object)

    def __init__(self, desk: Desk, notes: CareToday, updates: Updates, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._updates = updates
        self._keeper = NoticesKeeper(desk, notes, self)
        self.card = NoticeCard(desk.theme, self._keeper)
        self.offer = OfferCard(desk.theme)
        self.card.setVisible(False)  # until it is known what there is
        self.card.opened.connect(self.page_asked)
        self.card.all_asked.connect(self.open_all)
        self._keeper.changed.connect(self.show_again)
        self._keeper.sources_changed.connect(self.sources_changed)
        self.offer.taken.connect(self._keeper.take_offer)
        self.offer.refused.connect(lambda _offer: self._keeper.end_offer())

    def look_at_clock(self) -> None:
        """Have what is over taken away."""
        self._keeper.look_at_clock()

    def take(self, news: HomeNews) -> None:
        """Take in what the library knows."""
        self._keeper.take(news.notices)
        self.offer.show_offer(news.offer)

    def show_again(self) -> None:
        """Show what holds now."""
        self.card.show_notices(self._desk.clock.now())
        self.shown.emit()

    def open_all(self) -> None:
        """Open all notices, also those that were put away, beside Home."""
        from caregiver_app.ui.notices.drawer import NoticesDrawer

        drawer = NoticesDrawer(self._desk.theme, self._keeper, self._desk.clock)
        drawer.read_asked.connect(self._read)
        drawer.update_asked.connect(self._updates.begin)
        self._desk.overlay.open_drawer(drawer)

    def _read(self, row: ArticleRow) -> None:
        self._desk.overlay.close_panel()
        self.page_asked.emit(row)

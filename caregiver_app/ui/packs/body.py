"""The inside of the screen of packs: what is here, what is offered, and what came of the last step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.installed_pack import PackState
from caregiver_app.model.time import to_datetime
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.announce import announce
from caregiver_app.ui.breakpoints import FrameLayout
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.packs import work
from caregiver_app.ui.packs.channels_card import ChannelsCard
from caregiver_app.ui.packs.notice_words import quiet_notices
from caregiver_app.ui.packs.outcome import Outcome
from caregiver_app.ui.packs.pack_list import PackList
from caregiver_app.ui.packs.row_words import withdrawn_words
from caregiver_app.ui.packs.taking_in import TakingIn
from caregiver_app.ui.packs.ways import PackWays
from caregiver_app.ui.packs.withdrawn_card import WithdrawnCard
from caregiver_app.ui.packs.work import PacksState
from caregiver_app.ui.settings.long_work import LongWork
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.empty import EmptyState
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.page import Page, ScreenHeader
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.ui.widgets.tab_row import TabLook, TabRow

if TYPE_CHECKING:
    from caregiver_app.bootstrap.channel_asking import ChannelNews
    from caregiver_app.bootstrap.services import Services
    from caregiver_app.library.store import Library
    from caregiver_app.ui.tasks import Lane

HERE, MORE = "here", "more"
_WIDEST = 900


class PacksBody(QWidget):
    """`changed` comes when something in the library is other than before.

    `counted` carries how many of the packs here have a newer version.
    """

    changed = Signal()
    counted = Signal(int)

    def __init__(self, desk: Desk, services: Services, lane: Lane[Library], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._services = services
        theme = desk.theme
        self.work = LongWork(desk, lane)
        self.taking_in = TakingIn(desk, services, lane, self.work, self)
        self.ways = PackWays(desk, services, self.work, self)
        self.install = Button(theme, _("Install from a file or USB stick"), kind=ButtonKind.MAIN, icon=Icon.USB)
        self.news = Button(theme, _("Look for newer packs"), icon=Icon.REFRESH)
        self.outcome = Outcome(theme)
        self.withdrawn = WithdrawnCard(theme)
        self.tabs = TabRow(theme, _("Packs"), _tab_looks(), desk.overlay)
        self.here = PackList(theme, _("Installed packs"))
        self.more = PackList(theme, _("More packs"))
        self.channels = ChannelsCard(theme)
        self.see_more = Button(theme, _("See more packs"), icon=Icon.PACKS)
        self.empty = EmptyState(theme, Icon.PACKS, *_empty_words(), (self.see_more,))
        self._nothing_more = PlainLabel(_nothing_more(), ink="text-2", wrap=True)
        self._lay_out()
        self._connect()
        self.show_tab(HERE)

    def refresh(self) -> None:
        """Ask what is here and what is offered; no connection is made."""
        services = self._services
        self._desk.ask(self, lambda library: work.read_state(services, library), self._show, key="packs.list")

    def take_news(self, news: ChannelNews, changes: Sequence[str]) -> None:
        """Show what came of asking that nobody waited for; `changes` are sentences about it and the times before."""
        noticed = [sentence for checked in news.checked for sentence in quiet_notices(checked)]
        self.outcome.notice(tuple(dict.fromkeys((*work.told_news(news).failed, *changes, *noticed))))

    def areas(self) -> Sequence[QWidget]:
        """Return the parts that F6 goes through."""
        return (self.header, self.tabs, self._places)

    def set_frame_layout(self, layout: FrameLayout) -> None:
        """Use less room at the sides where there is little."""
        narrow = layout <= FrameLayout.NARROW
        self.page.set_narrow(narrow)
        self.header.set_stacked(narrow)

    def begin(self) -> None:
        """Put the keyboard at the tab that is open."""
        self.tabs.buttons[self.tabs.current].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_tab(self, key: str) -> None:
        """Show what is here, or what is offered."""
        self.tabs.set_current(key)
        # One filled button a view: the part of somebody else's tab has its own.
        self.install.set_kind(ButtonKind.MAIN if key in (HERE, MORE) else ButtonKind.NORMAL)
        for name, part in self._parts.items():
            part.setVisible(name == key)

    def offer(self, look: TabLook, part: QWidget, *, offered: bool) -> None:
        """Have one more tab with a part of somebody else's, or withhold it."""
        if look.key not in self._parts:
            self._parts[look.key] = part
            self._column_of_places.addWidget(part)
            part.setVisible(False)
        if not offered and self.tabs.current == look.key:
            self.show_tab(HERE)
        self.tabs.offer(look, offered=offered)

    def _show(self, state: PacksState) -> None:
        here = [row for row in state.rows if row.installed is not None]
        here.sort(key=lambda row: row.state is not PackState.UPDATE)  # what waits for a yes stands first
        more = [row for row in state.rows if row.state is PackState.AVAILABLE]
        today = to_datetime(self._desk.clock.now()).date()
        self.here.show_rows(here, today)
        self.more.show_rows(more, today)
        self.channels.show_channels(state.channels)
        self.withdrawn.show_lines([withdrawn_words(item) for item in state.withdrawn])
        self.news.setVisible(any(channel.address for channel in state.channels))
        self.empty.setVisible(not here)
        self._nothing_more.setVisible(not more)
        self.counted.emit(sum(row.state is PackState.UPDATE for row in here))
        self.tabs.set_count(HERE, len(here))
        self.tabs.set_count(MORE, len(more))

    def _refused(self, words: str) -> None:
        self.outcome.refuse(words)
        self.page.ensureWidgetVisible(self.outcome)

    def _noticed(self, sentences: tuple[str, ...]) -> None:
        self.outcome.notice(sentences)
        announce(" ".join(sentences))

    def _changed(self) -> None:
        self.refresh()
        self.changed.emit()

    def _connect(self) -> None:
        self.install.clicked.connect(lambda _pressed: self.taking_in.ask_place())
        self.news.clicked.connect(self.ways.ask_for_news)
        self.work.began.connect(self.outcome.clear_refusal)
        self.tabs.asked.connect(self.show_tab)
        self.see_more.clicked.connect(lambda: self.show_tab(MORE))
        self.channels.forget_asked.connect(self.ways.ask_to_forget)
        self.taking_in.refused.connect(self._refused)
        for packs in (self.here, self.more):
            packs.wanted.connect(self.taking_in.prepare_row)
            packs.about_asked.connect(self.ways.about)
            packs.removed.connect(self.ways.remove)
        for ways in (self.taking_in, self.ways):
            ways.noticed.connect(self._noticed)
            ways.changed.connect(self._changed)

    def _lay_out(self) -> None:
        theme = self._desk.theme
        self.page = Page(theme, _("Packs"), widest=_WIDEST)
        self.header = ScreenHeader(theme, _("Packs"), _("Guides, pages and phone lines, gathered for families."))
        self.header.add_action(self.news)
        self.header.add_action(self.install)
        self.news.setVisible(False)
        self._here = self._stacked(self.withdrawn, self.empty, self.here)
        self._more = self._stacked(self._nothing_more, self.more, self.channels)
        self._parts: dict[str, QWidget] = {HERE: self._here, MORE: self._more}
        self._places = QWidget()
        self._column_of_places = Column(theme, gap=16, parent=self._places)
        for part in self._parts.values():
            self._column_of_places.addWidget(part)
        for part in (self.header, self.work, self.outcome, self.tabs, self._places):
            self.page.body.addWidget(part)
        Column(theme, parent=self).addWidget(self.page)
        for hidden in (self.withdrawn, self.empty, self.channels):
            hidden.setVisible(False)

    def _stacked(self, *parts: QWidget) -> QWidget:
        holder = QWidget()
        column = Column(self._desk.theme, gap=16, parent=holder)
        for part in parts:
            column.addWidget(part)
        return holder


def _tab_looks() -> tuple[TabLook, ...]:
    return (
        TabLook(key=HERE, text=_("Installed"), icon=Icon.PACKS),
        TabLook(key=MORE, text=_("More packs"), icon=Icon.DOWNLOAD),
    )


def _empty_words() -> tuple[str, str]:
    return _("No packs yet"), _("Ask your nurse or support group for a file, or take those that came with Caregiver.")


def _nothing_more() -> str:
    return _("Nothing else is offered now. Packs of others come on a stick, as a file or from an address.")

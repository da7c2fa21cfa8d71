"""Home: what today asks for, in one look. It asks the library once whenever it is opened, and waits for nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from caregiver_app.model.time import day_of
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.breakpoints import FrameLayout
from caregiver_app.ui.care.parts.columns import TwoColumns
from caregiver_app.ui.care.today import CareToday
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.doer import Doer
from caregiver_app.ui.first_tips import ABOUT_KEYS, FirstTip, ending
from caregiver_app.ui.home.actions import Actions
from caregiver_app.ui.home.checks_notice import ChecksNotice
from caregiver_app.ui.home.folder_notice import FolderNotice, putting_place_away
from caregiver_app.ui.home.header import HomeHeader
from caregiver_app.ui.home.news_card import NewsCard
from caregiver_app.ui.home.night_turn import NightTurn
from caregiver_app.ui.home.notes_place import NotesPlace
from caregiver_app.ui.home.notices_place import NoticesPlace
from caregiver_app.ui.home.questions import HomeNews, home_news
from caregiver_app.ui.home.reminders_part import RemindersPart
from caregiver_app.ui.home.tips_part import TipsPart, words_of_first_tips
from caregiver_app.ui.library.updates import Updates
from caregiver_app.ui.newer_notice import NewerNotice, putting_newer_away
from caregiver_app.ui.screen import Screen
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.page import Page
from caregiver_app.ui.widgets.tab_order import put_in_order

if TYPE_CHECKING:
    from caregiver_app.library.store import Library

_LOOK_MS = 60_000


class HomeScreen(Screen):
    """`page_asked` carries an `ArticleRow`; the others lead to where more is, or is done.

    `first_start` comes once, while nobody was asked for topics; `counted` carries how many pages are new.
    `kit_asked`, `flyer_asked` and `reminder_asked` carry an `AwarenessDay`.
    `checks_wanted` asks how many checks are due (`checks.show_due`), `checks_asked` to see them, `silent_asked` to see
    which sources did not answer.
    """

    page_asked = Signal(object)
    new_asked = Signal()
    search_asked = Signal()
    topics_asked = Signal()
    copy_asked = Signal()
    unlock_asked = Signal()
    checks_wanted = Signal()
    checks_asked = Signal()
    kit_asked = Signal(object)
    reminder_asked = Signal(object)
    flyer_asked = Signal(object)
    silent_asked = Signal()
    first_start = Signal()
    counted = Signal(int)

    def __init__(self, desk: Desk, updates: Updates, notes: CareToday, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._updates = updates
        self._notes = notes
        self._layout = FrameLayout.WIDE
        self._placed: tuple[bool, tuple[QWidget, ...]] = (False, ())
        self._known = False
        self._tips: tuple[FirstTip, ...] = ()
        self.page = Page(desk.theme, _("Home"), parent=self)
        self.header = HomeHeader(desk, updates)
        self.notices_place = NoticesPlace(desk, notes, updates, self)
        self.notices, self.offer = self.notices_place.card, self.notices_place.offer
        self.private = NotesPlace(desk, notes, self)
        self.doing = Actions(desk.theme)
        self.columns = TwoColumns(desk.theme)
        self.news = NewsCard(desk.theme, ring=desk.ring)
        self.checks = ChecksNotice(desk.theme)
        self.newer = NewerNotice(desk.theme, desk.messages, slim=True)
        self.folder = FolderNotice(desk.theme)
        self.rest = QWidget(self)  # all that the night leaves out; shown without a parent, it would be a window
        self.night = NightTurn(desk, notes, self.notices, self.rest, self)
        self.days = RemindersPart(desk.theme)
        self.tips = TipsPart(desk.theme, words_of_first_tips())
        self._doer: Doer[Library] = Doer(desk, self)
        self.every_minute = QTimer(self)
        self.every_minute.setInterval(_LOOK_MS)
        self.every_minute.timeout.connect(self._look_at_the_clock)
        self._lay_out()
        self._connect()
        QShortcut(QKeySequence("Ctrl+N"), self).activated.connect(notes.write_note)
        self.private.show_state()

    def opened(self) -> None:
        """Ask anew for what is shown."""
        self.notices.begin()
        self.night.look()
        self.night.ask_country()
        self.header.be_quiet(self.night.is_on)
        self.header.say_hello()
        self._updates.refresh()
        self._ask_library()
        self.private.ask()
        self.checks_wanted.emit()

    def areas(self) -> Sequence[QWidget]:
        """Return the parts that F6 goes through, in the order in which they stand."""
        first, then = self._above_columns
        cards = (self.private.holder, *(self._beside_news if self._stacks else ()))
        return (
            *(self.header, self.night.part, self.notices, *first, *then),
            *(*cards, self.news, self.days, self.checks, self.newer, self.folder, self.tips),
        )

    def set_frame_layout(self, layout: FrameLayout) -> None:
        """Stand the columns below each other where there is little room."""
        self._layout = layout
        narrow = layout <= FrameLayout.NARROW
        self.page.set_narrow(narrow)
        self.header.set_stacked(layout is FrameLayout.COMPACT)
        self.columns.set_narrow(narrow)
        self._arrange()
        self._show_tips()

    def search(self) -> bool:
        """Search the library: there is nothing here that could be."""
        self.search_asked.emit()
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the clock as long as one can see what it says."""
        super().showEvent(event)
        self.every_minute.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the clock be."""
        super().hideEvent(event)
        self.every_minute.stop()
        if not event.spontaneous():
            self.night.leave()

    def come_back_unlocked(self) -> None:
        """Put the keyboard at the private cards once they are read: they were asked for here."""
        self.private.begin_when_open()

    @property
    def _stacks(self) -> bool:
        return self._layout <= FrameLayout.NARROW and self.private.cards is not None

    @property
    def _beside_news(self) -> tuple[QWidget, ...]:
        """What stands between private cards and what is new where they are stacked (UX 4: urgent, private, actions)."""
        return (self.doing, self.offer)

    @property
    def _above_columns(self) -> tuple[tuple[QWidget, ...], tuple[QWidget, ...]]:
        """What stands above the columns, in two parts: without notes, what one can do is first."""
        if self._stacks:
            return self.private.notices, ()
        doing, asking = (self.doing,), (self.offer, *self.private.notices)
        return (asking, doing) if self.private.are_there else (doing, asking)

    def _look_at_the_clock(self) -> None:
        self.night.look()
        if self.header.is_past:
            self.opened()
        else:
            self.notices_place.look_at_clock()

    def _ask_library(self) -> None:
        now, stamps_of, folder = self._desk.clock.now(), self._desk.stamps_of, self._desk.paths.data_dir
        self._desk.ask(self, lambda library: home_news(library, now, stamps_of, folder), self._show_news, key="home")

    def _show_news(self, news: HomeNews) -> None:
        first, self._known = not self._known and news.is_first_start, True
        self.doing.show_steps(left=news.is_first_start and not first)
        now = self._desk.clock.now()
        self.notices_place.take(news)
        self.days.show_days(news.reminders, day_of(now))
        self._tips = news.tips
        self._show_tips()
        self.news.show_news(news, now)
        self.news.setVisible(True)
        self.newer.show_newer(news.newer)
        self.folder.show_place(news.folder_place)
        self.private.take_backup(news.notes_backed_up_at)
        put_in_order(self.page)
        self.counted.emit(news.new)
        if first:
            self.first_start.emit()

    def _hear_notices(self) -> None:
        self.private.be_louder(not self.notices.is_alarming)
        put_in_order(self.page)

    def _show_tips(self) -> None:
        """Show those of a first start, while none of new care notes are shown; with little room, none about keys."""
        cards = self.private.cards
        tips = [tip for tip in self._tips if tip not in ABOUT_KEYS or self._layout is not FrameLayout.COMPACT]
        self.tips.show_tips(tips if cards is None or cards.tips.isHidden() else ())

    def _put_newer_away(self, version: str) -> None:
        self.header.update_button.setFocus()
        self._doer.do(putting_newer_away(version), kind="newer")

    def _put_folder_away(self, place: str) -> None:
        self.header.update_button.setFocus()
        self._doer.do(putting_place_away(place), kind="folder-place")

    def _arrange(self) -> None:
        """Stand what one can do above the columns; below each other, between what is private and what is new."""
        holder = self.columns.main.parentWidget()
        if holder is not None:
            holder.setVisible(self.private.cards is not None)
        self.doing.show_notes(there=self.private.are_there)
        self._place_actions()
        if self.isVisible():
            put_in_order(self.page)

    def _place_actions(self) -> None:
        first, then = self._above_columns
        placed = (self._stacks, (*first, *then))
        if placed == self._placed:
            return
        self._placed = placed
        for part in (self.offer, *self.private.notices, self.doing):
            self._day.removeWidget(part)
            self.columns.side.removeWidget(part)
        for place, part in enumerate((*first, *then)):
            self._day.insertWidget(place, part)
        if self._stacks:
            for place, part in enumerate(self._beside_news):
                self.columns.side.insertWidget(place, part)

    def _lay_out(self) -> None:
        for part in (self.header, self.night.part, self.notices, self.rest):
            self.page.body.addWidget(part)
        self._day = Column(self._desk.theme, gap=16, parent=self.rest)
        for part in (self.offer, *self.private.notices, self.doing, self.columns, self.checks, self.newer, self.folder):
            self._day.addWidget(part)
        self._day.addWidget(self.tips)
        self.columns.main.addWidget(self.private.holder)
        for part in (self.news, self.days):
            self.columns.side.addWidget(part)
        self.news.setVisible(False)  # until it is known what there is
        Column(self._desk.theme, parent=self).addWidget(self.page)

    def _connect(self) -> None:
        notes, updates = self._notes, self._updates
        updates.finished.connect(lambda _report: self._ask_library() if self.isVisible() else None)
        self.private.turned.connect(self._arrange)
        self.night.turned.connect(self._arrange)
        self.night.turned.connect(self.notices_place.show_again)
        self.night.turned.connect(lambda: self.header.be_quiet(self.night.is_on))
        self.night.part.print_asked.connect(self.doing.print_asked)
        self.private.greeted.connect(self.header.greet)
        self.private.copy_asked.connect(self.copy_asked)
        self.private.shut.unlock_asked.connect(self.unlock_asked)
        self.doing.note_asked.connect(notes.write_note)
        self.doing.search_asked.connect(self.search_asked)
        self.news.rows.opened.connect(self.page_asked)
        self.news.all_asked.connect(self.new_asked)
        self.news.topics_asked.connect(self.topics_asked)
        self.notices_place.page_asked.connect(self.page_asked)
        self.notices_place.shown.connect(self._hear_notices)
        self.notices_place.sources_changed.connect(self._ask_library)
        self.checks.pressed.connect(self.checks_asked)
        self.days.kit_asked.connect(self.kit_asked)
        self.days.flyer_asked.connect(self.flyer_asked)
        self.days.reminder_asked.connect(self.reminder_asked)
        self.tips.ended.connect(lambda tip: self._doer.do(ending(tip), kind="home-tip"))
        self.header.see_which.clicked.connect(self.silent_asked)
        self.tips.left.connect(self.header.update_button.setFocus)
        self.newer.put_away.connect(self._put_newer_away)
        self.folder.put_away.connect(self._put_folder_away)
        self._doer.changed.connect(self._ask_library)

"""Joins Home into the window: its entry, and where each of its buttons leads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from caregiver_app.model.article import ArticleFilter, ArticleRow
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.access import LockState
from caregiver_app.ui.care.joining import CareParts
from caregiver_app.ui.care.today import CareToday
from caregiver_app.ui.checking.ways import CheckWays
from caregiver_app.ui.commands import Command
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.emergency.joining import EMERGENCY_PAGE
from caregiver_app.ui.frame import MainWindow
from caregiver_app.ui.help_lines.joining import HELP
from caregiver_app.ui.home.screen import HomeScreen
from caregiver_app.ui.library.pick import Pick
from caregiver_app.ui.library.screen import LibraryScreen
from caregiver_app.ui.library.updates import Updates
from caregiver_app.ui.share.commands import SHARE
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.nav_state import NavEntry

HOME = "home"
_BACKUP = "backup"


def home_entry() -> NavEntry:
    """Return how Home stands in the navigation: first."""
    return NavEntry(key=HOME, title=_("Home"), short=_("Home"), icon=Icon.HOME, shortcut="Ctrl+1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """The ways away from Home: to the Library, its topics and what is due there, to a page of the settings."""

    library: LibraryScreen
    to_library: Callable[[], None]
    to_topics: Callable[[], None]
    to_settings: Callable[[str], None]
    checking: CheckWays


class HomeParts(QObject):
    """Home of one window, or of one unlock."""

    def __init__(
        self, window: MainWindow, desk: Desk, updates: Updates, care: CareParts, ways: Ways, *, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._ways = ways
        self.notes = CareToday(care, self)
        self.screen = HomeScreen(desk, updates, self.notes, parent=window.stack)
        self.screen.page_asked.connect(self._open_page)
        self.screen.new_asked.connect(self._show_new)
        self.screen.search_asked.connect(self._search)
        self.screen.doing.help_asked.connect(lambda: window.open_screen(HELP))
        self.screen.night.part.emergency_asked.connect(lambda: window.open_screen(EMERGENCY_PAGE))
        self.screen.doing.share_asked.connect(lambda: window.open_screen(SHARE))
        self.screen.topics_asked.connect(self._choose_topics)
        self.screen.checks_wanted.connect(ways.checking.refresh_due)
        self.screen.checks_asked.connect(self._show_due)
        ways.checking.counted.connect(self.screen.checks.show_due)
        self.screen.copy_asked.connect(lambda: ways.to_settings(_BACKUP))
        self.screen.unlock_asked.connect(lambda: self.notes.unlock(self._come_back))
        self.screen.silent_asked.connect(lambda: ways.library.sources_asked.emit(True))
        self.screen.first_start.connect(self._begin_first)
        care.screen.set_up_over.connect(self._come_back)

    def commands(self) -> tuple[Command, ...]:
        """Return what the palette offers beside Home itself, which it has as every screen."""
        return (
            Command(
                key="home.unlock",
                name=_("Unlock care notes"),
                keywords=_("private passphrase open appointments questions"),
                action=self.screen.unlock_asked.emit,
                icon=Icon.UNLOCK,
                possible=lambda: self.notes.state is LockState.LOCKED,
            ),
            Command(
                key="home.notices",
                name=_("Safety notices"),
                keywords=_("alerts warnings recalls put away done"),
                action=self._open_notices,
                icon=Icon.OCTAGON,
            ),
        )

    def _open_notices(self) -> None:
        self._window.open_screen(HOME)
        self.screen.notices_place.open_all()

    def _open_page(self, row: ArticleRow) -> None:
        self._ways.to_library()
        self._ways.library.open_row(row)

    def _show_new(self) -> None:
        self._ways.to_library()
        self._ways.library.show_pick(Pick())
        filters = self._ways.library.shelf.pane.filters
        filters.search.put("")
        filters.show_chip(ArticleFilter.NEW)

    def _show_due(self) -> None:
        self._ways.to_library()
        self._ways.checking.open_due()

    def _search(self) -> None:
        self._ways.to_library()
        self._ways.library.focus_search()

    def _choose_topics(self) -> None:
        self._ways.to_library()
        self._ways.to_topics()

    def _come_back(self) -> None:
        self.screen.come_back_unlocked()
        self._window.open_screen(HOME)

    def _begin_first(self) -> None:
        """The Library asks for topics on a first start; whoever went elsewhere already is not called back."""
        if self._window.nav.current == HOME:
            self._ways.to_library()

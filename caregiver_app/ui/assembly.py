"""Joins services, lanes and screens into one window. Opens nothing by itself and makes no connection."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from caregiver_app.model.article import ArticleRow
from caregiver_app.model.errors import CaregiverError, StorageError
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import sentence_for
from caregiver_app.support.settings import Settings
from caregiver_app.support.undo import UndoStack
from caregiver_app.ui.automatic_updates import AutomaticUpdates
from caregiver_app.ui.care.joining import CareParts
from caregiver_app.ui.care.library_pages import LibraryPages
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.entries import FIND, LIBRARY, SETTINGS, window_entries
from caregiver_app.ui.first_paint import AfterFirstPaint
from caregiver_app.ui.frame import Fittings, MainWindow
from caregiver_app.ui.home.joining import HOME, HomeParts, Ways
from caregiver_app.ui.library.commands import library_commands
from caregiver_app.ui.library.list_look import ListLook
from caregiver_app.ui.library.page_keeping import PageKeeping
from caregiver_app.ui.library.reader.reader_pane import READ_AFTER_MS
from caregiver_app.ui.library.screen import LibraryScreen
from caregiver_app.ui.library.updates import Updates
from caregiver_app.ui.library_ways import LibraryWays
from caregiver_app.ui.looking_after import LookingAfter
from caregiver_app.ui.palette.opening import FindAnything
from caregiver_app.ui.palette.window_commands import screen_commands, window_commands
from caregiver_app.ui.remember import Remembered
from caregiver_app.ui.restoring import From, RestoreWish
from caregiver_app.ui.second_start import FrontWatch, bring_to_front, take_wish
from caregiver_app.ui.settings.pages import SettingsFittings, settings_commands, settings_entries
from caregiver_app.ui.settings.screen import SettingsScreen
from caregiver_app.ui.sources.about_ways import AboutSourceWays
from caregiver_app.ui.tasks import Lane, TaskControl, TaskRunner
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.trouble import TroubleScreen

if TYPE_CHECKING:
    from caregiver_app.bootstrap import Services
    from caregiver_app.library.store import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class Timings:
    """Times that tests shorten."""

    read_after_ms: int = READ_AFTER_MS


class WholeWindow(QObject):
    """The window with everything behind it. `begin` asks the library for the first time; `close` ends it all."""

    def __init__(
        self,
        services: Services,
        theme: Theme,
        remembered: Remembered,
        *,
        restore: Callable[[RestoreWish], None],
        save: Callable[[Settings], None],
        timings: Timings | None = None,
    ) -> None:
        """`restore` is called when something shall take the library's place; `save` keeps settings, in a thread."""
        super().__init__()
        timings = timings or Timings()
        self._services = services
        self.runner = TaskRunner(self)
        self.undo = UndoStack()
        self.window = MainWindow(
            Fittings(theme=theme, undo=self.undo, remembered=remembered, sentence=_sentence), window_entries()
        )
        self.desk = Desk(
            theme=theme,
            clock=services.clock,
            library=self._library_lane("library"),
            messages=self.window.messages,
            overlay=self.window.overlay,
            ring=lambda: self.window.ring.by_keyboard,
            serious=self._show_trouble,
        )
        self.updates = Updates(self.desk, self._library_lane("sync"), services, self)
        self.automatic = AutomaticUpdates(self.desk, self.updates, services, self)
        self._upkeep = self._library_lane("upkeep")
        self.looking_after = LookingAfter(self.desk, self._upkeep, services, self.updates, self)
        self.library = LibraryScreen(self.desk, self.updates, read_after_ms=timings.read_after_ms)
        self.library.sources_asked.connect(lambda _troubled: self._go_to_library())
        ListLook(remembered, self.window.messages, self.library)
        self.looking_after.changed.connect(self.library.refresh_all)
        adding = self._library_lane("adding")
        self.ways = LibraryWays(self.desk, self.library, self.updates, services, adding)
        self.keeping = PageKeeping(self.desk, adding, services, self)
        self.about_source = AboutSourceWays(self.desk, self.library, self.keeping)
        self.trouble = TroubleScreen(theme)
        self.trouble.retry_pressed.connect(self.library.show_shelf)
        self.trouble.restore_pressed.connect(lambda: restore(RestoreWish(source=From.NEWEST_COPY)))
        self.window.add_screen(LIBRARY, self.library)
        self.care = CareParts(self.window, self.desk, self.runner, services)
        self.care.desk.pages = LibraryPages(self.desk, self._open_in_library)
        self.settings = SettingsScreen(
            theme, remembered, partial(settings_entries, self._fittings(remembered, restore))
        )
        self.window.add_screen(SETTINGS, self.settings)
        ways = Ways(
            library=self.library,
            to_library=self._go_to_library,
            to_topics=self._open_topics,
            to_settings=self.open_settings,
        )
        self.home = HomeParts(self.window, self.desk, self.updates, self.care, ways)
        self._settings_lane = self.runner.add_free_lane("settings", workers=1)
        remembered.changed.connect(lambda settings: self._save(save, settings))
        for counting in (self.library.shelf.counted, self.home.screen.counted):
            counting.connect(partial(self.window.nav.set_count, LIBRARY))
        self.find = FindAnything(self.desk, self.window, self.library, self._go_to_library, key=FIND)
        self.find.commands.add(
            *library_commands(self.library, self.updates, self._go_to_library),
            *screen_commands(self.window),
            *self.home.commands(),
            *self.care.commands(),
            *settings_commands(self.open_settings),
            *window_commands(self.window, theme),
        )
        self.window.add_shortcut("Ctrl+Q", lambda: bool(self.window.close()))

    def begin_after_first_paint(self) -> None:
        """Ask the library once the window has been seen, so that nothing slow stands before it."""
        AfterFirstPaint(self.window, self.begin)

    def begin(self) -> None:
        """Open Home, or on a first start the Library, which asks for topics. Updates begin if the person chose so.

        The library's lane opens its file for it, in its own thread.
        """
        self.window.open_screen(HOME if self._services.paths.library.exists() else LIBRARY)
        self.automatic.begin_if_wanted()

    def open_settings(self, page: str) -> None:
        """Open a page of the settings by its key (`ui.settings.pages`).

        Raises:
            KeyError: there is no such page.
        """
        self.window.open_screen(SETTINGS)
        self.settings.open_page(page)

    def answer_second_starts(self) -> None:
        """Come to the front whenever the application is started once more over the same folder."""
        watch = FrontWatch(self._services.paths, self)

        def come(wished: bool) -> None:
            if wished:
                bring_to_front(self.window)

        def look() -> None:
            if not self.runner.closed:
                self._settings_lane.run(
                    lambda _none, _control: take_wish(watch.path), owner=self, done=come, failed=self.desk.tell
                )

        watch.touched.connect(look)

    def close(self) -> None:
        """Refuse work, stop what runs, wait for it, close the library, end processes and exchanges."""
        self.runner.shutdown()
        self._services.close()

    def _open_sources(self) -> None:
        self._go_to_library()
        self.ways.open_sources()

    def _open_topics(self) -> None:
        self.ways.open_topics(first_time=False)

    def _open_in_library(self, row: ArticleRow) -> None:
        self._go_to_library()
        self.library.open_row(row)

    def _go_to_library(self) -> None:
        if self.window.nav.current != LIBRARY:
            self.window.open_screen(LIBRARY)

    def _library_lane(self, name: str) -> Lane[Library]:
        return self.runner.add_lane(
            name,
            self._services.open_library,
            close_resource=lambda library: library.close(),
            break_off=lambda library: library.interrupt(),
        )

    def _fittings(self, remembered: Remembered, restore: Callable[[RestoreWish], None]) -> SettingsFittings:
        return SettingsFittings(
            desk=self.desk,
            services=self._services,
            updates=self.updates,
            remembered=remembered,
            upkeep=self._upkeep,
            restore=restore,
            open_sources=self._open_sources,
            care_part=self.care.make_settings_part,
            ask_passphrase=self.care.ask_passphrase,
        )

    def _save(self, save: Callable[[Settings], None], settings: Settings) -> None:
        def work(_resource: None, _control: TaskControl[None]) -> None:
            save(settings)

        if not self.runner.closed:
            self._settings_lane.run(work, owner=self, done=lambda _nothing: None, failed=self.desk.tell)

    def _show_trouble(self, error: StorageError) -> None:
        self.trouble.show_error(error)
        self.library.show_behind(self.trouble)
        self._go_to_library()


def _sentence(error: BaseException) -> str:
    if isinstance(error, CaregiverError):
        return sentence_for(error).text
    return _("Something went wrong inside Caregiver. What you saved is kept.")

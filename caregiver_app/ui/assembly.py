"""Joins services, lanes and screens into one window. Opens nothing by itself and makes no connection."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from caregiver_app.bootstrap.protection_state import is_protected
from caregiver_app.model.errors import CaregiverError
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import sentence_for
from caregiver_app.support.settings import Settings
from caregiver_app.support.undo import UndoStack
from caregiver_app.ui.around import Around, Timings
from caregiver_app.ui.capture import made_capture
from caregiver_app.ui.care.joining import CareParts
from caregiver_app.ui.checking.ways import CheckWays
from caregiver_app.ui.converting import Wish
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.emergency.joining import add_emergency
from caregiver_app.ui.ended_badly import EndedBadly
from caregiver_app.ui.entries import LIBRARY, window_entries
from caregiver_app.ui.first_paint import AfterFirstPaint
from caregiver_app.ui.fittings import Fittings
from caregiver_app.ui.frame import MainWindow
from caregiver_app.ui.hiding import Hiding
from caregiver_app.ui.home.joining import HOME, HomeParts
from caregiver_app.ui.keys_everywhere import bind_search
from caregiver_app.ui.library.screen import LibraryScreen
from caregiver_app.ui.library.updates import Updates
from caregiver_app.ui.library_gate import LibraryGate
from caregiver_app.ui.library_ways import LibraryWays
from caregiver_app.ui.new_day import NewDay
from caregiver_app.ui.opened_files import OpenedFiles
from caregiver_app.ui.palette.opening import FindAnything
from caregiver_app.ui.remember import Remembered
from caregiver_app.ui.screen import Screen
from caregiver_app.ui.screen_help.ways import HelpHere
from caregiver_app.ui.second_start import FrontWatch, StartWish, bring_to_front, take_wish
from caregiver_app.ui.settings.screen import SettingsScreen
from caregiver_app.ui.sources.about_ways import AboutSourceWays
from caregiver_app.ui.tasks import TaskControl, TaskRunner
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.trouble import TroubleScreen
from caregiver_app.ui.works import WorksWay

if TYPE_CHECKING:
    from caregiver_app.bootstrap.services import Services

__all__ = ["Timings", "WholeWindow"]


class WholeWindow(QObject):
    """The window with everything behind it. `begin` asks the library for the first time; `close` ends it all."""

    def __init__(
        self,
        services: Services,
        theme: Theme,
        remembered: Remembered,
        *,
        restore: Callable[[Wish], None],
        save: Callable[[Settings], None],
        ended_badly: EndedBadly | None = None,
        timings: Timings | None = None,
    ) -> None:
        """`restore` is called for what can be done only without a window; `save` keeps settings, in a thread."""
        super().__init__()
        self._services = services
        self.runner = TaskRunner(self)
        self.undo = UndoStack()
        self.window = MainWindow(
            Fittings(theme=theme, undo=self.undo, remembered=remembered, sentence=_sentence), window_entries()
        )
        protected = is_protected(services.paths)
        self.care = CareParts(self.window, theme, self.runner, services, library_too=protected, between=restore)
        self.hiding = Hiding(self.window, self.care.lock, self._forget_reading, HOME)
        self.capture = made_capture(self.window, self.care.access, remembered, self.window.messages)
        self.new_day = NewDay(services.clock, self.window)
        self.help_here = HelpHere(self.window, theme, lambda: self.open_settings("keyboard"))
        self.gate = LibraryGate(
            Around(
                services=services,
                runner=self.runner,
                window=self.window,
                theme=theme,
                remembered=remembered,
                care=self.care,
                restore=restore,
                hide=self.hiding.hide,
                capture=self.capture,
                help_here=self.help_here.open,
                open_works=WorksWay(self.care.desk, self.window.messages, self.runner, parent=self).open,
                ended_badly=ended_badly or EndedBadly(False),
                timings=timings or Timings(),
            )
        )
        self.emergency = add_emergency(
            self.window,
            theme,
            services.clock,
            self.care,
            library=lambda: self.gate.side.desk if self.gate.is_open else None,
            print_card=self._print_cards,
        )
        self.opened_files = OpenedFiles(self.window, self.care, self.gate, lambda: self.runner.busy, self)
        self.window.stack.setCurrentWidget(self._first_screen())  # what is first painted is what stays
        self._settings_lane = self.runner.add_free_lane("settings", workers=1)
        remembered.changed.connect(lambda settings: self._save(save, settings))
        self.window.add_shortcut("Ctrl+Q", lambda: bool(self.window.close()))
        bind_search(self.window)

    @property
    def desk(self) -> Desk:
        """What the screens of the library work with. As all below, only while the library is open (RuntimeError)."""
        return self.gate.side.desk

    @property
    def updates(self) -> Updates:
        """Getting updates."""
        return self.gate.side.updates

    @property
    def library(self) -> LibraryScreen:
        """The Library."""
        return self.gate.side.library

    @property
    def ways(self) -> LibraryWays:
        """The pages behind the Library."""
        return self.gate.side.ways

    @property
    def about_source(self) -> AboutSourceWays:
        """What there is to know of a source."""
        return self.gate.side.about_source

    @property
    def checking(self) -> CheckWays:
        """The ways to a check."""
        return self.gate.side.checking

    @property
    def trouble(self) -> TroubleScreen:
        """What stands in the Library's place while its file cannot be used."""
        return self.gate.side.trouble

    @property
    def settings(self) -> SettingsScreen:
        """The settings."""
        shut = self.gate.shut_side
        return self.gate.side.settings if shut is None else shut.settings

    @property
    def home(self) -> HomeParts:
        """Home."""
        return self.gate.side.home

    @property
    def find(self) -> FindAnything:
        """The palette."""
        shut = self.gate.shut_side
        return self.gate.side.find if shut is None else shut.find

    def _first_screen(self) -> Screen:
        if not self.gate.is_open:
            return self.care.screen
        if self._services.paths.library.exists():
            return self.home.screen
        self.library.hold_back()  # the first steps stand there once the library is made, and nothing before them
        return self.library

    def begin_after_first_paint(self, then: Callable[[], object] = lambda: None) -> None:
        """Ask the library once the window has been seen, so that nothing slow stands before it; `then` comes after."""

        def begin() -> None:
            self.begin()
            then()

        AfterFirstPaint(self.window, begin)

    def begin(self) -> None:
        """Open Home, or on a first start the Library, which asks for topics. Updates begin if the person chose so.

        The library's lane opens its file for it, in its own thread. A protected library waits for the passphrase.
        """
        if not self.gate.is_open:
            self.window.open_screen(HOME)
            self.care.screen.shut.begin()
            return
        self.window.open_screen(HOME if self._services.paths.library.exists() else LIBRARY)
        self.gate.side.begin()

    def open_settings(self, page: str) -> None:
        """Open a page of the settings by its key (`ui.settings.pages`).

        Raises:
            KeyError: there is no such page, or not while the library is locked.
        """
        shut = self.gate.shut_side
        (self.gate.side if shut is None else shut).open_settings(page)

    def answer_second_starts(self) -> None:
        """Come to the front whenever the application is started over the same folder; look at the file it names.

        It has begun by then, so that what a start wants that came meanwhile is done after that.
        """
        watch = FrontWatch(self._services.paths, self)

        def come(wish: StartWish | None) -> None:
            if wish is not None:
                bring_to_front(self.window)
            if wish is not None and wish.file is not None:
                self.opened_files.look_at(wish.file)

        def look() -> None:
            if not self.runner.closed:
                self._settings_lane.run(
                    lambda _none, _control: take_wish(watch.path), owner=self, done=come, failed=self._tell
                )

        watch.touched.connect(look)
        look()

    def close(self) -> None:
        """Refuse work, stop what runs, wait for it, close the library, end processes and exchanges."""
        self.care.finish()
        if self.gate.is_open:
            self.gate.side.coming_back.rest()
        self.runner.shutdown()
        self._services.close()

    def _save(self, save: Callable[[Settings], None], settings: Settings) -> None:
        def work(_resource: None, _control: TaskControl[None]) -> None:
            save(settings)

        if not self.runner.closed:
            self._settings_lane.run(work, owner=self, done=lambda _nothing: None, failed=self._tell)

    def _print_cards(self, country: str) -> None:
        self.gate.side.printing.show_cards(country)

    def _forget_reading(self) -> None:
        self.emergency.forget()
        shut = self.gate.shut_side
        if self.gate.is_open:
            self.gate.side.forget_reading()
        elif shut is not None:
            shut.help.forget()

    def _tell(self, error: BaseException) -> None:
        if not isinstance(error, CaregiverError):
            raise error
        self.window.messages.fail(error)


def _sentence(error: BaseException) -> str:
    if isinstance(error, CaregiverError):
        return sentence_for(error).text
    return _("Something went wrong inside Caregiver. What you saved is kept.")

"""Joins the care notes into the window: lane, desk, screen, keys, and the state of the lock in the navigation."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.access import CareAccess, LockState
from caregiver_app.ui.care.asking.commands import ask_commands
from caregiver_app.ui.care.auto_lock import AutoLock, warning_words
from caregiver_app.ui.care.carrying.commands import file_commands
from caregiver_app.ui.care.copies import PrivateCopies
from caregiver_app.ui.care.daily_copy import DailyCopy
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.notes_commands import notes_commands, protect_command
from caregiver_app.ui.care.opening import Opened
from caregiver_app.ui.care.record_commands import record_commands
from caregiver_app.ui.care.screen import CareScreen
from caregiver_app.ui.care.watches import away_watches
from caregiver_app.ui.commands import Command
from caregiver_app.ui.converting import ProtectWish
from caregiver_app.ui.frame import MainWindow
from caregiver_app.ui.tasks import TaskRunner
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.nav_state import NavEntry, NavMark

if TYPE_CHECKING:
    from caregiver_app.bootstrap.services import Services
    from caregiver_app.ui.care.after_unlock import AfterUnlock
    from caregiver_app.ui.care.ask_passphrase import PassphraseQuestion
    from caregiver_app.ui.care.carrying.settings_card import FilesCard
    from caregiver_app.ui.care.key_ways import KeyWays
    from caregiver_app.ui.care.protecting.ways import ProtectWays
    from caregiver_app.ui.care.settings_part import CareSettingsPart
    from caregiver_app.ui.care.sheet.ways import SheetWays
    from caregiver_app.ui.care.shut_work import ShutWork
    from caregiver_app.ui.widgets.confirm import Question

CARE = "care"


def care_entry() -> NavEntry:
    """Return how the care notes stand in the navigation."""
    return NavEntry(
        key=CARE,
        title=_("Care notes"),
        short=_("Notes"),
        icon=Icon.NOTES,
        group=_("My care"),
        shortcut="Ctrl+5",
    )


class CareParts(QObject):
    """The care notes of one window. What is needed only with open notes is made with the first unlock."""

    def __init__(
        self,
        window: MainWindow,
        theme: Theme,
        runner: TaskRunner,
        services: Services,
        *,
        library_too: bool,
        between: Callable[[ProtectWish], None],
    ) -> None:
        """`library_too` says that the library opens and closes with the notes.

        `between` is given the wish to begin or end that, which is granted once the window has gone.
        """
        super().__init__(window)
        self._library_too = library_too
        self._between = between
        self._window = window
        self._runner = runner
        self._services = services
        self.access = CareAccess(services.care, runner, services.clock, self)
        self.desk = CareDesk(
            theme=theme,
            clock=services.clock,
            access=self.access,
            messages=window.messages,
            overlay=window.overlay,
            ring=lambda: window.ring.by_keyboard,
            parent=self,
        )
        self.auto_lock = AutoLock(
            self.access,
            services.clock,
            partial(away_watches, services.clock, self),
            self,
            is_closing=lambda: runner.ending,
        )
        self.screen = CareScreen(self.desk, library_too=library_too, parent=window.stack)
        self.daily_copy = DailyCopy(self.desk, runner, self)
        self.copies = PrivateCopies(self.desk, self.screen, self)
        window.add_screen(CARE, self.screen)
        window.add_shortcut("Ctrl+L", self.lock)
        window.closing.connect(self.finish)
        self._connect()
        self._show_state()

    @cached_property
    def sheets(self) -> SheetWays:
        """The ways to the recovery sheet."""
        from caregiver_app.ui.care.print_way import Printing
        from caregiver_app.ui.care.sheet.ways import SheetWays

        printing = Printing(self.desk, self._window.messages, self._runner)
        return SheetWays(self.desk, self._services.paths.data_dir, printing.way, self)

    @cached_property
    def keys(self) -> KeyWays:
        """The ways to another passphrase and a new key."""
        from caregiver_app.ui.care.key_ways import KeyWays

        return KeyWays(self.desk, self.sheets, self)

    @cached_property
    def protecting(self) -> ProtectWays:
        """The way to protect the library too, and back."""
        from caregiver_app.ui.care.protecting.ways import ProtectWays

        return ProtectWays(self.desk, self._services.protection, self._between, self)

    @cached_property
    def shut_work(self) -> ShutWork:
        """Work on the files of the notes while nobody has them open."""
        from caregiver_app.ui.care.shut_work import ShutWork

        return ShutWork(self.access, self)

    @cached_property
    def after_unlock(self) -> AfterUnlock:
        """What is said and offered after an unlock."""
        from caregiver_app.ui.care.after_unlock import AfterUnlock
        from caregiver_app.ui.care.erasing.all_notes import EraseAll

        erase_all = EraseAll(self.desk, self.shut_work, self._services.paths, self)
        return AfterUnlock(self.desk, self.screen, self.sheets, erase_all.run, self)

    def ask_passphrase(
        self,
        question: Question,
        act: Callable[[str, PassphraseQuestion], None],
        kept: Callable[[], object] = lambda: None,
        *,
        of_today: bool = False,
    ) -> None:
        """Ask for a passphrase over whatever is shown; `act` gets what was typed, each time."""
        from caregiver_app.ui.care.ask_passphrase import ask_passphrase

        asked = ask_passphrase(self.desk.overlay, self.desk.theme, question, act, of_today=of_today)
        asked.keep.clicked.connect(kept)

    def make_settings_part(self) -> CareSettingsPart:
        """Return the page of the settings."""
        from caregiver_app.ui.care.settings_part import CareSettingsPart

        files = self.make_files_card()
        part = CareSettingsPart(self.desk, self.auto_lock, self.keys, self.sheets, files, library_too=self._library_too)
        part.open_asked.connect(lambda: self.open_then(None, ""))
        part.protect_asked.connect(self._protect)
        return part

    def make_files_card(self) -> FilesCard:
        """Return what leads from the settings to files that leave and come, and to erasing."""
        from caregiver_app.ui.care.carrying.settings_card import FilesCard

        return FilesCard(self.desk.theme, self._file_commands())

    def commands(self) -> tuple[Command, ...]:
        """Return what the palette offers."""
        return (
            *notes_commands(self.screen, self.access, self.open_then, library_too=self._library_too),
            protect_command(self.access, self._protect, protected=self._library_too),
            *record_commands(self.desk, self.open_then, self._add_person),
            *ask_commands(self.desk, self.open_then, lambda: self.after_unlock.asking),
            *self._file_commands(),
        )

    def _file_commands(self) -> tuple[Command, ...]:
        return file_commands(self.desk, self.open_then, lambda: self.after_unlock)

    def open_then(self, then: Callable[[], object] | None, line: str) -> None:
        """Show the care notes and do something there, once they are unlocked; `line` says why that is asked for."""
        self._window.open_screen(CARE)
        self.screen.after_unlock(then, line)

    def _warn(self, seconds: int) -> None:
        self.desk.warn_of_lock(warning_words(seconds, library_too=self._library_too), self.auto_lock.touch)

    def _protect(self) -> None:
        self.protecting.open(on=not self._library_too)

    def _add_person(self) -> None:
        if self.screen.ways is not None:
            self.screen.ways.add_person()

    def lock(self) -> None:
        """Lock at once; where that was so already, forget what was typed to unlock, and copies of it."""
        self.access.lock()
        self.screen.forget_typed()
        self.copies.clear()

    def finish(self) -> None:
        """Lock for the last time; what stands in an open panel is kept as its own closing keeps it."""
        self.desk.overlay.close_panel()
        self.access.finish()

    def _connect(self) -> None:
        lock, desk = self.auto_lock, self.desk
        self.access.changed.connect(self._show_state)
        self.access.failed.connect(desk.tell)
        self.access.changed.connect(self.copies.clear)
        self.access.unsaved.connect(self._tell_unsaved)
        self.screen.was_opened.connect(self._opened)
        self.screen.was_made.connect(self._made)
        lock.left.connect(self.screen.show_minutes_left)
        lock.warned.connect(self._warn)
        lock.attended.connect(desk.end_lock_warning)

    def _opened(self, opened: Opened) -> None:
        self.auto_lock.set_minutes(opened.lock_minutes)
        self.screen.show_minutes_left(opened.lock_minutes)
        self.after_unlock.show(opened)

    def _made(self, passphrase: str) -> None:
        self.after_unlock.go_on_with_sheet(passphrase)

    def _tell_unsaved(self, _count: int) -> None:
        self.desk.say_openly(
            _("What you were writing could not be saved: the disk takes nothing. Make room and keep Caregiver open."),
            icon=Icon.ALERT,
            kind="care-unsaved",
        )

    def _show_state(self) -> None:
        is_open = self.access.state is LockState.OPEN
        mark = NavMark(icon=Icon.UNLOCK, words=_("unlocked")) if is_open else NavMark(icon=Icon.LOCK, words=_("locked"))
        self._window.nav.set_mark(CARE, mark)

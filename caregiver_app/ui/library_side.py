"""The library's half of the window: its lanes, and every screen in which words of the library stand.

It is there as long as the window is; over a protected library it is made anew for each unlock and goes whole with the
lock (`ui.library_gate`), so that nothing has to be emptied.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from caregiver_app.model.article import ArticleRow
from caregiver_app.model.errors import StorageError
from caregiver_app.ui.around import Around
from caregiver_app.ui.asked_before_going import ask_to_restore
from caregiver_app.ui.automatic_updates import AutomaticUpdates
from caregiver_app.ui.awareness.joining import AWARENESS, AwarenessParts
from caregiver_app.ui.care.library_pages import LibraryPages
from caregiver_app.ui.care.palette_hits import NotesInPalette
from caregiver_app.ui.check_link.forgetting import ForgetAtLock
from caregiver_app.ui.checking.commands import check_commands
from caregiver_app.ui.checking.ways import CheckWays
from caregiver_app.ui.coming_back import ComingBack
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.entries import FIND, LIBRARY, SETTINGS
from caregiver_app.ui.first_run.joining import FirstRun
from caregiver_app.ui.help_lines.joining import HELP, library_help
from caregiver_app.ui.hiding import hide_command
from caregiver_app.ui.home.joining import HOME, HomeParts, Ways
from caregiver_app.ui.home.screen import HomeScreen
from caregiver_app.ui.keys_everywhere import LibraryKeys
from caregiver_app.ui.library.commands import library_commands
from caregiver_app.ui.library.list_look import ListLook
from caregiver_app.ui.library.page_keeping import PageKeeping
from caregiver_app.ui.library.screen import LibraryScreen
from caregiver_app.ui.library.updates import Updates
from caregiver_app.ui.library_surroundings import (
    around_first_run,
    around_print,
    around_settings,
    around_share,
    around_studio,
)
from caregiver_app.ui.library_to_notes import SearchNotesToo
from caregiver_app.ui.library_ways import LibraryWays
from caregiver_app.ui.looking_after import LookingAfter
from caregiver_app.ui.notice_telling import NoticeTelling, TrayNotifier
from caregiver_app.ui.packs.commands import PACKS, packs_commands
from caregiver_app.ui.packs.news_after_updates import NewsAfterUpdates
from caregiver_app.ui.packs.screen import PacksScreen
from caregiver_app.ui.palette.opening import FindAnything
from caregiver_app.ui.palette.window_commands import screen_commands, window_commands
from caregiver_app.ui.restoring import From, RestoreWish
from caregiver_app.ui.screen import Screen
from caregiver_app.ui.screen_help.ways import help_command
from caregiver_app.ui.settings.free_space import space_remedies
from caregiver_app.ui.settings.pages import settings_commands, settings_entries
from caregiver_app.ui.settings.screen import SettingsScreen
from caregiver_app.ui.share.commands import SHARE
from caregiver_app.ui.share.joining import ShareParts
from caregiver_app.ui.sheets.joining import PRINT, PrintParts
from caregiver_app.ui.source_commands import source_commands
from caregiver_app.ui.sources.about_ways import AboutSourceWays
from caregiver_app.ui.studio.joining import StudioParts
from caregiver_app.ui.tasks import Lane
from caregiver_app.ui.trouble import TroubleScreen

if TYPE_CHECKING:
    from caregiver_app.library.store import Library


class LibrarySide(QObject):
    """Made without asking the library anything; `put_in_place` shows it, `begin` asks."""

    def __init__(self, around: Around) -> None:
        super().__init__(around.window)
        self._around = around
        services, window, theme = around.services, around.window, around.theme
        self._lanes: list[Lane[Library]] = []
        self.desk = Desk(
            theme=theme,
            clock=services.clock,
            library=self._lane("library"),
            messages=window.messages,
            overlay=window.overlay,
            ring=lambda: window.ring.by_keyboard,
            paths=services.paths,
            serious=self._show_trouble,
            stamps_of=services.appraising.stamps,
        )
        self.updates = Updates(self.desk, self._lane("sync"), services, self)
        self.automatic = AutomaticUpdates(self.desk, self.updates, services, self)
        self.telling = NoticeTelling(self.desk, self.updates, TrayNotifier(self), self)
        self._upkeep = self._lane("upkeep")
        self.looking_after = LookingAfter(self.desk, self._upkeep, services, self.updates, self)
        self.library = LibraryScreen(
            self.desk, self.updates, read_after_ms=around.timings.read_after_ms, parent=window.stack
        )
        self.library.sources_asked.connect(lambda _troubled: self._go_to_library())
        self.library.leave_asked.connect(around.hide)
        self.library.renamed.connect(window.say_title)
        ListLook(around.remembered, window.messages, self.library)
        SearchNotesToo(around.care, self.library.shelf.pane.filters, self)
        self.looking_after.changed.connect(self.library.refresh_all)
        adding = self._lane("adding")
        self.ways = LibraryWays(self.desk, self.library, self.updates, services, adding)
        ForgetAtLock(around.care.access, self.ways.forget_message, self)
        self.keeping = PageKeeping(self.desk, adding, services, self)
        self.checking = CheckWays(
            self.desk, services, self.library, self.updates, around.remembered, upkeep=self._upkeep
        )
        self.about_source = AboutSourceWays(self.desk, self.library, self.keeping, self.checking)
        self.share = ShareParts(
            self.desk,
            self._lane("sharing"),
            around_share(around, self.library, self._go_to_library, self.checking),
            self,
        )
        self.checking.changed.connect(self.share.screen.look)
        self.help = library_help(self.desk, around)
        self.awareness = AwarenessParts(self.desk, self.share.ways, window.stack, self)
        packs_lane = self._lane("packs")
        self.packs = self._made_packs(packs_lane)
        self._looks, self._paper = (around.runner.add_free_lane(name, workers=1) for name in ("studio-looks", "paper"))
        self.printing = PrintParts(self.desk, self._paper, around_print(around, self.library), self)
        in_studio = around_studio(around, self.updates, self.checking, packs_lane, self._looks)
        self.studio = StudioParts(self.desk, in_studio, self.packs, around.remembered)
        self.trouble = TroubleScreen(theme, parent=self.library)
        self.trouble.hide()
        self.trouble.retry_pressed.connect(self.library.show_shelf)
        self.trouble.restore_pressed.connect(
            lambda: ask_to_restore(around, self.desk, RestoreWish(source=From.NEWEST_COPY))
        )
        fittings = around_settings(
            around, self.desk, self.updates, self._upkeep, to_sources=self._open_sources, to_page=self.open_settings
        )
        self.settings = SettingsScreen(theme, around.remembered, partial(settings_entries, fittings))
        self.home = self._made_home()
        self._hear_home(self.home.screen)
        self.first_run = FirstRun(
            self.desk,
            around_first_run(
                around, self.library, self.updates, packs_lane, partial(ask_to_restore, around, self.desk)
            ),
            self,
        )
        self.home.screen.doing.steps_asked.connect(partial(self.first_run.go_on, self._go_to_library))
        for counting in (self.library.shelf.counted, self.home.screen.counted):
            counting.connect(partial(window.nav.set_count, LIBRARY))
        self.library.shelf.pane.filters.found.help_asked.connect(self._look_for_help)
        self.find = self._made_palette()
        self.coming_back = ComingBack(self.desk, window, self.library, around.ended_badly, self)
        self._keys: LibraryKeys | None = None

    def put_in_place(self) -> None:
        """Have the entries of the navigation lead here."""
        window = self._around.window
        for key, screen in self._screens().items():
            window.put_screen(key, screen)
            window.nav.set_mark(key, None)
        self.find.listen_to(window.nav, FIND)
        self._keys = LibraryKeys(
            window, self.updates.begin, self._search, shows_updates=(HOME, LIBRARY).__contains__, parent=self
        )
        self._around.care.desk.pages = LibraryPages(self.desk, self._open_in_library)
        window.messages.find_remedies(space_remedies(self.open_settings, self.settings))

    def begin(self) -> None:
        """Go back where one was when the window ended by itself; have updates begin if the person chose so."""
        self.coming_back.begin()
        self.automatic.begin_if_wanted()

    def forget_reading(self) -> None:
        """Hold nothing of what was read, sought, pasted to be checked, or to be shared, nor where one was."""
        self.library.forget_reading()
        self.coming_back.keep()
        self.ways.forget_message()
        self.share.screen.forget()
        self.printing.screen.forget()
        self.help.forget()

    def open_settings(self, page: str) -> None:
        """Open a page of the settings by its key (`ui.settings.pages`).

        Raises:
            KeyError: there is no such page.
        """
        self._around.window.open_screen(SETTINGS)
        self.settings.open_page(page)

    def end(self) -> None:
        """End all that runs and let everything go; the screens must have left the window. Waits for nothing."""
        self._around.care.desk.pages = None
        self._around.window.messages.find_remedies(None)
        self.coming_back.end()
        if self._keys is not None:
            self._keys.end()
        self._around.runner.end_lanes([*self._lanes, self._looks, self._paper])
        for screen in self._screens().values():
            screen.deleteLater()
        for counted in (LIBRARY, PACKS):
            self._around.window.nav.set_count(counted, 0)
        self.deleteLater()

    def _screens(self) -> Mapping[str, Screen]:
        return {
            LIBRARY: self.library,
            SETTINGS: self.settings,
            HOME: self.home.screen,
            SHARE: self.share.screen,
            AWARENESS: self.awareness.screen,
            HELP: self.help,
            PACKS: self.packs,
            PRINT: self.printing.screen,
        }

    def _hear_home(self, home: HomeScreen) -> None:
        home.kit_asked.connect(self.awareness.share_kit)
        home.reminder_asked.connect(self.awareness.end_reminder)
        self.printing.hear(
            home, self.help, self.awareness.screen, self.packs, share=self.share.screen, settings=self.settings
        )
        self.awareness.tell(lambda: home.opened() if home.isVisible() else None)

    def _made_home(self) -> HomeParts:
        ways = Ways(
            library=self.library,
            to_library=self._go_to_library,
            to_topics=self._open_topics,
            to_settings=self.open_settings,
            checking=self.checking,
        )
        return HomeParts(self._around.window, self.desk, self.updates, self._around.care, ways, parent=self)

    def _made_packs(self, lane: Lane[Library]) -> PacksScreen:
        window = self._around.window
        packs = PacksScreen(self.desk, self._around.services, lane, parent=window.stack)
        packs.changed.connect(self.library.refresh_all)
        packs.counted.connect(partial(window.nav.set_count, PACKS))
        packs.made.connect(lambda body: body.ways.page_asked.connect(self._open_in_library))
        NewsAfterUpdates(self.desk, self.updates, packs, partial(window.open_screen, PACKS))
        return packs

    def _made_palette(self) -> FindAnything:
        window = self._around.window
        care = self._around.care
        private = NotesInPalette(care.desk, care.screen, care.open_then)
        find = FindAnything(
            self.desk, self.library, self._go_to_library, self, private=private, to_help=self._look_for_help
        )
        find.commands.add(
            *library_commands(self.library, self.updates, self._go_to_library),
            *check_commands(self.checking, self.library, self._go_to_library),
            *source_commands(self.ways, self.updates, self.desk.messages, self._go_to_library),
            *screen_commands(window),
            *self.home.commands(),
            *self.first_run.commands(self._go_to_library),
            *self.share.commands(),
            *packs_commands(self.packs, partial(window.open_screen, PACKS)),
            *self.studio.commands(),
            *care.commands(),
            *self.printing.commands(),
            *settings_commands(self.open_settings),
            *window_commands(window, self._around.theme),
            hide_command(self._around.hide),
            help_command(self._around.help_here),
        )
        return find

    def _look_for_help(self, words: str, groups: bool) -> None:
        self._around.window.open_screen(HELP)
        self.help.look_for(words, groups=groups)

    def _search(self) -> None:
        self._go_to_library()
        self.library.focus_search()

    def _open_sources(self) -> None:
        self._go_to_library()
        self.ways.open_sources()

    def _open_topics(self) -> None:
        self.ways.open_topics()

    def _open_in_library(self, row: ArticleRow) -> None:
        self._go_to_library()
        self.library.open_row(row)

    def _go_to_library(self) -> None:
        if self._around.window.nav.current != LIBRARY:
            self._around.window.open_screen(LIBRARY)

    def _lane(self, name: str) -> Lane[Library]:
        lane = self._around.runner.add_lane(
            name,
            self._around.services.open_library,
            close_resource=lambda library: library.close(),
            break_off=lambda library: library.interrupt(),
        )
        self._lanes.append(lane)
        return lane

    def _show_trouble(self, error: StorageError) -> None:
        self.trouble.show_error(error)
        self.library.show_behind(self.trouble)
        self._go_to_library()

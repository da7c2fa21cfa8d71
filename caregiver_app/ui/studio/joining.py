"""Joins the studio to the screen of packs: the tab "Make a pack", for whoever checks pages for other people.

The studio itself is made when a pack is first opened: the first window must not wait for it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.settings import Settings
from caregiver_app.support.undo import UndoStep
from caregiver_app.ui.commands import Command
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.packs.body import PacksBody
from caregiver_app.ui.packs.screen import PacksScreen
from caregiver_app.ui.remember import Remembered
from caregiver_app.ui.studio.folders import StudioFolders, ask_for_pack_folder
from caregiver_app.ui.tasks import Lane
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.tab_row import TabLook

if TYPE_CHECKING:
    from caregiver_app.bootstrap.pack_folders import FolderLook
    from caregiver_app.bootstrap.services import Services
    from caregiver_app.library.store import Library
    from caregiver_app.model.trust import Subject
    from caregiver_app.ui.studio.beginning import Beginning
    from caregiver_app.ui.studio.making_part import MakingPart
    from caregiver_app.ui.studio.screen import StudioScreen

MAKE = "make"


@dataclass(frozen=True, slots=True, kw_only=True)
class StudioSurroundings:
    """What the studio needs of the window.

    A lane for long work and one for previews, the way to a check, whether updates run, the way to unlocked care notes
    and back, the way to the screen of packs.
    """

    services: Services
    long_work: Lane[Library]
    looks: Lane[None]
    check: Callable[[Subject, Callable[[], object]], None]
    updating: Callable[[], bool]
    unlock: Callable[[str], None]
    open_packs: Callable[[], object]


class StudioParts(QObject):
    """The tab, and the studio behind the screen of packs."""

    def __init__(self, desk: Desk, around: StudioSurroundings, packs: PacksScreen, remembered: Remembered) -> None:
        super().__init__(packs)
        self._desk = desk
        self._around = around
        self._packs = packs
        self._remembered = remembered
        self.folders = StudioFolders(remembered)
        self.tab: MakingPart | None = None
        self.screen: StudioScreen | None = None
        self._beginning: Beginning | None = None
        self._followed = _of_studio(remembered.settings)
        packs.made.connect(lambda _body: self._follow())
        packs.shown_again.connect(self.refresh)
        remembered.changed.connect(self._take_settings)  # ends with this: the settings outlive a locked library

    @property
    def offered(self) -> bool:
        """True for whoever checks pages for other people."""
        return self._remembered.settings.checks_for_others

    def refresh(self) -> None:
        """Show which packs are being made, as their folders are now."""
        if self.tab is None or not self.offered:
            return
        from caregiver_app.bootstrap.pack_folders import looks_at

        folders, tab = self.folders.all, self.tab
        self._desk.ask(tab, lambda _library: looks_at(folders), tab.show_folders, key="studio.folders")

    def commands(self) -> tuple[Command, ...]:
        """Return what can be done from anywhere."""
        return (
            Command(
                key="studio.make",
                name=_("Make a pack"),
                keywords=_("studio publish sign channel nurse"),
                action=self.show_tab,
                icon=Icon.NOTES,
                possible=lambda: self.offered,
            ),
        )

    def show_tab(self) -> None:
        """Show which packs are being made, from wherever somebody is, with the keyboard there."""
        self._around.open_packs()
        if self._packs.behind is None and self._packs.body is not None:
            self._packs.body.show_tab(MAKE)
            self._packs.body.begin()

    def open_folder(self, folder: Path) -> None:
        """Open the pack of a folder; what is wrong with the folder is said in words."""
        from caregiver_app.bootstrap.pack_folders import open_folder

        self._desk.ask(self, lambda _library: open_folder(folder), self._show)

    def _show(self, look: FolderLook) -> None:
        self.folders.take_in(look.folder)
        screen = self._made_screen()
        screen.begin(look.folder, look.title or look.folder.name)
        self._packs.show_behind(screen)

    def _drop(self, folder: Path) -> None:
        before = self.folders.all
        self.folders.drop(folder)
        step = UndoStep(
            text=_("Taken off the list. The folder stays."),
            undo=lambda: self.folders.put(before),
            redo=lambda: self.folders.drop(folder),
        )
        self._desk.messages.did(step, icon=Icon.CLOSE, kind="studio")

    def _take_settings(self, settings: Settings) -> None:
        if (concerned := _of_studio(settings)) != self._followed:  # others change also while the window closes
            self._followed = concerned
            self._follow()

    def _follow(self) -> None:
        body = self._packs.body
        if body is None:
            return
        if self.offered and self.tab is None:
            self.tab = self._made_tab(body)
        if self.tab is not None:
            body.offer(TabLook(key=MAKE, text=_("Make a pack"), icon=Icon.NOTES), self.tab, offered=self.offered)
        if not self.offered and self._packs.behind is not None:
            self._packs.show_packs()
        self.refresh()

    def _made_tab(self, body: PacksBody) -> MakingPart:
        from caregiver_app.ui.studio.beginning import Beginning
        from caregiver_app.ui.studio.making_part import MakingPart

        tab = MakingPart(self._desk.theme)
        self._beginning = Beginning(self._desk, self._around.services, body, self)
        self._beginning.begun.connect(self.open_folder)
        tab.begin_asked.connect(self._beginning.ask)
        tab.open_asked.connect(lambda: ask_for_pack_folder(body, self.open_folder))
        tab.opened.connect(self.open_folder)
        tab.dropped.connect(self._drop)
        return tab

    def _made_screen(self) -> StudioScreen:
        if self.screen is None:
            from caregiver_app.ui.settings.long_work import LongWork
            from caregiver_app.ui.studio.screen import StudioScreen
            from caregiver_app.ui.studio.step import StudioTools

            tools = StudioTools(
                desk=self._desk,
                services=self._around.services,
                work=LongWork(self._desk, self._around.long_work),
                check=self._around.check,
                looks=self._around.looks,
                updating=self._around.updating,
                unlock=self._around.unlock,
            )
            self.screen = StudioScreen(tools, parent=self._packs)
            self.screen.left.connect(self._packs.show_packs)
        return self.screen


def _of_studio(settings: Settings) -> tuple[bool, tuple[str, ...]]:
    return settings.checks_for_others, settings.studio_folders

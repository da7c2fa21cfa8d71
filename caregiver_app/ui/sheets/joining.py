"""Joins Print into the window: its lane, its screen, and the ways to it from pages, notes, Home and the palette."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from caregiver_app.model.article import ArticleRow
from caregiver_app.model.sheets.kinds import PUBLIC, SECRET, SETS, SheetKind
from caregiver_app.model.trust import Subject, SubjectKind, subject_kind_of
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.sheets_door import SheetsDoor
from caregiver_app.ui.commands import Command
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.printing import PrintWay, system_printer
from caregiver_app.ui.screen import Screen
from caregiver_app.ui.sheets.doors import PublicSheets
from caregiver_app.ui.sheets.screen import SheetsScreen
from caregiver_app.ui.sheets.surroundings import SheetSurroundings
from caregiver_app.ui.tasks import Lane
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.nav_state import NavEntry

if TYPE_CHECKING:
    from caregiver_app.bootstrap.packs import Packs
    from caregiver_app.ui.awareness.screen import AwarenessScreen
    from caregiver_app.ui.care.joining import CareParts
    from caregiver_app.ui.frame import MainWindow
    from caregiver_app.ui.help_lines.screen import HelpScreen
    from caregiver_app.ui.home.paper_card import PaperWish
    from caregiver_app.ui.home.screen import HomeScreen
    from caregiver_app.ui.library.screen import LibraryScreen
    from caregiver_app.ui.packs.screen import PacksScreen
    from caregiver_app.ui.sheets.wanted import Wanted, What

PRINT = "print"
_KEYS = "Ctrl+P"


def print_entry() -> NavEntry:
    """Return how Print stands in the navigation."""
    return NavEntry(
        key=PRINT,
        title=_("Print"),
        short=_("Print"),
        icon=Icon.PRINT,
        group=_("My care"),
        shortcut="Ctrl+6",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintSurroundings:
    """What Print stands in. `to_share` opens Share, `to_keys` the place where packs are made."""

    window: MainWindow
    care: CareParts
    public: PublicSheets
    packs: Packs
    library: LibraryScreen
    to_share: Callable[[], object]
    to_keys: Callable[[], object]
    makes_packs: Callable[[], bool]


class PrintParts(QObject):
    """Print in one window. Owns no lane: the one that is handed in typesets and prints."""

    def __init__(self, desk: Desk, lane: Lane[None], around: PrintSurroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lane = lane
        self._around = around
        self.door = SheetsDoor(around.care, self)
        surroundings = SheetSurroundings(
            desk=desk,
            lane=lane,
            door=self.door,
            public=around.public,
            packs=around.packs,
            print_way=self._way_to_printers,
            elsewhere=self._go_elsewhere,
            makes_packs=around.makes_packs,
        )
        self.screen = SheetsScreen(surroundings, unlock=self._unlock, come=self._come, parent=around.window.stack)
        around.library.shelf.reader.toolbar.print_pressed.connect(lambda: around.library.with_row(self.print_row))
        around.care.desk.print_asked.connect(self._print_notes)

    def hear(
        self,
        home: HomeScreen,
        help_lines: HelpScreen,
        awareness: AwarenessScreen,
        packs: PacksScreen,
        *,
        share: Screen,
        settings: Screen,
    ) -> None:
        """Print what is asked for on other screens, by button and by key; where nothing can be, the key says so."""
        handover = partial(self.show, SheetKind.HANDOVER)
        home.doing.print_asked.connect(handover)
        self._picture_on(home)
        help_lines.print_asked.connect(lambda country: self.show(SheetKind.HELPLINES, country=country))
        for days in (home, awareness):
            days.flyer_asked.connect(lambda day: self.show(SheetKind.AWARENESS_FLYER, day=int(day.id)))
        packs.made.connect(lambda body: body.ways.print_asked.connect(self._print_pack))
        keys: dict[Screen, Callable[[], object]] = {
            self.screen: self.screen.print_now,
            self._around.library: self._print_in_library,
            home: lambda: self._come() if self.door.is_absent else handover(),
            help_lines: partial(self.show, SheetKind.HELPLINES),
            awareness: partial(self.show, SheetKind.AWARENESS_FLYER),
            packs: partial(self.show, SheetKind.PACK_CONTENTS),
            share: lambda: self._say(_("Choose the flyer here and save it: that file can be printed.")),
            settings: self._say_nothing,
        }
        for screen, act in keys.items():
            QShortcut(QKeySequence(_KEYS), screen).activated.connect(act)

    def _picture_on(self, home: HomeScreen) -> None:
        """Show today's sheet on Home, small, and print it from there."""
        from caregiver_app.ui.sheets.small_picture import SmallPicture

        def print_it(wish: PaperWish) -> None:
            self._print_notes(wish.kind, wish.visit)

        picture = SmallPicture(self._desk, self.door, self._lane, self)
        home.private.picture_wanted.connect(
            lambda wish: picture.show(wish.kind, wish.visit, again=not home.private.shows_picture)
        )
        home.private.print_asked.connect(print_it)
        picture.made.connect(home.private.take_picture)

    def commands(self) -> tuple[Command, ...]:
        """Return what the palette offers."""
        this = Command(
            key="print.page",
            name=_("Print this page"),
            keywords=_("paper printer pdf"),
            action=self.print_here,
            icon=Icon.PRINT,
            shortcut=_KEYS,
            possible=lambda: self._row_here() is not None,
        )
        whats: tuple[What, ...] = (*SETS, *_single())
        return (this, *(self._command(what) for what in whats))

    def show(self, what: What, **chosen: object) -> None:
        """Open Print with a sheet or a set; `chosen` are fields of `Wanted`."""
        from caregiver_app.ui.sheets.wanted import begun

        if what in SECRET or what is SheetKind.SHARE_FLYER:
            self._go_elsewhere(SheetKind(what))
            return
        body = self.screen.body
        whose = self.door.person_id if self.door.is_open else None
        wanted: Wanted = replace(begun(what, replace(body.wanted, person_id=whose)), **chosen)  # type: ignore[arg-type]  # fields by name
        self.screen.show_wanted(wanted)

    def show_cards(self, country: str) -> None:
        """Open Print with the phone lines of a country (ISO 3166) as cards for the wallet."""
        self.show(SheetKind.HELPLINES, country=country, wallet=True)

    def print_row(self, row: ArticleRow) -> None:
        """Open Print with a page of the library."""
        kind = subject_kind_of(row.kind)
        sheet = None if kind is None else _SHEETS.get(kind)
        if kind is None or sheet is None:
            self._say(_("This cannot be printed."))
            return
        subject = Subject(kind=kind, id=row.id)
        self.screen.body.options.name_page(subject, row.title)
        self.show(sheet, subjects=(subject,))

    def print_here(self) -> bool:
        """Print the page that keys are about; return whether there is one."""
        row = self._row_here()
        if row is not None:
            self.print_row(row)
        return row is not None

    def _print_in_library(self) -> None:
        if self.print_here():
            return
        if self._around.library.behind is None:
            self._say(_("Open a page first, then Ctrl+P prints it."))
        else:
            self._say_nothing()

    def _say_nothing(self) -> None:
        self._say(_("There is nothing to print on this screen. Ctrl+6 shows all that can be printed."))

    def _say(self, words: str) -> None:
        self._desk.messages.say(words, icon=Icon.PRINT, kind="print", at_once=True)

    def _print_pack(self, uid: str) -> None:
        self.show(SheetKind.PACK_CONTENTS, pack=uid)

    def _print_notes(self, kind: str, record_id: int) -> None:
        sheet = SheetKind(kind)
        if sheet is SheetKind.VISIT and record_id:
            self.show(sheet, visit=record_id)
        else:
            self.show(sheet)

    def _command(self, what: What) -> Command:
        from caregiver_app.ui.sheets.wanted import is_private
        from caregiver_app.ui.sheets.words import what_holds, what_icon, what_name

        # Translators: of the palette; {name} is a sheet or a set of sheets
        name = _("Print: {name}").format(name=what_name(what))
        return Command(
            key=f"print.{what.value}",
            name=name,
            keywords=what_holds(what),
            action=partial(self.show, what),
            icon=what_icon(what),
            possible=lambda: not (self.door.is_absent and is_private(what)),
        )

    def _row_here(self) -> ArticleRow | None:
        library = self._around.library
        in_library = library.isVisible() and library.behind is None
        return library.shelf.row_here if in_library else None

    def _go_elsewhere(self, kind: SheetKind) -> None:
        if kind is SheetKind.RECOVERY:
            self.door.open_recovery_sheet()
        elif kind is SheetKind.KEY_SHEET:
            self._around.to_keys()
        else:
            self._around.to_share()

    def _unlock(self, then: Callable[[], object]) -> None:
        self.door.unlock(then, _("Unlock to print from your care notes."))

    def _come(self) -> None:
        if self._around.window.nav.current != PRINT:
            self._around.window.open_screen(PRINT)

    def _way_to_printers(self) -> PrintWay:
        return PrintWay(
            theme=self._desk.theme,
            overlay=self._desk.overlay,
            messages=self._desk.messages,
            lane=self._lane,
            printer=system_printer(),
            ring=self._desk.ring,
        )


_SHEETS = {
    SubjectKind.ARTICLE: SheetKind.ARTICLE,
    SubjectKind.LINK: SheetKind.RESOURCE_LIST,
    SubjectKind.GUIDE: SheetKind.GUIDE,
    SubjectKind.CHECKLIST: SheetKind.CHECKLIST,
}
"""As which sheet something of the library is printed."""


def _single() -> tuple[SheetKind, ...]:
    from caregiver_app.model.sheets.kinds import PRIVATE

    return (*PRIVATE, *PUBLIC, SheetKind.RECOVERY)

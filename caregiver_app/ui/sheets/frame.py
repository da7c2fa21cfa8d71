"""The parts of Print and where they stand: which sheet, what goes on it, what comes out, and the ways out below."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from caregiver_app.model.time import day_of
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.breakpoints import FrameLayout
from caregiver_app.ui.care.clipboard import has_keyboard
from caregiver_app.ui.sheets.look_part import LookPart
from caregiver_app.ui.sheets.options_part import OptionsPart
from caregiver_app.ui.sheets.places import ON_IT, SEE, SHEETS, SheetPlaces
from caregiver_app.ui.sheets.preview_part import PreviewPart
from caregiver_app.ui.sheets.previewing import Previewing
from caregiver_app.ui.sheets.surroundings import SheetSurroundings
from caregiver_app.ui.sheets.ticks_part import TicksPart
from caregiver_app.ui.sheets.tiles_part import TilesPart
from caregiver_app.ui.sheets.wanted import What
from caregiver_app.ui.sheets.words import what_name
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.page import Page, ScreenHeader
from caregiver_app.ui.widgets.progress import ProgressStrip
from caregiver_app.ui.widgets.tab_order import put_in_order


class SheetsFrame(QWidget):
    """Knows no sheet; what its parts show and do is said by whoever builds on it."""

    def __init__(self, around: SheetSurroundings, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = around.desk
        theme = self.desk.theme
        self.tiles = TilesPart(theme, makes_packs=around.makes_packs())
        self.options = OptionsPart(theme, today=day_of(self.desk.clock.now()), ring=self.desk.ring)
        self.look = LookPart(theme, ring=self.desk.ring)
        self.ticks = TicksPart(theme)
        self.preview = PreviewPart(theme, Previewing(around.lane, self))
        self.on_it = Page(theme, _("What goes on it"), margins=False)
        self.places = SheetPlaces(theme, self.desk.overlay, {SHEETS: self.tiles, ON_IT: self.on_it, SEE: self.preview})
        self.header = ScreenHeader(theme, _("Print"))
        self.print_it = Button(theme, _("Print"), kind=ButtonKind.MAIN, icon=Icon.PRINT)
        self.save_it = Button(theme, _("Save as PDF"), icon=Icon.DOWNLOAD)
        self.strip = ProgressStrip(theme)
        self.foot = QWidget()
        self._lay_out()
        self.show_what(None)

    def areas(self) -> Sequence[QWidget]:
        """Return the parts in their order."""
        return (self.header, self.places.tabs, self.tiles, self.on_it, self.preview, self.foot)

    def set_frame_layout(self, layout: FrameLayout) -> None:
        """Show less where there is hardly any room."""
        compact = layout is FrameLayout.COMPACT
        self.preview.set_short(compact)
        self.header.setVisible(not compact)
        self._outer.set_margins(
            (20, 12, 20, 8) if compact else (20, 16, 20, 16) if layout < FrameLayout.WIDE else (32, 24, 32, 20)
        )

    def show_what(self, what: What | None) -> None:
        """Say which sheet or set is chosen; without one there is only the choice."""
        if what is not None:
            # Translators: spoken for a button, e.g. "Print: Hospital bag"
            self.print_it.set_words(_("Print"), name=_("Print: {name}").format(name=what_name(what)))
        self.tiles.show_chosen(what)
        self.places.set_has_sheet(what is not None)
        self.foot.setVisible(what is not None)
        # Translators: below the title of the screen; what is chosen, e.g. "Hospital bag"
        chosen = "" if what is None else _("Chosen: {name}").format(name=what_name(what))
        self.header.set_subtitle(chosen)

    def show_working(self, words: str) -> None:
        """Show that a file is being made, with Stop; "" once that is over."""
        if words:
            self.strip.show_words(words)
        else:
            self.strip.finish()

    def go_back(self) -> bool:
        """Go back to choosing a sheet, where that is not in sight; return whether it was so."""
        goes = self.places.tabs.isVisible() and self.places.place != SHEETS
        if goes:
            self.places.show_place(SHEETS)
            self.tiles.begin()
        return goes

    def has_keyboard(self) -> bool:
        """Return whether the keyboard is among what comes out."""
        return has_keyboard(self.preview)

    def put_in_order(self) -> None:
        """Let Tab go as it all stands, whatever was made first."""
        put_in_order(self)

    def _bind_keys(self, act: Callable[[], object]) -> None:
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _lay_out(self) -> None:
        theme = self.desk.theme
        for part in (self.options, self.ticks, self.look):
            self.on_it.body.addWidget(part)
        self._outer = Column(theme, margins=(32, 24, 32, 20), gap=12, parent=self)
        self._outer.addWidget(self.header)
        self._outer.addWidget(self.places, 1)
        foot = Column(theme, gap=8, parent=self.foot)
        foot.addWidget(self.strip)
        buttons = QWidget()
        flow = Flow(theme, gap=12, parent=buttons)
        flow.addWidget(self.print_it)
        flow.addWidget(self.save_it)
        foot.addWidget(buttons)
        self._outer.addWidget(self.foot)

"""The inside of Print, made when it is first opened: which sheet, what goes on it, what comes out, and the ways out.

Whatever is made of care notes is here only while they are open, and goes whole with the lock.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from caregiver_app.model.article import ArticleRow
from caregiver_app.model.errors import CaregiverError
from caregiver_app.model.sheets.kinds import SECRET, SheetKind
from caregiver_app.model.sheets.paper import usual_paper
from caregiver_app.model.trust import Subject, subject_kind_of
from caregiver_app.support.i18n import current_locale
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import sentence_for
from caregiver_app.ui.announce import announce
from caregiver_app.ui.breakpoints import FrameLayout
from caregiver_app.ui.care.clipboard import has_keyboard
from caregiver_app.ui.care.parts.tab_order import put_in_order
from caregiver_app.ui.share.add_drawer import AddDrawer
from caregiver_app.ui.sheets.composing import Composed, Composing, day_of, library_choices
from caregiver_app.ui.sheets.doors import LibraryChoices
from caregiver_app.ui.sheets.leaving import Going, Leaving
from caregiver_app.ui.sheets.options_part import LookPart, OptionsPart
from caregiver_app.ui.sheets.places import ON_IT, SEE, SHEETS, SheetPlaces
from caregiver_app.ui.sheets.preview_part import PreviewPart
from caregiver_app.ui.sheets.previewing import Previewing, Shown
from caregiver_app.ui.sheets.surroundings import SheetSurroundings
from caregiver_app.ui.sheets.ticks_part import TicksPart
from caregiver_app.ui.sheets.tiles_part import TilesPart
from caregiver_app.ui.sheets.wanted import Ask, Look, Wanted, What, begun
from caregiver_app.ui.sheets.words import what_name
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.page import Page, ScreenHeader
from caregiver_app.ui.widgets.progress import ProgressStrip

ELSEWHERE = (*SECRET, SheetKind.SHARE_FLYER)
"""Made at places of their own: where the passphrase is typed again, and where words are looked through."""


class SheetsBody(QWidget):
    """`show_wanted` and `choose` lead to a sheet; `back_asked` comes from the way back to where somebody came from."""

    unlock_asked = Signal(object)

    def __init__(self, around: SheetSurroundings, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self.desk = around.desk
        theme = self.desk.theme
        self.wanted = Wanted(look=_usual_look(""))
        self._composed: Composed | None = None
        self.composing = Composing(self.desk, around.door, around.public, self)
        self.leaving = Leaving(around, self)
        self.tiles = TilesPart(theme, makes_packs=around.makes_packs())
        today = day_of(self.desk.clock)
        self.options = OptionsPart(theme, today=today, ring=self.desk.ring)
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
        self._connect()
        self._show_state()
        self._show_chosen()
        self.read_library()

    @property
    def waits(self) -> bool:
        """True while what is seen is older than what was chosen."""
        return self.composing.waits or self.preview.waits

    def areas(self) -> Sequence[QWidget]:
        """Return the parts in their order."""
        return (self.header, self.places.tabs, self.tiles, self.on_it, self.preview, self.foot)

    def set_frame_layout(self, layout: FrameLayout) -> None:
        """Put the parts under tabs where there is no room for all, and less in sight where there is hardly any."""
        compact = layout is FrameLayout.COMPACT
        self.preview.set_short(compact)
        self.header.setVisible(not compact)
        self._outer.set_margins(
            (12, 8, 12, 8) if compact else (20, 16, 20, 16) if layout < FrameLayout.WIDE else (32, 24, 32, 20)
        )

    def choose(self, what: What) -> None:
        """Turn to a sheet or a set; where it needs open notes, these are asked for first."""
        if isinstance(what, SheetKind) and what in ELSEWHERE:
            self._around.elsewhere(what)
            return
        wanted = begun(what, self.wanted)
        if wanted.is_private and wanted.person_id is None:
            wanted = replace(wanted, person_id=self._around.door.person_id)
        self.show_wanted(wanted)

    def show_wanted(self, wanted: Wanted) -> None:
        """Show sheets, as they are wanted."""
        if wanted.is_private and not self._around.door.is_open:
            self.unlock_asked.emit(wanted)
            return
        others = (wanted.what, wanted.person_id, wanted.audience) != (
            self.wanted.what,
            self.wanted.person_id,
            self.wanted.audience,
        )
        if others:
            self.ticks.begin()
        self._take(wanted)
        self.places.set_has_sheet(True)
        self.places.show_place(SEE if self.places.across == 1 and not wanted.lacks else ON_IT)

    def notes_changed(self) -> None:
        """Let everything private go once the notes are locked; show what is open."""
        if not self._around.door.is_open:
            self.leaving.stop_private()
            if self.wanted.is_private:
                self.forget_sheet()
            self.options.forget()
            self.wanted = replace(self.wanted, person_id=None)
        self._show_state()

    def forget_sheet(self) -> None:
        """Hold no sheet any more, as at first."""
        self.composing.forget()
        self._composed = None
        self.ticks.forget()
        self.options.forget()
        self.wanted = Wanted(look=self.wanted.look)
        self.options.show_wanted(self.wanted)
        self.preview.show_nothing(_("Choose a sheet on the left to see it here."))
        self._show_chosen()

    def refresh(self) -> None:
        """Make what is shown anew: the notes or the library may say something else by now."""
        self.read_library()
        if self.wanted.what is not None and not self.wanted.lacks:
            self._compose()

    def read_library(self) -> None:
        """Read what sheets of the library can be made of."""
        packs, today = self._around.packs, day_of(self.desk.clock)
        self.desk.ask(
            self,
            lambda library: library_choices(library, packs, today),
            self._know_library,
            key="sheets.choices",
        )

    def begin(self) -> None:
        """Put the keyboard where the next thing is to be done."""
        if self.wanted.what is None:
            self.tiles.begin()
        else:
            self.print_it.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_back(self) -> bool:
        """Go from what comes out back to choosing, where one of them is shown at a time."""
        if self.places.tabs.isVisible() and self.places.place != SHEETS:
            self.places.show_place(SHEETS)
            self.tiles.begin()
            return True
        return False

    def open_add(self) -> None:
        """Open the drawer that finds a page."""
        drawer = AddDrawer(self.desk)
        drawer.chosen.connect(self._add)
        self.desk.overlay.open_drawer(drawer)
        drawer.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def going(self) -> Going | None:
        """Return what would leave now; None where there is nothing yet, which is said."""
        composed, sheets = self._composed, self.ticks.chosen()
        if composed is None or not sheets:
            words = _("Choose a sheet first.") if self.wanted.what is None else _("Nothing is on the sheet yet.")
            self.desk.messages.say(words, icon=Icon.PRINT, kind="sheet-waits", at_once=True)
            self.places.show_place(SHEETS if self.wanted.what is None else ON_IT)
            return None
        return Going(
            shown=self._shown(composed),
            wanted=composed.wanted,
            ticked=self.ticks.choices(),
            pages=max(1, self.preview.pages.count),
        )

    def print_now(self) -> None:
        """Ask for a printer."""
        going = self.going()
        if going is not None:
            self.leaving.print_it(going)

    def save_now(self) -> None:
        """Ask for a place."""
        going = self.going()
        if going is not None:
            self.leaving.save_it(going)

    def _take(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self.options.show_wanted(wanted)
        self.look.show_wanted(wanted)
        self._show_chosen()
        if wanted.lacks:
            self._composed = None
            self.ticks.forget()
            self.preview.show_nothing(_lacking_words(wanted))
        else:
            self._compose()

    def _compose(self) -> None:
        self.composing.compose(self.wanted)

    def _show_composed(self, composed: Composed) -> None:
        self._composed = composed
        self.wanted = composed.wanted
        self.options.show_notes(composed.choices)
        self.options.show_wanted(composed.wanted)
        self.ticks.show_sheets(composed.made)
        put_in_order(self)
        self._see()

    def _see(self) -> None:
        composed = self._composed
        if composed is None:
            return
        if self.ticks.chosen():
            self.preview.show_sheets(self._shown(composed))
        else:
            self.preview.show_nothing(_("Nothing is on the sheet yet."))

    def _shown(self, composed: Composed) -> Shown:
        title = what_name(composed.wanted.what) if len(composed.made) > 1 and composed.wanted.what else ""
        return Shown(sheets=self.ticks.chosen(), look=composed.wanted.look, title=title)

    def _say_why(self, error: BaseException) -> None:
        """Say in the place of the sheet why there is none."""
        if not isinstance(error, CaregiverError):
            raise error
        self._composed = None
        self.ticks.forget()
        said = sentence_for(error)
        self.preview.show_nothing(said.happened, " ".join(filter(None, (said.means, said.to_do))))
        announce(said.text)

    def _relook(self, look: Look) -> None:
        speaks_other = look.language != self.wanted.look.language
        self.wanted = replace(self.wanted, look=look)
        self.look.show_wanted(self.wanted)
        if self._composed is None or speaks_other:
            self._take(self.wanted)
        else:
            self._composed = replace(self._composed, wanted=replace(self._composed.wanted, look=look))
            self._see()

    def _add(self, row: ArticleRow) -> None:
        self.desk.overlay.close_panel()
        kind = subject_kind_of(row.kind)
        if kind is None:
            return
        subject = Subject(kind=kind, id=row.id)
        self.options.name_page(subject, row.title)
        before = self.wanted.subjects if Ask.SEVERAL in self.wanted.asks else ()
        self._take(replace(self.wanted, subjects=tuple(dict.fromkeys((*before, subject)))))

    def _know_library(self, choices: LibraryChoices) -> None:
        self.options.show_library(choices)
        if self.wanted.what is None and choices.country:
            paper = usual_paper(choices.country)
            self.wanted = replace(self.wanted, look=replace(self.wanted.look, paper=paper))

    def _show_chosen(self) -> None:
        if self.wanted.what is not None:
            # Translators: spoken for a button, e.g. "Print: Hospital bag"
            name = _("Print: {name}").format(name=what_name(self.wanted.what))
            self.print_it.set_words(_("Print"), name=name)
        self.tiles.show_chosen(self.wanted.what)
        self.places.set_has_sheet(self.wanted.what is not None)
        self.foot.setVisible(self.wanted.what is not None)
        # Translators: below the title of the screen; what is chosen, e.g. "Hospital bag"
        self.header.set_subtitle(
            "" if self.wanted.what is None else _("Chosen: {name}").format(name=what_name(self.wanted.what))
        )

    def _show_state(self) -> None:
        self.tiles.set_locked(not self._around.door.is_open)

    def _show_working(self, words: str) -> None:
        if words:
            self.strip.show_words(words)
        else:
            self.strip.finish()

    def _is_among_private(self) -> bool:
        return self.wanted.is_private and has_keyboard(self.preview)

    def _connect(self) -> None:
        self.tiles.chosen.connect(self.choose)
        self.options.changed.connect(self.show_options)
        self.options.add_asked.connect(self.open_add)
        self.look.changed.connect(self._relook)
        self.ticks.changed.connect(self._see)
        self.composing.made.connect(self._show_composed)
        self.composing.failed.connect(self._say_why)
        self.preview.failed.connect(self.desk.tell)
        self.print_it.clicked.connect(self.print_now)
        self.save_it.clicked.connect(self.save_now)
        self.leaving.working.connect(self._show_working)
        self.strip.stop_pressed.connect(self.leaving.stop)
        self._around.door.guard_copies(self._is_among_private)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.print_now)

    def show_options(self, wanted: Wanted) -> None:
        """Make the sheets by other choices; ticks stay, unless they are now for or about somebody else."""
        before = self.wanted
        if (wanted.person_id, wanted.audience) != (before.person_id, before.audience):
            self.ticks.begin()
        self._take(wanted)

    def _lay_out(self) -> None:
        theme = self.desk.theme
        for part in (self.options, self.ticks, self.look):
            self.on_it.body.addWidget(part)
        self._outer = Column(theme, margins=(32, 24, 32, 20), gap=12, parent=self)
        self._outer.addWidget(self.header)
        self._outer.addWidget(self.places, 1)
        foot = Column(theme, gap=8, parent=self.foot)
        foot.addWidget(self.strip)
        buttons = Flow(theme, gap=12)
        buttons.addWidget(self.print_it)
        buttons.addWidget(self.save_it)
        foot.addLayout(buttons)
        self._outer.addWidget(self.foot)


def _usual_look(country: str) -> Look:
    spoken = current_locale()
    return Look(paper=usual_paper(country or spoken.rpartition("-")[2]), language=spoken)


def _lacking_words(wanted: Wanted) -> str:
    asks = wanted.asks
    if Ask.DAY in asks:
        return _("Choose an awareness day first.")
    if Ask.PACK in asks:
        return _("Choose a pack first.")
    return _("Add a page first.")

"""The inside of Print, made when it is first opened: which sheet, what goes on it, what comes out, and the ways out.

Whatever is made of care notes is here only while they are open, and goes whole with the lock.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from caregiver_app.model.article import ArticleRow
from caregiver_app.model.errors import CaregiverError
from caregiver_app.model.sheets.kinds import SECRET, PrintSet, SheetKind
from caregiver_app.model.sheets.paper import usual_paper
from caregiver_app.model.trust import Subject, subject_kind_of
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import paper_locale, speaking
from caregiver_app.support.sentences import sentence_for
from caregiver_app.ui.announce import announce
from caregiver_app.ui.share.add_drawer import AddDrawer
from caregiver_app.ui.sheets.composing import Composed, Composing, day_of, library_choices
from caregiver_app.ui.sheets.doors import LibraryChoices
from caregiver_app.ui.sheets.frame import SheetsFrame
from caregiver_app.ui.sheets.leaving import Going, Leaving
from caregiver_app.ui.sheets.places import ON_IT, SEE, SHEETS
from caregiver_app.ui.sheets.previewing import Shown
from caregiver_app.ui.sheets.surroundings import SheetSurroundings
from caregiver_app.ui.sheets.wanted import Ask, Look, Wanted, What, begun
from caregiver_app.ui.sheets.words import what_name
from caregiver_app.ui.theme import Icon

if TYPE_CHECKING:
    from caregiver_app.ui.care.sheet.save_drawer import SaveSheetDrawer
    from caregiver_app.ui.printing import PrintPanel

ELSEWHERE = (*SECRET, SheetKind.SHARE_FLYER)
"""Made at places of their own: where the passphrase is typed again, and where words are looked through."""


class SheetsBody(SheetsFrame):
    """`unlock_asked` carries what is `Wanted` while the notes are locked."""

    unlock_asked = Signal(object)

    def __init__(self, around: SheetSurroundings, *, parent: QWidget | None = None) -> None:
        super().__init__(around, parent=parent)
        self._around = around
        self.wanted = Wanted(look=_usual_look())
        self._composed: Composed | None = None
        self.composing = Composing(self.desk, around.door, around.public, self)
        self.leaving = Leaving(around, self)
        self._connect()
        self._show_state()
        self.read_library()

    @property
    def waits(self) -> bool:
        """True while what is seen is older than what was chosen."""
        return self.composing.waits or self.preview.waits

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
        if wanted.what != self.wanted.what:
            self.ticks.begin()
        self.show_options(wanted)
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
        self.show_what(None)

    def refresh(self) -> None:
        """Make what is shown anew: the notes or the library may say something else by now."""
        self.read_library()
        if self.wanted.what is not None and not self.wanted.lacks:
            self.composing.compose(self.wanted)

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

    def open_add(self) -> None:
        """Open the drawer that finds a page."""
        drawer = AddDrawer(self.desk)
        drawer.chosen.connect(self._add)
        self.desk.overlay.open_drawer(drawer)
        drawer.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def going(self) -> Going | None:
        """Return what would leave now; None where there is nothing yet, which is said."""
        composed, sheets = self._composed, self.ticks.chosen()
        if composed is None or not sheets or self.composing.waits:
            self._say_waits()
            return None
        return Going(
            shown=self._shown(composed),
            wanted=composed.wanted,
            ticked=self.ticks.choices(),
            pages=max(1, self.preview.pages.count),
        )

    def print_now(self) -> PrintPanel | None:
        """Ask for a printer; None where there is nothing to print yet."""
        going = self.going()
        return None if going is None else self.leaving.print_it(going)

    def save_now(self) -> SaveSheetDrawer | QFileDialog | None:
        """Ask for a place; None where there is nothing to save yet."""
        going = self.going()
        return None if going is None else self.leaving.save_it(going)

    def _say_waits(self) -> None:
        if self.composing.waits:
            words = _("The sheet is still being made.")
        else:
            words = _("Nothing is on the sheet yet.") if self.wanted.what else _("Choose a sheet first.")
            self.places.show_place(ON_IT if self.wanted.what else SHEETS)
        self.desk.messages.say(words, icon=Icon.PRINT, kind="sheet-waits", at_once=True)

    def _take(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self.options.show_wanted(wanted)
        self.look.show_wanted(wanted)
        self.show_what(wanted.what)
        if wanted.lacks:
            self._composed = None
            self.ticks.forget()
            self.preview.show_nothing(_lacking_words(wanted))
            return
        if not self.preview.shows_pages:
            self.preview.show_nothing(_("The sheet is being made."))
        self.composing.compose(self.wanted)

    def _show_composed(self, composed: Composed) -> None:
        self._composed = composed
        self.wanted = composed.wanted
        self.options.show_notes(composed.choices)
        self.options.show_wanted(composed.wanted)
        self.ticks.show_sheets(composed.made)
        self.put_in_order()
        self._see()
        self._say_left_out(composed)

    def _say_left_out(self, composed: Composed) -> None:
        if not composed.troubles:
            self.preview.say_left_out("")
            return
        kind, error = composed.troubles[0]
        # Translators: {name} is a sheet of a set
        words = _("Left out: {name}").format(name=what_name(kind))
        self.preview.say_left_out(words, sentence_for(error).text)

    def _see(self) -> None:
        composed = self._composed
        if composed is None:
            return
        if self.ticks.chosen():
            self.preview.show_sheets(self._shown(composed))
        else:
            self.preview.show_nothing(_("Nothing is on the sheet yet."))

    def _shown(self, composed: Composed) -> Shown:
        what, look = composed.wanted.what, composed.wanted.look
        with speaking(look.language):
            title = what_name(what) if isinstance(what, PrintSet) else ""
        return Shown(sheets=self.ticks.chosen(), look=look, title=title)

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
        if choices.country != self.composing.country:
            self.composing.country = choices.country
            if SheetKind.HANDOVER in self.wanted.kinds:
                self.composing.compose(self.wanted)

    def _show_state(self) -> None:
        self.tiles.set_locked(not self._around.door.is_open)

    def is_among_private(self) -> bool:
        """Return whether the keyboard is among words of care notes."""
        return self.wanted.is_private and self.has_keyboard()

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
        self.leaving.working.connect(self.show_working)
        self.strip.stop_pressed.connect(self.leaving.stop)
        self._bind_keys(self.print_now)

    def show_options(self, wanted: Wanted) -> None:
        """Make the sheets by other choices; ticks stay, unless they are now for or about somebody else."""
        before = self.wanted
        if (wanted.person_id, wanted.audience) != (before.person_id, before.audience):
            self.ticks.begin()
        self._take(wanted)


def _usual_look() -> Look:
    spoken = paper_locale()
    return Look(paper=usual_paper(spoken.rpartition("-")[2]), language=spoken)


def _lacking_words(wanted: Wanted) -> str:
    asks = wanted.asks
    if Ask.DAY in asks:
        return _("Choose an awareness day first.")
    if Ask.PACK in asks:
        return _("Choose a pack first.")
    return _("Add a page first.")

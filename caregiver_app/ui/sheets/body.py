"""The inside of Print, made when it is first opened: which sheet, what goes on it, what comes out, and the ways out.

Whatever is made of care notes is here only while they are open, and goes whole with the lock.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.errors import CaregiverError, PrintError, PrintTrouble
from caregiver_app.model.sheets.kinds import SECRET, SheetKind
from caregiver_app.model.trust import Subject
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.regional import paper_here
from caregiver_app.support.sentences import sentence_for
from caregiver_app.ui.announce import announce
from caregiver_app.ui.sheets.composing import Composed, Composing
from caregiver_app.ui.sheets.doors import LibraryChoices
from caregiver_app.ui.sheets.from_library import FromLibrary
from caregiver_app.ui.sheets.held_sheets import HeldSheets
from caregiver_app.ui.sheets.leaving import Leaving
from caregiver_app.ui.sheets.places import ON_IT, SEE, SHEETS
from caregiver_app.ui.sheets.settling import Settling
from caregiver_app.ui.sheets.surroundings import SheetSurroundings
from caregiver_app.ui.sheets.unsettled import Unsettled
from caregiver_app.ui.sheets.wanted import Ask, Look, Wanted, What, begun
from caregiver_app.ui.sheets.ways_out import WaysOut
from caregiver_app.ui.sheets.words import lacking_words
from caregiver_app.ui.theme import Icon

ELSEWHERE = (*SECRET, SheetKind.SHARE_FLYER)
"""Made at places of their own: where the passphrase is typed again, and where words are looked through."""


class SheetsBody(HeldSheets):
    """`unlock_asked` carries what is `Wanted` while the notes are locked."""

    unlock_asked = Signal(object)

    def __init__(self, around: SheetSurroundings, *, parent: QWidget | None = None) -> None:
        super().__init__(around, parent=parent)
        self._around = around
        self.composing = Composing(self.desk, around.door, around.public, self)
        self.leaving = Leaving(around, self)
        self.library = FromLibrary(around, self)
        self._ways = WaysOut(self)
        self._settling = Settling(self, take=self._take, unlock=self.unlock_asked.emit)
        self._connect()
        self._show_state()
        self.library.read()

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
            self._let_private_go()
            self._settling.notes_locked()
        self._show_state()

    def _let_private_go(self) -> None:
        if self.wanted.is_private:
            self.forget_sheet()
        elif self.is_private:
            self.empty(_("The sheet is being made."))
            self._take(self.wanted)
        self.options.forget()
        self.wanted = replace(self.wanted, person_id=None)

    def forget_sheet(self) -> None:
        """Hold no sheet any more, as at first."""
        self._ways.drop()
        self.composing.forget()
        self.ticks.begin()
        self.options.forget()
        self.wanted = Wanted(look=self.wanted.look)
        self.options.show_wanted(self.wanted)
        self.empty(_("Choose a sheet on the left to see it here."))
        self.show_what(None)

    def refresh(self) -> None:
        """Make what is shown anew: the notes or the library may say something else by now."""
        self.library.read()
        self.make_anew()

    def make_anew(self) -> bool:
        """Have the sheets made once more; return whether there are any to make."""
        is_there = self.wanted.what is not None and not self.wanted.lacks
        if is_there:
            self.composing.compose(self.wanted)
        return is_there

    def begin(self) -> None:
        """Put the keyboard where the next thing is to be done."""
        if self.wanted.what is None:
            self.tiles.begin()
        else:
            self.print_it.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_now(self) -> None:
        """Ask for a printer, once the sheet is seen as it is by now."""
        self._ways.begin(self.leaving.print_it)

    def save_now(self) -> None:
        """Ask for a place, once the sheet is seen as it is by now."""
        self._ways.begin(self.leaving.save_it)

    def may_ask(self) -> bool:
        """Return whether this is still what one is at."""
        return self.isVisible() and self.desk.overlay.panel is None

    def say_waits(self) -> None:
        """Say that the sheet is still being made, or what there is to do before there is one."""
        if self.waits:
            words = _("The sheet is still being made.")
        else:
            words = _("Nothing is on the sheet yet.") if self.wanted.what else _("Choose a sheet first.")
            self.places.show_place(ON_IT if self.wanted.what else SHEETS)
        self.desk.messages.say(words, icon=Icon.PRINT, kind="sheet-waits", at_once=True)

    def _take(self, wanted: Wanted) -> None:
        """Want this. What is seen is taken away at once where it is about somebody else, or another sheet."""
        before, self.wanted = self.wanted, wanted
        self._ways.drop()
        self.options.show_wanted(wanted)
        self.look.show_wanted(wanted)
        self.show_what(wanted.what)
        if wanted.lacks:
            self.composing.forget()
            self.empty(lacking_words(wanted))
            return
        is_other = (wanted.what, wanted.person_id) != (before.what, before.person_id)
        if is_other or not self.preview.shows_pages:
            self.empty(_("The sheet is being made."))
        self.composing.compose(wanted)

    def _show_composed(self, composed: Composed) -> None:
        self.hold(composed)
        if composed.asks_whom:
            self._ask_whom(is_awaited=self._ways.waits)
        self._ways.go_on()

    def _ask_whom(self, *, is_awaited: bool) -> None:
        self._say_why(PrintError(PrintTrouble.WHOM))
        self.places.show_place(ON_IT)
        if is_awaited:
            self.options.whom.begin()

    def _say_why(self, error: BaseException) -> None:
        """Say in the place of the sheet why there is none."""
        if not isinstance(error, CaregiverError):
            raise error
        is_awaited = self._ways.waits
        self._ways.drop()
        if isinstance(error, Unsettled):
            known = error if self._around.door.is_open else error.without_notes()
            self._settling.show(known, in_sight=is_awaited)
            return
        said = sentence_for(error)
        self.empty(said.happened, " ".join(filter(None, (said.means, said.to_do))))
        announce(said.text)

    def _say_unseen(self, error: BaseException) -> None:
        """Say that there are no pages: nothing leaves that nobody saw."""
        self._ways.drop()
        self.desk.tell(error)

    def _relook(self, look: Look) -> None:
        speaks_other = look.language != self.wanted.look.language
        wanted = replace(self.wanted, look=look)
        if not self.holds_sheets or speaks_other or self.composing.waits:
            self._take(wanted)
            return
        self.wanted = wanted
        self._ways.drop()
        self.look.show_wanted(wanted)
        self.hold_otherwise(look)

    def _add(self, subject: Subject, title: str) -> None:
        self.options.name_page(subject, title)
        before = self.wanted.subjects if Ask.SEVERAL in self.wanted.asks else ()
        self._take(replace(self.wanted, subjects=tuple(dict.fromkeys((*before, subject)))))

    def _know_library(self, choices: LibraryChoices) -> None:
        self.options.show_library(choices)
        if self.wanted.what is None and choices.country:
            paper = paper_here(choices.country)
            self.wanted = replace(self.wanted, look=replace(self.wanted.look, paper=paper))
        if choices.country != self.composing.country:
            self.composing.country = choices.country
            if SheetKind.HANDOVER in self.wanted.kinds:
                self.composing.compose(self.wanted)

    def _show_state(self) -> None:
        self.tiles.set_locked(not self._around.door.is_open)

    def _connect(self) -> None:
        self.tiles.chosen.connect(self.choose)
        self.options.changed.connect(self.show_options)
        self.options.add_asked.connect(self.library.find)
        self.library.known.connect(self._know_library)
        self.library.picked.connect(self._add)
        self.look.changed.connect(self._relook)
        self.ticks.changed.connect(self.see)
        self.composing.made.connect(self._show_composed)
        self.composing.failed.connect(self._say_why)
        self.preview.failed.connect(self._say_unseen)
        self.preview.seen.connect(self._ways.go_on)
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

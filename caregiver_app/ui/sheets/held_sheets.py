"""The sheets that are held: how they were made, what of them is ticked, and what would leave of it.

Knows not how they are made. What is made of care notes is told as such for as long as any of it is held or seen.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from caregiver_app.model.sheets.kinds import PrintSet
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import paper_locale, speaking
from caregiver_app.support.regional import paper_here
from caregiver_app.support.sentences import sentence_for
from caregiver_app.ui.sheets.composing import Composed
from caregiver_app.ui.sheets.frame import SheetsFrame
from caregiver_app.ui.sheets.leaving import Going
from caregiver_app.ui.sheets.previewing import Shown
from caregiver_app.ui.sheets.surroundings import SheetSurroundings
from caregiver_app.ui.sheets.unsettled import Unsettled
from caregiver_app.ui.sheets.wanted import Look, Wanted
from caregiver_app.ui.sheets.words import what_name


class HeldSheets(SheetsFrame):
    """`wanted` is what was chosen; what is held may be older."""

    def __init__(self, around: SheetSurroundings, *, parent: QWidget | None = None) -> None:
        super().__init__(around, parent=parent)
        self.wanted = Wanted(look=_usual_look())
        self._composed: Composed | None = None

    @property
    def holds_sheets(self) -> bool:
        """Whether there are sheets, with something on them or not."""
        return self._composed is not None

    @property
    def is_private(self) -> bool:
        """Whether anything of care notes is wanted, held or seen: a sheet that was chosen before may be so still."""
        return self.wanted.is_private or self.ticks.is_private or self.preview.is_private

    def is_among_private(self) -> bool:
        """Return whether the keyboard is among words of care notes."""
        return self.is_private and self.has_keyboard()

    def hold(self, composed: Composed) -> None:
        """Hold sheets that were just made, and show them."""
        self._composed = composed
        self.wanted = composed.wanted
        self.options.show_notes(composed.choices)
        self.options.show_wanted(composed.wanted)
        self.ticks.show_sheets(composed.made)
        self.put_in_order()
        self.see()
        self._say_left_out(composed)

    def hold_otherwise(self, look: Look) -> None:
        """Show the same sheets with another look."""
        if self._composed is not None:
            self._composed = replace(self._composed, wanted=replace(self._composed.wanted, look=look))
            self.see()

    def empty(self, words: str, text: str = "") -> None:
        """Hold no sheet, and say why there is none to see. What was ticked is kept for the next one."""
        self._let_go()
        self.preview.show_nothing(words, text)

    def empty_for(self, error: Unsettled) -> None:
        """Hold no sheet, as words are in its way."""
        self._let_go()
        self.preview.show_unsettled(error)

    def _let_go(self) -> None:
        self._composed = None
        self.ticks.let_go()

    def see(self) -> None:
        """Show what is ticked of what is held."""
        composed = self._composed
        if composed is None:
            return
        if self.ticks.chosen():
            self.preview.show_sheets(self._shown(composed))
        else:
            self.preview.show_nothing(_("Nothing is on the sheet yet."))

    def going(self) -> Going | None:
        """Return what is seen and would leave now; None where there is nothing, or it is not seen yet."""
        composed = self._composed
        if composed is None or self.preview.waits or not self.ticks.chosen():
            return None
        return Going(
            shown=self._shown(composed),
            wanted=composed.wanted,
            ticked=self.ticks.choices(),
            pages=max(1, self.preview.pages.count),
        )

    def _shown(self, composed: Composed) -> Shown:
        what, look = composed.wanted.what, composed.wanted.look
        with speaking(look.language):
            title = what_name(what) if isinstance(what, PrintSet) else ""
        return Shown(sheets=self.ticks.chosen(), look=look, title=title)

    def _say_left_out(self, composed: Composed) -> None:
        if not composed.troubles:
            self.preview.say_left_out("")
            return
        kind, error = composed.troubles[0]
        # Translators: {name} is a sheet of a set
        words = _("Left out: {name}").format(name=what_name(kind))
        self.preview.say_left_out(words, sentence_for(error).text)


def _usual_look() -> Look:
    spoken = paper_locale()
    return Look(paper=paper_here(), language=spoken)

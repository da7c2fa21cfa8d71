"""What somebody does about words that are in the way of a sheet: open the notes, let it pass, write others.

What was let pass while the notes were locked holds for these sheets alone, and until the next lock.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from caregiver_app.model.card import KeepReason, Kept
from caregiver_app.model.guard import UNCHECKED
from caregiver_app.ui.sheets.places import ON_IT, SEE

if TYPE_CHECKING:
    from caregiver_app.ui.sheets.held_sheets import HeldSheets
    from caregiver_app.ui.sheets.unsettled import Unsettled
    from caregiver_app.ui.sheets.wanted import Wanted

_LET_PASS = Kept(kind=UNCHECKED.kind, text=UNCHECKED.text, reason=KeepReason.NO_DETAIL)


class Settling(QObject):
    """`take` has other sheets made, `unlock` asks for the passphrase and comes back to what is wanted."""

    def __init__(
        self, held: HeldSheets, *, take: Callable[[Wanted], object], unlock: Callable[[Wanted], object]
    ) -> None:
        super().__init__(held)
        self._held = held
        self._take = take
        nothing = held.preview.nothing
        nothing.unlock.clicked.connect(lambda: unlock(held.wanted))
        nothing.keep.clicked.connect(self._let_pass)
        nothing.retitle.clicked.connect(self._retitle)
        nothing.repick.clicked.connect(self._repick)

    def show(self, error: Unsettled, *, in_sight: bool) -> None:
        """Say what is in the way; `in_sight` goes to where that is said, for whoever waits for the sheet."""
        self._held.empty_for(error)
        if in_sight:
            self._held.places.show_place(SEE)
            self._held.preview.nothing.begin()

    def notes_locked(self) -> None:
        """Let nothing pass any more, and say nothing that only open notes know."""
        held = self._held
        if held.preview.nothing.is_about_words or held.wanted.kept:
            self._take(replace(held.wanted, kept=()))

    def _let_pass(self) -> None:
        self._take(replace(self._held.wanted, kept=(_LET_PASS,)))
        self._held.print_it.setFocus(Qt.FocusReason.OtherFocusReason)

    def _retitle(self) -> None:
        self._held.places.show_place(ON_IT)
        self._held.options.ask_title()

    def _repick(self) -> None:
        self._held.places.show_place(ON_IT)
        self._held.options.ask_pages()

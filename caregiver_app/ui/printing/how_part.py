"""How often, on which sides and which pages: folded away at first, as most people want none of it."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QLineEdit, QWidget

from caregiver_app.model.printing import MOST_COPIES, PrintHow, Sides
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel

_LONGEST = 20
_PAGES = re.compile(r"\s*(\d{1,4})\s*(?:[-\u2013\u2014]\s*(\d{1,4})\s*)?")


class HowPart(QWidget):
    """`take` gives what was chosen, or says at a field what cannot be read there."""

    def __init__(self, theme: Theme, *, count: int, parent: QWidget | None = None) -> None:
        """`count` is how many pages there are; which of them is asked only where there are several."""
        super().__init__(parent)
        self._count = count
        self.fold = Button(theme, _("Copies, pages and sides"), kind=ButtonKind.QUIET, icon=Icon.CHEV_DOWN)
        self.copies = QLineEdit("1")
        self.pages = QLineEdit()
        for line in (self.copies, self.pages):
            line.setMaxLength(_LONGEST)
        self._copies_field = Field(theme, _("Copies"), self.copies)
        # Translators: below a field for the pages that are printed; "2-4" is an example
        self._pages_field = Field(theme, _("Pages"), self.pages, hint=_("For example 2-4. Empty for all of them."))
        self.sides = ChipGroup(theme, _("Sides of the paper"), _sides())
        self._inside = QWidget()
        self._lay_out(theme)
        self.fold.clicked.connect(self._unfold)
        self._inside.setVisible(False)

    def take(self) -> PrintHow | None:
        """Return what was chosen; None where something cannot be read, with the keyboard there."""
        copies, pages = read_copies(self.copies.text()), read_pages(self.pages.text(), self._count)
        self._copies_field.set_error("")
        self._pages_field.set_error("")
        if copies is None:
            self._copies_field.show_error(_("Enter a number from 1 to {most}.").format(most=MOST_COPIES))
        elif pages is None:
            self._pages_field.show_error(_("Enter pages like 2-4. The last one is {last}.").format(last=self._count))
        else:
            return PrintHow(copies=copies, sides=Sides(self.sides.current), pages=pages or None)
        return None

    def _unfold(self) -> None:
        self._inside.setVisible(True)
        self.copies.setFocus()
        self.fold.setVisible(False)

    def _lay_out(self, theme: Theme) -> None:
        column = Column(theme, gap=8, parent=self)
        column.addWidget(self.fold)
        column.addWidget(self._inside)
        inner = Column(theme, gap=12, parent=self._inside)
        inner.addWidget(self._copies_field)
        inner.addWidget(self._pages_field)
        self._pages_field.setVisible(self._count > 1)
        sides = Column(theme, gap=6)
        sides.addWidget(PlainLabel(_("Sides of the paper"), role=TypeRole.STRONG, wrap=True))
        sides.addWidget(self.sides)
        inner.addLayout(sides)


def read_copies(typed: str) -> int | None:
    """Return how many copies are wanted, None where that cannot be read."""
    plain = typed.strip()
    number = int(plain) if plain.isdecimal() else 0
    return number if 1 <= number <= MOST_COPIES else None


def read_pages(typed: str, count: int) -> tuple[int, int] | tuple[()] | None:
    """Return the first and the last page of those wanted, in their order; () for all, None where it cannot be read."""
    if not typed.strip():
        return ()
    found = _PAGES.fullmatch(typed)
    if found is None:
        return None
    first, last = sorted((int(found[1]), int(found[2] or found[1])))
    return (first, last) if 1 <= first <= last <= count else None


def _sides() -> tuple[ChipChoice, ...]:
    return (
        # Translators: sides of the paper: as the printer does it by itself
        ChipChoice(key=Sides.AS_SET, text=_("As the printer is set")),
        ChipChoice(key=Sides.ONE, text=_("One side")),
        ChipChoice(key=Sides.BOTH, text=_("Both sides")),
    )

"""How a sheet is to look: the size of its letters, its paper and its language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import paper_locale
from caregiver_app.ui.sheets.named_choice import NamedChoice
from caregiver_app.ui.sheets.wanted import Wanted
from caregiver_app.ui.sheets.words import language_choices, paper_choices, size_choices
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.layouts import Column


class LookPart(QWidget):
    """`changed` carries how it is to look."""

    changed = Signal(object)

    def __init__(self, theme: Theme, *, ring: Callable[[], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Wanted().look
        column = Column(theme, gap=14, parent=self)
        self.letters = NamedChoice(theme, _("Size of the letters"), ring=ring)
        self.paper = NamedChoice(theme, _("Paper"), ring=ring)
        self.language = NamedChoice(theme, _("Language of the sheet"), ring=ring)
        for part, name in ((self.letters, "size"), (self.paper, "paper"), (self.language, "language")):
            column.addWidget(part)
            part.chosen.connect(lambda value, name=name: self._change(name, value))

    def show_wanted(self, wanted: Wanted) -> None:
        """Show how it is to look now."""
        look = self._look = wanted.look
        self.letters.show_pairs(size_choices(), look.size)
        self.paper.show_pairs(paper_choices(), look.paper)
        languages = language_choices(paper_locale())
        self.language.show_pairs(languages, look.language)
        self.language.setVisible(len(languages) > 1)

    def _change(self, name: str, value: Any) -> None:
        self.changed.emit(replace(self._look, **{name: value}))

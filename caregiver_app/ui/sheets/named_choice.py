"""One choice of the print screen: what is chosen under a name; a press shows the others below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.fold_choice import FoldChoice
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.option_list import Option
from caregiver_app.ui.widgets.plain import PlainLabel


class NamedChoice(QWidget):
    """`chosen` carries the value."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, name: str, *, ring: Callable[[], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[object, object] | None = None
        self.fold = FoldChoice(theme, name, ring=ring)
        self.fold.chosen.connect(self.chosen)
        column = Column(theme, gap=4, parent=self)
        column.addWidget(PlainLabel(name, role=TypeRole.STRONG, wrap=True))
        column.addWidget(self.fold)

    def show_pairs(self, pairs: Sequence[tuple[Any, str]], current: object) -> None:
        """Show values with their words, `current` as chosen; what is shown already stays, and the keyboard in it."""
        shown = (tuple(pairs), current)
        if shown != self._shown:
            self._shown = shown
            self.fold.show_options([Option(value=value, text=words) for value, words in pairs], current)

    def begin(self) -> None:
        """Put the keyboard on what is chosen."""
        self.fold.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Hold no words."""
        self._shown = None
        self.fold.show_options([], None)

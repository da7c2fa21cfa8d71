"""A choice that folds: a button says what is chosen, a press shows the others below it, a choice folds them away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.focus import is_escape
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.option_list import Option, OptionList

_TALL = 220


class FoldChoice(QWidget):
    """For places where no popover can open, such as a drawer. `chosen` carries the value."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, name: str, *, ring: Callable[[], bool], parent: QWidget | None = None) -> None:
        """`name` says what is chosen."""
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._ring = ring
        self.button = Button(theme, "", icon=Icon.CHEV_DOWN)
        self.button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self._toggle)
        self.list: OptionList | None = None
        self._column = Column(theme, gap=4, parent=self)
        self._column.addWidget(self.button)

    def show_options(self, options: Sequence[Option[Any]], current: object) -> None:
        """Show what can be chosen, folded, with the option whose value is `current` as chosen."""
        had_focus = self.list is not None and self.list.hasFocus()
        if self.list is not None:
            self._column.removeWidget(self.list)
            self.list.deleteLater()
        words = next((option.text for option in options if option.value == current), "")
        # Translators: spoken for a button that opens a choice, e.g. "Before the change of 20 November, compare with"
        self.button.set_words(words, name=_("{chosen}, {what}").format(chosen=words, what=self._name.lower()))
        self.list = OptionList(self._theme, self._name, options, current, ring=self._ring, tall=_TALL, parent=self)
        self.list.setVisible(False)
        self.list.chosen.connect(self._choose)
        self._column.addWidget(self.list)
        if had_focus:
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_open(self) -> bool:
        """True while the others are shown."""
        return self.list is not None and self.list.isVisible()

    def event(self, event: QEvent) -> bool:
        """Keep Esc for oneself while unfolded, where the whole window would else close what lies on top."""
        if is_escape(event) and self.is_open:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold away with Esc."""
        if event.key() == Qt.Key.Key_Escape and self.is_open:
            self._toggle()
            return
        super().keyPressEvent(event)

    def _toggle(self) -> None:
        if self.list is None:
            return
        opens = not self.list.isVisible()
        self.list.setVisible(opens)
        (self.list if opens else self.button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, value: object) -> None:
        self._toggle()
        self.chosen.emit(value)

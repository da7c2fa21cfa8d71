"""A choice that folds: a button says what is chosen, a press shows the others below it, a choice folds them away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.focus import is_escape
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.option_list import Option, OptionList
from caregiver_app.ui.widgets.plain import without_mnemonic

_TALL = 220
_NARROWEST = 120
_BESIDE_WORDS = 64  # the edges, the icon and what is between


class _Chosen(Button):
    """Says what is chosen in as much room as there is; all of it is spoken."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", icon=Icon.CHEV_DOWN)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a size at which all of it is seen, also while it is cut."""
        room = self.fontMetrics().horizontalAdvance(self.words) + self._theme.px(_BESIDE_WORDS) + 1
        hint = super().sizeHint()
        return QSize(max(hint.width(), room), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Return a width at which a few letters are seen."""
        return QSize(self._theme.px(_NARROWEST), super().minimumSizeHint().height())

    def set_words(self, text: str, *, name: str = "") -> None:
        """Change the text, of which as much is seen as fits, and what is spoken."""
        super().set_words(text, name=name)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as fits now."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - self._theme.px(_BESIDE_WORDS)
        words = self.fontMetrics().elidedText(self.words, Qt.TextElideMode.ElideRight, max(room, 0))
        if self.text() != without_mnemonic(words):
            self.setText(without_mnemonic(words))


class FoldChoice(QWidget):
    """For places where no popover can open, such as a drawer. `chosen` carries the value."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, name: str, *, ring: Callable[[], bool], parent: QWidget | None = None) -> None:
        """`name` says what is chosen."""
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._ring = ring
        self.button: Button = _Chosen(theme)
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

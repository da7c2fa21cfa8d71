"""The questions of one state in a card: those to ask at once, others a page at a time, since each row takes time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.ui.care.parts.record_rows import RecordRows
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.card import Card
from caregiver_app.vault.records.questions import QuestionId

_PAGE = 30


class GroupCard(Card):
    """`more_wanted` asks that the questions be shown once more, now that further ones have room."""

    more_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        title: str,
        make: Callable[[Any], QWidget],
        *,
        fallback: Callable[[], object],
        more: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`make` turns a value into its row; `more` is what the button for the next page says, empty for no pages."""
        super().__init__(theme, title, parent=parent)
        self.rows = RecordRows(theme, title, make, fallback=fallback)
        self.more = Button(theme, more, kind=ButtonKind.QUIET, icon=Icon.CHEV_DOWN)
        self.more.clicked.connect(self._ask_more)
        self._has_pages = bool(more)
        self._most = _PAGE
        self._begin = 0
        self.body.addWidget(self.rows)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        self.more.setVisible(False)

    def show_questions(self, some: Sequence[tuple[QuestionId, Any]], *, wanted: int = 0) -> None:
        """Show these, in pages that reach as far as the one with the number `wanted`."""
        place = next((place for place, (key, _value) in enumerate(some) if key == wanted), 0)
        self._most = max(self._most, (place // _PAGE + 1) * _PAGE)
        self.rows.show_rows(some[: self._most] if self._has_pages else some)
        is_more = self._has_pages and self._most < len(some)
        begin, self._begin = self._begin, 0
        if not is_more and 0 < begin < len(some):
            self.rows.focus_row(some[begin][0])
        self.more.setVisible(is_more)
        self.setVisible(bool(some))

    def _ask_more(self) -> None:
        self._begin = self._most
        self._most += _PAGE
        self.more_wanted.emit()

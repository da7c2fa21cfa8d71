"""Copies that are made by themselves, of the library or of care notes, each with a way back to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sizes import size_words
from caregiver_app.ui.settings.ledger_words import when_words
from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.card import Card, Hairline
from caregiver_app.ui.widgets.layouts import Column, Row
from caregiver_app.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from caregiver_app.bootstrap.going_back import KeptCopy


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiesWords:
    """What is said of copies; `name` is spoken for a way back and holds {when} and {why}, `reason` tells why one is."""

    heading: str
    text: str
    name: str
    reason: Callable[[str], str]


class CopiesCard(Card):
    """`wanted` carries the name of a copy."""

    wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        now: Callable[[], Millis],
        said: CopiesWords | None = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        """`said` is what is said of other copies than those of the library."""
        self._said = said or library_words()
        super().__init__(theme, self._said.heading, parent=parent)
        self._theme = theme
        self._now = now
        self._rows: QWidget | None = None
        self._shown: tuple[KeptCopy, ...] = ()
        self.buttons: dict[str, Button] = {}
        self.body.addWidget(PlainLabel(self._said.text, ink="text-2", wrap=True))
        self.nothing = PlainLabel(_("There is none yet."), wrap=True)
        self.body.addWidget(self.nothing)

    def show_copies(self, copies: Sequence[KeptCopy]) -> None:
        """Show other copies."""
        if tuple(copies) == self._shown:
            return
        self._shown = tuple(copies)
        if self._rows is not None:
            self.body.removeWidget(self._rows)
            self._rows.setVisible(False)
            self._rows.deleteLater()
        self.buttons = {}
        self._rows = QWidget()
        column = Column(self._theme, gap=8, parent=self._rows)
        for place, copy in enumerate(copies):
            if place:
                column.addWidget(Hairline(self._theme))
            column.addLayout(self._row(copy))
        self.body.addWidget(self._rows)
        self.nothing.setVisible(not copies)

    def _row(self, copy: KeptCopy) -> Row:
        when = when_words(copy.at, self._now())
        said = Column(self._theme, gap=2)
        said.addWidget(PlainLabel(when, role=TypeRole.STRONG, wrap=True))
        why = self._said.reason(copy.reason)
        facts = f"{why}  ·  {size_words(copy.size_bytes)}"
        said.addWidget(PlainLabel(facts, role=TypeRole.SMALL, ink="text-2", wrap=True))
        row = Row(self._theme, gap=12)
        row.addLayout(said, 1)
        name = self._said.name.format(when=when_words(copy.at, self._now(), inside=True), why=why)
        button = self.buttons[copy.name] = Button(self._theme, _("Go back to this one"), name=name)
        button.clicked.connect(lambda: self.wanted.emit(copy.name))
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return row


def library_words() -> CopiesWords:
    """Return what is said of copies of the library."""
    return CopiesWords(
        heading=_("Copies made by themselves"),
        text=_("Once a day after updates, and before anything is replaced. They lie on this computer only."),
        # Translators: {when} and {why} tell copies apart, e.g. "Go back to this one: today, 8:05. Made by itself"
        name=_("Go back to this one: {when}. {why}"),
        reason=reason_words,
    )


def reason_words(reason: str) -> str:
    """Return why a copy was made."""
    if reason == "before-restore":
        return _("Before something took its place")
    return _("Before a new version") if reason.startswith("before-") else _("Made by itself")

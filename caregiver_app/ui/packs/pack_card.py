"""One pack in the list: title, from whom, how fresh, and what can be done with it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.bootstrap.pack_rows import PackRow
from caregiver_app.model.installed_pack import PackState
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.packs.row_words import maker_name, row_facts, row_look, state_words
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.icon_label import IconLabel
from caregiver_app.ui.widgets.layouts import Column, Flow, Row
from caregiver_app.ui.widgets.pill import Pill
from caregiver_app.ui.widgets.plain import PlainLabel


class PackCard(Card):
    """`wanted` asks to install it or see what is new, `about_asked` what is in it, `removed` to take it away."""

    wanted = Signal()
    about_asked = Signal()
    removed = Signal()

    def __init__(self, theme: Theme, row: PackRow, today: date, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.row = row
        self.setAccessibleName(row.title)
        look = row_look(row)
        outer = Row(theme, gap=14)
        outer.addWidget(IconLabel(theme, Icon.PACKS, size=24), 0, Qt.AlignmentFlag.AlignTop)
        words = Column(theme, gap=6)
        words.addWidget(PlainLabel(row.title, role=TypeRole.HEADING, wrap=True))
        words.addWidget(Pill(theme, look.text, tone=look.tone, icon=look.icon))
        words.addWidget(PlainLabel(row_facts(row), role=TypeRole.SMALL, ink="text-2", wrap=True))
        words.addWidget(PlainLabel(state_words(row, today), wrap=True))
        words.addWidget(self._buttons())
        outer.addLayout(words, 1)
        self.body.addLayout(outer)

    def begin(self) -> None:
        """Put the keyboard on the first thing that can be done."""
        self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _buttons(self) -> QWidget:
        holder = QWidget()
        flow = Flow(self._theme, gap=8, parent=holder)
        self.buttons: list[Button] = []
        if self.row.state is PackState.AVAILABLE:
            self._add(flow, _("Install"), ButtonKind.NORMAL, Icon.DOWNLOAD).clicked.connect(self.wanted)
            return holder
        if self.row.state is PackState.UPDATE:
            self._add(flow, _("See what is new"), ButtonKind.NORMAL, Icon.DOWNLOAD).clicked.connect(self.wanted)
        if self.row.state is PackState.REVOKED:
            self._add(flow, _("Remove"), ButtonKind.NORMAL, Icon.TRASH).clicked.connect(self.removed)
        self._add(flow, _("What is inside"), ButtonKind.QUIET, Icon.INFO).clicked.connect(self.about_asked)
        if self.row.state is not PackState.REVOKED:
            self._add(flow, _("Remove"), ButtonKind.QUIET, Icon.TRASH).clicked.connect(self.removed)
        return holder

    def _add(self, flow: Flow, words: str, kind: ButtonKind, icon: Icon) -> Button:
        # Two publishers may call a pack the same; what is spoken must tell them apart.
        whose = maker_name(self.row)
        name = f"{words}: {self.row.title}, {whose}" if whose else f"{words}: {self.row.title}"
        button = Button(self._theme, words, kind=kind, icon=icon, name=name)
        flow.addWidget(button)
        self.buttons.append(button)
        return button

"""Says what protecting the library means, or ending that, and asks for the passphrase once more."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.announce import announce
from caregiver_app.ui.care.passphrase_field import PassphraseField
from caregiver_app.ui.care.protecting.words import SwitchWords, effort_words
from caregiver_app.ui.theme import Icon, Theme, Tone, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel


class ProtectDrawer(Drawer):
    """Two steps: what it means, then how long it takes and the passphrase. `wanted` carries what was typed."""

    wanted = Signal(str)

    def __init__(self, theme: Theme, words: SwitchWords, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, words.heading, parent=parent)
        self._words = words
        self.no_sheet = Callout(
            theme,
            Tone.WARN,
            Icon.PRINT,
            _("You have not compared a recovery sheet yet"),
            _("Make one first. You find it under More in your care notes."),
        )
        self.no_sheet.setVisible(False)
        self.effort = PlainLabel(wrap=True)
        self.effort.setVisible(False)
        self.passphrase = PassphraseField(theme, _("Your passphrase"))
        self.act = Button(theme, _("Continue"), kind=ButtonKind.MAIN)
        self._means, self._last = self._first_step(), self._last_step()
        self._last.setVisible(False)
        for part in (self._means, self._last):
            self.body.addWidget(part)
        self.add_foot(self.act)
        self.act.clicked.connect(self._go_on)
        self.passphrase.entered.connect(self._go_on)

    @property
    def is_last_step(self) -> bool:
        """Whether the passphrase is asked for."""
        return not self._last.isHidden()

    def begin(self) -> None:
        """Put the keyboard at the button that goes on."""
        self.act.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_room(self, room_bytes: int) -> None:
        """Say how long it takes and how much room."""
        self.effort.setText(effort_words(room_bytes))
        self.effort.setVisible(True)

    def refuse(self, sentence: str) -> None:
        """Say that the passphrase was not right."""
        self.act.set_working(False)
        self.passphrase.refuse(sentence)

    def _go_on(self) -> None:
        if not self.is_last_step:
            self._show_last_step()
            return
        typed = self.passphrase.text()
        if not typed:
            self.passphrase.refuse(_("Type your passphrase."))
        elif self.act.isEnabled():
            self.act.set_working(True)
            self.wanted.emit(typed)

    def _show_last_step(self) -> None:
        self._means.setVisible(False)
        self._last.setVisible(True)
        self.act.set_words(self._words.verb)
        self.passphrase.begin()
        announce(_("Step {number} of 2").format(number=2))

    def _first_step(self) -> QWidget:
        words, holder = self._words, QWidget()
        column = Column(self._theme, gap=16, parent=holder)
        column.addWidget(Callout(self._theme, words.tone, words.icon, words.means, words.text))
        column.addWidget(self.no_sheet)
        for heading, text in words.points:
            point = Column(self._theme, gap=2)
            point.addWidget(PlainLabel(heading, role=TypeRole.STRONG, wrap=True))
            point.addWidget(PlainLabel(text, wrap=True))
            column.addLayout(point)
        return holder

    def _last_step(self) -> QWidget:
        holder = QWidget()
        column = Column(self._theme, gap=16, parent=holder)
        column.addWidget(self.passphrase)
        column.addWidget(self.effort)
        column.addWidget(PlainLabel(self._words.away, wrap=True))
        return holder

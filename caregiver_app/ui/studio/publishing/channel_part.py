"""Who signs a pack: the channel that was chosen for it, or the ways to choose or make one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.studio.publishing.work import PublishState
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from caregiver_app.bootstrap.own_channel_facts import OwnChannelFacts


class ChannelPart(Card):
    """`make_wanted` and `open_wanted` ask for a drawer or a choice, `use_wanted` carries a folder that is known."""

    make_wanted = Signal()
    open_wanted = Signal()
    use_wanted = Signal(object)
    signs_wanted = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Who signs it"), parent=parent)
        words = _(
            "Families take packs from a channel: a folder of yours, signed with keys that only you have. So nobody "
            "else can change what you publish, or publish in your name."
        )
        self._about = PlainLabel(words, wrap=True)
        self._name = PlainLabel(role=TypeRole.STRONG, wrap=True)
        self._facts = PlainLabel(role=TypeRole.SMALL, ink="text-2", wrap=True, selectable=True)
        self.make = Button(theme, _("Make a channel"), kind=ButtonKind.MAIN, icon=Icon.PLUS)
        self.open = Button(theme, _("Open a channel's folder"), icon=Icon.FOLDER)
        self.signs = Button(theme, _("Show the signs for families"), icon=Icon.SHIELD)
        self.other = Button(theme, _("Use another channel"), kind=ButtonKind.QUIET)
        self._buttons = QWidget()
        flow = Flow(theme, gap=8, parent=self._buttons)
        for button in (self.make, self.open, self.signs, self.other):
            flow.addWidget(button)
        self._known_holder = QWidget()
        self._known = Column(theme, gap=8, parent=self._known_holder)
        self._choices: list[Button] = []
        for part in (self._about, self._name, self._facts, self._buttons, self._known_holder):
            self.body.addWidget(part)
        self.make.clicked.connect(self.make_wanted)
        self.open.clicked.connect(self.open_wanted)
        self.signs.clicked.connect(self.signs_wanted)
        self.other.clicked.connect(self._choose_again)
        self._state = PublishState(channel=None, known=())
        self._show(choosing=True)

    def show_state(self, state: PublishState) -> None:
        """Show which channel it is, or the ways to one."""
        self._state = state
        if state.channel is not None:
            self._name.setText(state.channel.name if state.facts is None else state.facts.name)
            self._facts.setText(_facts_of(state.channel, state.facts))
        self._show(choosing=state.channel is None or state.facts is None)

    def _choose_again(self) -> None:
        self._show(choosing=True)
        self.open.setFocus()

    def _show(self, *, choosing: bool) -> None:
        chosen = self._state.channel is not None
        self._name.setVisible(chosen)
        self._facts.setVisible(chosen)
        self._about.setVisible(choosing)
        self.make.setVisible(choosing)
        self.open.setVisible(choosing)
        self.make.set_kind(ButtonKind.NORMAL if chosen else ButtonKind.MAIN)
        self.signs.setVisible(self._state.facts is not None)
        self.other.setVisible(chosen and not choosing)
        self._show_known(choosing=choosing)

    def _show_known(self, *, choosing: bool) -> None:
        for button in self._choices:
            self._known.removeWidget(button)
            button.hide()
            button.deleteLater()
        others = [each for each in self._state.known if each != self._state.channel] if choosing else []
        self._choices = [self._choice(each) for each in others]
        for button in self._choices:
            self._known.addWidget(button)
        self._known_holder.setVisible(bool(self._choices))

    def _choice(self, folder: Path) -> Button:
        # Translators: {folder} is the folder of a channel in which other packs were published
        button = Button(self._theme, _("Use {folder}").format(folder=folder.name), icon=Icon.SHIELD)
        button.clicked.connect(lambda: self.use_wanted.emit(folder))
        return button


def _facts_of(folder: Path, facts: OwnChannelFacts | None) -> str:
    if facts is None:
        return str(folder)
    whose = _("A team") if facts.team else _("Just me")
    return f"{whose}. {folder}"

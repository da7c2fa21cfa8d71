"""The card of the settings that leads to files that leave and come, and to erasing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.commands import Command
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.layouts import Flow
from caregiver_app.ui.widgets.plain import PlainLabel


class FilesCard(Card):
    """A button for each of the commands."""

    def __init__(self, theme: Theme, commands: Sequence[Command], *, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Your notes are yours"), parent=parent)
        words = _("Take them with you in forms that other programs read, bring them in, or erase them for good.")
        self.body.addWidget(PlainLabel(words, ink="text-2", wrap=True))
        holder = QWidget()
        flow = Flow(theme, gap=8, parent=holder)
        self.buttons: dict[str, Button] = {}
        for command in commands:
            button = self.buttons[command.key] = Button(theme, command.name, icon=command.icon)
            button.clicked.connect(lambda _checked=False, act=command.action: act())
            flow.addWidget(button)
        self.body.addWidget(holder)

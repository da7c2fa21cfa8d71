"""Checking pages: whether the person does it for other people too, and where the points come from."""

from __future__ import annotations

from dataclasses import replace

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.undo import UndoStep
from caregiver_app.ui.messages import Messages
from caregiver_app.ui.remember import Remembered
from caregiver_app.ui.settings.part import SettingsPart
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.plain import PlainLabel


class CheckingPart(SettingsPart):
    """The page "Checking pages"."""

    def __init__(self, theme: Theme, remembered: Remembered, messages: Messages) -> None:
        super().__init__(theme, _("Checking pages"), _("Who looked at a page, and when, stands beside its title."))
        self._theme = theme
        self._remembered = remembered
        self._messages = messages
        self.for_others = CheckBox(theme, _("I check pages for other people"))
        self.for_others.clicked.connect(self._switch)
        self.body.addWidget(self._switch_card())
        self.body.addWidget(self._about_card())
        remembered.changed.connect(self._show)
        self._show()

    def _switch_card(self) -> Card:
        shows = _("Shows “Check” over each page, and a list of the checks that are due again.")
        who = _("For nurses, support groups, and whoever passes pages on to several families.")
        card = Card(self._theme, _("Who checks"))
        card.body.addWidget(self.for_others)
        card.body.addWidget(PlainLabel(f"{shows} {who}", ink="text-2", wrap=True))
        self.for_others.setAccessibleDescription(f"{shows} {who}")
        return card

    def _about_card(self) -> Card:
        card = Card(self._theme, _("What a check is"))
        for words in (
            _("A check is ten short points about one page, or four about an organisation. It takes two minutes."),
            _("“Checked” means that somebody looked at who wrote it, when and from what. It is not medical approval."),
            _("Your answers stay on this computer until you pass the page on."),
        ):
            card.body.addWidget(PlainLabel(words, wrap=True))
        return card

    def _show(self) -> None:
        self.for_others.setChecked(self._remembered.settings.checks_for_others)

    def _switch(self, on: bool) -> None:
        def put(value: bool) -> None:
            self._remembered.change(lambda settings: replace(settings, checks_for_others=value))

        put(on)
        text = _("“Check” stands over each page now.") if on else _("“Check” is put away. Your checks stay.")
        step = UndoStep(text=text, undo=lambda: put(not on), redo=lambda: put(on))
        self._messages.did(step, icon=Icon.SETTINGS, kind="checking")

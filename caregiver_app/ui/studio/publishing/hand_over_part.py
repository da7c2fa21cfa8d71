"""How what was published reaches people: as one file or a folder on a stick, with a set-up file, on paper."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.layouts import Flow
from caregiver_app.ui.widgets.plain import PlainLabel


class HandOverPart(Card):
    """One button for each way; those that need a channel are out of sight without one."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Hand it over"), parent=parent)
        words = _(
            "The channel's folder can lie on any web server or shared drive. For a stick save a copy: it holds all "
            "packs of the channel as they were last published."
        )
        self._about = PlainLabel(words, wrap=True)
        self.file = Button(theme, _("Save as one file"), icon=Icon.USB)
        self.folder = Button(theme, _("Save as a folder"), icon=Icon.FOLDER)
        self.contents = Button(theme, _("Print the contents"), icon=Icon.PRINT)
        self.contents_file = Button(theme, _("Save the contents as PDF"), icon=Icon.DOWNLOAD)
        self.set_up = Button(theme, _("Make a stick for a first start"), icon=Icon.USB)
        buttons = QWidget()
        flow = Flow(theme, gap=8, parent=buttons)
        for button in (self.file, self.folder, self.set_up, self.contents, self.contents_file):
            flow.addWidget(button)
        self.body.addWidget(self._about)
        self.body.addWidget(buttons)

    def show_channel(self, *, there: bool) -> None:
        """Offer copies where there is a channel to copy."""
        self._about.setVisible(there)
        for button in (self.file, self.folder, self.set_up):
            button.setVisible(there)

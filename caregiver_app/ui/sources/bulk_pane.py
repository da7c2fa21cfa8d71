"""What can be done with several sources at once; it stands where one source would be shown in full."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.layouts import Flow
from caregiver_app.ui.widgets.page import Page
from caregiver_app.ui.widgets.plain import PlainLabel


class BulkPane(Page):
    """Signals say what is wanted of the selected sources; `switched` and `kept` carry on or off."""

    switched = Signal(bool)
    kept = Signal(bool)
    topics_pressed = Signal()
    asked_now = Signal()
    removed = Signal()
    all_pressed = Signal()
    none_pressed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Several sources"), widest=660, parent=parent)
        self._title = PlainLabel(role=TypeRole.TITLE, wrap=True)
        self.body.addWidget(self._title)
        self.all = Button(theme, _("Select all shown"), kind=ButtonKind.QUIET)
        self.none = Button(theme, _("Select none"), kind=ButtonKind.QUIET)
        self.all.clicked.connect(self.all_pressed)
        self.none.clicked.connect(self.none_pressed)
        self.body.addWidget(_flow(theme, self.all, self.none))
        self._fill(theme)
        self.body.addWidget(PlainLabel(_("Each of these is one step, which you can undo."), ink="text-2", wrap=True))

    def show_count(self, count: int) -> None:
        """Say how many sources are meant."""
        words = ngettext("{count} source selected", "{count} sources selected", count)
        self._title.setText(words.format(count=format_number(count)))
        for button in self.acts:
            button.setVisible(count > 0)

    def _fill(self, theme: Theme) -> None:
        self.on = Button(theme, _("Switch on"), icon=Icon.CHECK)
        self.off = Button(theme, _("Switch off"), icon=Icon.CLOSE)
        self.topics = Button(theme, _("Choose topics"), icon=Icon.TOPICS)
        self.keep = Button(theme, _("Keep the full text"), icon=Icon.DOWNLOAD)
        self.drop = Button(theme, _("Do not keep the full text"), icon=Icon.MINUS)
        self.ask = Button(theme, _("Get their updates"), icon=Icon.REFRESH)
        self.remove = Button(theme, _("Remove"), icon=Icon.TRASH, name=_("Remove the selected sources"))
        self.acts = (self.on, self.off, self.topics, self.keep, self.drop, self.ask, self.remove)
        self.on.clicked.connect(lambda: self.switched.emit(True))
        self.off.clicked.connect(lambda: self.switched.emit(False))
        self.keep.clicked.connect(lambda: self.kept.emit(True))
        self.drop.clicked.connect(lambda: self.kept.emit(False))
        self.topics.clicked.connect(self.topics_pressed)
        self.ask.clicked.connect(self.asked_now)
        self.remove.clicked.connect(self.removed)
        for heading, buttons in (
            (_("Getting pages"), (self.on, self.off, self.ask)),
            (_("Reading without the internet"), (self.keep, self.drop)),
            (_("Sorting"), (self.topics, self.remove)),
        ):
            card = Card(theme, heading)
            card.body.addWidget(_flow(theme, *buttons))
            self.body.addWidget(card)


def _flow(theme: Theme, *buttons: Button) -> QWidget:
    holder = QWidget()
    flow = Flow(theme, gap=8, parent=holder)
    for button in buttons:
        flow.addWidget(button)
    return holder

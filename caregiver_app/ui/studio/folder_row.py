"""One pack that is being made, as a card: what it is called, where its folder lies, and how to go on with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.bootstrap.pack_folders import FolderLook
from caregiver_app.support.i18n import format_number
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import sentence_for
from caregiver_app.ui.packs.row_words import items_words
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.layouts import Flow
from caregiver_app.ui.widgets.plain import PlainLabel


class FolderRow(Card):
    """`opened` asks to go on with it, `dropped` to take it off the list; the folder itself stays."""

    opened = Signal()
    dropped = Signal()

    def __init__(self, theme: Theme, look: FolderLook, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        title = look.title or look.folder.name
        self.setAccessibleName(title)
        self.body.addWidget(PlainLabel(title, role=TypeRole.HEADING, wrap=True))
        self.body.addWidget(PlainLabel(_facts(look), ink="text-2", wrap=True))
        self.body.addWidget(PlainLabel(str(look.folder), role=TypeRole.SMALL, ink="text-2", wrap=True))
        # Translators: {title} is the name of a pack
        go_on = _("Go on with {title}").format(title=title)
        drop = _("Take off this list: {title}").format(title=title)
        self.go_on = Button(theme, _("Go on"), name=go_on)
        self.drop = Button(theme, _("Take off this list"), kind=ButtonKind.QUIET, icon=Icon.CLOSE, name=drop)
        self.go_on.clicked.connect(lambda _pressed: self.opened.emit())
        self.drop.clicked.connect(lambda _pressed: self.dropped.emit())
        holder = QWidget()
        flow = Flow(theme, gap=8, parent=holder)
        for button in (self.go_on, self.drop):
            flow.addWidget(button)
        self.go_on.setVisible(not look.is_gone)  # only now: shown without a parent it would be a window
        self.body.addWidget(holder)


def _facts(look: FolderLook) -> str:
    if look.is_gone:
        return _("This folder is not here now. If it lies on a stick, put the stick in.")
    if look.trouble is not None:
        return sentence_for(look.trouble).text
    if not look.title:
        return _("Its name is missing.")
    version = _("Version {version}").format(version=format_number(look.version))
    return f"{version}  ·  {items_words(look.items)}"

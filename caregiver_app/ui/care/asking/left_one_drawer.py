"""One thing that left the notes: all that was written down about it, and the very words of a request."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import format_clock, format_day
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.asking.add_key_drawer import line
from caregiver_app.ui.care.asking.left_read import Left, came_back
from caregiver_app.ui.care.asking.left_words import how_it_left, how_much
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.private_fields import PrivateLine, PrivateText
from caregiver_app.ui.theme import Icon, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.exchange.shown import shown_request

_LINES = 12


class LeftOneDrawer(Drawer):
    """`again` carries why a request's file is to be saved once more, `back` leads to the list."""

    again = Signal(str)
    back = Signal()

    def __init__(self, desk: CareDesk, left: Left, *, parent: QWidget | None = None) -> None:
        disclosed, at = left.disclosure.disclosed, left.disclosure.at
        super().__init__(desk.theme, how_it_left(disclosed), parent=parent)
        when = _("{day}, {clock}").format(day=format_day(at, year=True), clock=format_clock(at))
        self._say(_("When"), when)
        self._say(_("What"), how_much(disclosed.what))
        self._say(_("Why"), disclosed.why)
        self._say(_("Answers"), came_back(left))
        self._say(_("Locked for the key"), disclosed.to_key)
        if left.asked is not None:
            self.text = PrivateText(desk.theme, name=_("What went"), lines=_LINES)
            self.text.setReadOnly(True)
            self.text.setPlainText(shown_request(left.asked.body))
            self.body.addWidget(PlainLabel(_("What went"), role=TypeRole.STRONG))
            self.body.addWidget(self.text)
        self.everything = Button(desk.theme, _("What left these notes"), kind=ButtonKind.QUIET, icon=Icon.BACK)
        self.everything.clicked.connect(self.back)
        self.why = Field(desk.theme, _("Why you save it again"), PrivateLine(), hint=_("It is written down here too."))
        self.save = Button(desk.theme, _("Save the file again"), icon=Icon.USB)
        self.body.addWidget(self.why)
        self.why.setVisible(left.can_go_again)
        self.save.setVisible(left.can_go_again)
        self.save.clicked.connect(self._go_on)
        self.add_foot(self.save, self.everything)

    def _say(self, heading: str, words: str) -> None:
        if words:
            self.body.addWidget(PlainLabel(heading, role=TypeRole.STRONG))
            self.body.addWidget(PlainLabel(words, wrap=True))

    def _go_on(self) -> None:
        why = line(self.why).text().strip()
        if why:
            self.again.emit(why)
        else:
            self.why.show_error(_("Say why in a few words."))

"""People one trusts: whose keys are here, and which of them were compared."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.option_list import Option, OptionList
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.exchange.correspondents import Correspondent


class PeopleDrawer(Drawer):
    """`picked` carries a `Correspondent`; the buttons lead to a key to add, and to one's own."""

    picked = Signal(object)

    def __init__(self, desk: CareDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("People I trust"), parent=parent)
        self._desk = desk
        self.said = PlainLabel(ink="text-2", wrap=True)
        self.list = OptionList(desk.theme, _("People I trust"), (), ring=desk.ring)
        self.add = Button(desk.theme, _("Add somebody's key"), kind=ButtonKind.MAIN, icon=Icon.PLUS)
        self.own = Button(desk.theme, _("My key"), icon=Icon.QR)
        self.body.addWidget(self.said)
        self.body.addWidget(self.list)
        self.list.setVisible(False)
        self.add_foot(self.add, self.own)
        self.list.chosen.connect(self.picked)
        desk.changed.connect(self._ask)
        self._ask()

    def _ask(self) -> None:
        self._desk.ask(self, lambda vault: vault.exchange.correspondents.list(), self._show, key="trusted")

    def _show(self, people: tuple[Correspondent, ...]) -> None:
        self.list.show_options([_option(each) for each in people], fit=True)
        self.list.setVisible(bool(people))
        self.said.setText(
            _("Nothing is sent to a key, and no question of theirs answered, before you compared its words.")
            if people
            else _("Nobody yet. Ask them for the file with their key, on a stick or by e-mail.")
        )


def _option(each: Correspondent) -> Option[Correspondent]:
    compared = each.compared_at is not None
    state = _("compared") if compared else _("not compared yet")
    return Option(
        value=each,
        text=each.name,
        end=state,
        icon=Icon.PERSON if compared else Icon.QUESTION,
        spoken=f"{each.name}, {state}",
    )

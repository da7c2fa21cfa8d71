"""People one trusts: whose keys are here, which of them were compared, and one's own key to give to them."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.theme import Icon, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.option_list import Option, OptionList
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.exchange.correspondents import Correspondent
from caregiver_app.vault.letters.words import words_of
from caregiver_app.vault.store import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Trusted:
    """Whose keys are here, and the words of one's own."""

    people: tuple[Correspondent, ...] = field(repr=False)
    words: tuple[str, ...]


class PeopleDrawer(Drawer):
    """`picked` carries a `Correspondent` whose key is to be compared; the buttons ask for files."""

    picked = Signal(object)

    def __init__(self, desk: CareDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("People I trust"), parent=parent)
        self._desk = desk
        self.said = PlainLabel(ink="text-2", wrap=True)
        self.list = OptionList(desk.theme, _("People I trust"), (), ring=desk.ring)
        self.words = PlainLabel(wrap=True)
        self.add = Button(desk.theme, _("Add somebody's key"), kind=ButtonKind.MAIN, icon=Icon.PLUS)
        self.give = Button(desk.theme, _("Save my key for them"), icon=Icon.USB)
        self.body.addWidget(self.said)
        self.body.addWidget(self.list)
        self.body.addWidget(PlainLabel(_("My key, in words"), role=TypeRole.STRONG))
        self.body.addWidget(
            PlainLabel(
                _("Read these to them by phone or in person. They type two of the groups in, and know it is yours."),
                ink="text-2",
                wrap=True,
            )
        )
        self.body.addWidget(self.words)
        self.add_foot(self.add, self.give)
        self.list.chosen.connect(self.picked)
        desk.changed.connect(self._ask)
        self._ask()

    def _ask(self) -> None:
        at = self._desk.clock.now()

        def read(vault: Vault) -> Trusted:
            groups = words_of(vault.exchange.identities.own(at=at))
            return Trusted(
                people=vault.exchange.correspondents.list(), words=tuple(" ".join(group) for group in groups)
            )

        self._desk.ask(self, read, self._show, key="trusted")

    def _show(self, found: Trusted) -> None:
        self.list.show_options([_option(each) for each in found.people])
        self.list.updateGeometry()
        self.list.setVisible(bool(found.people))
        self.said.setText(
            _("Press somebody whose key is not compared yet, and type in the words that they read to you.")
            if found.people
            else _("Nobody yet. Ask them for the file with their key, on a stick or by e-mail.")
        )
        self.words.setText("\n".join(f"{number}: {words}" for number, words in enumerate(found.words, 1)))


def _option(each: Correspondent) -> Option[Correspondent]:
    compared = each.compared_at is not None
    state = _("compared") if compared else _("not compared yet")
    return Option(
        value=each,
        text=each.name,
        end=state,
        icon=Icon.CHECK if compared else Icon.QUESTION,
        spoken=f"{each.name}, {state}",
    )

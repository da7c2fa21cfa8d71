"""What was recently deleted from the care notes: for thirty days each can be brought back, or deleted for good."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import format_short_day
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import shorten
from caregiver_app.ui.care.desk import CareDesk, CareDone
from caregiver_app.ui.care.erasing.erase_ask import EraseAsk
from caregiver_app.ui.care.erasing.ways import erase_record
from caregiver_app.ui.care.record_looks import look_of
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.option_list import Option, OptionList
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.across.deleted import Deleted
from caregiver_app.vault.store import Vault

_ASKED_CHARS = 60


class DeletedDrawer(Drawer):
    """Enter on a row brings it back, and that can be undone. `person_asked` carries number and name of somebody who is
    to be erased: that takes more than a yes.
    """

    person_asked = Signal(int, str)

    def __init__(self, desk: CareDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("Recently deleted"), parent=parent)
        self._desk = desk
        self.said = PlainLabel(ink="text-2", wrap=True)
        self.list = OptionList(desk.theme, _("Recently deleted"), (), ring=desk.ring)
        self.body.addWidget(self.said)
        self.body.addWidget(self.list)
        self.question = EraseAsk(desk)
        self.body.addWidget(self.question)
        self.erase = Button(desk.theme, _("Delete for good"), icon=Icon.TRASH)
        self.erase.clicked.connect(self._ask_to_erase)
        self.add_foot(self.erase)
        self.list.chosen.connect(self._bring_back)
        desk.changed.connect(self._ask)
        self._ask()

    def _ask(self) -> None:
        self._desk.ask(self, lambda vault: vault.deleted.list(), self._show, key="deleted")

    def _show(self, deleted: tuple[Deleted, ...]) -> None:
        self.list.show_options([_option(one) for one in deleted], fit=True)
        for widget in (self.list, self.erase):
            widget.setVisible(bool(deleted))
        self.said.setText(
            _("Press one to bring it back, or go to it and delete it for good. After thirty days it is gone for good.")
            if deleted
            else _("Nothing was deleted in the last thirty days.")
        )

    def _ask_to_erase(self) -> None:
        option = self.list.current_option
        one = None if option is None else option.value
        if option is None or not isinstance(one, Deleted):
            return
        if one.kind == "person":
            self.person_asked.emit(one.id, one.title)
            return
        # Translators: {title} is the beginning of a note, or a name
        question = _("Delete “{title}” for good?").format(title=shorten(option.text, _ASKED_CHARS))
        self.question.ask(question, lambda: erase_record(self._desk, one.kind, one.id), self.list.setFocus)

    def _bring_back(self, one: Deleted) -> None:
        step = partial(_restore, kind=one.kind, record_id=one.id, at=self._desk.clock.now())
        self._desk.do(step, kind="deleted")


def _option(one: Deleted) -> Option[Deleted]:
    look = look_of(one.kind)
    title = one.title or look.word
    # Translators: {day} is the day after which something deleted cannot be brought back
    until = _("until {day}").format(day=format_short_day(one.gone_at))
    return Option(value=one, text=title, end=until, icon=look.icon, spoken=f"{look.word}. {title}, {until}")


def _restore(vault: Vault, *, kind: str, record_id: int, at: Millis) -> CareDone:
    return CareDone(text=_("Brought back."), undo=vault.deleted.restore(kind, record_id, at=at), icon=Icon.UNDO)

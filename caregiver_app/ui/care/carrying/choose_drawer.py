"""Choosing records of one kind that leave as a file for other programs: appointments, contacts. Writes nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.announce import announce
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.parts.target import TargetAsk
from caregiver_app.ui.theme import Icon, Tone
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.store import Vault

Choosable = Sequence[tuple[int, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooseWords:
    """What the drawer says. `option` is one more thing to choose, `on` whether it is ticked at first; `name` of the
    file tells of nobody.
    """

    heading: str
    means: str
    option: str
    on: bool
    all_on: bool
    nothing: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What goes where, and whether the one option was ticked."""

    ids: tuple[int, ...]
    option: bool
    target: Path


class ChooseDrawer(Drawer):
    """`wanted` carries what is `Chosen`."""

    wanted = Signal(object)

    def __init__(
        self,
        desk: CareDesk,
        words: ChooseWords,
        read: Callable[[Vault], Choosable],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk.theme, words.heading, parent=parent)
        self._desk = desk
        self._words = words
        self.boxes: dict[int, CheckBox] = {}
        self.option = CheckBox(desk.theme, words.option)
        self.option.setChecked(words.on)
        self.none = PlainLabel(words.nothing, ink="text-2", wrap=True)
        self.none.setVisible(False)
        self.target = TargetAsk(desk)
        self.go_on = Button(desk.theme, _("Choose where"), kind=ButtonKind.MAIN, icon=Icon.DOWNLOAD)
        self.go_on.clicked.connect(self._ask_where)
        open_words = _("Whoever has it can read it, and the program that opens it may copy it to other places.")
        self.body.addWidget(Callout(desk.theme, Tone.WARN, Icon.UNLOCK, _("This file is not locked."), open_words))
        self.body.addWidget(PlainLabel(words.means, wrap=True))
        self.body.addWidget(self.option)
        self.body.addWidget(self.none)
        self.add_foot(self.go_on)
        desk.ask(self, read, self._show, key="choosable")

    def _show(self, found: Choosable) -> None:
        for number, text in found:
            box = self.boxes[number] = CheckBox(self._desk.theme, text)
            box.setChecked(self._words.all_on)
            self.body.addWidget(box)
        self.body.addWidget(self.target)
        self.none.setVisible(not found)
        self.go_on.setVisible(bool(found))
        first = next(iter(self.boxes.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_where(self) -> None:
        ids = tuple(number for number, box in self.boxes.items() if box.isChecked())
        if not ids:
            words = _("Tick what shall go along.")
            announce(words, urgent=True)
            self._desk.say(words, icon=Icon.QUESTION, kind="carrying")
            next(iter(self.boxes.values())).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.target.ask(
            _("Save the file"),
            self._words.name,
            lambda path: self.wanted.emit(Chosen(ids=ids, option=self.option.isChecked(), target=path)),
        )

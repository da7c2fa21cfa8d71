"""What a request leads to: an answer locked for its sender, a key compared, a record, a deletion; each to its end."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.answering.keep_drawer import KeepDrawer
from caregiver_app.ui.care.answering.received_looks import ReceivedLook, claimed
from caregiver_app.ui.care.answering.steps import let_go, save_record
from caregiver_app.ui.care.asking.files import ask_where, save_file
from caregiver_app.ui.care.asking.people_ways import PeopleWays
from caregiver_app.ui.care.asking.steps import KnownKey, add_key
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.erasing.ways import ask_to_erase
from caregiver_app.ui.care.parts.form_drawer import open_form
from caregiver_app.ui.care.parts.target import TargetAsk
from caregiver_app.ui.theme import Icon
from caregiver_app.vault.changes.kinds import RECEIVED
from caregiver_app.vault.exchange.composing import notice
from caregiver_app.vault.letters.file import ANSWER_NAME

if TYPE_CHECKING:
    from caregiver_app.vault.exchange.answering import ReceivedId
    from caregiver_app.vault.store import Vault

_KIND = "asked-of-me"
_RECORD_NAME = "record.txt"
_NAMED_CHARS = 12


class AnsweringWays(QObject):
    """Goes with the place that shows the request. `answered` comes once an answer is written down."""

    answered = Signal()

    def __init__(self, desk: CareDesk, received_id: ReceivedId, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._id = received_id
        self._window = window
        self._keys = PeopleWays(desk, window)

    def compare(self, look: ReceivedLook) -> None:
        """Have the key compared with which the request came; one that was removed is taken in anew, as a stranger's."""
        if look.whose is not None:
            self._compare(KnownKey(whom=look.whose, other_key=look.other_key))
            return
        key, name, at = look.request.family, claimed(look), self._desk.clock.now()
        self._desk.ask(
            self, lambda vault: add_key(vault, key, name or key[:_NAMED_CHARS], at=at), self._compare, key="ask-key"
        )

    def ask_where_to_save(self, texts: Mapping[int, str], call: str) -> None:
        """Ask where the file with the answers is to be saved; they are written down once that is clear."""
        ask_where(self._window, _("Save my answer"), ANSWER_NAME, partial(self.answer, texts, call))

    def answer(self, texts: Mapping[int, str], call: str, path: Path) -> None:
        """Write answers down, by number of question, then save the file with them."""
        at = self._desk.clock.now()

        def answer(vault: Vault) -> bytes:
            number = vault.exchange.answering.answer(self._id, texts, notice=notice(call), at=at)
            return vault.exchange.answering.file(self._id, number)

        def answered(data: bytes) -> None:
            self.answered.emit()
            self._write(path, data)
            self._desk.changed.emit()

        self._desk.ask(self, answer, answered)

    def ask_where_again(self, number: int) -> None:
        """Ask where an answer that was given is to be saved once more."""
        ask_where(self._window, _("Save my answer"), ANSWER_NAME, partial(self.save_again, number))

    def save_again(self, number: int, path: Path) -> None:
        """Save the file of an answer once more; it is the same answer, and lands once."""
        self._desk.ask(self, lambda vault: vault.exchange.answering.file(self._id, number), partial(self._write, path))

    def keep(self) -> None:
        """Ask why it is to be kept."""
        open_form(self._desk, KeepDrawer(self._desk, self._id))

    def let_go(self) -> None:
        """Let it go at its time again."""
        self._desk.do(partial(let_go, received_id=self._id, at=self._desk.clock.now()), kind=_KIND)

    def ask_where_record(self, target: TargetAsk) -> None:
        """Ask where a record is to be saved, as plain text."""
        target.ask(_("Save for my records"), _RECORD_NAME, self.save_record)

    def save_record(self, path: Path) -> None:
        """Save a record."""
        at, care = self._desk.clock.now(), self._desk.access.care

        def save(vault: Vault) -> None:
            save_record(care.with_files(vault), self._id, path, at=at)

        def saved(_none: None) -> None:
            self._desk.say(_("The record is saved. The file is not locked."), icon=Icon.FLYER, kind=_KIND)

        self._desk.ask(self, save, saved)

    def delete(self, gone: Callable[[], object]) -> None:
        """Ask first, then delete it for good, in every copy too; `gone` comes after that."""
        ask_to_erase(self._desk, RECEIVED, self._id, gone=gone)

    def _compare(self, known: KnownKey) -> None:
        self._keys.compare(known, then=lambda: None)

    def _write(self, path: Path, data: bytes) -> None:
        def saved(_none: None) -> None:
            self._desk.say(_("Your answer is saved. Send them the file yourself."), icon=Icon.MAIL, kind=_KIND)

        care = self._desk.access.care
        self._desk.ask(self, lambda vault: save_file(care.with_files(vault).paths, path, data), saved)

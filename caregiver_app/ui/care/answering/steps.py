"""What is done with requests that came, as steps of the notes' own thread."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.care_files import OpenCare, refuse_own_folder
from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDone
from caregiver_app.vault.carrying.writing import write_one
from caregiver_app.vault.exchange.answering import ReceivedId
from caregiver_app.vault.exchange.shown import shown_record
from caregiver_app.vault.store import Vault

if TYPE_CHECKING:
    from caregiver_app.ui.care.desk import UndoStep


def keep_request(vault: Vault, received_id: ReceivedId, because: str, *, at: Millis) -> CareDone:
    """Keep a request beyond its thirty days.

    Raises:
        AskError: it is not said why.
    """
    before = vault.exchange.answering.get(received_id).kept_because
    vault.exchange.answering.keep(received_id, because, at=at)
    return CareDone(text=_("It stays until you let it go."), undo=_setting(received_id, before, because))


def let_go(vault: Vault, received_id: ReceivedId, *, at: Millis) -> CareDone:
    """Let a request that was kept go at its time again."""
    before = vault.exchange.answering.get(received_id).kept_because
    vault.exchange.answering.let_go(received_id, at=at)
    return CareDone(text=_("It goes at its time again."), undo=_setting(received_id, before, ""))


def save_record(care: OpenCare, received_id: ReceivedId, path: Path, *, at: Millis) -> None:
    """Write a request and its answers as plain text; that it left is written down before.

    Raises:
        CareFileError: something is there already, or that is our own folder.
        StorageError: no room or no right.
    """
    refuse_own_folder(care.paths, path)
    exchange = care.vault.exchange

    def write_down() -> None:
        exchange.record(received_id, at=at)

    write_one(shown_record(exchange.answering.get(received_id)).encode(), path, before=write_down)


def _setting(received_id: ReceivedId, because: str, other: str) -> UndoStep:
    """Return a step that sets why a request is kept, "" for not at all, and another that does it the other way."""

    def step(vault: Vault, at: Millis) -> UndoStep:
        if because:
            vault.exchange.answering.keep(received_id, because, at=at)
        else:
            vault.exchange.answering.let_go(received_id, at=at)
        return _setting(received_id, other, because)

    return step

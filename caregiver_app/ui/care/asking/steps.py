"""What is done with keys, as steps of the notes' own thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDone
from caregiver_app.ui.theme import Icon
from caregiver_app.vault.exchange.correspondents import Correspondent
from caregiver_app.vault.letters.sealing import parse_recipient
from caregiver_app.vault.store import Vault

if TYPE_CHECKING:
    from caregiver_app.ui.care.desk import UndoStep


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownKey:
    """Somebody with a key; `other_key` tells that this name stands at another key too."""

    whom: Correspondent = field(repr=False)
    other_key: bool = False


def add_key(vault: Vault, key: str, name: str, *, at: Millis) -> KnownKey:
    """Keep a key, not compared yet.

    Raises:
        AskError: it is no key, our own, or without a name.
    """
    correspondents = vault.exchange.correspondents
    added = correspondents.add(parse_recipient(key), name, at=at)
    return KnownKey(whom=correspondents.get(added.id), other_key=added.other_key)


def compare_key(vault: Vault, *, whom: Correspondent, typed: Mapping[int, str], name: str, at: Millis) -> None:
    """Let a key count, under this name, if the groups typed in are its own; both or neither.

    Raises:
        AskError: they are not.
        UnknownRecord: it was removed meanwhile.
    """
    with vault.write("vault.correspondent.compare-and-name"):
        vault.exchange.correspondents.compare(whom.id, typed, at=at)
        vault.exchange.correspondents.rename(whom.id, name, at=at)


def remove_key(vault: Vault, *, whom: Correspondent, at: Millis) -> CareDone:
    """Let a key count no more."""
    vault.exchange.correspondents.remove(whom.id, at=at)
    # Translators: {name} is somebody whose key was removed
    words = _("Removed the key of {name}.").format(name=whom.name)
    return CareDone(text=words, undo=_putting_back(whom), icon=Icon.TRASH)


def _putting_back(whom: Correspondent) -> UndoStep:
    def put_back(vault: Vault, _at: Millis) -> UndoStep:
        vault.exchange.correspondents.put_back(whom.id)
        return _removing(whom)

    return put_back


def _removing(whom: Correspondent) -> UndoStep:
    def remove(vault: Vault, at: Millis) -> UndoStep:
        vault.exchange.correspondents.remove(whom.id, at=at)
        return _putting_back(whom)

    return remove

"""The care notes of a folder as another process with the passphrase sees them, beside a window that has them open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from caregiver_app.bootstrap.care import Care
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.model.time import Clock
from caregiver_app.support.clock import SystemClock
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.store import Vault

T = TypeVar("T")


class NotesBeside:
    """Unlocked when first asked, which may be after the window made them."""

    def __init__(self, folder: Path, passphrase: str, clock: Clock | None = None) -> None:
        self._care = Care(Paths(data_dir=folder), clock or SystemClock())
        self._passphrase = passphrase

    def ask(self, question: Callable[[Vault], T]) -> T:
        """Return what the notes say."""
        if not self._care.is_unlocked:
            self._care.unlock(self._passphrase)
        vault = self._care.open()
        try:
            return question(vault)
        finally:
            vault.close()

    def person(self, name: str) -> PersonId:
        """Return who is called so."""
        return self.ask(lambda vault: vault.people.named(name).id)

    def drafts(self) -> list[str]:
        """Return what is being written."""
        return [draft.text for draft in self.ask(lambda vault: vault.drafts.list())]

    def is_being_written(self, text: str) -> bool:
        """Return whether a draft holds these words, in whatever field."""
        drafts = self.ask(lambda vault: vault.drafts.list())
        return any(text in (draft.text, *draft.more.values()) for draft in drafts)

    def close(self) -> None:
        """Forget the key."""
        self._care.lock()

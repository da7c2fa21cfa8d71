"""What is made of open care notes stops when they are locked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from caregiver_app.model.web import Cancel

if TYPE_CHECKING:
    from caregiver_app.vault.folder.opening import Unlocked


class UntilLocked:
    """Stops what is made of the notes when these are locked, or when the person says so."""

    def __init__(self, unlocked: Unlocked, cancel: Cancel | None) -> None:
        self._unlocked, self._cancel = unlocked, cancel

    def is_set(self) -> bool:
        """Return whether to stop."""
        return self._unlocked.data_key.is_wiped or (self._cancel is not None and self._cancel.is_set())

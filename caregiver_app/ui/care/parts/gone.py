"""Reading what may be gone by now, such as a record of which a draft is left."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from caregiver_app.model.errors import UnknownRecord

if TYPE_CHECKING:
    from caregiver_app.vault.store import Vault

T = TypeVar("T")


def if_there(read: Callable[[Vault], T]) -> Callable[[Vault], T | None]:
    """Return what reads the same, and None where the record is gone."""

    def work(vault: Vault) -> T | None:
        try:
            return read(vault)
        except UnknownRecord:
            return None

    return work

"""What the care notes remember of the library: whether it is protected. Opens no library.

The folder alone tells only how the library lies there now: a person, or a service that copies the folder, can put a
plain one in the place of a protected one. What is written after that would lie in plain, and nobody would know.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.protection_state import ProtectionState, protection_state
from caregiver_app.model.errors import StorageError
from caregiver_app.model.time import Clock

if TYPE_CHECKING:
    from caregiver_app.vault.folder.opening import Unlocked

_PROTECTED = "library-protected"


def meet_library(unlocked: Unlocked, paths: Paths, clock: Clock) -> bool:
    """Remember how the library lies there now; return whether it was protected at the last such look, and is not now.

    Does nothing while that changes, or once the notes are locked; what a full disk does not take is remembered later.
    """
    state = protection_state(paths)
    if state is ProtectionState.CONVERTING or unlocked.data_key.is_wiped:
        return False
    is_on, was_on = state is ProtectionState.ON, False
    with suppress(StorageError):
        vault = unlocked.open(clock)
        try:
            was_on = vault.settings.get(_PROTECTED, False) is True
            if was_on != is_on:
                vault.settings.set(_PROTECTED, is_on)
        finally:
            vault.close()
    return was_on and not is_on

"""Holds what recognises private words while care notes are unlocked: made when first asked for, anew after each save.

It is never stored and never leaves the process; the lock wipes it, and whoever still holds it is told so.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from caregiver_app.model.errors import VaultError, VaultTrouble
from caregiver_app.support.i18n import current_language

if TYPE_CHECKING:
    from caregiver_app.model.private import PrivateWords
    from caregiver_app.vault.folder.opening import Unlocked
    from caregiver_app.vault.private_words.matcher import PrivateMatcher, PrivateText
    from caregiver_app.vault.store import Vault

_ALWAYS = "en"


class CareWords:
    """The matcher of one unlock. Threads may share it."""

    def __init__(self) -> None:
        self._changing = threading.Lock()
        self._matcher: PrivateMatcher | None = None
        self._made_of: tuple[int, int, str] | None = None

    def of(self, unlocked: Unlocked, vault: Vault) -> PrivateMatcher:
        """Return the matcher of open notes as they are now; one made of an earlier state is wiped.

        Raises:
            VaultError: they were locked meanwhile.
            StorageError: they cannot be read.
        """
        from caregiver_app.vault.folder.marks import saves_in

        state = (unlocked.number, saves_in(vault), current_language())
        with self._changing:
            if self._matcher is not None and self._made_of == state:
                return self._matcher
        made = _matcher(unlocked, vault.private_texts.all())
        with self._changing:
            if unlocked.data_key.is_wiped:
                made.wipe()
                raise VaultError(VaultTrouble.LOCKED)
            before, self._matcher, self._made_of = self._matcher, made, state
        if before is not None:
            before.wipe()
        return made

    def wipe(self) -> None:
        """Forget everything; the key of the notes was wiped before."""
        with self._changing:
            before, self._matcher, self._made_of = self._matcher, None, None
        if before is not None:
            before.wipe()


@contextmanager
def words_of_today(unlocked: Unlocked, vault: Vault, day: str) -> Iterator[PrivateWords]:
    """Yield what recognises the medicines and conditions of a day (`PrivateTexts.of_today`), wiped after the block.

    Raises:
        VaultError: the notes were locked meanwhile.
        StorageError: they cannot be read.
    """
    matcher = _matcher(unlocked, vault.private_texts.of_today(day))
    try:
        yield matcher
    finally:
        matcher.wipe()


def _matcher(unlocked: Unlocked, texts: tuple[PrivateText, ...]) -> PrivateMatcher:
    from caregiver_app.vault.keys.data_key import Purpose
    from caregiver_app.vault.private_words.matcher import PrivateMatcher

    if unlocked.data_key.is_wiped:
        raise VaultError(VaultTrouble.LOCKED)
    languages = tuple(dict.fromkeys((current_language(), _ALWAYS)))
    return PrivateMatcher(unlocked.data_key.derive(Purpose.PRIVATE_WORDS), texts, languages=languages)

"""Looks through words before they leave, with what this computer knows: the country, the helplines, open care notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from caregiver_app.bootstrap.care import Care
from caregiver_app.model.errors import VaultError, VaultTrouble
from caregiver_app.model.guard import Finding, FindingKind
from caregiver_app.support.i18n import current_language, current_locale

if TYPE_CHECKING:
    from caregiver_app.guard.knowledge import Knowledge
    from caregiver_app.model.private import PrivateWords

_ENGLISH = ("GB", "US", "CA", "AU", "NZ", "IE")
_SPANISH = ("ES", "US", "MX")
_ISO_LETTERS = 2


class Guarding:
    """The guard over one data folder. Threads may share it."""

    def __init__(self, care: Care) -> None:
        self._care = care

    def look(self, text: str, *, country: str = "") -> tuple[Finding, ...]:
        """Return what in `text` gives somebody away, in its order.

        `country` (ISO 3166) is whose telephone numbers are read first; without it that of the language. While care
        notes exist and are locked, the first finding says that their words were not looked for.

        Raises:
            StorageError: the file of the care notes is in the way.
            VaultError: the care notes are damaged.
        """
        from caregiver_app.guard.scan import scan

        private_words = self._private_words()
        if private_words is not None:
            try:
                return scan(text, _knowledge(country, private_words))
            except VaultError as error:  # they were locked while it looked
                if error.kind is not VaultTrouble.LOCKED:
                    raise
        findings = scan(text, _knowledge(country, None))
        return (_unchecked(), *findings) if self._care.exists() else findings

    def _private_words(self) -> PrivateWords | None:
        try:
            return self._care.private_words() if self._care.is_unlocked else None
        except VaultError as error:
            if error.kind is not VaultTrouble.LOCKED:
                raise
            return None


def _unchecked() -> Finding:
    return Finding(kind=FindingKind.PRIVATE_WORDS_UNCHECKED, start=0, end=0, text="")


def _knowledge(country: str, private_words: PrivateWords | None) -> Knowledge:
    from caregiver_app.guard.knowledge import Knowledge
    from caregiver_app.links.tokens import has_token
    from caregiver_app.support.helplines import public_numbers

    usual = (*_SPANISH, *_ENGLISH) if current_language() == "es" else _ENGLISH
    own = country.upper() if country else current_locale().partition("-")[2]
    first = (own,) if len(own) == _ISO_LETTERS else ()
    return Knowledge(
        regions=tuple(dict.fromkeys((*first, *usual))),
        public_numbers=public_numbers(),
        holds_token=has_token,
        private_words=private_words,
    )

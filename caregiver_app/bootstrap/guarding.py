"""Looks through words before they leave, with what this computer knows: the country, the helplines, open care notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.care import Care
from caregiver_app.model.errors import VaultError, VaultTrouble
from caregiver_app.model.guard import UNCHECKED, Finding, Looked, Words
from caregiver_app.model.help_lines import state_of
from caregiver_app.support.i18n import current_language, current_locale

if TYPE_CHECKING:
    from caregiver_app.guard.knowledge import Knowledge
    from caregiver_app.model.private import PrivateWords

_ENGLISH = ("GB", "US", "CA", "AU", "NZ", "IE")
_SPANISH = ("ES", "US", "MX")
_ISO_LETTERS = 2
_MOST_TRIES = 4  # with open notes; they may be locked, or changed, while it looks


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
        looked = self.look_through((Words(text=text),), country=country)
        return (UNCHECKED, *looked.found[0]) if looked.unchecked else looked.found[0]

    def look_through(
        self, texts: Sequence[Words], *, country: str = "", go_on: Callable[[], object] = lambda: None
    ) -> Looked:
        """Return what several texts give away, all of them read with the same knowledge.

        `go_on` is called before each of them, and raises `Cancelled` to end it.

        Where the notes are locked or changed in between, it begins again with what is known then: an answer of which
        one half knew their words and the other did not would let through what only the other half holds.

        Raises: as `look`.
        """
        for _try in range(_MOST_TRIES):
            private_words = self._private_words()
            if private_words is None:
                break
            try:
                return Looked(found=_found(texts, _knowledge(country, private_words), go_on))
            except VaultError as error:
                if error.kind is not VaultTrouble.LOCKED:
                    raise
        return Looked(found=_found(texts, _knowledge(country, None), go_on), unchecked=self._care.exists())

    def _private_words(self) -> PrivateWords | None:
        try:
            return self._care.private_words() if self._care.is_unlocked else None
        except VaultError as error:
            if error.kind is not VaultTrouble.LOCKED:
                raise
            return None


def _found(
    texts: Iterable[Words], knowledge: Knowledge, go_on: Callable[[], object]
) -> tuple[tuple[Finding, ...], ...]:
    from caregiver_app.guard.private_words import find_private_words
    from caregiver_app.guard.scan import scan

    def found_in(words: Words) -> tuple[Finding, ...]:
        go_on()
        return scan(words.text, knowledge) if words.typed else find_private_words(words.text, knowledge)

    return tuple(map(found_in, texts))


def _knowledge(country: str, private_words: PrivateWords | None) -> Knowledge:
    from caregiver_app.guard.knowledge import Knowledge
    from caregiver_app.links.tokens import has_token
    from caregiver_app.support.helplines import public_numbers

    usual = (*_SPANISH, *_ENGLISH) if current_language() == "es" else _ENGLISH
    own = state_of(country).upper() if country else current_locale().partition("-")[2]
    first = (own,) if len(own) == _ISO_LETTERS else ()
    return Knowledge(
        regions=tuple(dict.fromkeys((*first, *usual))),
        public_numbers=public_numbers(),
        holds_token=has_token,
        private_words=private_words,
    )

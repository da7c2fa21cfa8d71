"""The matcher of private words: it recognises them in a text, and nobody can read them out of it.

It holds keyed hashes only (BLAKE2b with a key of this unlock, RFC 7693). Words are compared without case, accents and
simple inflection, numbers by their digits alone. It is made anew at each unlock, never stored, never sent to another
process; once wiped it finds nothing and says so.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NoReturn

from caregiver_app.model.errors import VaultError, VaultTrouble
from caregiver_app.model.private import PrivateHit, PrivateKind
from caregiver_app.vault.private_words.forms import Form, Word, forms_of, phones_in, words_in

_HASH_BYTES = 16
MOST_WORDS = 12
"""The longest phrase that is looked for as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateText:
    """Something private as it was typed. With `parts` each of its longer words is private by itself, as names are."""

    kind: PrivateKind
    text: str = field(repr=False)
    parts: bool = False


class PrivateMatcher:
    """Keyed hashes of phrases, and of how each begins."""

    def __init__(self, key: bytes, texts: Iterable[PrivateText], *, languages: tuple[str, ...] = ("en",)) -> None:
        """`languages` are those whose inflection counts (BCP 47), the first ones the window's."""
        self._key: bytearray | None = bytearray(key)
        self._languages = languages
        self._phrases: dict[bytes, PrivateKind] = {}
        self._beginnings: set[bytes] = set()
        for text in texts:
            for form in forms_of(text.kind, text.text, parts=text.parts, languages=languages):
                self._take(text.kind, form)

    def find(self, text: str) -> tuple[PrivateHit, ...]:
        """Return the pieces that are private, in order, the longest where several begin alike.

        Raises:
            VaultError: the care notes were locked meanwhile.
        """
        if self._key is None:
            raise VaultError(VaultTrouble.LOCKED)
        hits = [*self._phrases_in(words_in(text, self._languages)), *self._phones_in(text)]
        if self._key is None:  # wiped meanwhile: what was found is not all there is
            raise VaultError(VaultTrouble.LOCKED)
        return tuple(_apart(sorted(hits, key=lambda hit: (hit.start, -hit.end))))

    def wipe(self) -> None:
        """Forget everything; wiping twice is fine."""
        if self._key is not None:
            self._key[:] = bytes(len(self._key))
            self._key = None
        self._phrases.clear()
        self._beginnings.clear()

    def __repr__(self) -> str:
        return "PrivateMatcher()"

    def __reduce__(self) -> NoReturn:
        raise TypeError("private words stay in their process")

    def _take(self, kind: PrivateKind, form: Form) -> None:
        if not form or len(form) > MOST_WORDS:
            return
        self._phrases.setdefault(self._hash(form), kind)
        self._beginnings.add(self._hash(form[:1]))

    def _hash(self, form: Form) -> bytes:
        key = bytes(self._key or b"")
        return hashlib.blake2b("\x00".join(form).encode(), key=key, digest_size=_HASH_BYTES).digest()

    def _phrases_in(self, words: list[Word]) -> Iterator[PrivateHit]:
        for place in range(len(words)):
            hit = self._longest_at(words, place)
            if hit is not None:
                yield hit

    def _longest_at(self, words: list[Word], place: int) -> PrivateHit | None:
        """Return the longest private phrase that begins with the word at `place`."""
        for way in range(len(words[place].ways)):
            if self._hash((words[place].ways[way],)) not in self._beginnings:
                continue
            for count in range(min(MOST_WORDS, len(words) - place), 0, -1):
                part = words[place : place + count]
                kind = self._phrases.get(self._hash(tuple(word.ways[way] for word in part)))
                if kind is not None:
                    return PrivateHit(start=part[0].start, end=part[-1].end, kind=kind)
        return None

    def _phones_in(self, text: str) -> Iterator[PrivateHit]:
        for start, end, forms in phones_in(text):
            kinds = (self._phrases.get(self._hash((form,))) for form in forms)
            kind = next((kind for kind in kinds if kind is not None), None)
            if kind is not None:
                yield PrivateHit(start=start, end=end, kind=kind)


def _apart(hits: Iterable[PrivateHit]) -> Iterator[PrivateHit]:
    """Leave out what lies within an earlier one."""
    reached = 0
    for hit in hits:
        if hit.start >= reached:
            yield hit
            reached = hit.end

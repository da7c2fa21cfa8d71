"""The matcher of private words: it recognises them in a text, and nobody can read them out of it.

It holds keyed hashes only (BLAKE2b with a key of this unlock, RFC 7693). Words are compared without case, accents and
simple inflection, numbers by their digits alone. It is made anew at each unlock, never stored, never sent to another
process; once wiped it finds nothing and says so.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import NoReturn

from caregiver_app.guard.plain import Plain, read_plain
from caregiver_app.model.errors import VaultError, VaultTrouble
from caregiver_app.model.private import PrivateHit, PrivateKind
from caregiver_app.vault.private_words.forms import STEM, Form, Texts, Word, forms_of, phones_in
from caregiver_app.vault.private_words.runs import mended, mixed_words, parted, seeming, spaced, unparted

_Begins = dict[tuple[str, ...], tuple[int, ...]]

_HASH_BYTES = 16
MOST_WORDS = 12
"""The longest phrase that is looked for as a whole."""
SHORTEST_SPELLED, LONGEST_SPELLED = 4, 24
"""Shorter and longer words are not looked for among letters that are spaced out."""
_BEGUN = "…"
_PLURALS = ("s", "es")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateText:
    """Something private as it was typed. With `parts` each of its longer words is private by itself, as names are."""

    kind: PrivateKind
    text: str = field(repr=False)
    parts: bool = False


class PrivateMatcher:
    """Keyed hashes of phrases, and of how each begins: with which word, and a word alone with which letters."""

    def __init__(self, key: bytes, texts: Iterable[PrivateText], *, languages: tuple[str, ...] = ("en",)) -> None:
        """`languages` are those whose inflection counts (BCP 47), the first ones the window's."""
        self._keyed: hashlib.blake2b | None = hashlib.blake2b(key=key, digest_size=_HASH_BYTES)
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
        if self._keyed is None:
            raise VaultError(VaultTrouble.LOCKED)
        plain = read_plain(text)
        hits = [_typed(hit, plain) for hit in self._hits_in(plain.text)]
        if self._keyed is None:  # wiped meanwhile: what was found is not all there is
            raise VaultError(VaultTrouble.LOCKED)
        return tuple(_apart(sorted(hits, key=lambda hit: (hit.start, -hit.end))))

    def wipe(self) -> None:
        """Forget everything; wiping twice is fine. Python's BLAKE2 overwrites its state, key and all, when it goes."""
        self._keyed = None
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
        if len(form) == 1 and len(form[0]) >= SHORTEST_SPELLED:
            self._beginnings.add(self._hash((_BEGUN, form[0][:SHORTEST_SPELLED])))

    def _hash(self, form: Form) -> bytes:
        if self._keyed is None:
            return b""
        keyed = self._keyed.copy()
        keyed.update("\x00".join(form).encode())
        return keyed.digest()

    def _hits_in(self, text: str) -> Iterator[PrivateHit]:
        texts = Texts(text=text, languages=self._languages)
        words = texts.words()
        begins: _Begins = {}
        mixed = mixed_words(texts, words)
        others = (parted(texts, words, mixed, MOST_WORDS), seeming(texts, words, mixed, MOST_WORDS))
        for each in chain((words,), *others, mended(texts, words, MOST_WORDS), unparted(texts)):
            yield from self._phrases_in(each, begins, text)
        for letters in spaced(texts):
            yield from self._spelled_in(letters)
        yield from self._phones_in(text)

    def _phrases_in(self, words: list[Word], begins: _Begins, text: str) -> Iterator[PrivateHit]:
        for place, word in enumerate(words):
            if word.ways not in begins:
                begins[word.ways] = self._ways_that_begin(word)
            for way in begins[word.ways]:
                hit = self._longest_at(words, place, way, text)
                if hit is not None:
                    yield hit
                    break

    def _ways_that_begin(self, word: Word) -> tuple[int, ...]:
        """Return the ways to read a word in which something private begins with it."""
        beginning = {form for form in set(word.ways) if self._hash((form,)) in self._beginnings}
        return tuple(way for way, form in enumerate(word.ways) if form in beginning) if beginning else ()

    def _longest_at(self, words: list[Word], place: int, way: int, text: str) -> PrivateHit | None:
        """Return the longest private phrase that begins with the word at `place`, read in one way."""
        for count in range(min(MOST_WORDS, len(words) - place), 0, -1):
            part = words[place : place + count]
            kind = self._phrases.get(self._hash(tuple(word.ways[way] for word in part)))
            if kind is not None and (kind is not PrivateKind.NAME or self._may_be_name(part, way, text)):
                return PrivateHit(start=part[0].start, end=part[-1].end, kind=kind)
        return None

    def _may_be_name(self, part: list[Word], way: int, text: str) -> bool:
        """Tell names from verbs: who is called Mark is in "Marks" and "marks", and not in "she marked the day"."""
        if not part[0].ways[way].startswith(STEM) or text[part[0].start].isupper():
            return True
        *before, last = (word.ways[0] for word in part)
        singular = (last.removesuffix(ending) for ending in _PLURALS if last.endswith(ending))
        return any(self._hash((*before, each)) in self._phrases for each in (last, *singular))

    def _spelled_in(self, letters: list[Word]) -> Iterator[PrivateHit]:
        """Yield the longest private words that single letters, one after the other, spell."""
        for place in range(len(letters) - SHORTEST_SPELLED + 1):
            spelled = "".join(letter.ways[0] for letter in letters[place : place + LONGEST_SPELLED])
            if self._hash((_BEGUN, spelled[:SHORTEST_SPELLED])) not in self._beginnings:
                continue
            for count in range(len(spelled), SHORTEST_SPELLED - 1, -1):
                kind = self._phrases.get(self._hash((spelled[:count],)))
                if kind is not None:
                    yield PrivateHit(start=letters[place].start, end=letters[place + count - 1].end, kind=kind)
                    break

    def _phones_in(self, text: str) -> Iterator[PrivateHit]:
        for start, end, forms in phones_in(text):
            kinds = (self._phrases.get(self._hash((form,))) for form in forms)
            kind = next((kind for kind in kinds if kind is not None), None)
            if kind is not None:
                yield PrivateHit(start=start, end=end, kind=kind)


def _typed(hit: PrivateHit, plain: Plain) -> PrivateHit:
    start, end = plain.span(hit.start, hit.end)
    return PrivateHit(start=start, end=end, kind=hit.kind)


def _apart(hits: Iterable[PrivateHit]) -> Iterator[PrivateHit]:
    """Leave out what lies within an earlier one."""
    reached = 0
    for hit in hits:
        if hit.start >= reached:
            yield hit
            reached = hit.end

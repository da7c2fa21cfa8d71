"""Which other readings a text has besides the one in plain form, and what counts in each.

What is found in another reading counts only where something was undone: all else the first reading holds already. Pure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from caregiver_app.guard.broken import broken_numbers, broken_words, marked_words
from caregiver_app.guard.detecting import ALL_KINDS
from caregiver_app.guard.disguises import entity_coded, glued_words, letters_as_digits, percent_coded, spaced_out
from caregiver_app.guard.plain import Place, Plain
from caregiver_app.guard.reading import Edit, Reading, readings
from caregiver_app.guard.turned import in_tags, overridden, turned
from caregiver_app.model.guard import FindingKind

_PHONES = frozenset({FindingKind.PHONE, FindingKind.OWN_PHONE, FindingKind.SERVICE_PHONE})
_WITH_CHECK = frozenset({FindingKind.NATIONAL_NUMBER, FindingKind.CARD, FindingKind.IBAN})
_OVER_A_LINE = (
    _PHONES
    | _WITH_CHECK
    | {FindingKind.POSTCODE, FindingKind.ADDRESS, FindingKind.BIRTH_DATE, FindingKind.COORDINATES}
    | {FindingKind.RECORD_NUMBER, FindingKind.TREATMENT_DATE}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """A reading, the kinds that count in it, and whether private words are looked for in it."""

    reading: Reading
    kinds: frozenset[FindingKind]
    has_words: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    edits: Callable[[str], Iterator[Edit]]
    kinds: frozenset[FindingKind]
    in_links: bool = False
    has_words: bool = True


_WAYS = (
    _Way(edits=percent_coded, kinds=ALL_KINDS, in_links=True),
    _Way(edits=entity_coded, kinds=ALL_KINDS, in_links=True),
    _Way(edits=spaced_out, kinds=ALL_KINDS),
    _Way(edits=broken_numbers, kinds=_OVER_A_LINE),
    _Way(edits=broken_words, kinds=_WITH_CHECK | {FindingKind.EMAIL, FindingKind.NAME, FindingKind.POSTCODE}),
    _Way(edits=marked_words, kinds=frozenset({FindingKind.EMAIL, FindingKind.NAME})),
    _Way(edits=glued_words, kinds=_PHONES | _WITH_CHECK | {FindingKind.NAME}, has_words=False),
    _Way(edits=letters_as_digits, kinds=_PHONES | _WITH_CHECK, has_words=False),
)
"""Numbers of links are those of pages, so only what is coded is undone in them. Words that are glued together the
matcher of private words parts by itself."""


def undone(typed: str, plain: Plain, links: list[Place]) -> Iterator[Undone]:
    """Yield the other readings of a text; `links` is where web addresses stand in its plain form."""
    for way in _WAYS:
        edits = way.edits(plain.text)
        kept = edits if way.in_links else _outside(edits, links)
        for reading in readings(plain, kept):
            yield Undone(reading=reading, kinds=way.kinds, has_words=way.has_words)
    for reading in (*turned(typed), *overridden(typed), *in_tags(typed)):
        yield Undone(reading=reading, kinds=ALL_KINDS)


def _outside(edits: Iterator[Edit], links: list[Place]) -> Iterator[Edit]:
    """Leave out edits within links; both are in order."""
    place = 0
    for edit in edits:
        while place < len(links) and links[place][1] <= edit.start:
            place += 1
        if place == len(links) or edit.end <= links[place][0]:
            yield edit

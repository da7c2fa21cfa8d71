"""What a web address says in words: its parts as a person reads them, nothing in them coded, a line for each.

Most numbers of addresses are those of pages. So only what is beyond doubt counts: a number that a messenger dials or a
parameter calls a phone, a card, a health number, a postcode, a street with its house, a name that is called one. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from stdnum.gb import nhs

from caregiver_app.guard.detecting import detect
from caregiver_app.guard.disguises import percent_coded
from caregiver_app.guard.hits import Hit
from caregiver_app.guard.knowledge import Knowledge
from caregiver_app.guard.plain import Place, Plain
from caregiver_app.guard.reading import Reading, reading_of
from caregiver_app.model.guard import FindingKind

_PHONES = frozenset({FindingKind.PHONE, FindingKind.OWN_PHONE})
_KINDS = _PHONES | {
    FindingKind.CARD,
    FindingKind.IBAN,
    FindingKind.NATIONAL_NUMBER,
    FindingKind.POSTCODE,
    FindingKind.ADDRESS,
    FindingKind.BIRTH_DATE,
    FindingKind.NAME,
}
_PHONE = re.compile(r"\+\d|(?<!\d)0[1-9][\d ().-]{7}|wa\.me|phone|tel|mob|cell|sms|whatsapp", re.IGNORECASE)
_CALLED_SO = (
    (frozenset({FindingKind.NAME}), re.compile("nam|nom", re.IGNORECASE)),
    (frozenset({FindingKind.BIRTH_DATE}), re.compile("birth|dob|born|nac|geb|nais", re.IGNORECASE)),
    (_PHONES, _PHONE),
)
"""What counts in a link only where something calls it so: most links are read without looking for these."""
_TELLING = re.compile(r"\d|(?:name|namen|nombre)=", re.IGNORECASE)
_ENDS_A_PART = {"/": "\n", "?": "\n", "&": "\n", ";": "\n", "#": "\n", "=": ": ", "+": " ", "_": " "}
_DIALLED = re.compile(r"(?:wa\.me|signal\.me\s+p|phone:|whatsapp:|contact:)\s+(?=[1-9]\d{7,14}(?!\d))", re.IGNORECASE)
_CALLED_PHONE = re.compile(
    r"(?:wa\.me|phone(?: ?(?:no|number))?|tel(?:ephone)?|mobile|mob|cell|sms|whatsapp)\W{1,3}$", re.IGNORECASE
)
_DIALLED_AT_HOME = re.compile(r"\+|\(?0[1-9]")
_CALLED_REACH = 24
_WEAK_CODE = re.compile(r"[\d-]+|[A-Z]\d{2} ?[A-Z\d]{4}|\d{4} ?[A-Z]{2}")
"""Postcodes that look as numbers of pages and goods do."""
_HEALTH_NUMBER = re.compile(
    r"(?:results?|patients?|records?|nhs[\w-]{0,8})\W{1,3}(?P<number>\d{10})(?!\d)", re.IGNORECASE
)


def hits_in_links(plain: Plain, links: Sequence[Place], knowledge: Knowledge) -> Iterator[Hit]:
    """Yield what the words of links give away, placed in the text as it was typed."""
    telling = [place for place in links if _TELLING.search(plain.text, *place)]
    if not telling:
        return
    reading = _in_words(plain, telling)
    kinds = _KINDS.difference(*(kinds for kinds, words in _CALLED_SO if not words.search(reading.text)))
    for hit in (*detect(reading.text, knowledge, kinds), *_health_numbers(reading.text)):
        first, last = reading.span(hit.start, hit.end)
        if _counts(reading.text, hit) and any(start <= first and last <= end for start, end in reading.undone):
            yield Hit(start=first, end=last, kind=hit.kind, rule=hit.rule)


def _in_words(plain: Plain, links: Sequence[Place]) -> Reading:
    """Return links with a line for each part, and a plus sign before what a messenger dials."""
    signs: list[tuple[str, Place]] = []
    for link in links:
        for sign, place in _signs(plain, *link):
            parted = _ENDS_A_PART.get(sign)
            signs += ((sign, place),) if parted is None else [(each, place) for each in parted]
    text = "".join(sign for sign, _place in signs)
    for found in reversed([*_DIALLED.finditer(text)]):
        signs.insert(found.end(), ("+", signs[found.end()][1]))
    return reading_of(signs, tuple(plain.span(*link) for link in links))


def _signs(plain: Plain, start: int, end: int) -> Iterator[tuple[str, Place]]:
    """Yield the signs of a link, nothing coded, with where each was typed, and an empty line behind it."""
    link, reached = plain.text[start:end], 0
    for edit in percent_coded(link):
        yield from zip(link[reached : edit.start], plain.places_of(start + reached, start + edit.start), strict=True)
        yield from ((sign, plain.span(start + edit.start, start + edit.end)) for sign in edit.text)
        reached = edit.end
    yield from zip(link[reached:], plain.places_of(start + reached, end), strict=True)
    yield from (("\n", plain.span(end - 1, end)),) * 2


def _health_numbers(text: str) -> Iterator[Hit]:
    """Yield health numbers behind the word for a page that only a patient has; one in eleven numbers fits by chance."""
    for found in _HEALTH_NUMBER.finditer(text):
        if nhs.is_valid(found["number"]):
            start, end = found.span("number")
            yield Hit(start=start, end=end, kind=FindingKind.NATIONAL_NUMBER, rule="gb-nhs")


def _counts(text: str, hit: Hit) -> bool:
    """Return whether something in a link is a person's beyond doubt."""
    written = text[hit.start : hit.end]
    if hit.kind in _PHONES:
        near = text[max(0, hit.start - _CALLED_REACH) : hit.start]
        return bool(_DIALLED_AT_HOME.match(written) or _CALLED_PHONE.search(near))
    return hit.kind is not FindingKind.POSTCODE or not _WEAK_CODE.fullmatch(written)

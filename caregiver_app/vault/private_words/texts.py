"""What of the care notes is private as a word: names, numbers, addresses, dates, places, medicines, conditions.

Read for the matcher alone, which keeps none of it in plain. What was deleted counts until it is gone for good. Prose of
notes and questions gives no words: what is in it is recognised by the words of records.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType

from caregiver_app.model.private import PrivateKind
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database
from caregiver_app.vault.private_words.address_parts import parts_of_address
from caregiver_app.vault.private_words.forms import SHORTEST_PART
from caregiver_app.vault.private_words.matcher import PrivateText
from caregiver_app.vault.private_words.ordinary import is_ordinary, own_words

_FACTS = MappingProxyType(
    {
        "full-name": PrivateKind.NAME,
        "known-as": PrivateKind.NAME,
        "carer-name": PrivateKind.NAME,
        "carer-cares-for": PrivateKind.NAME,
        "doctor": PrivateKind.NAME,
        "filled-in-by": PrivateKind.NAME,
        "important-people": PrivateKind.NAME,
        "pharmacy": PrivateKind.PLACE,
        "who-gives-medicines": PrivateKind.NAME,
        "address": PrivateKind.ADDRESS,
        "phone": PrivateKind.PHONE,
        "carer-phone": PrivateKind.PHONE,
        "carer-reach": PrivateKind.PHONE,
        "carer-step-in": PrivateKind.PHONE,
        "warning-signs": PrivateKind.PHONE,
        "health-number": PrivateKind.NUMBER,
        "birth-date": PrivateKind.DATE,
        "conditions": PrivateKind.CONDITION,
        "allergies": PrivateKind.CONDITION,
        "devices": PrivateKind.CONDITION,
        "carer-conditions": PrivateKind.CONDITION,
        "carer-medicines": PrivateKind.MEDICINE,
    }
)
_NAMES = (
    "SELECT name AS text FROM person",
    "SELECT name AS text FROM contact",
    "SELECT name AS text FROM correspondent",
    "SELECT DISTINCT author AS text FROM note",
    "SELECT DISTINCT by_whom AS text FROM answer",
    "SELECT DISTINCT who AS text FROM chase",
    "SELECT DISTINCT by_whom AS text FROM medicine",
    "SELECT DISTINCT with_whom AS text FROM appointment",
    "SELECT DISTINCT for_whom AS text FROM question",
    "SELECT DISTINCT to_whom AS text FROM ask_request",
    "SELECT body ->> '$.from' AS text FROM received_request",
    "SELECT body ->> '$.about' AS text FROM received_request",
)
_ADDRESSES = ("SELECT address AS text FROM contact", "SELECT email AS text FROM contact")
_AS_USUAL = "p.situation = 'as-usual' AND p.deleted_at IS NULL"  # for others notices have ended
_TAKEN = f"""
    SELECT DISTINCT m.name FROM medicine AS m LEFT JOIN person AS p ON p.id = m.person_id
    WHERE m.deleted_at IS NULL AND m.name <> '' AND coalesce(m.stopped > :day, 1)
    AND (m.person_id IS NULL OR {_AS_USUAL})
"""
_FACTS_OF_TODAY = f"""
    SELECT f.field, f.value FROM fact AS f JOIN person AS p ON p.id = f.person_id
    WHERE f.state = 'filled' AND {_AS_USUAL}
"""
_PIECES = re.compile(r"[\n,;:()]|\s[-–—]\s")
_AMOUNT = re.compile(r"\s*\d.*", re.DOTALL)  # "Amlodipine 5 mg" is spoken of without its strength
_NUMBER = re.compile(r"[+(]?\d.*", re.DOTALL)
_LONGEST_NAME_WORDS = 4


class PrivateTexts:
    """Reads them out of open care notes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[PrivateText, ...]:
        """Return each once, in no order that means anything."""
        return tuple(dict.fromkeys([*self._facts(), *self._names(), *self._places(), *self._medicines()]))

    def of_today(self, day: str) -> tuple[PrivateText, ...]:
        """Return medicines taken on a day (YYYY-MM-DD) and conditions, but for people for whom notices have ended."""
        found: dict[PrivateText, None] = {}
        for row in self._database.rows(_TAKEN, {"day": day}):
            found.update(dict.fromkeys(_texts(PrivateKind.MEDICINE, row["name"])))
        for row in self._database.rows(_FACTS_OF_TODAY):
            kind = _FACTS.get(row["field"])
            if kind in (PrivateKind.MEDICINE, PrivateKind.CONDITION):
                found.update(dict.fromkeys(_texts(kind, row["value"])))
        return tuple(found)

    def _facts(self) -> Iterator[PrivateText]:
        for row in self._database.rows("SELECT field, value FROM fact WHERE state = 'filled'"):
            kind = _FACTS.get(row["field"])
            if kind is not None:
                yield from _texts(kind, row["value"])

    def _names(self) -> Iterator[PrivateText]:
        for row in self._rows(_NAMES):
            yield from _texts(PrivateKind.NAME, row["text"])

    def _places(self) -> Iterator[PrivateText]:
        for row in self._rows(_ADDRESSES):
            yield from _texts(PrivateKind.ADDRESS, row["text"])
        for row in self._rows(("SELECT DISTINCT place AS text FROM appointment",)):
            yield from _texts(PrivateKind.PLACE, row["text"])
        for row in self._rows(
            ("SELECT number.value ->> '$.number' AS text FROM contact, json_each(phones) AS number",)
        ):
            yield from _texts(PrivateKind.PHONE, row["text"])

    def _medicines(self) -> Iterator[PrivateText]:
        for row in self._rows(("SELECT DISTINCT name AS text FROM medicine",)):
            yield from _texts(PrivateKind.MEDICINE, row["text"])

    def _rows(self, queries: tuple[str, ...]) -> Iterator[Row]:
        for query in queries:
            yield from (row for row in self._database.rows(query) if row["text"])


def _texts(kind: PrivateKind, text: str) -> Iterator[PrivateText]:
    """Yield what is private of a field: all of it, and the pieces of which one speaks alone."""
    if kind in (PrivateKind.PHONE, PrivateKind.NUMBER, PrivateKind.DATE):
        yield PrivateText(kind=kind, text=text)
        return
    pieces = [piece.strip() for piece in _PIECES.split(text)]
    for piece in dict.fromkeys([text.strip(), *pieces]):
        if not is_ordinary(piece):
            yield from _of_piece(kind, piece)


def _of_piece(kind: PrivateKind, piece: str) -> Iterator[PrivateText]:
    match kind:
        case PrivateKind.NAME:
            yield from _of_name(piece)
        case PrivateKind.MEDICINE | PrivateKind.CONDITION:
            yield PrivateText(kind=kind, text=piece)
            yield PrivateText(kind=kind, text=_AMOUNT.sub("", piece))
        case PrivateKind.ADDRESS if not any(sign.isdigit() or sign == "@" for sign in piece):
            yield PrivateText(kind=PrivateKind.PLACE, text=piece)
        case PrivateKind.ADDRESS:
            yield PrivateText(kind=kind, text=piece)
            yield from (PrivateText(kind=kind, text=part) for part in parts_of_address(piece))
        case _:
            yield PrivateText(kind=kind, text=piece)


def _of_name(piece: str) -> Iterator[PrivateText]:
    """Yield a name and its words. What has more words than names have is a sentence: only numbers in it count."""
    if any(sign.isdigit() for sign in piece):
        yield PrivateText(kind=PrivateKind.PHONE, text=piece)
    name = _NUMBER.sub("", piece).strip()
    if is_ordinary(name) or len(name.split()) > _LONGEST_NAME_WORDS:
        return
    yield PrivateText(kind=PrivateKind.NAME, text=name)
    for word in own_words(name):
        if len(word) >= SHORTEST_PART:
            yield PrivateText(kind=PrivateKind.NAME, text=word)

"""What the guard finds in words that are about to leave: where, of what kind, and how gravely it counts."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class FindingKind(StrEnum):
    """What a piece of a text gives away. The words are those of the command line and never change."""

    EMAIL = "email"
    PHONE = "phone"
    OWN_PHONE = "own-phone"
    SERVICE_PHONE = "service-phone"
    ADDRESS = "address"
    POSTCODE = "postcode"
    BIRTH_DATE = "birth-date"
    AGE = "age"
    NAME = "name"
    NATIONAL_NUMBER = "national-number"
    RECORD_NUMBER = "record-number"
    CARD = "card"
    IBAN = "iban"
    COORDINATES = "coordinates"
    IP_ADDRESS = "ip-address"
    MAC_ADDRESS = "mac-address"
    FILE_PATH = "file-path"
    PRIVATE_LINK = "private-link"
    LEADS_ON = "leads-on"
    ROOM = "room"
    TREATMENT_DATE = "treatment-date"
    PRIVATE_WORD = "private-word"
    PRIVATE_WORDS_UNCHECKED = "private-words-unchecked"


class Level(StrEnum):
    """How a finding is settled: each one by itself, or all of them with one "Keep all"."""

    STOP = "stop"
    LOOK = "look"


_LOOKED_AT = frozenset(
    {
        FindingKind.LEADS_ON,
        FindingKind.OWN_PHONE,
        FindingKind.SERVICE_PHONE,
        FindingKind.AGE,
        FindingKind.NAME,
        FindingKind.ROOM,
        FindingKind.TREATMENT_DATE,
    }
)


def level_of(kind: FindingKind) -> Level:
    """Return how findings of a kind are settled."""
    return Level.LOOK if kind in _LOOKED_AT else Level.STOP


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A piece of a text, `start` and `end` in code points of the text as it was typed.

    `rule` tells more than the kind where there is more to tell: which number it is ("gb-nhs"), or of which kind a
    private word is (`PrivateKind`), or the clean form of a private link, or the host a link leads on to. What is said
    of the text as a whole stands at 0 to 0.
    """

    kind: FindingKind
    start: int
    end: int
    text: str = field(repr=False)
    rule: str = ""

    @property
    def level(self) -> Level:
        """How it is to be settled."""
        return level_of(self.kind)


UNCHECKED = Finding(kind=FindingKind.PRIVATE_WORDS_UNCHECKED, start=0, end=0, text="")
"""Said of a text, or of several, as a whole: the words of the care notes were not looked for, for they are locked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A text that is about to leave. Where nobody here typed it, only the words of the care notes are looked for."""

    text: str = field(repr=False)
    typed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What was found in each of several texts, in their order, by one and the same knowledge.

    `unchecked`: care notes exist, and were locked while this was looked for.
    """

    found: tuple[tuple[Finding, ...], ...]
    unchecked: bool = False

"""What is handed over to be printed. A sheet may carry private text; whoever makes one decides what goes on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from caregiver_app.model.time import Millis


class PaperSize(StrEnum):
    """The paper in the printer."""

    A4 = "a4"
    LETTER = "us-letter"


class PrintSize(StrEnum):
    """How large the text is: 12, 18 and 24 points."""

    NORMAL = "normal"
    LARGE = "large"
    EXTRA_LARGE = "extra-large"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoverySheet:
    """The key of care notes, to be kept on paper: a secret, never made but for the person who asked for it just now.

    `number` is the short number of the notes, `groups` are the groups to type, in order.
    """

    number: str
    groups: tuple[str, ...] = field(repr=False)
    made_at: Millis


@dataclass(frozen=True, slots=True, kw_only=True)
class KeySheet:
    """A key that signs packs, to be kept on paper: a secret, never made but for the person who asked for it just now.

    `channel` is "" where it is not known. `key` is how its file is called, `role` what it signs, `groups` its secret
    half in eight groups of three words.
    """

    channel: str
    key: str
    role: str
    groups: tuple[str, ...] = field(repr=False)
    made_at: Millis


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsPart:
    """One kind of thing in a pack: its heading, and each thing with the lines below it. All are words for people."""

    heading: str
    entries: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackContents:
    """What is in a pack, as a list for paper: nothing private, the same for everybody.

    `facts` are names and values; `signs` are the groups by which families know its channel, as signs and as words,
    empty where none are printed. `foot` is the publisher's own line.
    """

    title: str
    facts: tuple[tuple[str, str], ...]
    parts: tuple[ContentsPart, ...]
    signs: tuple[tuple[str, str], ...] = ()
    foot: str = ""
    size: PrintSize = PrintSize.LARGE

"""What is in a pack, as a list for paper."""

from __future__ import annotations

from dataclasses import dataclass

from caregiver_app.model.sheets.paper import PrintSize


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

"""What the program finds of a page or an organisation by itself, before a person is asked anything. Values only."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from caregiver_app.model.lookalike import AddressFacts
from caregiver_app.model.trust import Answer, Point, Stamp


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """An answer that the program would give by what it found. It counts only when a person gives it."""

    point: Point
    answer: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFacts:
    """What the program finds by itself before a person is asked anything. No connection is made for it."""

    address: str = ""
    host: str = ""
    stamp: Stamp  # of whose site it is
    clean_address: str = ""
    tracking: tuple[str, ...] = ()  # names in the address that tell who follows it
    address_facts: AddressFacts | None = None  # what is odd about the address
    byline: str = field(default="", repr=False)
    dated_on: date | None = None  # when it was last reviewed or changed, else published, as it says itself
    publisher_check_by: date | None = None
    grade: float | None = None
    advertising: tuple[
        str, ...
    ] = ()  # hosts that serve advertisements, as links of the page name them, and what it loads
    has_text: bool = False  # without its words nothing could be found in it
    suggestions: tuple[Suggestion, ...] = ()

"""What a pack says of people who help: phone lines, groups, awareness days with their share kits.

Values only. There is no emergency number among them: those come from the application alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from caregiver_app.model.awareness import DateRule
from caregiver_app.model.pack_bounds import (
    Address,
    Country,
    Id,
    Language,
    Line,
    Many,
    MaybeAddress,
    MaybeName,
    MaybeOrganisation,
    Name,
    Number,
    Prose,
    Reference,
    Remark,
    Summary,
    Topics,
    Word,
)

_CLOCK = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]"


class HelplineKind(StrEnum):
    """What a line is for, the most urgent first."""

    CRISIS = "crisis"
    ABUSE = "abuse"
    POISON = "poison"
    HEALTH = "health"
    CARING = "caring"
    GRIEF = "grief"


class Way(StrEnum):
    """How to reach a line."""

    CALL = "call"
    TEXT = "text"
    WEB = "web"


class Cost(StrEnum):
    """What a call costs in its country."""

    UNKNOWN = ""
    FREE = "free"
    USUAL = "usual"
    MORE = "more"


class Weekday(StrEnum):
    """Days as opening hours name them."""

    MONDAY = "mon"
    TUESDAY = "tue"
    WEDNESDAY = "wed"
    THURSDAY = "thu"
    FRIDAY = "fri"
    SATURDAY = "sat"
    SUNDAY = "sun"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackHours:
    """Open on these days from `opens` to `closes`, as clocks there show (24 hours). One that closes at or before it
    opens closes on the next day; `00:00` to `24:00` is the whole day.
    """

    days: Annotated[tuple[Weekday, ...], Many(7, least=1)]
    opens: Annotated[str, Word(_CLOCK, 5)]
    closes: Annotated[str, Word(rf"{_CLOCK}|24:00", 5)]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackHelpline:
    """One number, as dialled in its country. `checked_on` is the day on which somebody read it on the organisation's
    own site; None: nobody of whom we know did, and whoever sees it is asked to check it there.

    `hours_said` is in words of that country, empty: not recorded, never "closed". Only with `hours` and their `zone`
    (IANA) can it be told whether a line is open now.
    """

    id: Id
    organisation: MaybeOrganisation = ""
    name: Name
    kind: HelplineKind
    country: Country
    languages: Annotated[tuple[Language, ...], Many(12, least=1)]
    phone: Annotated[str, Line(40)] = ""
    ways: Annotated[tuple[Way, ...], Many(3, least=1)] = (Way.CALL,)
    cost: Cost = Cost.UNKNOWN
    hours_said: Annotated[str, Line(200)] = ""
    hours: Annotated[tuple[PackHours, ...], Many(14)] = ()
    zone: Annotated[str, Word(r"[A-Za-z0-9_+-]+(?:/[A-Za-z0-9_+-]+){0,2}", 60, or_empty=True)] = ""
    serves: Annotated[str, Line(200)] = ""  # for whom it is
    note: Remark = ""
    page: MaybeAddress = ""
    topics: Topics = ()
    checked_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PackCommunity:
    """A group of people, how it is looked after, and what is safe to post there.

    `lives_on_data`: a company runs it and lives on what people write there.
    """

    id: Id
    organisation: MaybeOrganisation = ""
    name: Name
    address: Address
    language: Language
    country: Country
    topics: Topics = ()
    summary: Summary = ""
    moderated: Remark = ""  # how, in words; empty: not recorded
    safe_to_post: Annotated[tuple[Annotated[str, Line(200, least=1)], ...], Many(12)] = ()
    better_not: Annotated[tuple[Annotated[str, Line(200, least=1)], ...], Many(12)] = ()
    lives_on_data: bool = False
    checked_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PackKit:
    """Text ready to edit for one awareness day, in one language, with facts and checked pages of this pack."""

    language: Language
    title: Name
    message: Annotated[str, Prose(2000, least=1)]
    facts: Annotated[tuple[Annotated[str, Line(300, least=1)], ...], Many(8)] = ()
    links: Annotated[tuple[Annotated[str, Reference(("links", "guides", "checklists"))], ...], Many(8)] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PackDay:
    """One day that somebody confirmed of an awareness day without a rule."""

    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PackDate:
    """An awareness day, week or month. `when` is written as `model.awareness.DateRule` says; `confirmed` are the
    days of single years and go before the rule.
    """

    id: Id
    name: Name
    language: Language
    rule: DateRule
    when: Annotated[str, Line(20)] = ""
    lasting: Annotated[int, Number(1, 366)] = 1
    confirmed: Annotated[tuple[PackDay, ...], Many(30)] = ()
    organiser: MaybeName = ""
    country: Country
    topics: Topics = ()
    page: MaybeAddress = ""
    fund_raising: bool = False  # shown only to who asks for it
    kits: Annotated[tuple[PackKit, ...], Many(12)] = ()

"""What somebody wants printed, and what is wished for of each sheet by it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum, IntEnum, auto
from types import MappingProxyType

from caregiver_app.model.card import Kept
from caregiver_app.model.sheets.kinds import PRIVATE, PUBLIC, Audience, PrintSet, SheetKind, kinds_of
from caregiver_app.model.sheets.paper import PaperSize, PrintSize
from caregiver_app.model.sheets.wishes import (
    FROM_THE_BEGINNING,
    USUAL_HANDOVER_HOURS,
    PrivateWish,
    PublicWish,
    usual_hours,
)
from caregiver_app.model.trust import Subject

What = SheetKind | PrintSet

HOURS = (12, 24, 48, 72, 168)
"""How long a handover may reach."""


class Ask(Enum):
    """What is asked before a sheet can be made."""

    AUDIENCE = auto()
    DAYS = auto()
    HOURS = auto()
    VISIT = auto()
    MEASURES = auto()
    PAGES = auto()
    SEVERAL = auto()  # pages, or all of a collection or a topic
    TITLE = auto()
    LINES = auto()  # phone lines: country, topic, cards for the wallet
    DAY = auto()  # an awareness day
    PACK = auto()


class Period(IntEnum):
    """So many days that end today.

    USUAL are those that the sheet itself takes where nobody says any, ALL reach back to the beginning, and TYPED are
    days that somebody types.
    """

    ALL = -2
    USUAL = -1
    TYPED = 0
    WEEK = 7
    MONTH = 30
    QUARTER = 91


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How it comes out: text, paper, language (BCP 47)."""

    size: PrintSize = PrintSize.LARGE
    paper: PaperSize = PaperSize.A4
    language: str = "en-GB"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Everything that was chosen. What says nothing for the sheet stays as it is until it does.

    `since` and `until` are days as YYYY-MM-DD, for `Period.TYPED`. `kept` are details in what was typed that somebody
    lets pass on these sheets.
    """

    what: What | None = None
    person_id: int | None = None
    audience: Audience | None = None
    period: Period = Period.USUAL
    since: str | None = None
    until: str | None = None
    hours: int = USUAL_HANDOVER_HOURS
    visit: int | None = None
    measures: tuple[str, ...] = ()
    subjects: tuple[Subject, ...] = ()
    collection: int | None = None
    title: str = field(default="", repr=False)
    country: str = ""
    topic: str = ""
    wallet: bool = False
    day: int | None = None
    pack: str = ""
    kept: tuple[Kept, ...] = field(default=(), repr=False)
    look: Look = Look()

    @property
    def kinds(self) -> tuple[SheetKind, ...]:
        """The sheets, in their order."""
        return () if self.what is None else kinds_of(self.what)

    @property
    def is_private(self) -> bool:
        """Whether any of them is made of care notes."""
        return self.what is not None and is_private(self.what)

    @property
    def asks(self) -> frozenset[Ask]:
        """What is asked for them."""
        return frozenset(ask for kind in self.kinds for ask in _ASKS.get(kind, ()))

    @property
    def lacks(self) -> bool:
        """Whether something must be chosen before there is anything to make."""
        asks = self.asks
        return (
            (Ask.PAGES in asks and not self.subjects)
            or (Ask.SEVERAL in asks and not (self.subjects or self.collection or self.topic))
            or (Ask.DAY in asks and self.day is None)
            or (Ask.PACK in asks and not self.pack)
        )

    def private_wishes(self, today: date) -> tuple[PrivateWish, ...]:
        """Return what is wished for of care notes."""
        since, until = self.days(today)
        dated = {kind: Ask.DAYS in _ASKS.get(kind, ()) for kind in self.kinds if kind in PRIVATE}
        return tuple(
            PrivateWish(
                kind=kind,
                language=self.look.language,
                person_id=self.person_id,
                audience=self.audience,
                since=since if has_days else None,
                until=until if has_days else None,
                appointment_id=self.visit if kind is SheetKind.VISIT else None,
                hours=self.hours,
                measures=self.measures if kind is SheetKind.MEASUREMENTS else (),
            )
            for kind, has_days in dated.items()
        )

    def public_wishes(self) -> tuple[PublicWish, ...]:
        """Return what is wished for of the library."""
        return tuple(self._public(kind) for kind in self.kinds if kind in PUBLIC)

    def days(self, today: date) -> tuple[str | None, str | None]:
        """Return the first and the last day, both within; None where the sheet takes its own."""
        if self.period is Period.USUAL:
            return None, None
        if self.period is Period.ALL:
            return FROM_THE_BEGINNING, None
        if self.period is Period.TYPED:
            return self.since, self.until
        return (today - timedelta(days=self.period - 1)).isoformat(), today.isoformat()

    def _public(self, kind: SheetKind) -> PublicWish:
        asks = _ASKS.get(kind, ())
        of_all = Ask.SEVERAL in asks and bool(self.collection or self.topic)
        return PublicWish(
            kind=kind,
            language=self.look.language,
            subjects=self.subjects if {Ask.PAGES, Ask.SEVERAL} & set(asks) and not of_all else (),
            title=self.title if Ask.TITLE in asks else "",
            collection=self.collection if Ask.SEVERAL in asks else None,
            country=self.country if Ask.LINES in asks else "",
            topic=self.topic if {Ask.LINES, Ask.SEVERAL} & set(asks) else "",
            wallet=self.wallet and Ask.LINES in asks,
            at_home=isinstance(self.what, PrintSet),
            day=self.day if Ask.DAY in asks else None,
            pack=self.pack if Ask.PACK in asks else "",
        )


def is_private(what: What) -> bool:
    """Return whether any sheet of it is made of care notes."""
    return any(kind in PRIVATE for kind in kinds_of(what))


def begun(what: What, before: Wanted) -> Wanted:
    """Return what is wanted when somebody turns to another sheet: person and look stay, the rest is as usual."""
    return Wanted(
        what=what,
        audience=_USUAL.get(what),
        person_id=before.person_id,
        hours=usual_hours(what),
        look=before.look,
    )


_ASKS: Mapping[SheetKind, tuple[Ask, ...]] = MappingProxyType(
    {
        SheetKind.EMERGENCY: (Ask.AUDIENCE,),
        SheetKind.PASSPORT: (Ask.AUDIENCE,),
        SheetKind.ABOUT_ME: (Ask.AUDIENCE,),
        SheetKind.VISIT: (Ask.VISIT,),
        SheetKind.MEDICINES: (Ask.AUDIENCE,),
        SheetKind.HANDOVER: (Ask.AUDIENCE, Ask.HOURS),
        SheetKind.JOURNAL: (Ask.DAYS,),
        SheetKind.MEASUREMENTS: (Ask.DAYS, Ask.MEASURES),
        SheetKind.RESOURCE_LIST: (Ask.SEVERAL, Ask.TITLE),
        SheetKind.ARTICLE: (Ask.PAGES,),
        SheetKind.GUIDE: (Ask.PAGES,),
        SheetKind.CHECKLIST: (Ask.PAGES,),
        SheetKind.HELPLINES: (Ask.LINES,),
        SheetKind.AWARENESS_FLYER: (Ask.DAY,),
        SheetKind.PACK_CONTENTS: (Ask.PACK,),
    }
)

_USUAL: Mapping[What, Audience] = MappingProxyType(
    {
        SheetKind.EMERGENCY: Audience.AMBULANCE,
        SheetKind.PASSPORT: Audience.WARD,
        SheetKind.ABOUT_ME: Audience.WARD,
        SheetKind.HANDOVER: Audience.RELIEF_CARER,
        PrintSet.HOSPITAL_BAG: Audience.WARD,
        PrintSet.HELPERS_WEEKEND: Audience.RELIEF_CARER,
        PrintSet.FRIDGE_DOOR: Audience.AMBULANCE,
    }
)
"""For whom a sheet is, unless somebody says otherwise."""

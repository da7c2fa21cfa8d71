"""Which sheets there are, and in which sets they are printed. The words are those of the command line and for ever."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class SheetKind(StrEnum):
    """A sheet."""

    VISIT = "visit"
    HANDOVER = "handover"
    EMERGENCY = "emergency"
    PASSPORT = "passport"
    ABOUT_ME = "about-me"
    QUESTIONS = "questions"
    MEDICINES = "medicines"
    JOURNAL = "journal"
    MEASUREMENTS = "measurements"
    LOG_GRID = "log-grid"
    SYMPTOM_CHART = "symptom-chart"
    CARER_CARD = "carer-card"
    RESOURCE_LIST = "resource-list"
    ARTICLE = "article"
    GUIDE = "guide"
    CHECKLIST = "checklist"
    HELPLINES = "helplines"
    AWARENESS_FLYER = "awareness-flyer"
    SHARE_FLYER = "share-flyer"
    PACK_CONTENTS = "pack-contents"
    RECOVERY = "recovery"
    KEY_SHEET = "key-sheet"


PRIVATE = (
    SheetKind.EMERGENCY,
    SheetKind.PASSPORT,
    SheetKind.ABOUT_ME,
    SheetKind.VISIT,
    SheetKind.QUESTIONS,
    SheetKind.MEDICINES,
    SheetKind.HANDOVER,
    SheetKind.JOURNAL,
    SheetKind.MEASUREMENTS,
    SheetKind.LOG_GRID,
    SheetKind.SYMPTOM_CHART,
    SheetKind.CARER_CARD,
)
"""Made of care notes; each is recorded there when it leaves."""

PUBLIC = (
    SheetKind.RESOURCE_LIST,
    SheetKind.ARTICLE,
    SheetKind.GUIDE,
    SheetKind.CHECKLIST,
    SheetKind.HELPLINES,
    SheetKind.AWARENESS_FLYER,
    SheetKind.SHARE_FLYER,
    SheetKind.PACK_CONTENTS,
)
"""Made of the library and of what people typed to be passed on; they know no care notes."""

SECRET = (SheetKind.RECOVERY, SheetKind.KEY_SHEET)
"""They carry a key: made only where the passphrase was typed again."""


class PrintSet(StrEnum):
    """Sheets that are needed together."""

    HOSPITAL_BAG = "hospital-bag"
    HELPERS_WEEKEND = "helpers-weekend"
    CLINIC_VISIT = "clinic-visit"
    FRIDGE_DOOR = "fridge-door"


SETS: Mapping[PrintSet, tuple[SheetKind, ...]] = MappingProxyType(
    {
        PrintSet.HOSPITAL_BAG: (SheetKind.EMERGENCY, SheetKind.PASSPORT, SheetKind.MEDICINES, SheetKind.ABOUT_ME),
        PrintSet.HELPERS_WEEKEND: (
            SheetKind.HANDOVER,
            SheetKind.MEDICINES,
            SheetKind.LOG_GRID,
            SheetKind.EMERGENCY,
            SheetKind.HELPLINES,
        ),
        PrintSet.CLINIC_VISIT: (SheetKind.VISIT, SheetKind.MEDICINES, SheetKind.MEASUREMENTS),
        PrintSet.FRIDGE_DOOR: (SheetKind.EMERGENCY, SheetKind.HELPLINES),
    }
)


def kinds_of(what: SheetKind | PrintSet) -> tuple[SheetKind, ...]:
    """Return the sheets of a set, or the one itself."""
    return SETS[what] if isinstance(what, PrintSet) else (what,)


class Audience(StrEnum):
    """Whom a private sheet is for: what goes on it is remembered for each."""

    AMBULANCE = "ambulance"
    WARD = "ward"
    RELIEF_CARER = "relief-carer"
    RELATIVE = "relative"

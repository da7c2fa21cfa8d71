"""Which fields the forms have: names, kinds, order. Names are for ever: they stand in people's notes and exports.

A field may be asked for by several forms and is filled once. Contacts, medicines, questions and measurements come onto
sheets from their own records. What fields are called is said by `forms`. No field makes a clinical claim.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class FieldKind(StrEnum):
    """What stands in a field."""

    LINE = "line"
    TEXT = "text"
    LIST = "list"  # one item a line
    DATE = "date"  # YYYY-MM-DD
    YES_NO = "yes-no"  # "yes" or "no"
    RECORDS = "records"  # stands in records of its own; here only "none known" can be said


class Form(StrEnum):
    """The forms, by the words of the sheets that are printed from them."""

    EMERGENCY = "emergency"
    PASSPORT = "passport"
    ABOUT_ME = "about-me"
    MEDICINES = "medicines"
    VISIT = "visit"
    HANDOVER = "handover"
    LOG_GRID = "log-grid"
    CARER_CARD = "carer-card"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Fields that stand together on a form, in their order."""

    code: str
    fields: tuple[str, ...]


def _section(code: str, names: str) -> Section:
    return Section(code=code, fields=tuple(names.split()))


def _kinds(kind: FieldKind, names: str) -> dict[str, FieldKind]:
    return dict.fromkeys(names.split(), kind)


FIELDS: Mapping[str, FieldKind] = MappingProxyType(
    _kinds(
        FieldKind.LINE,
        "full-name known-as health-number phone languages hearing-aids glasses dentures pharmacy doctor "
        "who-gives-medicines carer-name carer-cares-for carer-phone filled-in-by",
    )
    | _kinds(FieldKind.DATE, "birth-date")
    | _kinds(FieldKind.YES_NO, "interpreter-needed lives-alone")
    | _kinds(FieldKind.RECORDS, "medicines contacts")
    | _kinds(
        FieldKind.LIST,
        "allergies conditions devices likes dislikes concerns take-along log-columns carer-conditions carer-medicines",
    )
    | _kinds(
        FieldKind.TEXT,
        "address way-in communication likely-emergencies normal-for-them do avoid papers resuscitation "
        "depends-on-carer eating drinking moving toilet washing sleeping pain-signs distress-signs calms upsets "
        "safety taking-medicines "
        "medicines-place belief life-story important-people interests daily-routine worries food-likes "
        "visit-reason changes-since person-says doctor-only decisions-wanted situation background last-24-hours "
        "next-24-hours last-given warning-signs where-things carer-reach carer-if-hurt carer-step-in",
    )
)

SENSITIVE = frozenset({"health-number"})
"""Off on sheets until somebody puts them on."""

FORMS: Mapping[Form, tuple[Section, ...]] = MappingProxyType(
    {
        Form.EMERGENCY: (
            _section(
                "who",
                "full-name known-as birth-date health-number address way-in phone languages interpreter-needed "
                "lives-alone communication",
            ),
            _section(
                "health", "allergies conditions medicines likely-emergencies devices hearing-aids glasses dentures"
            ),
            _section("care", "normal-for-them do avoid"),
            _section("papers", "contacts resuscitation papers doctor pharmacy depends-on-carer filled-in-by"),
        ),
        Form.PASSPORT: (
            _section(
                "must-know", "known-as allergies conditions communication eating drinking taking-medicines safety"
            ),
            _section(
                "important",
                "normal-for-them pain-signs distress-signs calms moving toilet washing sleeping hearing-aids "
                "glasses dentures belief",
            ),
            _section("likes", "likes dislikes food-likes take-along"),
        ),
        Form.ABOUT_ME: (
            _section("me", "known-as languages life-story important-people interests belief"),
            _section("day", "daily-routine eating food-likes sleeping likes dislikes"),
            _section("feelings", "worries upsets calms communication normal-for-them"),
        ),
        Form.MEDICINES: (
            _section("medicines", "medicines allergies taking-medicines who-gives-medicines medicines-place"),
            _section("papers", "pharmacy doctor"),
        ),
        Form.VISIT: (
            _section("visit", "visit-reason concerns changes-since decisions-wanted"),
            _section("words", "person-says doctor-only"),
        ),
        Form.HANDOVER: (
            _section("now", "situation background last-24-hours next-24-hours last-given"),
            _section("care", "calms upsets eating drinking moving toilet sleeping safety"),
            _section("help", "warning-signs where-things medicines-place carer-reach"),
        ),
        Form.LOG_GRID: (_section("log", "log-columns"),),
        Form.CARER_CARD: (
            _section("carer", "carer-name carer-phone carer-cares-for carer-step-in carer-if-hurt"),
            _section("health", "carer-conditions carer-medicines"),
        ),
    }
)


def fields_of(form: Form) -> tuple[str, ...]:
    """Return the fields of a form in their order."""
    return tuple(name for section in FORMS[form] for name in section.fields)

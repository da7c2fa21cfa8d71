"""What can be measured, in which units, and what is likely to be a slip of the keys.

The bounds are for mistyped numbers alone: they say nothing of what is healthy, and nothing here does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from caregiver_app.support.i18n import gettext as _

OWN = "own:"
"""Begins the word of a kind that the person made; the uid of its `measure_kind` follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """From `low` to `high` nobody is asked whether a number is right."""

    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureKind:
    """One of ours. `code` is the word in the table; the first unit is the one in which bounds are told.

    `likely` asks, `possible` refuses; `second` are the bounds of a second number, where there is one.
    """

    code: str
    units: tuple[str, ...]
    likely: Bounds
    second: Bounds | None = None
    possible: Bounds | None = None


_KINDS = (
    MeasureKind(code="weight", units=("kg", "lb", "st"), likely=Bounds(low=2, high=300)),
    MeasureKind(code="temperature", units=("C", "F"), likely=Bounds(low=30, high=43)),
    MeasureKind(
        code="blood-pressure", units=("mmHg",), likely=Bounds(low=50, high=260), second=Bounds(low=25, high=160)
    ),
    MeasureKind(code="glucose", units=("mmol/L", "mg/dL"), likely=Bounds(low=1, high=35)),
    MeasureKind(code="oxygen", units=("%",), likely=Bounds(low=60, high=100), possible=Bounds(low=0, high=100)),
    MeasureKind(code="pulse", units=("/min",), likely=Bounds(low=25, high=220)),
    MeasureKind(code="pain", units=("/10",), likely=Bounds(low=0, high=10), possible=Bounds(low=0, high=10)),
    MeasureKind(code="sleep", units=("h",), likely=Bounds(low=0, high=18), possible=Bounds(low=0, high=24)),
    MeasureKind(code="mood", units=("/5",), likely=Bounds(low=1, high=5), possible=Bounds(low=1, high=5)),
    MeasureKind(code="fluid", units=("ml", "oz-uk", "oz-us"), likely=Bounds(low=1, high=5_000)),
)

KINDS: Mapping[str, MeasureKind] = MappingProxyType({kind.code: kind for kind in _KINDS})

_POUNDS = frozenset({"US", "PR", "GU", "VI", "AS"})
_FAHRENHEIT = _POUNDS | {"BS", "BZ", "FM", "KY", "LR", "MH", "PW"}
_MILLIGRAMS = _POUNDS | set(
    "AE AR AT BD BE BR CL CO CY DE DZ EC EG ES FR GE GR ID IL IN IR IT JO JP KR KW LB MA MX PE PH PL PT SA SY TH TN TR "
    "TW UY VE YE".split()
)


def usual_unit(kind: str, territory: str) -> str:
    """Return the unit in which a country (ISO 3166) measures one of our kinds."""
    usual = {
        "weight": "lb" if territory in _POUNDS else "kg",
        "temperature": "F" if territory in _FAHRENHEIT else "C",
        "glucose": "mg/dL" if territory in _MILLIGRAMS else "mmol/L",
        "fluid": "oz-us" if territory in _POUNDS else "ml",
    }
    return usual.get(kind, KINDS[kind].units[0])


def kind_name(code: str) -> str:
    """Return what people call one of our kinds."""
    return {
        "weight": _("Weight"),
        "temperature": _("Temperature"),
        "blood-pressure": _("Blood pressure"),
        "glucose": _("Blood sugar"),
        "oxygen": _("Oxygen"),
        "pulse": _("Pulse"),
        "pain": _("Pain"),
        "sleep": _("Sleep"),
        "mood": _("Mood"),
        "fluid": _("Fluids"),
    }[code]


def unit_name(code: str) -> str:
    """Return how a unit is written; units that a person made are written as they are."""
    return {
        "C": "°C",
        "F": "°F",
        # Translators: beats of the heart in a minute
        "/min": _("a minute"),
        # Translators: on a scale, as in "4 of 10"
        "/10": _("of 10"),
        "/5": _("of 5"),
        "h": _("hours"),
        "st": _("st"),
        # Translators: fluid ounces
        "oz-uk": _("fl oz (UK)"),
        "oz-us": _("fl oz (US)"),
    }.get(code, code)

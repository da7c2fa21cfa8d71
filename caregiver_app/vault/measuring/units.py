"""A measured value in its unit, and the same in another one, for showing. What is kept is what was read. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

POUNDS_IN_STONE = 14
KG_IN_POUND = 0.45359237  # the international pound
MG_DL_IN_MMOL_L = 18.0156  # glucose: 180.156 g/mol
ML_IN_OZ_UK = 28.4130625
ML_IN_OZ_US = 29.5735295625

DECIMALS: Mapping[str, int] = {
    "kg": 1,
    "lb": 1,
    "st": 0,
    "C": 1,
    "F": 1,
    "mmol/L": 1,
    "h": 2,
    "oz-uk": 1,
    "oz-us": 1,
}
"""Digits after the point when a value was converted; whole numbers else."""

_FACTORS: Mapping[str, tuple[str, float]] = {
    "kg": ("kg", 1.0),
    "lb": ("kg", KG_IN_POUND),
    "mmol/L": ("mmol/L", 1.0),
    "mg/dL": ("mmol/L", 1 / MG_DL_IN_MMOL_L),
    "ml": ("ml", 1.0),
    "oz-uk": ("ml", ML_IN_OZ_UK),
    "oz-us": ("ml", ML_IN_OZ_US),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read: `second` is the lower number of a blood pressure, or the pounds beside stones."""

    kind: str
    value: float = field(repr=False)
    second: float | None = field(default=None, repr=False)
    unit: str = ""


def in_unit(reading: Reading, unit: str) -> Reading:
    """Return a reading in another unit, rounded as people read it; as it is where it cannot be converted."""
    if unit == reading.unit:
        return reading
    if unit == "st":
        pounds = convert(_single(reading), reading_unit(reading), "lb")
        return reading if pounds is None else _in_stones(reading, pounds)
    value = convert(_single(reading), reading_unit(reading), unit)
    if value is None:
        return reading
    return Reading(kind=reading.kind, value=round(value, DECIMALS.get(unit, 0)), unit=unit)


def convert(value: float, unit: str, to: str) -> float | None:
    """Return a value in another unit, not rounded; None where these units do not measure the same."""
    if unit == to:
        return value
    if (unit, to) == ("C", "F"):
        return value * 9 / 5 + 32
    if (unit, to) == ("F", "C"):
        return (value - 32) * 5 / 9
    if unit not in _FACTORS or to not in _FACTORS or _FACTORS[unit][0] != _FACTORS[to][0]:
        return None
    return value * _FACTORS[unit][1] / _FACTORS[to][1]


def number_in(reading: Reading, unit: str) -> float | None:
    """Return a reading as one number of a unit, for charts; stones count in pounds. None where it cannot be."""
    return convert(_single(reading), reading_unit(reading), "lb" if unit == "st" else unit)


def reading_unit(reading: Reading) -> str:
    """Return the unit in which a reading is one number: that of stones and pounds is the pound."""
    return "lb" if reading.unit == "st" else reading.unit


def second_in(reading: Reading, unit: str) -> float | None:
    """Return the second number of a pair in a unit; None where there is none. Pounds beside stones are no pair."""
    if reading.second is None or reading.unit == "st":
        return None
    return convert(reading.second, reading.unit, unit)


def _single(reading: Reading) -> float:
    if reading.unit == "st":
        return reading.value * POUNDS_IN_STONE + (reading.second or 0)
    return reading.value


def _in_stones(reading: Reading, pounds: float) -> Reading:
    stones, rest = divmod(round(pounds), POUNDS_IN_STONE)
    return Reading(kind=reading.kind, value=float(stones), second=float(rest), unit="st")

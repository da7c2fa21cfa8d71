"""Reads measured values as people type them: "71,5 kg", "11 st 4", "120 over 80", "98.6 F", "7 h 30".

Whatever has no unit is in the one that the person uses. Pure; nothing is guessed: what is no value is refused, what is
unlikely is asked about (`doubt_about`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from caregiver_app.model.errors import RecordRefused, RecordTrouble
from caregiver_app.vault.measuring.kinds import KINDS, OWN, Bounds
from caregiver_app.vault.measuring.units import Reading, in_unit, number_in
from caregiver_app.vault.typed.numbers import plain_digits, read_number

LONGEST = 60

_UNIT_WORDS = {
    **dict.fromkeys(("kg", "kgs", "kilo", "kilos"), "kg"),
    **dict.fromkeys(("lb", "lbs", "pound", "pounds", "libras"), "lb"),
    **dict.fromkeys(("st", "stone", "stones"), "st"),
    **dict.fromkeys(("c", "°c", "ºc", "celsius"), "C"),
    **dict.fromkeys(("f", "°f", "ºf", "fahrenheit"), "F"),
    **dict.fromkeys(("mmhg", "mm hg"), "mmHg"),
    **dict.fromkeys(("mmol/l", "mmol"), "mmol/L"),
    **dict.fromkeys(("mg/dl", "mg"), "mg/dL"),
    "%": "%",
    **dict.fromkeys(("/min", "bpm", "a minute", "per minute"), "/min"),
    **dict.fromkeys(("/10", "of 10", "out of 10"), "/10"),
    **dict.fromkeys(("/5", "of 5", "out of 5"), "/5"),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours", "hora", "horas"), "h"),
    **dict.fromkeys(("ml", "millilitres", "milliliters"), "ml"),
    **dict.fromkeys(("fl oz", "oz", "floz"), "oz"),
}
_NUMBER = r"[+\-\u2212]?[0-9][0-9.,\u00a0\u202f' ]*"
_VALUE = re.compile(rf"({_NUMBER})\s*(\D.*)?", re.DOTALL)
_PAIR = re.compile(rf"({_NUMBER})\s*(?:/|over|-|sobre)\s*({_NUMBER})\s*(\D.*)?", re.DOTALL)
_STONES = re.compile(rf"({_NUMBER})\s*(?:st|stones?)\b\s*(?:({_NUMBER})\s*(?:lbs?|pounds?)?)?", re.DOTALL)
_HOURS = re.compile(r"(\d{1,2})\s*(?::|h|hrs?|hours?|horas?)\s*(?:(\d{1,2})\s*(?:m|min|mins|minutes|minutos)?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A value that may be a slip. `likely` is in the unit of the reading; `fits_unit` is one in which it would fit."""

    likely: Bounds
    fits_unit: str = ""


def read_measurement(kind: str, typed: str, *, unit: str, decimal: str = ".") -> Reading:
    """Return what was typed for a kind; `unit` is the one that is meant where none is typed.

    Raises:
        RecordRefused: it is no value of this kind.
    """
    text = plain_digits(" ".join(typed.split()).casefold())
    if not text or len(text) > LONGEST:
        raise RecordRefused(RecordTrouble.NUMBER, kind)
    if kind == "blood-pressure":
        return checked(_pair(kind, text, unit, decimal))
    if kind == "weight" and (stones := _STONES.fullmatch(text) or _bare_stones(text, unit)):
        pounds = read_number(stones[2], decimal=decimal) if stones[2] else 0.0
        return checked(Reading(kind=kind, value=read_number(stones[1], decimal=decimal), second=pounds, unit="st"))
    if kind == "sleep" and (hours := _HOURS.fullmatch(text)):
        minutes = int(hours[2] or 0)
        return checked(Reading(kind=kind, value=round(int(hours[1]) + _below_60(minutes) / 60, 2), unit="h"))
    value = _VALUE.fullmatch(text)
    if value is None:
        raise RecordRefused(RecordTrouble.NUMBER, kind)
    return checked(
        Reading(kind=kind, value=read_number(value[1], decimal=decimal), unit=_unit(kind, value[2] or "", unit))
    )


def checked(reading: Reading) -> Reading:
    """Return a reading that can be: finite, in a unit of its kind, within what is possible.

    Raises:
        RecordRefused: it cannot be.
    """
    kind = KINDS.get(reading.kind)
    limit = 1e9
    if not all(-limit < number < limit for number in (reading.value, reading.second or 0.0)):
        raise RecordRefused(RecordTrouble.NUMBER, reading.kind)
    if kind is None:
        if not reading.kind.startswith(OWN) or reading.second is not None:
            raise RecordRefused(RecordTrouble.UNIT, "kind")
        return reading
    if reading.unit not in kind.units:
        raise RecordRefused(RecordTrouble.UNIT, reading.kind)
    _check_numbers(reading)
    return reading


def doubt_about(reading: Reading) -> Doubt | None:
    """Return why somebody should be asked whether a reading is right; None where it is likely to be."""
    kind = KINDS.get(reading.kind)
    if kind is None:
        return None
    if kind.second is not None and reading.second is not None and not _within(reading.second, kind.second):
        return Doubt(likely=kind.second)
    number = number_in(reading, kind.units[0])
    if number is None or _within(number, kind.likely):
        return None
    others = (Reading(kind=reading.kind, value=reading.value, unit=unit) for unit in kind.units if unit != reading.unit)
    fits = (other.unit for other in others if _within(number_in(other, kind.units[0]) or 0.0, kind.likely))
    return Doubt(likely=_bounds_in(reading, kind.likely, kind.units[0]), fits_unit=next(fits, ""))


def _check_numbers(reading: Reading) -> None:
    kind = KINDS[reading.kind]
    takes_second = kind.second is not None or reading.unit == "st"
    lowest = -100 if reading.kind == "temperature" else 0
    wrong = (
        reading.value < lowest
        or (reading.second is not None and (reading.second < 0 or not takes_second))
        or (kind.second is not None and (reading.second is None or reading.second >= reading.value))
        or (reading.unit == "st" and (reading.second or 0) >= 14)
        or (kind.possible is not None and not _within(reading.value, kind.possible))
    )
    if wrong:
        raise RecordRefused(RecordTrouble.RANGE, reading.kind)


def _pair(kind: str, text: str, unit: str, decimal: str) -> Reading:
    pair = _PAIR.fullmatch(text)
    if pair is None:
        raise RecordRefused(RecordTrouble.NUMBER, kind)
    first, second = (read_number(pair[number], decimal=decimal) for number in (1, 2))
    return Reading(kind=kind, value=first, second=second, unit=_unit(kind, pair[3] or "", unit))


def _bare_stones(text: str, unit: str) -> re.Match[str] | None:
    return re.fullmatch(r"(\d{1,2}) (\d{1,2})", text) if unit == "st" else None


def _below_60(minutes: int) -> int:
    if minutes >= 60:
        raise RecordRefused(RecordTrouble.NUMBER, "sleep")
    return minutes


def _unit(kind: str, written: str, usual: str) -> str:
    word = written.strip()
    if not word:
        return usual
    if kind not in KINDS:
        if word == usual.casefold():
            return usual
        raise RecordRefused(RecordTrouble.UNIT, kind)
    unit = _UNIT_WORDS.get(word, "")
    if unit == "oz":
        unit = usual if usual.startswith("oz-") else "oz-us"
    if unit not in KINDS[kind].units:
        raise RecordRefused(RecordTrouble.UNIT, kind)
    return unit


def _within(number: float, bounds: Bounds) -> bool:
    return bounds.low <= number <= bounds.high


def _bounds_in(reading: Reading, bounds: Bounds, unit: str) -> Bounds:
    def there(number: float) -> float:
        return in_unit(Reading(kind=reading.kind, value=number, unit=unit), reading.unit).value

    return Bounds(low=there(bounds.low), high=there(bounds.high))

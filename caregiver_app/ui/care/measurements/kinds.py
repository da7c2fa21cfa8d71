"""What can be measured, ours and the person's own, as chips and fields show it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from caregiver_app.support.i18n import format_number
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.regional import language_country, own_unit
from caregiver_app.vault.measuring.kinds import KINDS, kind_name, unit_name, usual_unit
from caregiver_app.vault.measuring.units import Reading
from caregiver_app.vault.records.measures import OwnKind

_IN_STONES = frozenset({"GB", "IE", "IM", "JE", "GG"})
"""Where people say how many stones they weigh (ISO 3166)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KindLook:
    """One kind: its word in the notes, what it is called, its units (none is one, too), and how it may be typed."""

    code: str
    name: str = field(repr=False)
    units: tuple[str, ...]
    example: str
    own: OwnKind | None = None


def all_kinds(own: Sequence[OwnKind]) -> tuple[KindLook, ...]:
    """Return ours, then the person's own."""
    examples = _examples()
    ours = [
        KindLook(code=code, name=kind_name(code), units=kind.units, example=examples[code])
        for code, kind in KINDS.items()
    ]
    theirs = [KindLook(code=one.code, name=one.name, units=(one.unit,), example="", own=one) for one in own]
    return (*ours, *theirs)


def first_unit(kind: KindLook, last: Reading | None) -> str:
    """Return the unit in which one will type: that of the last reading, else the person's own or their country's."""
    if last is not None and last.unit in kind.units:
        return last.unit
    if kind.own is not None:
        return kind.own.unit
    return own_unit(kind.code) or usual_unit(kind.code, language_country())


def unit_words(unit: str) -> str:
    """Return how a unit stands on a chip."""
    return _("st and lb") if unit == "st" else unit_name(unit)


def _for_example(number: float) -> str:
    # Translators: {number} is a value as it may be typed, e.g. "36.8"
    return _("For example {number}.").format(number=format_number(number))


def _weight_example() -> str:
    if language_country() not in _IN_STONES:
        return _for_example(71.5)
    # Translators: {number} is a weight in kilograms as it may be typed, "11 st 4" one in stones and pounds
    return _("For example {number}, or 11 st 4.").format(number=format_number(71.5))


def _examples() -> dict[str, str]:
    return {
        "weight": _weight_example(),
        "temperature": _for_example(36.8),
        "blood-pressure": _("Both numbers, for example 130/80."),
        "glucose": _for_example(5.6),
        "oxygen": _for_example(96),
        "pulse": _("Beats in a minute, for example 72."),
        "pain": _("From 0, none, to 10, the worst."),
        "sleep": _("Hours, for example {number} or 6:30.").format(number=format_number(6.5)),
        "mood": _("From 1, low, to 5, good."),
        "fluid": _for_example(250),
    }

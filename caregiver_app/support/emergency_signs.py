"""Signs that mean "call now", as they ship: by country, each with who says so. Needs no library and asks nobody.

The table `resources/emergency_signs.json` is written by hand: for a country what somebody there says, for all of them
what an ambulance service and a practice in Britain say, which fills up what a country's own sources leave out. A sign
is a word of `Sign`; nothing stands there that its source does not say.
"""

from __future__ import annotations

import json
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache

from caregiver_app.support.resources import resource


class Sign(StrEnum):
    """What somebody may see or hear."""

    NOT_AWAKE = "not-awake"
    BREATHING = "breathing"
    CHOKING = "choking"
    CHEST = "chest"
    STROKE = "stroke"
    SPEECH = "speech"
    MOUTH = "mouth"
    ONE_SIDE = "one-side"
    WEAKNESS = "weakness"
    BALANCE = "balance"
    SIGHT = "sight"
    HEADACHE = "headache"
    CONFUSED = "confused"
    FIT = "fit"
    BLEEDING = "bleeding"
    BLOOD = "blood"
    ALLERGY = "allergy"
    POISON = "poison"
    PAIN = "pain"
    BURN = "burn"
    HEAD = "head"
    SPINE = "spine"
    FALL = "fall"


_SAID_BY_OTHERS = {Sign.STROKE: frozenset({Sign.MOUTH, Sign.ONE_SIDE, Sign.SPEECH})}
"""Signs that say nothing new where all of the others stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignsOf:
    """What one source says. `country` is ISO 3166, "" for the list for all others; `taken_on` the day we read it,
    in a stored copy of `page`.
    """

    country: str
    source: str
    page: str
    taken_on: date
    signs: tuple[Sign, ...]


@cache
def all_signs() -> tuple[SignsOf, ...]:
    """Return what ships, in the order of the table.

    Raises:
        FileNotFoundError: the installation lacks it.
    """
    records = json.loads(resource("resources", "emergency_signs.json").read_text(encoding="utf-8"))
    return tuple(
        SignsOf(
            country=record["country"],
            source=record["source"],
            page=record["page"],
            taken_on=date.fromisoformat(record["taken_on"]),
            signs=tuple(map(Sign, record["signs"])),
        )
        for record in records
    )


def signs_for(country: str) -> tuple[SignsOf, ...]:
    """Return what sources of a country (ISO 3166) say, then what the list for all adds: no list is short for want of
    a source, and nobody reads that one illness alone is an emergency.
    """
    said = [each for each in all_signs() if country and each.country == country]
    known = {sign for each in said for sign in each.signs}
    for each in all_signs():
        added = tuple(sign for sign in each.signs if not each.country and not _is_known(sign, known))
        if added:
            said.append(replace(each, signs=added))
            known.update(added)
    return tuple(said)


def _is_known(sign: Sign, known: AbstractSet[Sign]) -> bool:
    return sign in known or (sign in _SAID_BY_OTHERS and _SAID_BY_OTHERS[sign] <= known)

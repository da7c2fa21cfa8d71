"""Which phone lines are for a door at home and a wallet: on one page what is needed in a hurry, and one for carers.

All others wait until somebody puts them on. A line about abuse on a door would tell who should not know; one about
drink or a troubled mind tells visitors.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from caregiver_app.model.help_lines import HelpLine
from caregiver_app.model.sheets.blocks import Entries
from caregiver_app.model.sheets.sheet import SheetPart
from caregiver_app.printing.frame import Ground
from caregiver_app.printing.line_entries import line_entry
from caregiver_app.support.helplines import HelpKind
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.helplines import kind_words

_MOST: Mapping[HelpKind, int] = MappingProxyType(
    {HelpKind.CRISIS: 2, HelpKind.POISON: 1, HelpKind.HEALTH: 1, HelpKind.CARING: 1}
)
"""A fridge has room for one page."""
_ALWAYS = "24/7"
_ABUSE = "abuse"
_OF_CARERS = "carer-wellbeing"
_TELLS_VISITORS = "mental-health"
_FOR_CARERS = re.compile(r"carer|caregiver|cuidador", re.IGNORECASE)


def parts_at_home(lines: Sequence[HelpLine], country: str, ground: Ground) -> Iterator[SheetPart]:
    """Yield the lines of each kind: first the few that go along, then the others, which are left out at first.

    `country` is where the household lives (ISO 3166, also a part of one): its own lines come before those of others.
    """
    for kind in HelpKind:
        some = [each for each in lines if _kind_of(each) is kind]
        few = _few(some, kind, country)
        others = [each for each in some if each not in few]
        if few:
            yield _part(kind_words(kind), kind.value, few, ground, on=True)
        if others:
            # Translators: {kind} is a heading over phone lines, e.g. "Poisoning"
            heading = _("{kind} (more lines)").format(kind=kind_words(kind)) if few else kind_words(kind)
            yield _part(heading, f"{kind.value}-more" if few else kind.value, others, ground, on=False)


def few_in_a_hurry(lines: Sequence[HelpLine], country: str) -> list[HelpLine]:
    """Return the few that go along, the most urgent kind first, each number once.

    They go into a wallet too, into which others may look.
    """
    by_kind = ((kind, [each for each in lines if _kind_of(each) is kind]) for kind in HelpKind)
    few = [each for kind, some in by_kind for each in _few(some, kind, country)]
    return list({each.line.phone: each for each in reversed(few)}.values())[::-1]


def tells_others(each: HelpLine) -> bool:
    """Tell whether a line tells others more of a household than that somebody is cared for there."""
    return _kind_of(each) is HelpKind.ABUSE or _TELLS_VISITORS in each.line.topics


def _kind_of(each: HelpLine) -> HelpKind:
    """Return the kind of a line; one for a crisis that is about violence at home counts as that."""
    return HelpKind.ABUSE if _ABUSE in each.line.topics else HelpKind(each.line.kind.value)


def _few(lines: Sequence[HelpLine], kind: HelpKind, country: str) -> list[HelpLine]:
    fitting = [each for each in lines if _goes_along(each, kind)]
    nearest = [each for each in fitting if each.line.country == country] or fitting
    return sorted(nearest, key=lambda each: _order(each, kind))[: _MOST.get(kind, 0)]


def _goes_along(each: HelpLine, kind: HelpKind) -> bool:
    if kind is HelpKind.HEALTH:
        return each.line.hours_said == _ALWAYS and _TELLS_VISITORS not in each.line.topics
    return kind is not HelpKind.CARING or _OF_CARERS in each.line.topics


def _order(each: HelpLine, kind: HelpKind) -> int:
    """Return what comes first: among lines for carers one that is called so, among others one that always answers."""
    if kind is HelpKind.CARING:
        return 0 if _FOR_CARERS.search(each.line.name) else 1
    return 0 if each.line.hours_said == _ALWAYS else 1


def _part(heading: str, code: str, lines: Sequence[HelpLine], ground: Ground, *, on: bool) -> SheetPart:
    entries = tuple(line_entry(each, ground) for each in lines)
    return SheetPart(heading=heading, blocks=(Entries(entries=entries),), code=code, on=on)

"""What a detector answers: pieces of the text that it was given, before they are joined and told in words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from caregiver_app.model.guard import FindingKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A piece of the plain text, `start` and `end` in its characters; `rule` says which one of its kind it is."""

    start: int
    end: int
    kind: FindingKind
    rule: str = ""


_FIRST = (
    FindingKind.PRIVATE_WORD,
    FindingKind.PRIVATE_LINK,
    FindingKind.EMAIL,
    FindingKind.FILE_PATH,
    FindingKind.IBAN,
    FindingKind.CARD,
    FindingKind.NATIONAL_NUMBER,
    FindingKind.MAC_ADDRESS,
    FindingKind.IP_ADDRESS,
    FindingKind.COORDINATES,
    FindingKind.BIRTH_DATE,
    FindingKind.RECORD_NUMBER,
    FindingKind.PHONE,
    FindingKind.OWN_PHONE,
    FindingKind.SERVICE_PHONE,
    FindingKind.ADDRESS,
    FindingKind.POSTCODE,
    FindingKind.TREATMENT_DATE,
    FindingKind.ROOM,
    FindingKind.AGE,
    FindingKind.NAME,
    FindingKind.LEADS_ON,
)
"""Of pieces that overlap the surest kind counts: what is known counts before what has a check digit, and that before
what only looks like something."""
_RANKS = {kind: rank for rank, kind in enumerate(_FIRST)}


def apart(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Yield hits that do not overlap, in their order in the text: of those that do, the surest, then the longest."""
    taken: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (_RANKS[hit.kind], hit.start - hit.end, hit.start)):
        place = bisect_left(taken, hit.start, key=_start)
        free_before = place == 0 or taken[place - 1].end <= hit.start
        if free_before and (place == len(taken) or taken[place].start >= hit.end):
            taken.insert(place, hit)
    yield from taken


def _start(hit: Hit) -> int:
    return hit.start

"""Finds where in a house somebody is to be found: room, ward, bed, and the names of wards."""

from __future__ import annotations

import re
from collections.abc import Iterator

from caregiver_app.guard.begun import sought
from caregiver_app.guard.hits import Hit
from caregiver_app.guard.people import is_name
from caregiver_app.model.guard import FindingKind

_NUMBERED = sought(
    r"(?<![\w-])(?:[Rr]oom|[Ww]ard|[Bb]ed|[Bb]ay|[Hh]abitaci[oó]n|[Pp]lanta|[Cc]ama|[Cc]hambre|[Zz]immer|"
    r"[Ss]tation|[Ss]tanza|[Cc]amera|[Kk]amer|[Aa]fdeling)"
    r":? (?:[Nn]o\.? ?|[Nn]r\.? ?|[Nn]umber |#|[Nn][uú]mero )?"
    r"(?:\d{1,4}[A-Za-z]?(?![\w%°]|[.,]\d)|[A-Z]\d{0,3}(?![\w']))"
    r"(?! ?(?:degrees|°|%|minutes|hours|people|guests|patients|beds|years))",
    at=r"[RrWwBbHhPpCcZzSsAaKk](?<![\w-].)(?=oom|ard|ed|ay|abi|lan|ama|ham|imm|ta[tn]|ame|fd)",
)
_NAMED = re.compile(r"(?<![\w-])(?P<name>[A-Z][a-z]{2,20}(?: [A-Z][a-z]{2,20})?) (?:Ward|Wing)(?!\w)")
_GENERAL = frozenset(
    """
    stroke maternity dementia medical surgical acute virtual hospital isolation children's children paediatric pediatric
    elderly care intensive emergency general labour delivery recovery rehabilitation respiratory cardiac cancer oncology
    psychiatric mental health west east north south electoral admissions assessment day the this that each every new old
    """.split()
)


def find_rooms(text: str) -> Iterator[Hit]:
    """Yield rooms, wards and beds with their number or letter, and wards with a name of their own."""
    for found in _NUMBERED.finditer(text):
        yield Hit(start=found.start(), end=found.end(), kind=FindingKind.ROOM)
    for found in _NAMED.finditer(text) if " Ward" in text or " Wing" in text else ():
        words = found["name"].split()
        if words[-1].lower() not in _GENERAL and is_name(words[-1]):
            start = found.end("name") - len(words[-1]) if words[0].lower() in _GENERAL else found.start()
            yield Hit(start=start, end=found.end(), kind=FindingKind.ROOM)

"""Where in a pack something is: the place of a problem (`PackProblem.where`), taken apart. Pure; knows no step."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from caregiver_app.model.pack_problem import PackFault, PackProblem

TEXTS: Final = ("guides", "checklists")
WITHDRAWN: Final = "withdrawals"

_FILE: Final = re.compile(r"((?:guides|checklists|pictures)/[^:]+|[^/:\[\].]+\.json)(?::(\d+))?")
_LISTS: Final = (
    *("organisations", "sources", "pages", "links", "guides", "checklists", "communities", "helplines", "dates"),
    WITHDRAWN,
)
_ENTRY: Final = re.compile(rf"({'|'.join(_LISTS)})\[([^\]]*)\](?:\.(.+))?")
_FIELD: Final = re.compile(r"([a-z_]+)((?:[\[.].*)?)")
_MISSING: Final = {PackFault.NO_SUMMARY: "summary"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A line of a file, an entry of a list (by its id, else its number from 1), or a field of the pack.

    What is not said is empty, a line 0. `field` may lead further (`kits[1].title`).
    """

    where: str
    file: str = ""
    line: int = 0
    listed: str = ""
    entry: str = ""
    field: str = ""

    @property
    def first_field(self) -> str:
        """The field alone, without what it leads to."""
        return re.split(r"[\[.]", self.field, maxsplit=1)[0]


def place_of(where: str) -> Place:
    """Return the place that a problem names; one that leads nowhere has `where` alone."""
    if (file := _FILE.fullmatch(where)) is not None:
        return Place(where=where, file=file[1], line=int(file[2] or 0))
    if (entry := _ENTRY.fullmatch(where)) is not None:
        return Place(where=where, listed=entry[1], entry=entry[2], field=entry[3] or "")
    if _FIELD.fullmatch(where) is not None:
        return Place(where=where, field=where)
    return Place(where=where)


def place_of_problem(problem: PackProblem) -> Place:
    """Return where a problem is mended: in a text, the field that is missing, which no line of the file can name."""
    place = place_of(problem.where)
    return replace(place, field=_MISSING.get(problem.fault, "")) if place.file else place

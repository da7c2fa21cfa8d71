"""How many phone lines and groups Help has for some words; one row for each leads there. Words are kept nowhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from caregiver_app.library.store import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpHit:
    """So many entries that Help shows for these words: groups, else phone lines."""

    words: str = field(repr=False)
    count: int
    groups: bool = False


def find_help(library: Library, words: str) -> tuple[HelpHit, ...]:
    """Return what Help would show for words, in the country with which it opens; runs in the library's thread."""
    from caregiver_app.bootstrap.help_found import found_in
    from caregiver_app.bootstrap.helping import Helping

    found = found_in(Helping().directory(library), words)
    counts = ((len(found.lines), False), (len(found.groups), True))
    return tuple(HelpHit(words=words, count=count, groups=groups) for count, groups in counts if count)

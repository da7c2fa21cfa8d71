"""Where in the window somebody is: kept while it is open, so that it can open there after it ended by itself.

It lies in the library, which can be protected, and never in the plain settings. What is of a topic whose reading leaves
no sign is for whoever calls to leave out.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from caregiver_app.model.article import ItemId

if TYPE_CHECKING:
    from caregiver_app.library.store import Library

WHEREABOUTS: Final = "stood_at"
"""The choice that holds it."""

_SCREEN = re.compile(r"[a-z][a-z0-9-]{0,39}")
_FURTHEST: Final = 1 << 31


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """The screen by its key in the navigation; the page that is open in the Library, and how far it is scrolled.

    `scrolled` is in device-independent pixels from the top of the page.
    """

    screen: str
    page: ItemId | None = None
    scrolled: int = 0


def keep_whereabouts(library: Library, whereabouts: Whereabouts) -> None:
    """Keep where somebody is, in place of where that was before."""
    page = None if whereabouts.page is None else int(whereabouts.page)
    library.choices.put(WHEREABOUTS, json.dumps([whereabouts.screen, page, whereabouts.scrolled]))


def forget_whereabouts(library: Library) -> None:
    """Forget where somebody was: they ended in order, or do not want it known."""
    library.choices.take(WHEREABOUTS)


def take_whereabouts(library: Library) -> Whereabouts | None:
    """Return what was kept, once: if going there ends the window again, the next one does not go there.

    A page that is not there any more is left out.
    """
    whereabouts = _read(library.choices.take(WHEREABOUTS))
    if whereabouts is None or whereabouts.page is None or library.articles.rows_of([whereabouts.page]):
        return whereabouts
    return Whereabouts(screen=whereabouts.screen)


def _read(kept: str) -> Whereabouts | None:
    try:
        screen, page, scrolled = json.loads(kept)
    except (ValueError, TypeError):
        return None
    if not (isinstance(screen, str) and _SCREEN.fullmatch(screen)):
        return None
    if not all(type(number) is int and 0 <= number < _FURTHEST for number in (page or 0, scrolled)):
        return None
    return Whereabouts(screen=screen, page=None if page is None else ItemId(page), scrolled=scrolled)

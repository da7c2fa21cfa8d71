"""What the contact sheets show, as walks: each is one window, gone through from place to place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from caregiver_app.library.store import Library
from caregiver_app.ui.care.joining import CARE
from caregiver_app.ui.sheets.joining import PRINT
from tests.helpers.all_places import FIRST_START, LOCKED, OPEN, a_folder_lived_in, fill_lived_in
from tests.helpers.all_screens import go, leave
from tests.helpers.care_window import unlock
from tests.helpers.print_window import seen
from tests.helpers.whole_window import Opened
from tests.pictures import checking_views, emergency_views, home_views, library_views, notice_views, share_views


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """One window: what lies in its folder, and the names of the places, each given when it is before the eyes."""

    places: Callable[[Opened], Iterator[str]]
    prepare: Callable[[Path], None]
    fill: Callable[[Library], None]


def _first_start(opened: Opened) -> Iterator[str]:
    for place in FIRST_START:
        go(opened, place)
        yield place.name


def _lived_in(opened: Opened) -> Iterator[str]:
    for place in LOCKED:
        go(opened, place)
        yield place.name
    leave(opened)
    opened.whole.window.open_screen(CARE)
    unlock(opened)
    for place in OPEN:
        go(opened, place)
        if place.screen == PRINT:
            seen(opened)  # else the preview says that the sheet is being made
        yield place.name


def _views(*shows: Callable[[Opened], None]) -> Callable[[Opened], Iterator[str]]:
    def places(opened: Opened) -> Iterator[str]:
        for show in shows:
            leave(opened)
            show(opened)
            opened.quiet()
            yield show.__name__.replace("_", "-")

    return places


def _as_it_is(_folder: Path) -> None:
    return None


def _nothing(_library: Library) -> None:
    return None


_IN_THE_LIBRARY = (
    library_views.changes,
    library_views.compact_rows,
    checking_views.a_check_with_a_no,
    checking_views.a_check_ends,
    share_views.share_findings,
    share_views.share_reason,
    share_views.share_flyer,
)

WALKS: Sequence[Walk] = (
    Walk(places=_first_start, prepare=_as_it_is, fill=_nothing),
    Walk(places=_lived_in, prepare=a_folder_lived_in, fill=fill_lived_in),
    Walk(places=_views(*notice_views.VIEWS), prepare=_as_it_is, fill=notice_views.fill_with_notices),
    Walk(places=_views(*emergency_views.VIEWS), prepare=_as_it_is, fill=emergency_views.fill_in_britain),
    Walk(
        places=_views(home_views.home_unlocked, *emergency_views.VIEWS_OF_NOTES),
        prepare=home_views.keep_a_week,
        fill=emergency_views.fill_in_britain,
    ),
    Walk(places=_views(*_IN_THE_LIBRARY), prepare=_as_it_is, fill=fill_lived_in),
)
"""All of them: every place there is, then what is in some of them only at times."""

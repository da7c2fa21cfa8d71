"""Pictures the seven views of the design's mockups as the window has them, as large and with as large a text.

`python -m tests.pictures.mockups FOLDER`. The mockups are in the design's folder, not here; what differs from them, and
why, is in docs/look/differences.md. The views stand in every look on the contact sheets.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Sequence
from pathlib import Path

from caregiver_app.library.store import Library
from caregiver_app.ui.theme import ThemeChoice
from tests.helpers.clock import MONDAY
from tests.helpers.invented_library import fill_with_invented
from tests.helpers.whole_window import Opened
from tests.pictures import care_views, home_views, library_views, notice_views, share_views
from tests.pictures.make_pictures import View, make

_LIGHT, _DARK = (ThemeChoice.LIGHT, 100), (ThemeChoice.DARK, 150)


def _invented(library: Library) -> None:
    fill_with_invented(library, at=MONDAY)


def _view(
    name: str,
    look: tuple[ThemeChoice, int],
    size: tuple[int, int],
    show: Callable[[Opened], None],
    *,
    prepare: Callable[[Path], None] = home_views.keep_a_week,
    fill: Callable[[Library], None] = _invented,
) -> View:
    choice, percent = look
    return View(name=name, choice=choice, percent=percent, size=size, show=show, prepare=prepare, fill=fill)


def _care(opened: Opened) -> None:
    care_views.care_locked(opened)
    care_views.care_open(opened)


MOCKUPS: Sequence[View] = (
    _view("1-home", _LIGHT, (1320, 900), home_views.home_unlocked, fill=notice_views.fill_with_notices),
    _view("2-home-locked", _DARK, (1280, 900), home_views.home_locked, fill=notice_views.fill_with_notices),
    _view("3-library", _LIGHT, (1372, 900), library_views.reading),
    _view("4-reader", _DARK, (1280, 900), library_views.reading),
    # Share is a dialog in the mockups: the first one is as much wider as the navigation beside it, the second stacks.
    _view("5-share", _LIGHT, (1316, 790), share_views.share_findings),
    _view("6-share-narrow", _DARK, (1233, 860), share_views.share_writing),
    _view("7-care-notes", _LIGHT, (1360, 900), _care, prepare=care_views.keep_visits),
)


def main() -> None:
    """Make them in the folder that is asked for."""
    parser = argparse.ArgumentParser(description="Picture the seven views of the mockups.")
    parser.add_argument("folder", type=Path, help="where to write them")
    make(MOCKUPS, parser.parse_args().folder)


if __name__ == "__main__":
    os.environ.update({"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8", "TZ": "Europe/London"})
    main()

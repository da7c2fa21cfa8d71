"""Makes the pictures of the window anew: `python -m tests.pictures.make_pictures [FOLDER]`, docs/pictures by default.

Everything in them is real but the content: the window as it is assembled, over a library file of invented pages.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from PySide6.QtWidgets import QApplication

from caregiver_app.library.store import Library
from caregiver_app.ui.theme import Theme, ThemeChoice, dress
from tests.helpers.clock import MONDAY
from tests.helpers.invented_library import fill_with_invented, look_for_notices
from tests.helpers.qt_app import settle
from tests.helpers.starter import folder_with_starter
from tests.helpers.whole_window import Opened, open_whole
from tests.pictures import (
    care_views,
    check_link_views,
    checking_views,
    emergency_views,
    first_views,
    home_views,
    library_views,
    notice_views,
    packs_views,
    print_views,
    settings_views,
    share_views,
)

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "pictures"
_PAGE = "When evenings feel harder: calm routines for sundowning"


def _as_it_is(_folder: Path) -> None:
    return None


def _invented(library: Library) -> None:
    fill_with_invented(library, at=MONDAY)
    look_for_notices(library, at=MONDAY)


def _nothing(_library: Library) -> None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One picture: how the window looks, how large it is, and what is open in it.

    `prepare` puts into the data folder what must lie there before the window opens, `fill` into the library of a first
    start. With `goes_on` it is taken in the window of the picture before, as that left it.
    """

    name: str
    choice: ThemeChoice
    percent: int
    size: tuple[int, int]
    show: Callable[[Opened], None]
    prepare: Callable[[Path], None] = _as_it_is
    fill: Callable[[Library], None] = _invented
    goes_on: bool = False


def _reading(opened: Opened) -> None:
    shelf = opened.whole.library.shelf
    row = next(row for row in opened.rows if row.title == _PAGE)
    shelf.pane.list.show_current(row.id)
    shelf.pane.list.opened.emit(row)
    opened.quiet()
    shelf.pane.list.scrollToTop()
    shelf.pane.list.clearFocus()
    shelf.reader.page.clearFocus()


def _list(opened: Opened) -> None:
    opened.whole.library.shelf.pane.list.clearFocus()


def _searching(opened: Opened) -> None:
    opened.whole.library.shelf.pane.filters.search.search("swallow")


def _sources(opened: Opened) -> None:
    opened.whole.ways.open_sources()
    opened.quiet()
    sources = opened.whole.ways.sources
    assert sources is not None
    sources.list.setCurrentIndex(sources.model.index(2))


def _topics(opened: Opened) -> None:
    opened.whole.ways.open_topics()


def _documented(
    choice: ThemeChoice,
    percent: int,
    size: tuple[int, int],
    more: Mapping[str, Callable[[Opened], None]] = MappingProxyType({}),
) -> tuple[View, ...]:
    shows = {
        "library": _reading,
        "care-locked": care_views.care_locked,
        "care-notes": care_views.care_open,
        "home": care_views.home_with_notes,
        "print": print_views.print_set,
        "share": share_views.share_findings,
        **more,
    }
    return tuple(
        View(
            name=f"{name}-{choice.value}-{percent}",
            choice=choice,
            percent=percent,
            size=size,
            show=show,
            prepare=care_views.keep_visits,
            goes_on=number > 0,
        )
        for number, (name, show) in enumerate(shows.items())
    )


_OF_PACKS = {
    "help": first_views.help_lines,
    "awareness-days": first_views.awareness_days,
    "packs-install": packs_views.packs_install,
    "studio-writing": packs_views.studio_writing,
}

DOCUMENTED: Sequence[View] = (
    *_documented(ThemeChoice.LIGHT, 100, (1372, 900), _OF_PACKS),
    *_documented(ThemeChoice.DARK, 150, (1280, 900)),
    View(
        name="first-start-light-100",
        choice=ThemeChoice.LIGHT,
        percent=100,
        size=(1280, 900),
        show=first_views.starter_packs,
        fill=_nothing,
    ),
    View(name="packs-dark-200", choice=ThemeChoice.DARK, percent=200, size=(1280, 900), show=packs_views.packs_list),
)
"""The pictures that documents show."""


def _in_every_look(
    shows: Sequence[Callable[[Opened], None]],
    prepare: Callable[[Path], None] = _as_it_is,
    fill: Callable[[Library], None] = _invented,
) -> tuple[View, ...]:
    return tuple(
        View(
            name=f"{show.__name__.strip('_')}-{choice.value}-{percent}",
            choice=choice,
            percent=percent,
            size=(1280, 900),
            show=show,
            prepare=prepare,
            fill=fill,
        )
        for show in shows
        for choice in LOOKS
        for percent in PERCENTS
    )


LOOKS = (ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.HIGH_CONTRAST_LIGHT, ThemeChoice.HIGH_CONTRAST_DARK)
PERCENTS = (100, 150, 200)
_OF_THE_LIBRARY = (_reading, _list, _searching, _sources, _topics, *library_views.VIEWS)

FOR_THE_EYE: Sequence[View] = (
    *_in_every_look((*_OF_THE_LIBRARY, *check_link_views.VIEWS, *settings_views.VIEWS, *home_views.VIEWS)),
    *_in_every_look((*checking_views.VIEWS, *share_views.VIEWS, *packs_views.VIEWS)),
    *_in_every_look(home_views.VIEWS_OF_NOTES, home_views.keep_a_week),
    *_in_every_look(notice_views.VIEWS, fill=notice_views.fill_with_notices),
    *_in_every_look(print_views.VIEWS, care_views.keep_visits),
    *_in_every_look(emergency_views.VIEWS, fill=emergency_views.fill_in_britain),
    *_in_every_look(emergency_views.VIEWS_OF_NOTES, home_views.keep_a_week, emergency_views.fill_in_britain),
    *_in_every_look(first_views.VIEWS),
    *_in_every_look(first_views.VIEWS_OF_A_FIRST_START, fill=_nothing),
)
"""Every view in every theme at every size, to be looked at after a change."""


def make(views: Sequence[View], folder: Path) -> None:
    """Write a PNG file for each view into `folder`."""
    application = QApplication.instance() or QApplication(["pictures"])
    assert isinstance(application, QApplication)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as elsewhere:
        start = folder_with_starter(Path(elsewhere, "start"))
        for number, group in enumerate(_by_window(views)):
            with dressed(application, group[0].choice, group[0].percent) as theme:
                _make(group, theme, start, Path(elsewhere, str(number)), folder)


def _by_window(views: Sequence[View]) -> list[list[View]]:
    """Return the views in groups, each for one window."""
    groups: list[list[View]] = []
    for view in views:
        if view.goes_on:
            groups[-1].append(view)
        else:
            groups.append([view])
    return groups


@contextmanager
def dressed(application: QApplication, choice: ThemeChoice, percent: int) -> Iterator[Theme]:
    """Yield a theme of one window alone, and let go of the window with it: else all are dressed anew each time."""
    theme = Theme(choice, percent)
    theme.set_still(True)
    dress(application, theme)
    yield theme
    theme.changed.disconnect()
    for widget in application.topLevelWidgets():
        widget.hide()
        widget.deleteLater()
    settle()


def _make(group: Sequence[View], theme: Theme, start: Path, data: Path, folder: Path) -> None:
    first = group[0]
    first.prepare(data)
    with open_whole(theme, data, start=start, fill=first.fill, size=first.size) as opened:
        for view in group:
            view.show(opened)
            opened.quiet()
            settle()
            opened.whole.window.grab().save(str(folder / f"{view.name}.png"))


def main() -> None:
    """Make the pictures that the command line asks for."""
    parser = argparse.ArgumentParser(description="Make the pictures of the window anew.")
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER, help="where to write them")
    parser.add_argument("--all", action="store_true", help="every view in every theme at every size, for the eye")
    asked = parser.parse_args()
    make(FOR_THE_EYE if asked.all else DOCUMENTED, asked.folder)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main()

"""Makes the pictures of the Spanish user guide: `python -m tests.pictures.spanish_guide FOLDER`.

The stories are told by keyboard and in English; here the same moments are gone to in a window that speaks Spanish.
`dev.py guide` runs it after them. Each place is found by what the catalogue calls it.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from caregiver_app.library.store import Library
from caregiver_app.model.sheets.kinds import PrintSet, SheetKind
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.settings import Settings
from caregiver_app.ui.care.joining import CARE
from caregiver_app.ui.care.person_drawer import PersonDrawer
from caregiver_app.ui.entries import LIBRARY
from caregiver_app.ui.first_run.place import StepKey
from caregiver_app.ui.help_lines.joining import HELP
from caregiver_app.ui.home.joining import HOME
from caregiver_app.ui.packs.commands import PACKS
from caregiver_app.ui.speaking import speak
from caregiver_app.ui.theme import ThemeChoice
from caregiver_app.vault.records.people import Situation
from tests.helpers.all_screens import leave, press, shown
from tests.helpers.care_window import care_of
from tests.helpers.care_window import unlock as open_notes
from tests.helpers.first_run import go_on, skip_all, skip_until, tile, topics_of
from tests.helpers.print_window import show_sheet
from tests.helpers.qt_app import settle
from tests.helpers.starter import folder_with_starter
from tests.helpers.whole_window import Opened, open_whole
from tests.pictures import emergency_views
from tests.pictures.make_pictures import dressed
from tests.pictures.spanish_family import GUIDE, MESSAGE, MOTHER, fill_library, keep_notes

LANGUAGE = "es-ES"
_SIZE = (1280, 860)
Show = Callable[[Opened], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """One window and the moments in it, in order: the name of the picture, and what leads there."""

    moments: Sequence[tuple[str, Show]]
    prepare: Callable[[Path], object] = lambda _folder: None
    fill: Callable[[Library], object] = lambda _library: None
    percent: int = 100


def _screen(key: str, *names: Callable[[], str]) -> Show:
    """Return what opens a screen and presses what is called so there."""

    def show(opened: Opened) -> None:
        leave(opened)
        opened.whole.window.open_screen(key)
        opened.quiet()
        for name in names:
            press(opened, name())

    return show


def _settings(page: str) -> Show:
    return lambda opened: opened.whole.open_settings(page)


def _tab(key: str) -> Show:
    def show(opened: Opened) -> None:
        _screen(CARE)(opened)
        body = care_of(opened).screen.body
        assert body is not None
        body.open_tab(key)

    return show


def _topics(opened: Opened) -> None:
    tile(opened, "dementia").click()
    topics_of(opened).countries.chips.chip("ES").click()


def _unlock(opened: Opened) -> None:
    _screen(CARE)(opened)
    open_notes(opened)
    _screen(HOME)(opened)


def _put_away(opened: Opened) -> None:
    _screen(HOME, lambda: _("Done"))(opened)
    _screen(HOME)(opened)


def _pasted(opened: Opened) -> None:
    _screen(LIBRARY)(opened)
    opened.whole.ways.open_check_link()
    opened.quiet()
    page = opened.whole.ways.check_link
    assert page is not None
    page.text.setPlainText(MESSAGE)


def _answered(opened: Opened) -> None:
    _pasted(opened)
    page = opened.whole.ways.check_link
    assert page is not None
    page.look()


def _guide(opened: Opened) -> None:
    _screen(LIBRARY)(opened)
    opened.whole.library.shelf.pane.filters.search.search(GUIDE)
    opened.quiet()
    row = opened.rows[0]
    opened.whole.library.shelf.pane.list.show_current(row.id)
    opened.whole.library.shelf.pane.list.opened.emit(row)


def _changed(opened: Opened) -> None:
    _screen(CARE)(opened)
    care = care_of(opened)
    assert care.screen.ways is not None
    care.screen.ways.open_person(next(one for one in care.desk.whom.people if one.name == MOTHER))
    opened.quiet()
    drawer = shown(opened).findChild(PersonDrawer)
    assert drawer is not None
    drawer.situation.chip(Situation.DIED.value).click()


def _sheet(what: SheetKind | PrintSet) -> Show:
    return lambda opened: show_sheet(opened, what)


WINDOWS: Sequence[Window] = (
    Window(
        moments=(
            ("first-1-welcome", lambda _opened: None),
            ("first-2-topics", _topics),
            ("first-3-packs", go_on),
            ("first-5-sheet", lambda opened: skip_until(opened, StepKey.NOTES)),
            ("first-6-home", skip_all),
            ("stick-1-where", _screen(PACKS, lambda: _("Install from a file or USB stick"))),
        )
    ),
    Window(
        prepare=keep_notes,
        fill=fill_library,
        moments=(
            ("notice-1-calm", _screen(HOME)),
            ("offline-1-guide", _guide),
            ("message-1-pasted", _pasted),
            ("message-2-answer", _answered),
            ("offline-2-helplines", _screen(HELP)),
            ("lost-1-copy", _settings("backup")),
            ("lost-2-sheet", _screen(CARE, lambda: _("Use my recovery sheet"))),
            ("notice-2-red", _unlock),
            ("visit-1-home", _put_away),
            ("visit-2-questions", _tab("questions")),
            ("visit-3-sheet", _sheet(SheetKind.VISIT)),
            ("weekend-1-set", _sheet(PrintSet.HELPERS_WEEKEND)),
            ("weekend-2-medicines", _sheet(SheetKind.MEDICINES)),
            ("changed-1-said", _changed),
        ),
    ),
    Window(
        prepare=keep_notes,
        fill=fill_library,
        moments=(
            ("night-1-home", emergency_views.home_by_night),
            ("night-2-emergency", emergency_views.emergency),
            ("night-3-line", _screen(CARE, lambda: _("Write a note"))),
        ),
    ),
    Window(
        prepare=keep_notes,
        fill=fill_library,
        percent=200,
        moments=(("large-1-home", _screen(HOME)), ("large-2-guide", _guide)),
    ),
)


def make(folder: Path) -> None:
    """Write a PNG file for each moment into `folder`."""
    application = QApplication.instance() or QApplication(["pictures"])
    assert isinstance(application, QApplication)
    application.setCursorFlashTime(0)  # so that pictures of the same moment are the same
    speak(application, LANGUAGE)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as elsewhere:
        start = folder_with_starter(Path(elsewhere, "start"))
        for number, window in enumerate(WINDOWS):
            data = Path(elsewhere, str(number))
            window.prepare(data)
            with (
                dressed(application, ThemeChoice.LIGHT, window.percent) as theme,
                open_whole(
                    theme, data, start=start, fill=window.fill, size=_SIZE, settings=Settings(language=LANGUAGE)
                ) as opened,
            ):
                for name, show in window.moments:
                    _picture(opened, show, folder / f"{name}.png")


def _picture(opened: Opened, show: Show, target: Path) -> None:
    show(opened)
    opened.quiet()
    opened.whole.window.messages.forget_all()
    opened.whole.window.setFocus(Qt.FocusReason.MouseFocusReason)
    settle()
    opened.whole.window.grab().save(str(target))


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    make(Path(sys.argv[1]))

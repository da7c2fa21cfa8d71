"""Home greets by name while the notes are open, and what was sought in the library can be sought in them too."""

from __future__ import annotations

from pathlib import Path

from caregiver_app.ui.care.journal.steps import AUTHOR
from caregiver_app.ui.care.search_drawer import SearchDrawer
from caregiver_app.ui.care.today import CareToday
from caregiver_app.ui.library.list_menu import list_menu
from caregiver_app.ui.theme import Theme
from caregiver_app.vault.records.questions import NewQuestion
from caregiver_app.vault.store import Vault
from tests.helpers.a_week import a_week
from tests.helpers.accessible import assert_accessible
from tests.helpers.care_window import lock
from tests.helpers.clock import MONDAY
from tests.helpers.everything_shown import everything_shown
from tests.helpers.fitting import assert_fits_smallest, assert_targets
from tests.helpers.home_window import home, home_window, unlock_from_home, words
from tests.helpers.qt_app import show
from tests.helpers.whole_window import Opened
from tests.ui.library.conftest import fill

WRITER = "Zufall7Kroete"


def week_of_somebody(vault: Vault) -> None:
    a_week(vault)
    vault.questions.add(NewQuestion(text="Why does she swallow so often?"), at=MONDAY)
    vault.settings.set(AUTHOR, WRITER)


def greeted(opened: Opened) -> str:
    return words(home(opened).header).splitlines()[0]


def search_library(opened: Opened, typed: str) -> None:
    opened.whole.window.open_screen("library")
    opened.whole.library.shelf.pane.filters.search.search(typed)
    opened.quiet()


def entries_of_more(opened: Opened) -> list[str]:
    lists = opened.whole.library.lists
    menu = list_menu(opened.whole.window, lists.state, lists.doings)
    entries = [action.text() for action in menu.actions()]
    menu.deleteLater()
    return entries


def test_open_notes_are_greeted_by_name_and_can_be_searched_for_the_same_words(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    with home_window(theme, tmp_path / "data", starter_folder, fill=fill, notes=week_of_somebody) as opened:
        nameless = greeted(opened)
        offer = opened.whole.library.shelf.pane.filters.found.notes_too
        search_library(opened, "swallow")
        assert offer.isHidden()

        opened.whole.window.open_screen("home")
        unlock_from_home(opened)
        assert greeted(opened) == f"{nameless}, {WRITER}"
        notes: CareToday = opened.whole.home.notes
        notes.set_hidden(True)
        opened.quiet()
        assert greeted(opened) == nameless
        notes.set_hidden(False)
        opened.quiet()
        assert greeted(opened) == f"{nameless}, {WRITER}"

        opened.whole.window.open_screen("library")
        assert offer.isVisible()
        assert WRITER not in opened.whole.window.windowTitle()
        opened.whole.window.messages.forget_all()
        theme.set_percent(200)
        show(opened.whole.window, 960, 640)
        opened.quiet()
        assert_fits_smallest(opened.whole.window)
        assert offer.isHidden()
        assert "Search care notes too" in entries_of_more(opened)
        theme.set_percent(100)
        show(opened.whole.window)
        assert_accessible(opened.whole.library.shelf.pane.filters)
        offer.click()
        opened.quiet()
        panel = opened.whole.window.overlay.panel
        assert panel is not None
        drawer = panel.content
        assert isinstance(drawer, SearchDrawer)
        assert (drawer.field.text(), drawer.said.text()) == ("swallow", "2 found")
        assert opened.whole.window.nav.current == "care"

        search_library(opened, "")
        assert offer.isHidden()
        search_library(opened, "swallow")
        assert offer.isVisible()
        assert_targets(opened.whole.library.shelf.pane.filters, theme)
        lock(opened)
        assert offer.isHidden()
        assert "Search care notes too" not in entries_of_more(opened)
        opened.whole.window.open_screen("home")
        assert greeted(opened) == nameless
        left = everything_shown(opened.whole.window)
        assert WRITER not in left
        assert "Why does she" not in left

"""What is open in the pictures of the settings and of several sources at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from caregiver_app.bootstrap.newer_caregiver import NewerCaregiver
from caregiver_app.ui.home.joining import HOME
from caregiver_app.ui.settings.about import AboutPart
from tests.helpers.whole_window import Opened

_NEWER = NewerCaregiver(version="1.2", said_by="Northfield Nurses")


def updates(opened: Opened) -> None:
    """Open when updates come, what is kept, and what is tidied away."""
    opened.whole.open_settings("updates")


def privacy(opened: Opened) -> None:
    """Open the list of connections and what can be done about it."""
    opened.whole.open_settings("privacy")


def language(opened: Opened) -> None:
    """Open the choice of language, country, week, units and paper."""
    opened.whole.open_settings("language")


def backup(opened: Opened) -> None:
    """Open the page of backups."""
    opened.whole.open_settings("backup")


def keyboard(opened: Opened) -> None:
    """Open the list of keys."""
    opened.whole.open_settings("keyboard")


def display(opened: Opened) -> None:
    """Open text size, letters and colours."""
    opened.whole.open_settings("display")


def about(opened: Opened) -> None:
    """Open what Caregiver is, when a channel said that there is a newer one."""
    opened.whole.open_settings("about")
    opened.quiet()
    part = opened.whole.settings.part
    assert isinstance(part, AboutPart)
    part.newer.show_newer(_NEWER)
    part.verticalScrollBar().setValue(part.newer.y())


def newer_on_home(opened: Opened) -> None:
    """Open Home at its end, where it says so in a line."""
    opened.whole.window.open_screen(HOME)
    opened.quiet()
    home = opened.whole.home.screen
    home.newer.show_newer(_NEWER)
    opened.quiet()
    home.page.ensureWidgetVisible(home.newer)


def help_here(opened: Opened) -> None:
    """Open what F1 says of the Library."""
    opened.whole.window.open_screen("library")
    opened.whole.help_here.open()


def several(opened: Opened) -> None:
    """Select several sources."""
    opened.whole.ways.open_sources()
    opened.quiet()
    sources = opened.whole.ways.sources
    assert sources is not None
    sources.head.several.click()
    sources.list.select(sources.model.ids()[1:4])


VIEWS: Sequence[Callable[[Opened], None]] = (
    updates,
    privacy,
    language,
    backup,
    keyboard,
    display,
    help_here,
    several,
    about,
    newer_on_home,
)
"""Every one of them, for pictures at all sizes and in all colours."""

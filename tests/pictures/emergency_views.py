"""What of the emergency page and of Home at night is pictured."""

from __future__ import annotations

from datetime import datetime

from caregiver_app.library.store import Library
from caregiver_app.model.time import from_datetime
from caregiver_app.ui.emergency.joining import EMERGENCY_PAGE
from caregiver_app.ui.home.joining import HOME
from tests.helpers.clock import MONDAY
from tests.helpers.home_window import unlock_from_home
from tests.helpers.invented_library import fill_with_invented
from tests.helpers.whole_window import Opened


def fill_in_britain(library: Library) -> None:
    """Fill the library, of somebody who lives in the United Kingdom."""
    fill_with_invented(library, at=MONDAY)
    library.topics.live_in("GB", "en")


def emergency(opened: Opened) -> None:
    """The emergency page."""
    opened.whole.window.open_screen(EMERGENCY_PAGE)
    opened.quiet()


def emergency_of_all(opened: Opened) -> None:
    """The emergency page of somebody who chose no country."""
    opened.library.topics.live_in("", "")
    opened.whole.emergency.forget()
    opened.whole.window.open_screen(EMERGENCY_PAGE)
    opened.quiet()


def emergency_signs(opened: Opened) -> None:
    """The signs on the emergency page, further down."""
    emergency(opened)
    _scroll_down(opened)


def home_by_night(opened: Opened) -> None:
    """Home at three in the morning."""
    opened.clock.jump(from_datetime(datetime(2026, 11, 24, 3, 0).astimezone()))
    opened.whole.window.open_screen(HOME)
    opened.quiet()


def home_by_night_open(opened: Opened) -> None:
    """The same with open notes."""
    home_by_night(opened)
    unlock_from_home(opened)
    home_by_night(opened)


def _scroll_down(opened: Opened) -> None:
    body = opened.whole.emergency.body
    assert body is not None
    bar = body.page.verticalScrollBar()
    bar.setValue(bar.maximum())


VIEWS = (emergency, emergency_signs, emergency_of_all, home_by_night)
VIEWS_OF_NOTES = (home_by_night_open,)

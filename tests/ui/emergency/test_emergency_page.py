"""The emergency page: one press away at every size and in every state, and whom it names to call."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.ui.breakpoints import FrameLayout
from caregiver_app.ui.care.tabs import EMERGENCY
from caregiver_app.ui.emergency.body import EmergencyBody
from caregiver_app.ui.emergency.joining import EMERGENCY_KEYS, EMERGENCY_PAGE
from caregiver_app.ui.frame import SMALLEST, MainWindow
from caregiver_app.ui.help_lines.qr_popover import QrPopover
from caregiver_app.ui.sheets.joining import PRINT
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.theme.type_roles import SIZES, TypeRole
from caregiver_app.ui.widgets.nav_button import NavButton
from tests.helpers.accessible import assert_accessible, speak
from tests.helpers.care_window import care_of, care_window, unlock
from tests.helpers.first_run import frame_of
from tests.helpers.fitting import assert_fits_smallest, assert_targets
from tests.helpers.home_window import words
from tests.helpers.protected import protected_folder, shut_window
from tests.helpers.qt_app import settle, show
from tests.helpers.whole_window import Opened, open_whole

pytestmark = pytest.mark.usefixtures("undressed")

PLACES = (
    (100, (1280, 860), FrameLayout.WIDE),
    (100, SMALLEST, FrameLayout.MID),
    (130, (1100, 800), FrameLayout.NARROW),
    (200, SMALLEST, FrameLayout.COMPACT),
)


IN_BRITAIN = (
    "Where you are: street, number, floor, town.",
    "They have pain in the chest.",
    "112 also works.",
    "Source: South Western Ambulance Service NHS Foundation Trust. Read in a copy of swast.nhs.uk on 26 November 2026.",
    "NHS 24  ·  Scotland  ·  Day and night",
    "Northern Ireland has no single line.",
)

NEEDS_NOTHING = "Works without the internet and without your passphrase."


def emergency_button(window: QWidget) -> NavButton:
    (found,) = (one for one in window.findChildren(NavButton) if one.key == EMERGENCY_PAGE and one.isVisible())
    return found


def has_red_edge(button: NavButton, theme: Theme) -> bool:
    image, middle = button.grab().toImage(), button.grab().toImage().height() // 2
    colours = {image.pixelColor(across, middle).name().upper() for across in range(4)}
    return theme.tokens.urgent.line.upper() in colours


def open_tab(opened: Opened) -> str:
    body = care_of(opened).screen.body
    return body.tab_key if body is not None else ""


def page(window: MainWindow) -> EmergencyBody:
    """Press the red button and return what is shown, once all is answered."""
    emergency_button(window).click()
    settle()
    (shown,) = (one for one in window.findChildren(EmergencyBody) if one.isVisible())
    assert window.nav.current == EMERGENCY_PAGE
    return shown


def large(body: EmergencyBody) -> str:
    """Return what is said in the largest letters, nothing where no single number is."""
    role = TypeRole.URGENT.value
    found = [one.text() for one in body.findChildren(QLabel) if one.property("role") == role and one.isVisible()]
    return " ".join(found)


def see_at_every_size(opened: Opened, body: EmergencyBody, theme: Theme) -> None:
    """Check the red button and the page in each layout."""
    window = opened.whole.window
    for percent, size, layout in PLACES:
        theme.set_percent(percent)
        show(window, *size)
        opened.quiet()
        assert window.frame_layout is layout
        button = emergency_button(window)
        assert button.accessibleName() == "Emergency"
        assert has_red_edge(button, theme)
        assert not button.visibleRegion().isEmpty()
        assert button.visibleRegion().boundingRect() == button.rect()
        bar = window.bars.seen
        assert bar is not None
        for part in (bar, body):
            assert_accessible(part)
            assert_targets(part, theme)
        assert {"Emergency", NEEDS_NOTHING} <= {one.text() for one in body.findChildren(QLabel) if one.isVisible()}
        if size == SMALLEST:
            assert_fits_smallest(window)


def see_lines_of_scotland(opened: Opened) -> None:
    """Check that somebody in Scotland is shown the lines of Scotland, and none of another nation."""
    opened.library.topics.live_in("GB-SCT", "en")
    opened.whole.window.open_screen("home")
    body = page(opened.whole.window)
    opened.quiet()
    assert (large(body), body.countries.button.text()) == ("999", "Scotland")
    assert "Poisoning: NHS 24" in words(body)
    assert "NHS 111" not in words(body)


@pytest.mark.usefixtures("dressed")
def test_it_is_seen_at_every_size_says_whom_to_call_and_leads_to_the_sheet(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    with care_window(theme, tmp_path / "data", starter_folder) as opened:
        window = opened.whole.window
        body = page(window)
        assert large(body) == "", "no country was chosen, and none is guessed"
        assert {"United Kingdom, 999", "Spain, 112", "United States, 911"} <= {one.name for one in speak(body)}
        assert "Source: Northern Ireland Ambulance Service" in words(body)

        body.countries.chosen.emit("GB")
        settle()
        assert large(body) == "999"
        assert SIZES[TypeRole.URGENT].px == 48
        said = words(body)
        assert [part for part in IN_BRITAIN if part not in said] == []
        see_at_every_size(opened, body, theme)
        assert body.numbers is not None
        assert body.numbers.qr is not None
        body.numbers.qr.click()
        assert [one.isVisible() for one in window.findChildren(QrPopover)] == [True]
        window.overlay.close_panel()

        QTest.keySequence(window, "F12")
        assert (window.nav.current, body.country) == ("home", "")
        opened.library.topics.live_in("US-TX", "en")
        window.open_screen("home")
        body = page(window)
        opened.quiet()
        assert large(body) == "911", "the country of the first run, as a whole"
        assert "Poisoning: Poison Control" in words(body)
        assert "We know no line for medical advice for this place: United States." in words(body)
        see_lines_of_scotland(opened)
        opened.library.topics.live_in("US", "en")

        assert body.sheet.text() == "Open the emergency sheet"
        assert "Print this sheet once and keep it by the door." in words(body)
        body.sheet.click()
        assert window.nav.current == "care"
        locked = care_of(opened).screen.shut.locked
        assert "Unlock to see the emergency sheet." in [one.name for one in speak(locked)]
        assert QApplication.focusWidget() is locked.passphrase.line
        unlock(opened)
        assert open_tab(opened) == EMERGENCY

        QTest.keySequence(window, EMERGENCY_KEYS)
        opened.quiet()
        assert window.nav.current == EMERGENCY_PAGE
        QTest.keySequence(window, "Ctrl+P")
        opened.quiet()
        wanted = opened.whole.gate.side.printing.screen.body.wanted
        assert (window.nav.current, wanted.what, wanted.country) == (PRINT, SheetKind.HELPLINES, "US")


def test_it_is_there_before_the_first_run_is_finished_and_without_notes_leads_to_their_making(
    theme: Theme, tmp_path: Path
) -> None:
    with open_whole(theme, tmp_path / "data") as opened:
        window = opened.whole.window
        assert frame_of(opened).isVisible()
        body = page(window)
        assert "United Kingdom, 999" in {one.name for one in speak(body)}
        assert body.sheet.text() == "Make your emergency sheet"
        body.sheet.click()
        assert care_of(opened).screen.shut.currentWidget() is care_of(opened).screen.shut.set_up
        assert window.nav.current == "care"
        assert opened.door.asked == []


def test_it_is_there_behind_a_locked_library_and_stays_while_that_locks(theme: Theme, tmp_path: Path) -> None:
    with shut_window(theme, protected_folder(tmp_path / "data")) as shut:
        window = shut.whole.window
        body = page(window)
        assert shut.title == "Emergency, Caregiver"
        assert "United Kingdom, 999" in {one.name for one in speak(body)}
        assert not body.card.isVisible(), "nothing is printed of a locked library"
        body.countries.chosen.emit("GB")
        settle()
        assert large(body) == "999"
        body.sheet.click()
        assert shut.title == "Locked, Caregiver"
        shut.unlock()
        assert window.nav.current == "care"
        assert shut.whole.care.screen.body is not None
        assert shut.whole.care.screen.body.tab_key == EMERGENCY
        page(window)
        assert body.card.isVisible()
        shut.lock()
        assert (window.nav.current, large(body)) == (EMERGENCY_PAGE, "999"), "in the middle of a call"
        window.open_screen("home")
        assert large(page(window)) == "", "which country it is stands in the locked library"

"""Help is found by country and word, its numbers are there as text, and nothing of it is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget

from caregiver_app.bootstrap.help_choosing import Wanted
from caregiver_app.library.store import Library
from caregiver_app.model.time import Millis
from caregiver_app.support.helplines import HelpKind
from caregiver_app.support.sentences.helplines import kind_words
from caregiver_app.ui.frame import SMALLEST
from caregiver_app.ui.help_lines.body import GROUPS, HelpBody
from caregiver_app.ui.help_lines.group_card import GroupCard
from caregiver_app.ui.help_lines.joining import HELP
from caregiver_app.ui.help_lines.line_card import LineCard
from caregiver_app.ui.help_lines.qr_popover import QrPopover, call_address
from caregiver_app.ui.help_lines.screen import HelpScreen
from caregiver_app.ui.home.joining import HOME
from caregiver_app.ui.theme import Theme
from tests.helpers.accessible import assert_accessible
from tests.helpers.clock import MONDAY
from tests.helpers.fitting import assert_fits_smallest, assert_targets
from tests.helpers.installing import NORTHFIELD, a_line, install, pack_of
from tests.helpers.protected import ShutWindow, protected_folder, shut_window
from tests.helpers.qt_app import Listener, picture, press, settle, show
from tests.helpers.whole_window import Opened, open_whole

DAYTIME = {
    "hours": [{"days": ["mon", "tue", "wed"], "opens": "09:00", "closes": "20:00"}],
    "hours_said": "Monday to Wednesday 9 am to 8 pm",
    "zone": "Europe/London",
}
DAY_AND_NIGHT = {
    "hours": [{"days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], "opens": "00:00", "closes": "24:00"}],
    "zone": "Europe/London",
}
GROUP = {
    "id": "harbour-forum",
    "name": "Harbour forum",
    "address": "https://forum.alzheimers.org.uk/",
    "language": "en",
    "country": "GB",
    "moderated": "By the organisation.",
    "safe_to_post": ["How you feel"],
    "better_not": ["Full names"],
    "lives_on_data": True,
}
DAY_MS = 24 * 3600 * 1000
NEXT_MONDAY = Millis(MONDAY + 7 * DAY_MS)
"""After the days on which the packs that ship were published."""


def fill(library: Library) -> None:
    """Add a pack with lines and a group, and let somebody live in the United Kingdom."""
    day = {**a_line("harbour", "0800 000 001"), "name": "Harbour carers line", **DAYTIME, "cost": "free"}
    night = {**a_line("lantern", "0800 000 002"), "name": "Lantern line", **DAY_AND_NIGHT, "checked_on": "2026-11-02"}
    old = {**a_line("quay", "0800 000 003"), "name": "Quay line", "serves": "Anybody who cannot sleep"}
    spanish = {**a_line("faro", "0800 000 004"), **DAYTIME, "name": "Faro", "languages": ["es"]}
    lines = [{**day, "checked_on": "2026-11-02"}, night, {**old, "checked_on": "2025-01-02"}, spanish]
    install(library, pack_of("harbour", helplines=lines, communities=[GROUP]), NORTHFIELD)
    library.topics.live_in("GB", "en")


@pytest.fixture
def opened(theme: Theme, tmp_path: Path, starter_folder: Path) -> Iterator[Opened]:
    """A window at Help, over the packs that ship and one more."""
    with open_whole(theme, tmp_path / "data", start=starter_folder, fill=fill, screen=HELP) as opened:
        yield opened


def body_of(opened: Opened | ShutWindow) -> HelpBody:
    screen = opened.whole.window.stack.of(HELP)
    assert isinstance(screen, HelpScreen)
    assert screen.body is not None
    return screen.body


def said(part: QWidget | None) -> str:
    assert part is not None
    return "\n".join(label.text() for label in part.findChildren(QLabel))


def find(opened: Opened | ShutWindow, words: str) -> list[LineCard | GroupCard]:
    body = body_of(opened)
    body.search.search(words)
    settle()
    return body.results.cards if body.results is not None else []


def test_a_number_is_found_copied_and_forgotten(opened: Opened) -> None:
    body = body_of(opened)
    assert "999" in said(body.emergency).splitlines()
    assert body.leaving.isVisible()
    assert body.results is not None
    assert body.results.more is not None
    first = len(body.results.cards)
    body.results.more.click()
    settle()
    assert body.results is not None
    assert len(body.results.cards) > first

    opened.clock.jump(NEXT_MONDAY)
    heard = Listener()
    (card,) = find(opened, "harb car")
    assert "1 found" in heard.words
    assert isinstance(card, LineCard)
    words = said(card)
    for line in (
        "0800 000 001",
        "Closed now",
        "From Northfield Nurses",
        kind_words(HelpKind.CARING),
        "Samaritans answers day and night: 116 123",
        "Free to call",
    ):
        assert line in words, line
    assert "Monday to Wednesday 9 am to 8 pm" in words
    assert "Check again by 2 May 2027." in words
    assert card.copy is not None
    card.copy.click()
    assert QGuiApplication.clipboard().text() == "0800 000 001"

    assert card.qr is not None
    card.qr.click()
    settle()
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    assert isinstance(panel.content, QrPopover)
    assert_accessible(panel.content)
    shown = picture(panel.content.code)
    dark = [shown.pixelColor(x, y).lightness() for x in range(0, shown.width(), 3) for y in range(0, shown.height(), 3)]
    assert min(dark) < 30
    assert max(dark) > 225
    press(Qt.Key.Key_Escape)

    (card,) = find(opened, "lantern")
    assert said(card).count("Day and night") == 1
    (card,) = find(opened, "faro")
    assert "We did not check this number" in said(card)
    assert "now" not in said(card)
    (card,) = find(opened, "cannot sleep")
    assert "That is long ago: call to make sure." in said(card)
    assert_somebody_is_there(opened, heard)
    opened.whole.hiding.hide()
    assert opened.whole.window.nav.current == HOME
    screen = opened.whole.window.stack.of(HELP)
    assert isinstance(screen, HelpScreen)
    assert screen.body is None
    assert opened.door.asked == []
    assert opened.library.shares.list() == ()


def assert_somebody_is_there(opened: Opened, heard: Listener) -> None:
    """For words that nothing has: the emergency number, and lines to which one may say anything."""
    body = body_of(opened)
    assert find(opened, "zzz")
    assert "No entry for that word." in said(body.empty)
    assert "In danger right now? Call 999." in said(body.empty)
    assert kind_words(HelpKind.CRISIS) in said(body.results)
    assert body.leaving.isVisible()
    assert find(opened, "911")
    assert "In an emergency, call 999." in said(body.empty)
    assert heard.words[-1].endswith("In an emergency, call 999.")


def test_a_phone_is_given_only_numbers_that_leave_nothing_to_guess() -> None:
    for phone, address in (
        ("116 123", "tel:116123"),
        ("+44 20 7946 0000", "tel:+442079460000"),
        ("+44 (0)20 7946 0000", ""),
        ("1-800-273-8255", "tel:18002738255"),
        ("0300 222 1122 option 2", ""),
        ("1-800-LIFENET", ""),
        ("", ""),
        ("*#06#", ""),
    ):
        assert call_address(phone) == address, phone


def test_open_now_is_said_at_nine_and_by_no_clock_that_is_wrong(opened: Opened) -> None:
    opened.clock.jump(Millis(NEXT_MONDAY + 3600_000))
    (card,) = find(opened, "harbour carers")
    assert "Open now" in said(card)
    assert "Until" in said(card)
    opened.clock.jump(Millis(NEXT_MONDAY + 3600_000 - 364 * DAY_MS))
    (card,) = find(opened, "harbour carers ")
    assert "now" not in said(card)
    assert "Monday to Wednesday 9 am to 8 pm" in said(card)


def test_countries_languages_and_groups_narrow_what_is_shown(opened: Opened) -> None:
    body = body_of(opened)
    body.language.chosen.emit("es")
    settle()
    assert "0800 000 004" in said(body.results)
    assert "0800 000 001" not in said(body.results)
    body.country.chosen.emit("IE")
    settle()
    assert (body.wanted.country, body.wanted.language) == ("IE", "")
    assert "0800 000 004" not in said(body.results)
    body.country.chosen.emit("")
    settle()
    assert "United States" in said(body.emergency)
    assert isinstance(find(opened, "harbour carers")[0], LineCard)
    assert not body.print.isHidden()
    body.kinds.chip(GROUPS).click()
    assert body.print.isHidden()
    (card,) = find(opened, "harbour")
    assert isinstance(card, GroupCard)
    for words in (
        "By the organisation.",
        "Safe to post here",
        "Better not",
        "Full names",
        "lives on what people",
    ):
        assert words in said(card), words
    opened.whole.window.open_screen(HOME)
    opened.whole.home.screen.doing.help.click()
    opened.quiet()
    assert opened.whole.window.nav.current == HELP
    assert body_of(opened).wanted == Wanted(country="GB")
    assert body_of(opened).search.text() == ""
    assert opened.library.topics.place() == ("GB", "en")


def test_the_smallest_window_holds_the_largest_words(opened: Opened, theme: Theme) -> None:
    show(opened.whole.window, *SMALLEST)
    theme.set_percent(200)
    for kind in (GROUPS, "lines"):
        body_of(opened).kinds.chip(kind).click()
        opened.quiet()
        settle()
        assert_fits_smallest(opened.whole.window)
        assert_targets(opened.whole.window, theme)
        assert_accessible(opened.whole.window)


def test_behind_the_lock_is_what_ships_and_keys_lead_there(theme: Theme, tmp_path: Path) -> None:
    with shut_window(theme, protected_folder(tmp_path / "data")) as shut:
        press(Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
        shut.quiet()
        body = body_of(shut)
        assert body.wanted.country == ""
        assert "United Kingdom" in said(body.emergency)
        assert "Which country are you in?" in said(body.empty)
        body.country.chosen.emit("GB")
        settle()
        assert "116 123" in said(body.results).splitlines()
        assert shut.whole.window.nav.current == HELP
        shut.unlock()
        assert body_of(shut) is not body
        shut.lock()
        assert shut.whole.window.nav.current == HELP
        body_of(shut).leaving.leave.click()
        assert shut.whole.window.nav.current == HOME

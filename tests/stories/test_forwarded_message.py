"""An evening with a forwarded miracle cure: pasted, answered without a network, the good page read, nothing kept."""

from __future__ import annotations

from pathlib import Path

from tests.helpers.by_keyboard import find_until, is_at, press_at
from tests.helpers.hartleys import HOME, MORNING, take_hartleys
from tests.helpers.no_network import without_network
from tests.helpers.window_process import RunningWindow, window_process
from tests.helpers.x_server import Screen

MARKER = "zanzibarine"
MESSAGE = f"{MARKER} powder ends dementia in 30 days, order at harbour-dementia-{MARKER}.com"
PAGE = "The first weeks after a diagnosis of dementia"


def test_a_message_is_checked_and_the_page_it_leads_to_is_read(screen: Screen, hartleys: Path, tmp_path: Path) -> None:
    folder = take_hartleys(hartleys, tmp_path / "data")
    with window_process(screen, folder, before=without_network(), at=MORNING) as window:
        window.focus(HOME)
        check_the_message(window)
        read_what_we_have(window)
        assert window.quit() == (0, "")
    holding = [path.name for path in folder.rglob("*") if path.is_file() and MARKER.encode() in path.read_bytes()]
    assert holding == []


def check_the_message(window: RunningWindow) -> None:
    """Paste the message, as it came, and read what is said of it."""
    find_until(window, "check a link", lambda: is_at(window, "The link or the whole message"))
    window.type_text(MESSAGE)
    window.picture("message-1-pasted", shows="Nothing is sent, and nothing of it is kept.")
    window.press("ctrl+Return")
    window.picture("message-2-answer", shows="Before giving any remedy ask the pharmacist")
    words = window.words()
    assert "We do not know whose site" in words
    assert "A kind answer that you can send" in words


def read_what_we_have(window: RunningWindow) -> None:
    """Open the page that the library has on it."""
    press_at(window, "In your library on this", "Return")
    window.picture("message-3-page", shows=PAGE)

"""Passing something on, by keyboard alone: two details settled first; and a page that nobody had checked, checked."""

from __future__ import annotations

from pathlib import Path

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import build_services
from caregiver_app.library.store import Library
from caregiver_app.model.card import Channel
from caregiver_app.ui.topics.questions import ASKED
from tests.helpers.by_keyboard import find, go_to, is_at
from tests.helpers.clock import StillClock
from tests.helpers.shareable import CALM, UNKNOWN, fill_shareable
from tests.helpers.silent_door import SilentDoor
from tests.helpers.window_process import window_process
from tests.helpers.x_server import Screen

MARKER = "quixotine"
MESSAGE = f"Try {MARKER} evenings. The number is 943 476 5919 if they ask. Call 07700 900 461 after six."


def a_folder(folder: Path) -> Path:
    """Make a data folder with pages that may be shared and one that may not, of somebody who wanted no topics."""
    services = build_services(Paths(data_dir=folder), clock=StillClock(), fetcher=SilentDoor())
    library = services.open_library()
    library.choices.put(ASKED, True)
    fill_shareable(library)
    library.close()
    services.close()
    return folder


def shared(library: Library, title: str, channel: Channel) -> bool:
    return (title, channel) in {(one.title, one.channel) for one in library.shares.list()}


def test_two_details_are_settled_and_a_message_copied(screen: Screen, tmp_path: Path) -> None:
    folder = a_folder(tmp_path / "data")
    with window_process(screen, folder) as window:
        window.focus()

        def share() -> bool:
            find(window, "calm routines")
            find(window, "share this page")
            return window.soon(lambda: is_at(window, "Your message"))

        window.wait_until(share, "Share to open")
        window.type_text(MESSAGE)
        find(window, "copy what you are sharing")
        assert not window.ask(lambda library: library.shares.list())
        assert window.soon(lambda: is_at(window, "Take it out"))
        window.press("space")
        assert window.soon(lambda: is_at(window, "Take it out: Phone number"))
        window.press("space")
        assert window.soon(lambda: is_at(window, "Your message"))
        find(window, "copy what you are sharing")
        window.wait_for(lambda library: shared(library, CALM, Channel.TEXT), "the share to be written down")
        assert window.quit() == (0, "")
    holding = [path.name for path in folder.rglob("*") if path.is_file() and MARKER.encode() in path.read_bytes()]
    assert holding == []


def test_a_page_that_nobody_checked_is_refused_checked_and_shared(screen: Screen, tmp_path: Path) -> None:
    folder = a_folder(tmp_path / "data")
    with window_process(screen, folder) as window:
        window.focus()

        def ask_to_check() -> bool:
            find(window, "remedy village")
            find(window, "share this page")
            return go_to(window, "Yes: ")

        window.wait_until(ask_to_check, "Share to open the check")
        for _point in range(10):
            window.press("space", "Tab")
        assert go_to(window, "Save this check")
        window.press("space")
        find(window, "copy what you are sharing")
        window.wait_for(lambda library: shared(library, UNKNOWN, Channel.TEXT), "the share to be written down")
        assert window.quit() == (0, "")

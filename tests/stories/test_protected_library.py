"""Protecting the library, by keyboard alone: switched on, begun at the lock, opened, a page found, locked again."""

from __future__ import annotations

from pathlib import Path

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.protection import ProtectionState
from caregiver_app.bootstrap.services import build_services
from caregiver_app.model.article import MarkKind
from caregiver_app.model.search import ArticleQuery
from tests.helpers.protected import MARKERS, TITLE, plain_folder
from tests.helpers.vaults import PASSPHRASE
from tests.helpers.window_process import RunningWindow, window_process
from tests.helpers.x_server import Screen

LOCKED = "^Locked, Caregiver$"


def is_open(folder: Path) -> bool:
    """Return whether somebody has the library open now: the last one to close it takes this file away."""
    return (folder / "library.db-wal").exists()


def unlock(window: RunningWindow, title: str) -> None:
    """Type the passphrase where the keyboard is, and wait for what is shown then."""
    window.type_text(PASSPHRASE)
    window.press("Return")
    window.focus(title)


def was_read(folder: Path) -> bool:
    """Return whether the page counts as read, as another process with the passphrase sees it."""
    services = build_services(Paths(data_dir=folder))
    services.care.unlock(PASSPHRASE)
    library = services.open_library()
    try:
        rows = library.articles.page(ArticleQuery(), limit=10).rows
        ids = [row.id for row in rows if row.title == TITLE]
        return any(at is not None for at in library.marks.times(ids, MarkKind.READ).values())
    finally:
        library.close()
        services.close()


def found_in_plain(folder: Path) -> list[str]:
    """Return which words of the library stand readable in a file of the folder."""
    data = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    return [marker for marker in MARKERS if marker.encode() in data]


def test_a_library_is_protected_opened_read_and_locked(screen: Screen, tmp_path: Path) -> None:
    folder = plain_folder(tmp_path / "data")
    assert found_in_plain(folder) != []
    with window_process(screen, folder) as window:
        window.focus("^Home, Caregiver$")
        window.press("ctrl+k")
        window.type_text("unlock")
        window.press("Return")
        window.focus("^Care notes, Caregiver$")
        unlock(window, "^Home, Caregiver$")
        window.press("ctrl+k")
        window.type_text("protect")
        window.press("Return", "space")  # the command, then Continue
        window.type_text(PASSPHRASE)
        window.press("Return")
        window.focus(LOCKED)
        assert build_services(Paths(data_dir=folder)).protection.state() is ProtectionState.ON
        assert window.quit() == (0, "")
    assert found_in_plain(folder) == []
    with window_process(screen, folder) as window:
        window.focus(LOCKED)
        assert not is_open(folder)
        window.press("ctrl+2")
        window.focus(LOCKED)
        unlock(window, "^Library, Caregiver$")
        window.press("ctrl+k")
        window.type_text("zufall")
        window.press("Return")
        window.wait_until(lambda: was_read(folder), "the page to be read")
        window.press("ctrl+l")
        window.focus(LOCKED)
        window.wait_until(lambda: not is_open(folder), "the library to be closed")
        assert window.quit() == (0, "")
    assert found_in_plain(folder) == []

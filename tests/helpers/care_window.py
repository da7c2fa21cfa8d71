"""The whole window over a folder with care notes, and what a person does with them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtTest import QTest

from caregiver_app.ui.care.access import LockState
from caregiver_app.ui.care.joining import CARE, CareParts
from caregiver_app.ui.care.journal.tab import JournalTab
from caregiver_app.ui.care.open_body import OpenBody
from caregiver_app.ui.theme import Theme
from tests.helpers.qt_app import settle
from tests.helpers.vaults import PASSPHRASE, locked_care
from tests.helpers.whole_window import Opened, open_whole, wait_until


@contextmanager
def care_window(
    theme: Theme, folder: Path, starter: Path, *, size: tuple[int, int] = (1280, 860), with_notes: bool = True
) -> Iterator[Opened]:
    """Open the window with the care notes before the eyes; there are some, locked, unless said otherwise."""
    if with_notes:
        locked_care(folder)
    with open_whole(theme, folder, start=starter, size=size, screen=CARE) as opened:
        yield opened


def care_of(opened: Opened) -> CareParts:
    """Return the care notes of a window."""
    return opened.whole.care


def unlock(opened: Opened, passphrase: str = PASSPHRASE) -> OpenBody:
    """Type the passphrase and press Enter; wait for the notes."""
    care = care_of(opened)
    line = care.screen.shut.locked.passphrase.line
    line.setFocus()
    QTest.keyClicks(line, passphrase)
    care.screen.shut.locked.unlock.click()
    wait_until(lambda: care.screen.body is not None, "the notes to open")
    opened.quiet()
    assert care.screen.body is not None
    return care.screen.body


def lock(opened: Opened) -> None:
    """Lock as Ctrl+L does, and wait for the key to go."""
    care = care_of(opened)
    care.access.lock()
    wait_until(lambda: not opened.services.care.is_unlocked, "the key to go")
    assert care.access.state is LockState.LOCKED
    settle()


def journal(opened: Opened) -> JournalTab:
    """Return the journal of open notes."""
    body = care_of(opened).screen.body
    assert body is not None
    tab = body.open_tab("journal")
    assert isinstance(tab, JournalTab)
    opened.quiet()
    return tab

"""Damaged care notes say so where they are opened, and the last good copy is a button away."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from caregiver_app.ui.theme import Theme
from tests.helpers.care_window import care_of, care_window, lock, unlock
from tests.helpers.vaults import PASSPHRASE
from tests.helpers.whole_window import Opened, wait_until

pytestmark = pytest.mark.usefixtures("undressed")


def damage(folder: Path) -> None:
    data = bytearray((folder / "vault.db").read_bytes())
    data[40] ^= 1
    (folder / "vault.db").write_bytes(data)


def try_to_open(opened: Opened) -> None:
    locked = care_of(opened).screen.shut.locked
    locked.passphrase.line.clear()
    QTest.keyClicks(locked.passphrase.line, PASSPHRASE)
    locked.unlock.click()
    wait_until(locked.damaged.isVisible, "the damage to be told")
    opened.quiet()


def test_the_last_good_copy_is_offered_and_put_back(theme: Theme, tmp_path: Path, starter_folder: Path) -> None:
    """It says which one and what it lacks; one press later the notes are open."""
    with care_window(theme, tmp_path / "data", starter_folder) as opened:
        unlock(opened)
        wait_until(lambda: bool(opened.services.care_copies()), "the copy of the day")
        opened.quiet()
        lock(opened)
        damage(tmp_path / "data")
        try_to_open(opened)
        damaged = care_of(opened).screen.shut.locked.damaged
        assert damaged.accessibleName() == "A part of your care notes is damaged"
        assert damaged.button.isVisible()
        damaged.button.click()
        wait_until(lambda: care_of(opened).screen.body is not None, "the notes to open")
        opened.quiet()
        assert not damaged.isVisible()
        assert len(list((tmp_path / "data").glob("vault-damaged-*.db"))) == 1


def test_without_a_good_copy_a_backup_is_named(theme: Theme, tmp_path: Path, starter_folder: Path) -> None:
    """There is no button that could do nothing."""
    with care_window(theme, tmp_path / "data", starter_folder) as opened:
        damage(tmp_path / "data")
        try_to_open(opened)
        assert not care_of(opened).screen.shut.locked.damaged.button.isVisible()

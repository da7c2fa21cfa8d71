"""Two processes that unlock at the same time take in what was written while locked once between them."""

from __future__ import annotations

import threading
from pathlib import Path

from caregiver_app.bootstrap.care import Care
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.support.clock import SystemClock
from caregiver_app.vault.folder.sealed import SealedNote
from tests.helpers.clock import MONDAY
from tests.helpers.vaults import PASSPHRASE, new_care

PIECES, AT_ONCE = 12, 3


def test_each_piece_comes_in_once_between_them(tmp_path: Path) -> None:
    new_care(tmp_path).lock()
    cares = [Care(Paths(data_dir=tmp_path), SystemClock()) for _ in range(AT_ONCE)]
    for number in range(PIECES):
        cares[0].seal_note(SealedNote(text=f"piece {number:02}", at=MONDAY))
    together = threading.Barrier(AT_ONCE)

    def unlock(care: Care) -> None:
        together.wait()
        care.unlock(PASSPHRASE)

    threads = [threading.Thread(target=unlock, args=(care,)) for care in cares]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(care.is_unlocked for care in cares)
    vault = cares[0].open()
    assert sorted(note.text for note in vault.notes.list()) == [f"piece {number:02}" for number in range(PIECES)]
    vault.close()
    assert sum(care.unlocked.joined for care in cares) == PIECES
    assert not any(care.unlocked.notices for care in cares)

"""At the lock of a protected library its own copies leave the clipboard, those of others stay."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication

from caregiver_app.ui.own_copies import clear_own_copies

COPIED, MARKED = QClipboard.Mode.Clipboard, QClipboard.Mode.Selection


@pytest.mark.parametrize("own", [(), (COPIED,), (MARKED,), (COPIED, MARKED)], ids=["none", "copied", "marked", "both"])
def test_only_what_is_ours_is_cleared(qapp: QApplication, own: tuple[QClipboard.Mode, ...]) -> None:
    clipboard = qapp.clipboard()
    clipboard.setText("an address")
    clear_own_copies(lambda mode: mode in own)
    assert clipboard.text() == ("" if COPIED in own else "an address")
    clipboard.clear()

"""What is left on the clipboard outlives Python, where the clipboard lies within the process, and harms nobody."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.helpers.command_line import ROOT

_COPIED = "from caregiver_app.ui.share.copying import copy_shared; copy_shared('Have a look')"
_MARKED = (
    "from PySide6.QtGui import QGuiApplication; from caregiver_app.ui.care.clipboard import marked; "
    "QGuiApplication.clipboard().setMimeData(marked('a note'))"
)


@pytest.mark.parametrize("leave", [_COPIED, _MARKED], ids=["shared", "private"])
def test_a_process_ends_well_with_a_copy_on_its_own_clipboard(leave: str) -> None:
    script = f"from PySide6.QtWidgets import QApplication; app = QApplication([]); {leave}"
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")

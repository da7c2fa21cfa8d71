"""Scenarios on a disk that became read-only while nobody looked: each command, then the window; then what is there."""

from __future__ import annotations

import hashlib
import os
import subprocess
from pathlib import Path

from caregiver_app.library.store import open_library
from tests.faults.telling import tell
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.command_line import CommandLine
from tests.helpers.library import add_source, an_article, store

COMMANDS = (
    "source list",
    "article list",
    "search words",
    "sync",
    "tidy",
    "mute add words",
    "offline on",
    "backup create ELSEWHERE/new.caregiver",
    "backup verify ELSEWHERE/old.caregiver",
    "backup restore ELSEWHERE/old.caregiver",
    "doctor --restore-snapshot",
    "doctor --rescue",
)


def read_only_commands(folder: Path, elsewhere: str) -> None:
    """Run commands that read and that write; tell how each ended and what it said, and whether all is as before."""
    _fill(folder, elsewhere)
    before = _fingerprint(folder)
    for words in COMMANDS:
        ran = CommandLine(folder)("--json", *words.replace("ELSEWHERE", elsewhere).split())
        tell(f"{words}: {ran.code} {ran.document['error']['kind']}")
    tell(f"as before {_fingerprint(folder) == before}")
    tell(f"left {sorted(path.name for path in Path(elsewhere).iterdir())}")


def read_only_window(folder: Path, elsewhere: str) -> None:
    """Start the window: it says what is the matter, and closing that ends it."""
    _fill(folder, elsewhere)
    before = _fingerprint(folder)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from caregiver_app.ui.app import open_window
    from caregiver_app.ui.notice import Notice
    from caregiver_app.ui.widgets.plain import PlainLabel

    app = QApplication([])

    def read_and_close() -> None:
        for notice in (each for each in app.topLevelWidgets() if isinstance(each, Notice) and each.isVisible()):
            look.stop()
            tell(f"said {' '.join(filter(None, (label.text() for label in notice.findChildren(PlainLabel))))}")
            notice.close_button.click()

    look = QTimer(interval=20)
    look.timeout.connect(read_and_close)
    look.start()
    tell(f"code {open_window(folder)}")
    tell(f"as before {_fingerprint(folder) == before}")


def _fill(folder: Path, elsewhere: str) -> None:
    library = open_library(folder / "library.db", StillClock())
    store(library, add_source(library), *(an_article(f"a{n}", f"Title {n}", "words " * 50) for n in range(20)))
    library.snapshot(at=MONDAY)
    library.close()
    assert CommandLine(folder)("backup", "create", f"{elsewhere}/old.caregiver").code == 0
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)


def _fingerprint(folder: Path) -> dict[str, str]:
    """Return what lies there: every file by its name, with a hash of what is in it."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


READ_ONLY = (read_only_commands, read_only_window)

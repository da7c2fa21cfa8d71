"""Writes down anew what is heard at each place of the window: `python -m tests.pictures.make_outlines`.

Read what changed line by line: it is what somebody hears who does not see the window.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from caregiver_app.ui.care.joining import CARE
from caregiver_app.ui.theme import Theme, ThemeChoice, dress
from tests.helpers.all_places import FIRST_START, LOCKED, OPEN, a_folder_lived_in, fill_lived_in
from tests.helpers.all_screens import Place, leave
from tests.helpers.care_window import unlock
from tests.helpers.outlines import KEPT, come_and_hear
from tests.helpers.protected_places import SHUT, protected_window
from tests.helpers.starter import folder_with_starter
from tests.helpers.whole_window import Opened, open_whole


def main() -> None:
    """Write the outline of every place, and remove those of places that are no more."""
    application = QApplication([])
    theme = Theme(ThemeChoice.LIGHT)
    theme.set_still(True)
    dress(application, theme)
    KEPT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as elsewhere:
        start = folder_with_starter(Path(elsewhere, "start"))
        with open_whole(theme, Path(elsewhere, "first"), start=start) as opened:
            _write(opened, FIRST_START)
        a_folder_lived_in(Path(elsewhere, "data"))
        with open_whole(theme, Path(elsewhere, "data"), start=start, fill=fill_lived_in) as opened:
            _write(opened, LOCKED)
            leave(opened)
            opened.whole.window.open_screen(CARE)
            unlock(opened)
            _write(opened, OPEN)
        with protected_window(theme, Path(elsewhere, "protected"), start) as opened:
            _write(opened, SHUT)
    names = {place.name for place in (*FIRST_START, *LOCKED, *OPEN, *SHUT)}
    for path in KEPT.glob("*.txt"):
        if path.stem not in names:
            path.unlink()


def _write(opened: Opened, places: Sequence[Place]) -> None:
    for place in places:
        there, heard = come_and_hear(opened, place)
        (KEPT / f"{place.name}.txt").write_text(heard, encoding="utf-8")
        if there.is_panel:
            opened.whole.window.overlay.close_panel()


if __name__ == "__main__":
    os.environ.update({"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8", "TZ": "Europe/London"})
    main()

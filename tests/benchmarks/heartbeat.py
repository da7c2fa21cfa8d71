"""Opens the window over a data folder, gets updates, and prints the longest time (ms) between two beats of a timer.

    python -m tests.benchmarks.heartbeat DATA_FOLDER

A beat that comes late is a click that a person had to wait for. Only the time of the sync counts, not the start.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import build_services
from caregiver_app.support.i18n import load_days_and_numbers
from caregiver_app.support.settings import Settings
from caregiver_app.ui.assembly import WholeWindow
from caregiver_app.ui.entries import LIBRARY
from caregiver_app.ui.remember import Remembered
from caregiver_app.ui.theme import Theme, dress, read_choice, system_look

BEAT_MS = 5
SETTLE_MS = 1_500


class Heartbeat:
    """Measures between `begin` and `end`."""

    def __init__(self) -> None:
        self.longest_s = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)

    @property
    def beating(self) -> bool:
        """True between `begin` and `end`."""
        return self._timer.isActive()

    def begin(self) -> None:
        """Start to measure."""
        self._last = time.perf_counter()
        self._timer.start()

    def end(self) -> None:
        """Take the last beat."""
        self._beat()
        self._timer.stop()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest_s = max(self.longest_s, now - self._last - BEAT_MS / 1000)
        self._last = now


def main(folder: Path) -> None:
    """Show the window, let it settle, get updates, print."""
    app = QApplication([])
    theme = Theme(read_choice("light"), 100, system_look(app), app)
    dress(app, theme)
    load_days_and_numbers()  # a thread does it while the window starts
    services = build_services(Paths(data_dir=folder))
    whole = WholeWindow(
        services, theme, Remembered(Settings()), restore=lambda _wish: app.quit(), save=lambda _settings: None
    )
    heartbeat = Heartbeat()

    def begin() -> None:
        whole.window.open_screen(LIBRARY)  # the list that fills while updates come is what may stall
        heartbeat.begin()
        whole.updates.begin()

    def leave_when_over() -> None:
        if heartbeat.beating and not whole.updates.running:
            heartbeat.end()
            QTimer.singleShot(0, app.quit)

    whole.updates.changed.connect(leave_when_over)
    whole.window.show()
    whole.begin_after_first_paint()
    QTimer.singleShot(SETTLE_MS, begin)
    app.exec()
    whole.window.hide()
    whole.close()
    print(f"{heartbeat.longest_s * 1000:.1f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

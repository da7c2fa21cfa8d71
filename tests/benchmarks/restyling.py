"""Opens the window over a library and open care notes, goes to every screen, and prints two times (ms).

    python -m tests.benchmarks.restyling

The first is a change of the text size by one step with all screens visited, the second going to a screen that was seen
before; each the worst of the medians of its steps, in processor time of the window's thread until all is painted.
"""

from __future__ import annotations

import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from PySide6.QtWidgets import QApplication

from caregiver_app.ui.care.joining import CARE
from caregiver_app.ui.entries import LIBRARY
from caregiver_app.ui.theme import Theme, ThemeChoice, dress
from caregiver_app.ui.theme.scale import STEPS
from tests.helpers.all_places import a_folder_lived_in, fill_lived_in
from tests.helpers.care_window import unlock
from tests.helpers.starter import folder_with_starter
from tests.helpers.whole_window import Opened, open_whole

ROUNDS = 5


def main() -> None:
    """Measure and print."""
    application = QApplication([])
    theme = Theme(ThemeChoice.LIGHT)
    dress(application, theme)
    with tempfile.TemporaryDirectory() as folder:
        start, data = folder_with_starter(Path(folder, "start")), Path(folder, "data")
        a_folder_lived_in(data)
        with open_whole(theme, data, start=start, fill=fill_lived_in, screen=CARE) as opened:
            unlock(opened)
            print(f"{_size_ms(opened, theme):.1f} {_switch_ms(opened):.1f}")


def _screens(opened: Opened) -> list[str]:
    window = opened.whole.window
    return [entry.key for entry in window.nav.entries if window.stack.has(entry.key)]


def _size_ms(opened: Opened, theme: Theme) -> float:
    """Go through all sizes, up and down again, with the Library before the eyes and every screen seen."""
    for key in (*_screens(opened), LIBRARY):
        _go(opened, key)
    steps: defaultdict[tuple[int, int], list[float]] = defaultdict(list)
    for _ in range(ROUNDS):
        for percent in (*STEPS[1:], *reversed(STEPS[:-1])):
            steps[theme.percent, percent].append(_ms(opened, partial(theme.set_percent, percent)))
    return max(median(times) for times in steps.values())


def _switch_ms(opened: Opened) -> float:
    """Go round the screens, each seen before."""
    times: defaultdict[str, list[float]] = defaultdict(list)
    for _ in range(ROUNDS):
        for key in _screens(opened):
            times[key].append(_ms(opened, partial(opened.whole.window.open_screen, key)))
    return max(median(one) for one in times.values())


def _go(opened: Opened, key: str) -> None:
    opened.whole.window.open_screen(key)
    opened.quiet()


def _ms(opened: Opened, act: Callable[[], object]) -> float:
    begun = time.thread_time()
    act()
    opened.quiet()
    return (time.thread_time() - begun) * 1000


if __name__ == "__main__":
    main()

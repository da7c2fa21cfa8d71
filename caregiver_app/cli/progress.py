"""A progress bar for a terminal: one line that is drawn over itself, at most ten times a second, gone at the end."""

from __future__ import annotations

import os
from typing import TextIO

from caregiver_app.cli.terminal_text import fit
from caregiver_app.links.tokens import shown_title
from caregiver_app.model.sync import SyncProgress
from caregiver_app.model.time import Clock
from caregiver_app.support.i18n import gettext as _

_EVERY_S = 0.1
_BAR_COLUMNS = 20


class ProgressBar:
    """Draws on `stream`; draws nothing when that is None. It never ends the work: a closed terminal is no reason."""

    def __init__(self, stream: TextIO | None, clock: Clock) -> None:
        self._stream = stream
        self._clock = clock
        self._next_at = 0.0
        self._drawn = False

    def show(self, progress: SyncProgress) -> None:
        """Draw how far the work is, unless that was drawn a moment ago."""
        if self._stream is None:
            return
        now = self._clock.monotonic()
        if now < self._next_at and progress.done < progress.total:
            return
        self._next_at = now + _EVERY_S
        self._draw(bar_line(progress, _columns_of(self._stream)))
        self._drawn = True

    def clear(self) -> None:
        """Take the bar off the screen."""
        if self._stream is not None and self._drawn:
            self._draw(" " * (_columns_of(self._stream) - 1))
            self._write("\r")
            self._drawn = False

    def _draw(self, line: str) -> None:
        self._write(f"\r{line}")

    def _write(self, text: str) -> None:
        try:
            if self._stream is not None:
                self._stream.write(text)
                self._stream.flush()
        except OSError:
            self._stream = None


def bar_line(progress: SyncProgress, columns: int) -> str:
    """Return the bar with its words in `columns` less one, so that no terminal breaks the line."""
    filled = _BAR_COLUMNS * progress.done // max(1, progress.total)
    bar = "#" * filled + "." * (_BAR_COLUMNS - filled)
    count = _("{done} of {total}").format(done=progress.done, total=progress.total)
    return fit(f"[{bar}] {count}  {shown_title(progress.current)}", max(1, columns - 1))


def _columns_of(stream: TextIO) -> int:
    try:
        return max(20, os.get_terminal_size(stream.fileno()).columns or 80)
    except OSError:
        return 80

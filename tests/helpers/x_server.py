"""A screen of our own: Xvfb on a free display, and the hands (xdotool) to use a window on it."""

from __future__ import annotations

import os
import select
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

_START_S = 30
_WAIT_S = 60
_BREATH_S = 0.05


class Screen:
    """One running X server. `environment` is what a program needs to open its window here."""

    def __init__(self, display: str) -> None:
        self.display = display

    @property
    def environment(self) -> Mapping[str, str]:
        """The variables to start a program with."""
        return {**os.environ, "DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"}

    def window(self, title: str) -> str:
        """Wait for a visible window whose title matches `title` (a regular expression), and return its number.

        Looks anew as long as needed: xdotool gives up where another window closes while it looks.

        Raises:
            AssertionError: no such window comes.
        """
        breath, until = threading.Event(), time.monotonic() + _WAIT_S
        while not (found := self._ask("search", "--onlyvisible", "--name", title).split()):
            assert time.monotonic() < until, f"no window comes with a title like {title}"
            breath.wait(_BREATH_S)
        return found[0]

    def focus(self, window: str) -> None:
        """Give a window the keyboard; there is no window manager here to do it."""
        self._do("windowfocus", "--sync", window)

    def press(self, *keys: str) -> None:
        """Press keys one after the other, e.g. `press("ctrl+2", "Tab", "Return")`."""
        self._do("key", "--clearmodifiers", *keys)

    def type_text(self, text: str) -> None:
        """Type `text` letter by letter."""
        self._do("type", "--clearmodifiers", text)

    def click(self, x: int, y: int) -> None:
        """Press the left button of the mouse at a place of the screen."""
        self._do("mousemove", "--sync", str(x), str(y), "click", "1")

    def put_pointer_away(self, width: int, height: int) -> None:
        """Let the mouse point at nothing: what is below it looks otherwise."""
        self._do("mousemove", "--sync", str(width - 1), str(height - 1))

    def _do(self, *words: str) -> None:
        self._run(*words).check_returncode()

    def _ask(self, *words: str) -> str:
        return self._run(*words).stdout

    def _run(self, *words: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "DISPLAY": self.display}
        return subprocess.run(
            ["xdotool", *words], env=environment, capture_output=True, text=True, timeout=_WAIT_S, check=False
        )


@contextmanager
def x_screen(width: int = 1440, height: int = 1000) -> Iterator[Screen]:
    """Run an X server of that size for as long as the block lasts, also while no window is open on it.

    Raises:
        FileNotFoundError: Xvfb is not installed.
        RuntimeError: it did not come up.
    """
    reading, writing = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        f"{width}x{height}x24",
        "-nolisten",
        "tcp",
        "-noreset",
    ]
    try:
        server = subprocess.Popen(command, pass_fds=(writing,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except FileNotFoundError:
        os.close(reading)
        raise
    finally:
        os.close(writing)
    try:
        screen = Screen(f":{_display_number(reading)}")
        screen.put_pointer_away(width, height)
        yield screen
    finally:
        os.close(reading)
        server.terminate()
        server.wait()


def _display_number(reading: int) -> int:
    text = b""
    while not text.endswith(b"\n"):
        ready, _, _ = select.select([reading], [], [], _START_S)
        more = os.read(reading, 64) if ready else b""
        if not more:
            raise RuntimeError("the X server did not come up")
        text += more
    return int(text)

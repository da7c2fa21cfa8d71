"""The application as people start it: a process with a window on a screen of its own, used by keyboard alone."""

from __future__ import annotations

import os
import select
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QDeadlineTimer

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.library.store import Library, open_library
from caregiver_app.model.time import Millis
from tests.helpers.answering_window import NOW, PICTURE, WORDS
from tests.helpers.clock import StillClock
from tests.helpers.x_server import Screen

T = TypeVar("T")

_PATIENCE_MS = 60_000
_BREATH_S = 0.05
_SOON = 200  # breaths
_PICTURE_S = 60
_REST_S = 10  # a window that is busy longer, or is being replaced by another, is not waited for any more
_PROGRAM = Path(__file__).with_name("answering_window.py")
FIRST_TITLE = "^(Home|Library|Welcome), Caregiver$"
"""Of the window that comes first: Home, or the first steps."""
PICTURES = "CAREGIVER_PICTURES"
"""The variable that names the folder into which stories paint the pictures of guides; without it none is painted."""
HOME_ZONE = "Europe/London"


@dataclass(slots=True, kw_only=True)
class RunningWindow:
    """One process. What it did is read from its data folder, beside the window, as any command may."""

    process: subprocess.Popen[str]
    screen: Screen
    folder: Path
    asking: socket.socket
    where: str = "not asked yet"
    """Where the keyboard was when the window last came to rest."""

    def focus(self, title: str = FIRST_TITLE) -> None:
        """Wait for the window, give it the keyboard, and wait until it has nothing left to do.

        Raises:
            AssertionError: it does not come.
        """
        try:
            self.screen.focus(self.screen.window(title))
        except AssertionError as error:
            raise AssertionError(f"{error}; the keyboard was at: {self.where}") from None
        self.come_to_rest()

    def press(self, *keys: str) -> None:
        """Press keys one after the other, each when the window has done what the one before asked for."""
        for key in keys:
            self.screen.press(key)
            self.come_to_rest()

    def type_text(self, text: str) -> None:
        """Type letter by letter, and wait until the window has taken them in."""
        self.screen.type_text(text)
        self.come_to_rest()

    def come_to_rest(self) -> None:
        """Wait until every key was taken in and no answer is outstanding, or for some seconds where that never is."""
        answer = self._answer(b"?")
        if answer is not None:
            self.where = answer or "busy"

    def words(self) -> str:
        """Return what is written in the window once it has come to rest: its labels, and texts to read."""
        return self._answer(WORDS) or ""

    def picture(self, name: str, *, shows: str) -> None:
        """Say that this moment is a picture of a guide: the window says `shows`. It is painted where that is wanted.

        Raises:
            AssertionError: the window does not come to say it, or could not be painted.
        """
        self.wait_until(lambda: shows in self.words(), f"“{shows}” in the picture {name}; it says: {self.words()}")
        folder = os.environ.get(PICTURES)
        if folder:
            place = Path(folder, f"{name}.png")
            painted = self._answer(PICTURE + f"{place}\n".encode(), patience_s=_PICTURE_S)
            assert painted == place.name, f"{name} was not painted"

    def _answer(self, question: bytes, *, patience_s: float = _REST_S) -> str | None:
        """Return the last line of the answer, empty where it takes too long, None where the window is gone."""
        with suppress(OSError):
            self.asking.sendall(question)
            answer = b""
            while not answer.endswith(b"\n") and select.select([self.asking], [], [], patience_s)[0]:
                more = self.asking.recv(4096)
                if not more:
                    return None
                answer += more
            return answer.decode().strip().rpartition("\n")[2]
        return None

    def ask(self, question: Callable[[Library], T]) -> T:
        """Return what the library says."""
        library = open_library(Paths(data_dir=self.folder).library, StillClock())
        try:
            return question(library)
        finally:
            library.close()

    def wait_for(self, holds: Callable[[Library], bool], what: str) -> None:
        """Wait until the library says that something holds.

        Raises:
            AssertionError: it does not come to hold, or the process ended.
        """
        self.wait_until(lambda: self.ask(holds), what)

    def wait_until(self, holds: Callable[[], bool], what: str) -> None:
        """Wait until something holds. Raises as `wait_for` does."""
        patience = QDeadlineTimer(_PATIENCE_MS)
        breath = threading.Event()
        while not holds():
            assert self.process.poll() is None, f"it ended while waiting for {what}"
            assert not patience.hasExpired(), f"waited in vain for {what}"
            breath.wait(_BREATH_S)

    def soon(self, holds: Callable[[], bool]) -> bool:
        """Return whether something comes to hold within some seconds: what was pressed too early can be again."""
        breath = threading.Event()
        return any(holds() or breath.wait(_BREATH_S) for _ in range(_SOON))

    def quit(self) -> tuple[int, str]:
        """Close the window by keyboard; return the exit code and what was complained of."""
        return self.leave("ctrl+q")

    def leave(self, keys: str) -> tuple[int, str]:
        """Press keys, again while the window was not ready for them, until the process has ended.

        Raises:
            AssertionError: it does not end.
        """
        patience = QDeadlineTimer(_PATIENCE_MS)
        while self.process.poll() is None:
            assert not patience.hasExpired(), "it does not end"
            self.press(keys)
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(1)
        _said, complaints = self.process.communicate()
        return self.process.returncode, complaints


@contextmanager
def window_process(
    screen: Screen,
    folder: Path,
    *,
    before: Sequence[str] = (),
    at: Millis | None = None,
    surroundings: Mapping[str, str] | None = None,
) -> Iterator[RunningWindow]:
    """Start the application over `folder`; `before` are words set before the command, such as those of `no_network`.

    With `at` its clock begins there, in the zone of the invented family. `surroundings` are the variables to start it
    with where they are more than those of the screen.
    """
    asking, answering = socket.socketpair()
    begins = NOW if at is None else str(int(at))
    program = [sys.executable, "-W", "error", "-P", str(_PROGRAM), str(answering.fileno()), begins]
    zone = {} if at is None else {"TZ": HOME_ZONE}
    process = subprocess.Popen(
        [*before, *program, "--data-dir", str(folder)],
        env={**(surroundings or screen.environment), "LC_ALL": "C.UTF-8", **zone},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        pass_fds=(answering.fileno(),),
        text=True,
    )
    answering.close()
    try:
        yield RunningWindow(process=process, screen=screen, folder=folder, asking=asking)
    finally:
        asking.close()
        if process.poll() is None:
            process.kill()
        if process.stderr is not None and not process.stderr.closed:
            sys.stderr.write(process.communicate()[1])  # pytest shows it where the story failed

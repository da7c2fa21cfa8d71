"""A frozen build as a person has it: nothing of this checkout or its environment on its path, and a home of its own."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.library.store import Library, open_library
from tests.helpers.clock import StillClock
from tests.helpers.no_network import without_network

_WANTED = ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "QT_LOGGING_RULES")
_BROWSER = """#!/bin/sh
exec env --null "ASKED=$1" > "$HOME/browser"
"""  # what a desktop opens pages with, which only tells how it was started
_PATIENCE_S = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenProgram:
    """`path` is what one starts, `home` the folder of who starts it."""

    path: Path
    home: Path

    @property
    def folder(self) -> Path:
        """Where everything lies that came with it."""
        return self.path.resolve().parent

    @property
    def data(self) -> Path:
        """Where it keeps what people write, as platforms have it."""
        return self.home / ".local" / "share" / "Caregiver"

    def says(self, *arguments: str, given: bytes = b"", before: tuple[str, ...] = ()) -> str:
        """Run a command and return what it says.

        Raises:
            AssertionError: it did not do it.
        """
        done = subprocess.run(
            [*before, str(self.path), *arguments],
            env=self._surroundings({}),
            input=given,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()

    @contextmanager
    def window(self, surroundings: Mapping[str, str]) -> Iterator[None]:
        """Open the window where there is no network for a block, then end it as the end of a session does.

        Raises:
            AssertionError: it did not end in order, or complained.
        """
        process = subprocess.Popen(
            [*without_network(), str(self.path)],
            env=self._surroundings(surroundings),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            yield
            process.send_signal(signal.SIGTERM)
            complaints = process.communicate(timeout=_PATIENCE_S)[1]
        finally:
            if process.poll() is None:
                process.kill()
                sys.stderr.write(process.communicate()[1])  # pytest shows it where the story failed
        assert (process.returncode, complaints) == (0, ""), complaints

    def with_browser(self) -> Browser:
        """Put into the home a browser that the window finds; it must be there before the window is."""
        program = self.home / "bin" / "xdg-open"
        program.parent.mkdir()
        program.write_text(_BROWSER, encoding="ascii")
        program.chmod(0o755)
        os.mkfifo(self.home / "browser")
        return Browser(told=os.open(self.home / "browser", os.O_RDWR | os.O_NONBLOCK))

    def library(self) -> Library:
        """Open what it keeps, beside it."""
        return open_library(Paths(data_dir=self.data).library, StillClock())

    def _surroundings(self, more: Mapping[str, str]) -> dict[str, str]:
        wanted = {name: more[name] for name in _WANTED if name in more}
        return {"HOME": str(self.home), "PATH": f"{self.home}/bin:/usr/bin:/bin", "LANG": "C.UTF-8", **wanted}


@dataclass(frozen=True, slots=True, kw_only=True)
class Browser:
    """`told` is the end of a pipe into which it says its surroundings."""

    told: int

    def surroundings(self) -> dict[str, str]:
        """Wait until it is started, and return its surroundings, with the page that it was asked for as ASKED.

        Raises:
            AssertionError: nobody started it.
        """
        assert select.select([self.told], [], [], _PATIENCE_S)[0] != [], "no browser was started"
        said = os.read(self.told, select.PIPE_BUF).decode()
        return dict(each.split("=", 1) for each in said.split("\0") if each)

"""A screen reader's way into a running window: a bus of our own, AT-SPI on it, and hands in the system's own Python."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.helpers.private_bus import private_bus

_HANDS = Path(__file__).with_name("at_spi_hands.py")
_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
_NO_GOSSIP = {"QT_LOGGING_RULES": "qt.accessibility.atspi=false"}  # of calls that Qt does not answer, in no version
_PYTHON = "/usr/bin/python3"  # the one that Debian's python3-pyatspi belongs to


@dataclass(slots=True, kw_only=True)
class ScreenReader:
    """`environment` is what a window must be started with to be heard."""

    environment: Mapping[str, str]
    hands: subprocess.Popen[str]

    def title(self, beginning: str) -> str:
        """Wait until the title of the window begins so, and return it."""
        return str(self._ask("title", beginning))

    def names(self) -> list[str]:
        """Return the names of all that is shown."""
        found = self._ask("names", "")
        assert isinstance(found, list)
        return [str(name) for _role, name in found]

    def hear(self, name: str) -> list[str]:
        """Return role, name and description of what is called so, once it is there."""
        found = self._ask("hear", name)
        assert isinstance(found, list)
        return [str(each) for each in found]

    def act(self, name: str) -> str:
        """Do the first action of what is called so; return what the action is called."""
        return str(self._ask("act", name))

    def read(self, name: str) -> str:
        """Return the text inside what is called so."""
        return str(self._ask("read", name))

    def enter(self, name: str) -> str:
        """Put the keyboard into a list; return what its first row is called."""
        return str(self._ask("enter", name))

    def _ask(self, verb: str, argument: str) -> object:
        assert self.hands.stdin is not None
        assert self.hands.stdout is not None
        self.hands.stdin.write(f"{json.dumps([verb, argument])}\n")
        self.hands.stdin.flush()
        answer: object = json.loads(self.hands.stdout.readline() or "null")
        assert answer is not None, f"{verb} {argument!r}: it does not come"
        return answer


@contextmanager
def screen_reader(folder: Path, environment: Mapping[str, str]) -> Iterator[ScreenReader]:
    """Run AT-SPI on a bus of its own for a block; `environment` names the screen.

    Raises:
        FileNotFoundError: the system has no at-spi2-core.
    """
    launcher = next((path for path in _LAUNCHERS if shutil.which(path)), None)
    if launcher is None:
        raise FileNotFoundError("at-spi-bus-launcher")
    with private_bus(folder) as address:
        heard = {
            **environment,
            "DBUS_SESSION_BUS_ADDRESS": address,
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            **_NO_GOSSIP,
        }
        quiet = subprocess.DEVNULL
        bus = subprocess.Popen([launcher, "--launch-immediately"], env=heard, stdout=quiet, stderr=quiet)
        hands = subprocess.Popen(
            [_PYTHON, str(_HANDS)], env=heard, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=quiet, text=True
        )
        try:
            yield ScreenReader(environment=heard, hands=hands)
        finally:
            for process in (hands, bus):
                process.terminate()  # so that the launcher ends the daemon that it began
                process.communicate()

"""Has scenarios run in forks of one process, which are there at once; reads what they tell, and can end them.

That process takes a second to load all that scenarios need, so it is kept for the scenarios of later tests. It ends
with this one, whose end closes its input.
"""

from __future__ import annotations

import atexit
import json
import os
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_ENDED = "ended "


class Forks:
    """The other end of `tests.faults.forking`."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._process = process
        self._in = process.stdin
        self._out = process.stdout
        self._kept = b""
        self._running = False

    @property
    def rests(self) -> bool:
        """True while no scenario runs and all that was told was read."""
        return not self._running and not self._kept

    def start(
        self, name: str, *arguments: str | Path, environment: Mapping[str, str] | None = None, disk: str = ""
    ) -> int:
        """Begin a scenario and return its process.

        With `disk`, options of mount such as "size=1m", its folder is a disk of its own; these must be `forks` apart.
        """
        given = [str(each) for each in arguments]
        request = {"name": name, "arguments": given, "environment": dict(environment or {}), "disk": disk}
        self._running = True
        self._in.write(f"{json.dumps(request)}\n".encode())
        self._in.flush()
        line = self._line(None)
        assert line.startswith("pid "), line
        return int(line.removeprefix("pid "))

    def told(self, last: Callable[[str], bool], *, for_s: float | None = None) -> list[str]:
        """Return the lines up to the one that is `last` or the scenario's end, or those that came in time."""
        end = None if for_s is None else time.monotonic() + for_s
        found: list[str] = []
        while line := self._line(end):
            found.append(line)
            self._running = not line.startswith(_ENDED)
            if last(line) or not self._running:
                break
        return found

    def rest(self) -> tuple[int, tuple[str, ...]]:
        """Wait for the end of the scenario; return its exit code and what it told until then."""
        *told, ended = self.told(lambda line: line.startswith(_ENDED))
        return int(ended.removeprefix(_ENDED)), tuple(told)

    def end(self) -> None:
        """End the process, and with it nothing that runs."""
        with self._process as process:  # closes both pipes and waits
            process.kill()

    def _line(self, end: float | None) -> str:
        """Return the next line, "" when none came in time."""
        while b"\n" not in self._kept:
            left = None if end is None else max(0.0, end - time.monotonic())
            if not select.select([self._out.fileno()], [], [], left)[0]:
                return ""
            piece = os.read(self._out.fileno(), 65_536)
            assert piece, "the process that runs scenarios has ended"
            self._kept += piece
        line, _, self._kept = self._kept.partition(b"\n")
        return line.decode()


def kill(pid: int) -> None:
    """End a process as a power cut does; one that came to its end a moment before is fine."""
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


@contextmanager
def forks(*, apart: bool = False) -> Iterator[Forks]:
    """Lend a process that forks scenarios, for a block; `apart`, one whose disks nobody else sees.

    That needs `unshare`; who is not root becomes it in a namespace of their own. To root, file modes prove nothing.
    """
    resting = _RESTING[apart]
    forked = resting.pop() if resting else _started(apart=apart)
    try:
        yield forked
    finally:
        if forked.rests:
            resting.append(forked)
        else:
            forked.end()


def _started(*, apart: bool) -> Forks:
    command = [*(_apart() if apart else ()), sys.executable, "-m", "tests.faults"]
    return Forks(subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE))


def _apart() -> list[str]:
    program = shutil.which("unshare")
    assert program is not None, "unshare (util-linux) is needed to try a full and a read-only disk"
    return [program, "--mount"] if os.geteuid() == 0 else [program, "--map-root-user", "--mount"]


_RESTING: dict[bool, list[Forks]] = {False: [], True: []}


@atexit.register
def _end_all() -> None:
    for forked in (*_RESTING[False], *_RESTING[True]):
        forked.end()

"""Has scenarios run in forks of one process, which are there at once; reads what they tell, and can end them."""

from __future__ import annotations

import json
import os
import select
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
        self._in = process.stdin
        self._out = process.stdout.fileno()
        self._kept = b""

    def start(self, name: str, *arguments: str | Path, environment: Mapping[str, str] | None = None) -> int:
        """Begin a scenario and return its process."""
        request = {"name": name, "arguments": [str(each) for each in arguments], "environment": dict(environment or {})}
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
            if last(line) or line.startswith(_ENDED):
                break
        return found

    def rest(self) -> tuple[int, tuple[str, ...]]:
        """Wait for the end of the scenario; return its exit code and what it told until then."""
        *told, ended = self.told(lambda line: line.startswith(_ENDED))
        return int(ended.removeprefix(_ENDED)), tuple(told)

    def _line(self, end: float | None) -> str:
        """Return the next line, "" when none came in time."""
        while b"\n" not in self._kept:
            left = None if end is None else max(0.0, end - time.monotonic())
            if not select.select([self._out], [], [], left)[0]:
                return ""
            piece = os.read(self._out, 65_536)
            assert piece, "the process that runs scenarios has ended"
            self._kept += piece
        line, _, self._kept = self._kept.partition(b"\n")
        return line.decode()


def kill(pid: int) -> None:
    """End a process as a power cut does; one that came to its end a moment before is fine."""
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


@contextmanager
def forks() -> Iterator[Forks]:
    """Start the process that forks scenarios, for a block."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.forking"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        try:
            yield Forks(process)
        finally:
            process.kill()

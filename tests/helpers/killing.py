"""Kills scenarios at any moment: hundreds of real kill -9, each in the midst of the work."""

from __future__ import annotations

import os
import random
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from tests.faults.telling import BEGUN
from tests.helpers.faults import ROOT

Check = Callable[[Path, tuple[str, ...]], None]


class Killer:
    """A process that forks scenarios, and the one who ends them."""

    def __init__(self, process: subprocess.Popen[bytes], seed: int) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._in: IO[bytes] = process.stdin
        self._out = process.stdout.fileno()
        self._kept = b""
        self._chance = random.Random(seed)  # noqa: S311 chance that can be repeated is what a test needs

    def run(self, name: str, folder: Path, *, for_s: float | None = None) -> tuple[tuple[str, ...], float]:
        """Run a scenario, to its end or for so long after it began; return what it told and how long it worked."""
        self._in.write(f"{name} {folder}\n".encode())
        self._in.flush()
        pid = int(self._line(None).removeprefix("pid "))
        told = self._until(lambda line: line in (BEGUN, "ended"), None)
        assert told[-1] == BEGUN, told
        began = time.monotonic()
        told = self._until(lambda line: line == "ended", for_s)
        if told[-1:] != ["ended"]:
            with suppress(ProcessLookupError):  # it came to its end a moment before
                os.kill(pid, signal.SIGKILL)
            told += self._until(lambda line: line == "ended", None)
        return tuple(told[:-1]), time.monotonic() - began

    def moment(self, whole_s: float) -> float:
        """Return a time within the work, now and then a little after it."""
        return self._chance.uniform(0, whole_s * 1.05)

    def _until(self, last: Callable[[str], bool], for_s: float | None) -> list[str]:
        end = None if for_s is None else time.monotonic() + for_s
        found: list[str] = []
        while not (found and last(found[-1])):
            line = self._line(end)
            if not line:
                break
            found.append(line)
        return found

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


@contextmanager
def killer(seed: int) -> Iterator[Killer]:
    """Start the process that forks scenarios, for a block."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.forking"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            yield Killer(process, seed)
        finally:
            process.kill()


def kill_often(name: str, template: Path, check: Check, *, kills: int, seed: int) -> int:
    """Kill a scenario `kills` times, each on a fresh copy of `template`, and let `check` judge what is left.

    Return how many kills came before it was done.
    """
    early = 0
    with killer(seed) as forks:
        whole_s = min(_rehearse(forks, name, template) for _ in range(3))
        for number in range(kills):
            folder = template.with_name(f"{template.name}-{number}")
            shutil.copytree(template, folder)
            moment = forks.moment(whole_s)
            told, _ = forks.run(name, folder, for_s=moment)
            early += not told
            try:
                check(folder, told)
            except BaseException as error:
                error.add_note(f"kill {number}, {moment:.4f} s after it began (whole: {whole_s:.4f} s), told {told}")
                raise
            shutil.rmtree(folder)
    return early


def _rehearse(forks: Killer, name: str, template: Path) -> float:
    folder = template.with_name(f"{template.name}-rehearsal")
    shutil.copytree(template, folder)
    told, took_s = forks.run(name, folder)
    assert told, "the scenario did not come to its end"
    shutil.rmtree(folder)
    return took_s

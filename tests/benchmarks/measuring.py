"""Runs a program as a process of its own and says what it cost: wall time, processor time, memory of it and its kin."""

from __future__ import annotations

import contextlib
import os
import resource
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

import psutil

SAMPLE_EVERY_S = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Seconds of the wall clock and of all processors; the highest sum of unique memory of all processes, in MB."""

    wall_s: float
    cpu_s: float
    memory_mb: float
    output: str


def run_and_measure(command: Sequence[str]) -> Cost:
    """Run a command to its end.

    Raises:
        RuntimeError: it failed.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    process = subprocess.Popen(command, env=as_people_run(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    watch = _MemoryWatch(process.pid)
    output, errors = process.communicate()
    wall_s = time.perf_counter() - started
    peak_mb = watch.stop()
    if process.returncode != 0:
        raise RuntimeError(f"{command[0]} ended with {process.returncode}: {errors[-2000:]}{output[-2000:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu_s = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(wall_s=wall_s, cpu_s=cpu_s, memory_mb=peak_mb, output=output)


def as_people_run() -> dict[str, str]:
    """Return an environment in which Python keeps what it compiled, as it does unless somebody forbids it."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def middle(costs: Sequence[Cost]) -> Cost:
    """Return the medians of several runs."""
    return Cost(
        wall_s=median(cost.wall_s for cost in costs),
        cpu_s=median(cost.cpu_s for cost in costs),
        memory_mb=median(cost.memory_mb for cost in costs),
        output=costs[-1].output,
    )


class _MemoryWatch:
    """Looks at a process and its children until told to stop. Shared pages count once (USS), or forks would lie."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._peak = 0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def stop(self) -> float:
        self._ended.set()
        self._thread.join()
        return self._peak / 1e6

    def _look(self) -> None:
        while not self._ended.wait(SAMPLE_EVERY_S):
            with contextlib.suppress(psutil.Error):
                process = psutil.Process(self._pid)
                self._peak = max(self._peak, sum(map(memory_of, (process, *process.children(recursive=True)))))


def memory_of(process: psutil.Process) -> int:
    """Return the unique memory of a process in bytes, 0 when it is gone."""
    with contextlib.suppress(psutil.Error):
        return int(process.memory_full_info().uss)
    return 0

"""Watches a virtual screen while a program starts, and says when it looked as it stays.

A window that is mapped may still be empty, and a title tells nothing of rows. So the pixels decide: a start is over at
the first moment from which on the screen is, but for a blinking cursor, what it is at the end.
"""

from __future__ import annotations

import mmap
import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.benchmarks.measuring import as_people_run, memory_of

LOOK_EVERY_S = 0.01
ALIKE = 0.99
A_PIXEL_OF = 256 + 4  # bytes apart: prime to the width of the screen, so that samples do not stand in columns


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """Seconds until the screen looked as it stays, and megabytes of memory (USS, with children) then."""

    seconds: float
    memory_mb: float


@dataclass(frozen=True, slots=True)
class WatchedScreen:
    """An X server whose pixels lie in a file. `environment` is what a program needs to open its window here."""

    environment: Mapping[str, str]
    pixels: mmap.mmap

    def start(self, command: Sequence[str], *, watch_s: float, extra: Mapping[str, str] | None = None) -> Start:
        """Start a program, watch it for so long, end it and say how its start went.

        Raises:
            RuntimeError: it ended by itself, or never showed anything.
        """
        blank = self._sample()
        breath = threading.Event()
        started = time.perf_counter()
        process = subprocess.Popen(
            command,
            env={**self.environment, **(extra or {})},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        seen: list[tuple[float, bytes]] = []
        try:
            while (now := time.perf_counter() - started) < watch_s:
                seen.append((now, self._sample()))
                breath.wait(LOOK_EVERY_S)
            if process.poll() is not None:
                raise RuntimeError(f"{command[0]} ended by itself")
            kin = (psutil.Process(process.pid), *psutil.Process(process.pid).children(recursive=True))
            memory_mb = sum(map(memory_of, kin)) / 1e6
        finally:
            process.terminate()
            process.wait()
        if seen[-1][1] == blank:
            raise RuntimeError(f"{command[0]} showed nothing")
        return Start(seconds=_settled_at(seen), memory_mb=memory_mb)

    def _sample(self) -> bytes:
        return self.pixels[4096::A_PIXEL_OF]


def _settled_at(seen: Sequence[tuple[float, bytes]]) -> float:
    """Return the time of the earliest look from which on all looks are like the last one."""
    last = seen[-1][1]
    settled = seen[-1][0]
    for at, sample in reversed(seen):
        if _likeness(sample, last) < ALIKE:
            break
        settled = at
    return settled


def _likeness(one: bytes, other: bytes) -> float:
    if one == other:
        return 1.0
    return sum(a == b for a, b in zip(one, other, strict=True)) / len(one)


@contextmanager
def watched_screen(width: int = 1440, height: int = 1000) -> Iterator[WatchedScreen]:
    """Run an X server of that size for as long as the block lasts.

    Raises:
        FileNotFoundError: Xvfb is not installed.
    """
    with tempfile.TemporaryDirectory() as folder:
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24"]
        command += ["-nolisten", "tcp", "-fbdir", folder]
        server = subprocess.Popen(command, pass_fds=(writing,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(writing)
        try:
            display = os.read(reading, 64).decode().strip()
            with Path(folder, "Xvfb_screen0").open("rb") as file:
                pixels = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
            environment = {**as_people_run(), "DISPLAY": f":{display}", "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"}
            yield WatchedScreen(environment=environment, pixels=pixels)
            pixels.close()
        finally:
            os.close(reading)
            server.terminate()
            server.wait()

"""The farm of feeds that the benchmarks sync against, in a process of its own."""

from __future__ import annotations

import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

FARM = Path(__file__).resolve().parents[3] / "shared" / "tools" / "feed_farm.py"


@dataclass(frozen=True, slots=True)
class Farm:
    """A running farm."""

    address: str

    def ask(self, path: str, *, post: bool = False) -> bytes:
        """Return what the farm answers."""
        request = urllib.request.Request(self.address + path, data=b"" if post else None)
        with urllib.request.urlopen(request) as answer:
            return bytes(answer.read())


@contextmanager
def running_farm(*, feeds: int, hosts: int, latency_ms: float = 0) -> Iterator[Farm]:
    """Serve so many feeds on so many loopback hosts for as long as the block lasts."""
    command = [sys.executable, str(FARM), "--port", "0", "--feeds", str(feeds), "--hosts", str(hosts)]
    command += ["--latency-ms", str(latency_ms), "--lifetime-s", "7200"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        ready = process.stdout.readline().split()
        yield Farm(address=ready[2])
    finally:
        process.terminate()
        process.wait()

"""Tries a frozen program as somebody who has just installed it: `python packaging/try_frozen.py PROGRAM [COMMAND]`.

Its version, its look at itself, and a window that opens over an empty folder and is closed in order. COMMAND is the
program that has a terminal, where that is another one (Windows). Needs a Python and nothing else, and leaves nothing.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import tempfile
import time
from pathlib import Path

_PATIENCE_S = 120
_BREATH_S = 0.2


def try_commands(command: Path, data: Path) -> None:
    """Ask for the version and have it look whether all is well.

    Raises:
        subprocess.CalledProcessError: it is not.
    """
    for asked in (["--version"], ["--data-dir", str(data), "doctor"]):
        subprocess.run([command, *asked], check=True, timeout=_PATIENCE_S)


def try_window(program: Path, data: Path) -> None:
    """Open the window over a folder in which nothing is, wait until its library is there, and close it.

    Raises:
        RuntimeError: no window came, or it did not end in order.
    """
    window = subprocess.Popen([program, "--data-dir", str(data)])
    try:
        _wait_for(window, data / "library.db")
        _close(window)
        code = window.wait(_PATIENCE_S)
    finally:
        if window.poll() is None:
            window.kill()
    if code != 0:
        raise RuntimeError(f"the window ended with {code}")
    holder = (data / "caregiver.lock").read_text(encoding="utf-8").strip()
    if holder:
        raise RuntimeError(f"the window did not end in order: {holder}")


def _wait_for(window: subprocess.Popen[bytes], file: Path) -> None:
    until = time.monotonic() + _PATIENCE_S
    while not file.exists():
        if window.poll() is not None or time.monotonic() > until:
            raise RuntimeError(f"no window came, its code is {window.poll()}")
        time.sleep(_BREATH_S)


def _close(window: subprocess.Popen[bytes]) -> None:
    """Ask it to end, as systems ask when a session is over."""
    if os.name == "nt":
        subprocess.run(["taskkill", "/PID", str(window.pid)], check=True)  # without /F it is a wish
    else:
        window.send_signal(signal.SIGTERM)


def main() -> None:
    """Try the programs that were named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=Path)
    parser.add_argument("command", type=Path, nargs="?")
    named = parser.parse_args()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        try_window(named.program, Path(folder, "window"))
        try_commands(named.command or named.program, Path(folder, "commands"))
    print("Its window opened and closed, and its commands answered.")


if __name__ == "__main__":
    main()

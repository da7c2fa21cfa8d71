"""Reads what a command shows on a terminal, as the terminal gets it (POSIX)."""

from __future__ import annotations

import os
import pty
import subprocess
from collections.abc import Mapping

from tests.helpers.command_line import CommandLine, Ran


def run_on_terminal(
    caregiver: CommandLine, *arguments: str, stream: str, environment: Mapping[str, str] | None = None
) -> Ran:
    """Run a command with one of its streams ("stdout", "stderr") on a terminal and the other one in a pipe."""
    leader, terminal = pty.openpty()
    surroundings = {"TERM": "xterm", "NO_COLOR": "", **(environment or {})}
    on_screen = stream == "stdout"
    started = caregiver.start(
        *arguments,
        environment=surroundings,
        stdin=subprocess.DEVNULL,
        stdout=terminal if on_screen else subprocess.PIPE,
        stderr=subprocess.PIPE if on_screen else terminal,
    )
    try:
        with started as process:
            os.close(terminal)
            shown = _read_to_end(leader)
            out, err = process.communicate()
    finally:
        os.close(leader)
    if on_screen:
        return Ran(code=process.returncode, out=shown, err=err.decode())
    return Ran(code=process.returncode, out=out.decode(), err=shown)


def _read_to_end(descriptor: int) -> str:
    pieces = []
    while True:
        try:
            piece = os.read(descriptor, 65_536)
        except OSError:  # how Linux says that the other end of a terminal has closed
            break
        if not piece:
            break
        pieces.append(piece)
    return b"".join(pieces).decode()

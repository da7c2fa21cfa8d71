"""Answers what a command asks at a terminal, one line after the other (POSIX)."""

from __future__ import annotations

import os
import pty
from collections.abc import Callable

from tests.helpers.command_line import CommandLine


def converse(caregiver: CommandLine, *arguments: str, answer: Callable[[str], str | None]) -> tuple[int, str]:
    """Run a command on a terminal; return its exit code and all that was shown there.

    `answer` gets what was shown so far whenever more comes, and says what is typed now, None for nothing.
    """
    leader, terminal = pty.openpty()
    shown = b""
    with caregiver.start(
        *arguments, environment={"TERM": "xterm"}, stdin=terminal, stdout=terminal, stderr=terminal
    ) as process:
        os.close(terminal)
        while piece := _read(leader):
            shown += piece
            typed = answer(shown.decode("utf-8", "replace"))
            if typed is not None:
                os.write(leader, f"{typed}\n".encode())
        process.wait()
    os.close(leader)
    return process.returncode, shown.decode("utf-8", "replace")


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65_536)
    except OSError:  # how Linux says that the other end of a terminal has closed
        return b""

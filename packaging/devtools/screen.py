"""Tells whether a window could be opened here."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path


def has_screen() -> bool:
    """Return whether a desktop answers; on Windows and macOS there always is one."""
    if not sys.platform.startswith("linux"):
        return True
    return _wayland_answers(os.environ.get("WAYLAND_DISPLAY", "")) or _x11_answers(os.environ.get("DISPLAY", ""))


def _wayland_answers(display: str) -> bool:
    return bool(display) and _answers(str(Path(os.environ.get("XDG_RUNTIME_DIR", "/"), display)))


def _x11_answers(display: str) -> bool:
    host, _, number = display.rpartition(":")
    if not number:
        return False
    if host not in ("", "unix"):
        return True  # a screen elsewhere, e.g. through ssh
    path = f"/tmp/.X11-unix/X{number.partition('.')[0]}"  # noqa: S108 where X servers listen, not a file of ours
    return _answers(path) or _answers(f"\0{path}")


def _answers(address: str) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as door:
        try:
            door.connect(address)
        except OSError:
            return False
    return True

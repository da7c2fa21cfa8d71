"""The system libraries and programs that Qt and the window tests need on Linux: found, installed, or named."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from devtools.trouble import Trouble

# Debian's name of the package, by what is looked for.
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
PEERS_FROM_DEBIAN = {"newsboat": "newsboat", "rssguard": "rssguard"}  # measured beside ours where they are installed
WINDOW_TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "dbus-daemon": "dbus-daemon",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "/usr/lib/python3/dist-packages/pyatspi/__init__.py": "python3-pyatspi",  # brings gir1.2-atspi-2.0 and python3-gi
}
"""Programs by name, or what is looked for by its whole path: it comes with the package."""


def library_of_python(base: str = sys.base_prefix, version: tuple[int, ...] = sys.version_info[:2]) -> dict[str, str]:
    """Return the library that PyInstaller takes of a Python, where the system's own keeps it in a package apart.

    `base` is where that Python lies; any other has its library beside it.
    """
    if base != "/usr":
        return {}
    name = f"libpython{version[0]}.{version[1]}"
    return {f"{name}.so.1.0": name}


def ready_system(
    libraries: Mapping[str, str], programs: Mapping[str, str] | None = None, *, root: bool | None = None
) -> None:
    """Make sure that the libraries and programs are there; as root on a Debian-like system they are installed.

    `root` says whether we may install; left out, the system is asked.

    Raises:
        Trouble: some are missing and it is not for us to install them, or installing them failed.
    """
    if not sys.platform.startswith("linux"):
        return
    missing = _missing(libraries, programs or {})
    if not missing:
        return
    if shutil.which("apt-get") is None:
        raise Trouble(
            f"Please install what your system calls these, then run the same command again:\n  {_listed(missing)}"
        )
    install = f"apt-get install --no-install-recommends -y {' '.join(missing.values())}"
    if not (os.geteuid() == 0 if root is None else root):
        raise Trouble(f"The window needs some system libraries. This line installs them:\n  sudo {install}")
    print(f"Set-up: system packages ({_listed(missing.values())}) ...", flush=True)
    _install(list(missing.values()))
    still_missing = _missing(libraries, programs or {})
    if still_missing:
        raise Trouble(f"Installed, and yet not found: {_listed(still_missing)}. The line was:\n  {install}")


def may_install() -> bool:
    """Return True where packages can be installed without asking anybody: as root on a Debian-like system."""
    return sys.platform.startswith("linux") and shutil.which("apt-get") is not None and os.geteuid() == 0


def _missing(libraries: Mapping[str, str], programs: Mapping[str, str]) -> dict[str, str]:
    absent = {name: package for name, package in libraries.items() if not _loads(name)}
    return absent | {name: package for name, package in programs.items() if not _is_there(name)}


def _is_there(program: str) -> bool:
    return Path(program).exists() if program.startswith("/") else shutil.which(program) is not None


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _install(packages: list[str]) -> None:
    surroundings = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    waiting = ["-o", "DPkg::Lock::Timeout=300"]
    for command in (["update"], ["install", "--no-install-recommends", "-y", *packages]):
        done = subprocess.run(
            ["apt-get", "-qq", *waiting, *command], env=surroundings, capture_output=True, text=True, check=False
        )
        if done.returncode != 0:
            raise Trouble(
                f"apt-get {command[0]} failed:\n{done.stderr.strip()}\n"
                f"When it is mended, run the same command again. It needs: {_listed(packages)}"
            )


def _listed(names: Iterable[str]) -> str:
    return " ".join(names)

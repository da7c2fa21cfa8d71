"""What systems read beside the program (menus, types of files, pages, completion), tried by what reads it."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from devtools.environment import ready_environment
from devtools.places import PACKAGING
from devtools.start import call_python
from devtools.system import ready_system
from devtools.trouble import Trouble

PROGRAMS = {
    "desktop-file-validate": "desktop-file-utils",
    "appstreamcli": "appstream",
    "update-mime-database": "shared-mime-info",
    "man": "man-db",
    "groff": "groff",
    "zsh": "zsh",
    "fish": "fish",
}
LINUX = PACKAGING / "linux"


def validate() -> int:
    """Make what is made, try all of it and print what is wrong; return the exit code.

    Raises:
        Trouble: the set-up cannot be finished, or nothing can be made.
    """
    ready_environment()
    ready_system({}, PROGRAMS)
    with tempfile.TemporaryDirectory(prefix="caregiver-validate-") as folder:
        share = Path(folder) / "share"
        if call_python([str(PACKAGING / "make_manual.py"), str(share)]):
            raise Trouble("The pages for man and the completion cannot be made.")
        complaints = [*_of_desktop_files(Path(folder)), *_of_pages(share), *_of_shells(share)]
    print("\n".join(complaints) or "Menus, types of files, pages and completion: all in order.")
    return 1 if complaints else 0


def _of_desktop_files(folder: Path) -> Iterator[str]:
    for file in sorted(LINUX.glob("*.desktop")):
        yield from _said(["desktop-file-validate", str(file)])
    for file in sorted(LINUX.glob("*.metainfo.xml")):
        yield from _said(["appstreamcli", "validate", "--no-net", str(file)], only_if_failed=True)
    types = folder / "mime" / "packages"
    types.mkdir(parents=True)
    for file in sorted(LINUX.glob("*-mime.xml")):
        shutil.copy(file, types)
    yield from _said(["update-mime-database", str(types.parent)], data_home=folder)


def _of_pages(share: Path) -> Iterator[str]:
    for page in sorted((share / "man").rglob("*.1")):
        yield from _said(["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", str(page)], silent=True)
        yield from _said(["groff", "-Kutf8", "-man", "-Tutf8", "-ww", str(page)], silent=True)


def _of_shells(share: Path) -> Iterator[str]:
    for shell in ("bash", "zsh", "fish"):
        for file in sorted(path for path in share.glob(f"{shell}*/**/*") if path.is_file()):
            yield from _said([shell, "-n", str(file)])
    told = _answer(["fish", "-c", f"source {next(share.rglob('*.fish'))}; complete -C 'caregiver source ad'"])
    if not told.startswith("add\t"):
        yield f"fish: no command follows 'caregiver source ad', but {told!r}"
    (folder,) = share.glob("zsh/*")
    told = _answer(
        ["zsh", "-fc", f"fpath=({folder} $fpath); autoload -U compinit; compinit -D -u; echo $_comps[caregiver]"]
    )
    if told.strip() != "_caregiver":
        yield f"zsh: does not find what completes caregiver, but {told!r}"


def _said(
    command: Sequence[str], *, silent: bool = False, only_if_failed: bool = False, data_home: Path | None = None
) -> Iterator[str]:
    """Yield what a program says of a file; with `silent` its output is the page, and only its errors count."""
    surroundings = os.environ | {"LC_ALL": "C.UTF-8", "MANROFFSEQ": "", "MANWIDTH": "80"}
    if data_home is not None:
        surroundings["XDG_DATA_HOME"] = str(data_home)
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False)
    words = done.stderr if silent else done.stdout + done.stderr
    if done.returncode or (words and not only_if_failed):
        yield f"{Path(command[0]).name} {Path(command[-1]).name}: {words.strip() or done.returncode}"


def _answer(command: Sequence[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout

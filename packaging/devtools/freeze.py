"""`dev.py freeze`: the last commit as one folder for the system at hand, and on macOS as Caregiver.app beside it.

`dev.py package` does this and more on Debian. On Windows and macOS what follows is in .github/workflows/packages.yml.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from devtools.environment import ready_build_environment
from devtools.last_commit import last_commit, lay_out
from devtools.places import BUILD, BUILD_ENVIRONMENT, python_of
from devtools.system import library_of_python, ready_system
from devtools.trouble import Trouble
from freezing.building import freeze

FOLDER = BUILD / "freeze"
_ICON = "caregiver-512.png"


def freeze_here() -> int:
    """Freeze the last commit into build/freeze/frozen, and return the exit code.

    Nobody has signed what is made: that is done to it afterwards, where the keys are.

    Raises:
        Trouble: there is no commit, the set-up cannot be finished, or nothing can be made.
    """
    ready_build_environment()
    ready_system(library_of_python())
    commit = last_commit()
    source, frozen = FOLDER / "source", FOLDER / "frozen"
    shutil.rmtree(FOLDER, ignore_errors=True)
    lay_out(commit, source)
    os.environ["CAREGIVER_ICON"] = str(_drawn_icon(source))
    print(f"Freezing {commit.hash} ...", flush=True)
    print(freeze(source, frozen, epoch=commit.epoch))
    return 0


def _drawn_icon(source: Path) -> Path:
    folder = FOLDER / "icons"
    script = source / "packaging" / "make_icons.py"
    if subprocess.run([python_of(BUILD_ENVIRONMENT), script, folder], check=False).returncode != 0:
        raise Trouble("The icons cannot be drawn.")
    return folder / _ICON

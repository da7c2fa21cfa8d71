"""Remakes the lock files: every package with its version and hashes for all systems, and no index addresses."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from devtools.places import BENCH_LOCK, BUILD_LOCK, DOCS_LOCK, LOCK, ROOT
from devtools.trouble import Trouble
from devtools.uv_tool import run_uv

_OPTIONS = (
    "--universal",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-header",
    "--quiet",
    "--no-config",
    "--python-version",
    "3.11",
    "--custom-compile-command",
    "python3 dev.py lock",
)


def remake_locks(*, upgrade: bool) -> int:
    """Write the lock files anew, keeping versions unless `upgrade`; return the exit code.

    Raises:
        Trouble: something could not be resolved or fetched.
    """
    newest = ("--upgrade",) if upgrade else ()
    for lock, wanted in _locked().items():
        _resolve(*newest, *wanted, into=lock)
    return 0


def stale_locks() -> list[str]:
    """Return the names of lock files that say something else than what would be locked now; no version is changed.

    Raises:
        Trouble: something could not be resolved or fetched.
    """
    stale: list[str] = []
    with tempfile.TemporaryDirectory(prefix="caregiver-locks-") as folder:
        for lock, wanted in _locked().items():
            anew = Path(shutil.copy(lock, folder))
            _resolve(*wanted, into=anew)
            if anew.read_bytes() != lock.read_bytes():
                stale.append(lock.name)
    return stale


def _locked() -> dict[Path, tuple[str | Path, ...]]:
    """Return the lock files, each with what is locked in it."""
    pyproject = ROOT / "pyproject.toml"
    return {
        LOCK: (pyproject, "--group", f"{pyproject}:dev"),
        BENCH_LOCK: ("--group", f"{pyproject}:bench"),
        # What is frozen has the versions that were tested.
        BUILD_LOCK: (pyproject, "--group", f"{pyproject}:build", "--constraint", LOCK),
        DOCS_LOCK: ("--group", f"{pyproject}:docs"),
    }


def _resolve(*wanted: str | Path, into: Path) -> None:
    if not run_uv("pip", "compile", *_OPTIONS, *wanted, "--output-file", into):
        raise Trouble("The lock files could not be remade. uv's own words stand above.")

"""Makes the project's own environment from the hashed lock, once; afterwards a look at a stamp is enough."""

from __future__ import annotations

import hashlib
import json
import platform
import shutil
import tomllib
from pathlib import Path

from devtools.places import (
    BENCH_ENVIRONMENT,
    BENCH_LOCK,
    BUILD_ENVIRONMENT,
    BUILD_LOCK,
    DOCS_ENVIRONMENT,
    DOCS_LOCK,
    ENVIRONMENT,
    LOCK,
    ROOT,
    UV_PIN,
    python_of,
)
from devtools.trouble import Trouble
from devtools.uv_tool import base_python, ready_uv, run_uv

_STAMP = "caregiver-setup.stamp"
_NEEDED_BYTES = 1_500_000_000
_NO_PACKAGES = """The Python packages could not be put in place. The words of the tool that tried stand above.
Mostly the computer is offline, or the disk is full. Nothing is lost: run the same command again."""


def ready_environment() -> None:
    """Bring `.venv` to what the lock says; quick when it is there already.

    Raises:
        Trouble: no pip, no network, no room.
    """
    stamp = _fingerprint(LOCK, _how_it_is_built())
    if _holds(ENVIRONMENT, stamp):
        return
    _check_room()
    ready_uv()
    print("Set-up: Python packages (about 300 MB the first time) ...", flush=True)
    _fill(ENVIRONMENT, LOCK)
    _install_project()
    _write_stamp(ENVIRONMENT, stamp)


def ready_bench_environment() -> None:
    """Bring `.venv-bench`, where the programs live that ours is measured beside, to what its lock says.

    Raises:
        Trouble: no pip, no network, no room.
    """
    _ready(BENCH_ENVIRONMENT, BENCH_LOCK, "the programs to measure beside")


def ready_build_environment() -> None:
    """Bring `build/environment` to what its lock says: what is shipped and the program that freezes it, nothing else.

    Raises:
        Trouble: no pip, no network, no room.
    """
    _ready(BUILD_ENVIRONMENT, BUILD_LOCK, "what packages are made of")


def ready_docs_environment() -> None:
    """Bring `build/docs-environment`, where the program lives that sets our documents, to what its lock says.

    Raises:
        Trouble: no pip, no network, no room.
    """
    _ready(DOCS_ENVIRONMENT, DOCS_LOCK, "what sets the documents")


def _ready(environment: Path, lock: Path, what: str) -> None:
    stamp = _fingerprint(lock)
    if _holds(environment, stamp):
        return
    ready_uv()
    print(f"Set-up: {what} ...", flush=True)
    environment.parent.mkdir(exist_ok=True)
    _fill(environment, lock)
    _write_stamp(environment, stamp)


def _fingerprint(lock: Path, built: str = "") -> str:
    digest = hashlib.sha256(f"{platform.python_version()} {ROOT} {built}\n".encode())
    for file in (lock, UV_PIN):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _how_it_is_built() -> str:
    """Return what of pyproject.toml matters to an installation; settings of the checks do not."""
    whole = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return json.dumps([whole["build-system"], whole["project"], whole["tool"]["hatch"]], sort_keys=True)


def _holds(environment: Path, stamp: str) -> bool:
    written = environment / _STAMP
    return python_of(environment).exists() and written.is_file() and written.read_text(encoding="ascii") == stamp


def _write_stamp(environment: Path, stamp: str) -> None:
    (environment / _STAMP).write_text(stamp, encoding="ascii")


def _fill(environment: Path, lock: Path) -> None:
    (environment / _STAMP).unlink(missing_ok=True)
    python = python_of(environment)
    if not _made_from_this_python(environment) and not run_uv(
        "venv", "--clear", "--no-project", "--python", base_python(), environment
    ):
        raise Trouble(_NO_PACKAGES)
    # Compiled once here: no start has to, wherever the folder lies and whoever may write there.
    if not run_uv("pip", "sync", "--require-hashes", "--no-build", "--compile-bytecode", "--python", python, lock):
        raise Trouble(_NO_PACKAGES)


def _install_project() -> None:
    # Its builder is in the lock like everything else, so that nothing is fetched without a hash.
    options = ("--no-deps", "--no-build-isolation", "--python", python_of(ENVIRONMENT), "--editable", ROOT)
    if not run_uv("pip", "install", *options):
        raise Trouble(_NO_PACKAGES)


def _made_from_this_python(environment: Path) -> bool:
    notes = environment / "pyvenv.cfg"
    if not (python_of(environment).exists() and notes.is_file()):
        return False
    lines = dict(line.split(" = ", 1) for line in notes.read_text(encoding="utf-8").splitlines() if " = " in line)
    same_place = Path(lines.get("home", "")).resolve() == Path(base_python()).resolve().parent
    return same_place and lines.get("version_info") == platform.python_version()


def _check_room() -> None:
    free = shutil.disk_usage(ROOT).free
    if free < _NEEDED_BYTES and not python_of(ENVIRONMENT).exists():
        raise Trouble(f"The set-up needs about 1.5 GB of disk; only {free // 1_000_000} MB are free here.")

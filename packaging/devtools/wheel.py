"""`dev.py wheel`: wheel and source archive of the last commit, the same bytes whenever and wherever they are made."""

from __future__ import annotations

import os
import subprocess
import tarfile
import tempfile
import zipfile
from pathlib import Path

from devtools.environment import ready_environment
from devtools.handing_out import hand_out
from devtools.last_commit import LastCommit, changed_files, last_commit, lay_out, unpack_all
from devtools.places import DIST, ENVIRONMENT, LOCK, python_of
from devtools.trouble import Trouble
from devtools.uv_tool import base_python, run_uv

_HATCHLING = "from hatchling.cli import hatchling; raise SystemExit(hatchling())"
_ANOTHER_DAY = f"import time; now = time.time; time.time = lambda: now() + 400 * 86_400; {_HATCHLING}"


def make_wheel() -> int:
    """Build wheel and source archive twice, compare them, try the wheel, write both to `dist`; return the exit code.

    Raises:
        Trouble: they cannot be built, differ, hold what is no part of the application, or do not start.
    """
    ready_environment()
    commit = last_commit()
    with tempfile.TemporaryDirectory(prefix="caregiver-wheel-") as folder:
        made = _made_twice(commit, Path(folder))
        said = try_wheel(made[0], Path(folder))
        hand_out(made, commit)
    if changed := changed_files():
        print(f"In no commit, and so not in it: {len(changed)} changed files. git status names them.")
    print(f"{said}\nBuilt twice with the same bytes: {', '.join(file.name for file in made)} in {DIST}")
    return 0


def build(kind: str, source: Path, into: Path, *, epoch: int, another_day: bool = False) -> Path:
    """Build a `wheel` or an `sdist` of the project in `source`, as of `epoch`; return the file.

    With `another_day` the builder's clock is more than a year ahead.

    Raises:
        Trouble: it cannot be built; the builder's own words stand above.
    """
    program = _ANOTHER_DAY if another_day else _HATCHLING
    command = [str(python_of(ENVIRONMENT)), "-c", program, "build", "-t", kind, "-d", str(into)]
    done = subprocess.run(
        command,
        cwd=source,
        env=os.environ | {"SOURCE_DATE_EPOCH": str(epoch)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        print(done.stdout + done.stderr)
        raise Trouble(f"The {kind} could not be built.")
    (built,) = into.glob("*.whl" if kind == "wheel" else "*.tar.gz")
    return built


def unpack(archive: Path, folder: Path) -> Path:
    """Unpack a source archive and return the folder of the project in it; its files are as old as this moment."""
    with tarfile.open(archive) as source:
        unpack_all(source, folder)
    (project,) = folder.iterdir()
    for file in project.rglob("*"):
        os.utime(file)
    return project


def strangers_in(wheel: Path) -> list[str]:
    """Return what is in a wheel and no part of the application: tests, tools, what a start leaves behind."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    about = f"{'-'.join(wheel.name.split('-')[:2])}.dist-info/"
    return [name for name in names if not name.startswith(("caregiver_app/", about)) or name.endswith(".pyc")]


def try_wheel(wheel: Path, folder: Path) -> str:
    """Install a wheel with the locked versions in an environment of its own, start it, and return what it says.

    Raises:
        Trouble: it cannot be installed or does not start.
    """
    environment = folder / "environment"
    python = python_of(environment)
    installed = run_uv("venv", "--no-project", "--python", base_python(), environment) and run_uv(
        "pip", "install", "--no-config", "--no-build", "--python", python, "--constraint", LOCK, wheel
    )
    if not installed:
        raise Trouble("The wheel could not be installed. uv's own words stand above.")
    data = os.environ | {"CAREGIVER_DATA_DIR": str(folder / "data")}
    said = [_said(python.with_name("caregiver"), *words, surroundings=data) for words in (("--version",), ("doctor",))]
    return "\n".join(said)


def _said(*command: str | Path, surroundings: dict[str, str]) -> str:
    done = subprocess.run(
        [str(part) for part in command], env=surroundings, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise Trouble(f"What was installed does not start.\n{done.stdout}{done.stderr}")
    return done.stdout.strip()


def _made_twice(commit: LastCommit, folder: Path) -> tuple[Path, Path]:
    first, second = folder / "first", folder / "second"
    for source in (first, second):
        lay_out(commit, source)
    for file in second.rglob("*"):
        os.utime(file)
    made = [_made_once(first, commit.epoch, another_day=False), _made_once(second, commit.epoch, another_day=True)]
    wheel, archive = made[0]
    from_archive = build("wheel", unpack(archive, folder / "unpacked"), folder / "third", epoch=commit.epoch)
    for one, other in (*zip(*made, strict=True), (wheel, from_archive)):
        if one.read_bytes() != other.read_bytes():
            raise Trouble(f"{one.name} differs between two builds of one commit.")
    if strangers := strangers_in(wheel):
        raise Trouble(f"The wheel holds what is no part of the application: {', '.join(strangers)}")
    return wheel, archive


def _made_once(source: Path, epoch: int, *, another_day: bool) -> tuple[Path, Path]:
    wheel, archive = (
        build(kind, source, source.with_name(f"{source.name}-{kind}"), epoch=epoch, another_day=another_day)
        for kind in ("wheel", "sdist")
    )
    return wheel, archive

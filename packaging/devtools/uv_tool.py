"""Puts the pinned uv beside the project, by hash; touches neither the system nor anybody's environment."""

from __future__ import annotations

import os
import shutil
import ssl
import subprocess
import sys
from pathlib import Path

from devtools.places import ROOT, TOOLS, UV_PIN
from devtools.trouble import Trouble

_NO_PIP = """This Python has no pip, and the set-up begins with it.
On Debian and Ubuntu:  apt-get install python3-pip   (with sudo before it, unless you are root)
Then run the same command again."""
_NO_FETCH = """The set-up could not fetch its first tool (uv, about 25 MB). Its own words stand above.
Check that this computer is online, then run the same command again."""


def base_python() -> str:
    """Return the Python at hand, or the one that its virtual environment was made from."""
    return str(getattr(sys, "_base_executable", None) or sys.executable)


def ready_uv() -> Path:
    """Return the pinned uv, fetched first where it is not there yet.

    Raises:
        Trouble: there is no pip, or nothing could be fetched.
    """
    version = UV_PIN.read_text(encoding="utf-8").split()[0].removeprefix("uv==")
    uv = _find()
    if uv is None or not (TOOLS / f"uv-{version}.dist-info").is_dir():
        _fetch()
        uv = _find()
    if uv is None:
        raise Trouble(_NO_FETCH)
    return uv


def run_uv(*arguments: str | Path) -> bool:
    """Run uv in the checkout, with its progress on a terminal and only its errors elsewhere; return if it succeeded.

    In lock files it names what it read as seen from there, never where the checkout lies.

    Raises:
        Trouble: there is no uv to be had.
    """
    quiet = [] if sys.stderr.isatty() else ["--quiet"]
    command = [str(ready_uv()), *quiet, *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, env=_surroundings(), check=False).returncode == 0


def _surroundings() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("VIRTUAL_ENV", "CONDA_PREFIX")}
    if _has_certificates():
        kept.setdefault("UV_SYSTEM_CERTS", "true")  # a firm's own certificates count, as they do for pip
    return kept | {"UV_PYTHON_DOWNLOADS": "never"}


def _has_certificates() -> bool:
    paths = ssl.get_default_verify_paths()
    return not sys.platform.startswith("linux") or bool(paths.cafile or paths.capath)


def _find() -> Path | None:
    candidates = (TOOLS / "bin" / "uv", TOOLS / "bin" / "uv.exe", TOOLS / "Scripts" / "uv.exe")
    return next((path for path in candidates if path.is_file()), None)


def _fetch() -> None:
    print("Set-up: fetching uv ...", flush=True)
    shutil.rmtree(TOOLS, ignore_errors=True)
    pip = [base_python(), "-m", "pip"]
    if subprocess.run([*pip, "--version"], capture_output=True, check=False).returncode != 0:
        raise Trouble(_NO_PIP)
    options = [
        "--quiet",
        "--disable-pip-version-check",
        "--root-user-action",
        "ignore",
        "--target",
        str(TOOLS),
        "--no-deps",
    ]
    hashed = ["--require-hashes", "--only-binary", ":all:", "--requirement", str(UV_PIN)]
    if subprocess.run([*pip, "install", *options, *hashed], check=False).returncode != 0:
        shutil.rmtree(TOOLS, ignore_errors=True)
        raise Trouble(_NO_FETCH)

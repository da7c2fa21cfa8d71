"""Tries the .deb on the system at hand, as root: looked over, installed, used, upgraded, removed, purged.

What a person wrote lies in a home folder of the trial's own and must be the same to the last byte all along.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

from devtools.places import ENVIRONMENT, ROOT, python_of
from devtools.trouble import Trouble
from freezing.building import NAME
from freezing.debian import Package, make_deb

COMMAND = Path("/usr/bin", NAME)
PASSPHRASE = "quiet marble lantern orchard seven"  # of notes that are made here and thrown away
_LEFT_BEHIND = (COMMAND, Path("/usr/lib", NAME), Path("/usr/share/doc", NAME))
_APT = ("apt-get", "-qq", "-y", "--no-install-recommends", "--allow-downgrades", "-o", "DPkg::Lock::Timeout=300")


def try_deb(package: Package, deb: Path, trial: Path) -> int:
    """Live through the package's whole life and print what held; return 0.

    Raises:
        Trouble: Caregiver is installed here already, which is not ours to touch; or something does not hold.
    """
    if is_installed():
        raise Trouble(f"{NAME} is installed here already. To try the package, remove that first: apt-get remove {NAME}")
    look_over(deb)
    shutil.rmtree(trial, ignore_errors=True)
    home = trial / "home"
    home.mkdir(parents=True)
    try:
        _install(deb)
        _tell("installed", _said(COMMAND, "--version", home=home))
        use(home)
        drive()
        before = state_of(home)
        higher = make_deb(package.of_version(f"{package.version}+trial"), trial, packed=False)
        _install(higher)
        _tell("upgraded", _installed_version())
        _must_be_same(before, home, "the upgrade")
        _said(COMMAND, "doctor", home=home)
        before = state_of(home)
        _run(*_APT, "remove", NAME)
        _must_be_same(before, home, "the removal")
        _run("dpkg", "--purge", NAME)  # apt knows it no more: it has no settings of the system that could stay
        _must_be_same(before, home, "the purge")
        if left := [str(path) for path in _LEFT_BEHIND if path.exists()]:
            raise Trouble(f"Removed, and yet there: {', '.join(left)}")
        _tell("removed", "nothing is left of it, and all that was written is there")
    finally:
        if is_installed():
            _run("dpkg", "--purge", NAME)
    return 0


def look_over(deb: Path) -> None:
    """Have lintian look at the package.

    Raises:
        Trouble: it finds an error.
    """
    done = subprocess.run(
        ["lintian", "--allow-root", "--fail-on", "error", "--tag-display-limit", "0", str(deb)],
        capture_output=True,
        text=True,
        check=False,
    )
    print(done.stdout, end="", flush=True)
    if done.returncode != 0:
        raise Trouble(f"lintian finds errors in {deb.name}.")
    _tell("looked over", "lintian finds no error")


def use(home: Path) -> None:
    """Write in a home folder what must outlive the package: a chosen topic, and a care note."""
    secret = home / "passphrase"
    secret.touch(mode=0o600)
    secret.write_text(PASSPHRASE, encoding="ascii")
    options = ("--passphrase-file", str(secret))
    _said(COMMAND, "topic", "choose", "dementia", home=home)
    _said(COMMAND, "vault", "create", *options, "--recovery-out", str(home / "recovery.txt"), home=home)
    _said(COMMAND, "note", "add", *options, "-", home=home, given="Ate well, walked to the gate.")
    if "walked to the gate" not in _said(COMMAND, "note", "list", *options, home=home):
        raise Trouble("A note was written and is not there.")


def drive() -> None:
    """Live through the first start with what is installed, by the stories of tests/frozen."""
    stories = ("-m", "pytest", "-q", "-m", "frozen", "-p", "no:randomly", "tests/frozen")
    surroundings = os.environ | {"CAREGIVER_FROZEN": str(COMMAND)}
    if subprocess.run([str(python_of(ENVIRONMENT)), *stories], cwd=ROOT, env=surroundings, check=False).returncode != 0:
        raise Trouble("The stories do not hold with what is installed.")
    _tell("driven", "the stories of tests/frozen")


def state_of(home: Path) -> dict[str, str]:
    """Return every file of a folder with the hash of its bytes and its mode."""
    return {
        str(file.relative_to(home)): f"{hashlib.sha256(file.read_bytes()).hexdigest()} {file.stat().st_mode:o}"
        for file in sorted(home.rglob("*"))
        if file.is_file()
    }


def is_installed() -> bool:
    """Return whether a package of this name is known to the system, be it only by what is left of it."""
    return _installed_version() != ""


def _installed_version() -> str:
    asked = ["dpkg-query", "--show", "--showformat", "${Version}", NAME]
    return subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()


def _must_be_same(before: dict[str, str], home: Path, step: str) -> None:
    after = state_of(home)
    if changed := sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name)):
        raise Trouble(f"Not the same after {step}: {', '.join(changed)}")
    _tell("kept", f"{len(after)} files are the same after {step}")


def _install(deb: Path) -> None:
    _run(*_APT, "install", str(deb.resolve()))


def _run(*command: str) -> None:
    surroundings = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Trouble(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")


def _said(*command: str | Path, home: Path, given: str = "") -> str:
    surroundings = {"HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    done = subprocess.run(
        [str(part) for part in command], env=surroundings, input=given, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise Trouble(f"{' '.join(map(str, command))} failed:\n{done.stdout}{done.stderr}")
    return done.stdout.strip()


def _tell(what: str, how: str) -> None:
    print(f"{what:<12}{how}", flush=True)

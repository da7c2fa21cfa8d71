"""`dev.py package`: the last commit frozen into one folder, a .deb and a tarball of it, and the .deb tried here.

Where packages cannot be installed without asking somebody, it stops after building and says what was not tried.
"""

from __future__ import annotations

import platform
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from devtools.environment import ready_build_environment, ready_environment
from devtools.handing_out import hand_out
from devtools.last_commit import LastCommit, changed_files, last_commit, lay_out
from devtools.places import BUILD, DIST
from devtools.said import site_of, version_of
from devtools.system import QT_LIBRARIES, WINDOW_TEST_PROGRAMS, library_of_python, may_install, ready_system
from devtools.trouble import Trouble
from freezing.building import NAME, bytes_of, freeze
from freezing.debian import Package, make_deb
from freezing.staging import PLACE, lay_out_prefix, settle
from freezing.tarball import make_tarball
from freezing.trying import try_deb

MOST_UNPACKED_BYTES = 320_000_000
MOST_PACKED_BYTES = 95_000_000

_LIBRARIES = QT_LIBRARIES | {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
_PROGRAMS = {"dpkg-shlibdeps": "dpkg-dev", "lintian": "lintian", "strip": "binutils", "xz": "xz-utils"}
_NOT_DEBIAN = """This builds packages for Debian and for Linux in general, and needs Debian's tools for it.
For Windows and macOS see docs/other-systems.md."""
_NOT_TRIED = """
Not tried: the package was not installed, started, upgraded or removed, since that needs root on a Debian-like system.
Where you are root there, the same command does it."""


def make_packages(*, twice: bool = False) -> int:
    """Build, compare with a second build where `twice`, and try the package where that may be done; the exit code.

    Raises:
        Trouble: anything of it fails; a package is too large; two builds differ.
    """
    if not sys.platform.startswith("linux") or shutil.which("dpkg") is None:
        raise Trouble(_NOT_DEBIAN)
    with _alone():
        return _make_packages(twice=twice)


def _make_packages(*, twice: bool) -> int:
    ready_environment()
    ready_build_environment()
    ready_system(_LIBRARIES | library_of_python(), _PROGRAMS | WINDOW_TEST_PROGRAMS)
    commit = last_commit()
    if changed := changed_files():
        print(f"In no commit, and so not in it: {len(changed)} changed files. git status names them.", flush=True)
    package = _build(commit, BUILD / "package")
    if twice:
        _compare(package, _build(commit, BUILD / "package-again"))
    print("Packing ...", flush=True)
    made = [make_deb(package, package.root.parent), _make_tarball(package)]
    hand_out(made, commit)
    _look_at_sizes(package, made)
    if not may_install():
        print(_NOT_TRIED)
        return 0
    return try_deb(package, made[0], BUILD / "trial")


@contextmanager
def _alone() -> Iterator[None]:
    """Keep others of this checkout from building for a block: they would empty the folders that we are in."""
    import fcntl  # Windows has none; nobody comes here there

    BUILD.mkdir(exist_ok=True)
    with (BUILD / "package.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Trouble("Another dev.py package is at work in this checkout. Wait until it is done.") from None
        yield


def _build(commit: LastCommit, folder: Path) -> Package:
    print(f"Freezing {commit.hash} ...", flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    source, root = folder / "source", folder / "root"
    lay_out(commit, source)
    frozen = freeze(source, folder / "frozen", epoch=commit.epoch)
    prefix = root / "usr"
    prefix.mkdir(parents=True)
    lay_out_prefix(frozen, source, prefix)
    settle(root, epoch=commit.epoch)
    return Package(
        root=root,
        forms=source / "packaging" / "debian",
        version=version_of(source),
        homepage=site_of(source),
        epoch=commit.epoch,
    )


def _make_tarball(package: Package) -> Path:
    name = f"{NAME}-{package.version}-linux-{platform.machine()}"
    return make_tarball(package.root / "usr", name, epoch=package.epoch, into=package.root.parent)


def _compare(one: Package, other: Package) -> None:
    """Compare both as packages that were put together and not yet packed small, which takes minutes."""
    first, second = (make_deb(package, package.root.parent, packed=False) for package in (one, other))
    if first.read_bytes() != second.read_bytes():
        raise Trouble(f"Two builds of one commit differ: {first} and {second}")
    print("Built twice with the same bytes.", flush=True)


def _look_at_sizes(package: Package, made: Sequence[Path]) -> None:
    unpacked = bytes_of(package.root / "usr" / PLACE)
    print(f"Unpacked {unpacked / 1e6:.1f} MB", flush=True)
    for file in made:
        print(f"{file.name} {file.stat().st_size / 1e6:.1f} MB in {DIST}", flush=True)
    packed = max(file.stat().st_size for file in made)
    if unpacked > MOST_UNPACKED_BYTES or packed > MOST_PACKED_BYTES:
        most = f"{MOST_UNPACKED_BYTES / 1e6:g} MB unpacked, {MOST_PACKED_BYTES / 1e6:g} MB packed"
        raise Trouble(f"Too large: at most {most}.")

"""The package for Debian and what follows it: packed twice on one system, a commit gives the same bytes."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import tempfile
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from urllib.parse import urlsplit

from devtools.trouble import Trouble
from freezing.building import MAY_BE_MISSING, NAME, bytes_of, libraries_of
from freezing.contents import is_brought_along
from freezing.staging import PLACE, pack, settle

_OWNER = re.compile(r"([a-z0-9][a-z0-9+.-]+)(?::[a-z0-9-]+)?(?:, |: )")
_CONTROL = "Source: caregiver\n\nPackage: caregiver\nArchitecture: any\nDescription: x\n"


@dataclass(frozen=True, kw_only=True)
class Package:
    """What a package is made of: `root`, in which `usr` was laid out, and `forms`, packaging/debian of what was frozen.

    `epoch` is the time of every file, in seconds.
    """

    root: Path
    forms: Path
    version: str
    homepage: str
    epoch: int

    @property
    def maintainer(self) -> str:
        """Who answers for it, at the project's own site."""
        return f"Caregiver project <maintainers@{urlsplit(self.homepage).hostname}>"

    def of_version(self, version: str) -> Package:
        """Return the same as another version."""
        return replace(self, version=version)


def make_deb(package: Package, into: Path, *, packed: bool = True) -> Path:
    """Write the .deb into a folder and return it; `packed` is slow and small. It leaves DEBIAN in the root.

    Raises:
        Trouble: one of Debian's tools failed.
    """
    root, architecture = package.root, _said("dpkg", "--print-architecture")
    _add_papers(package)
    form = (package.forms / "control").read_text(encoding="utf-8")
    control = form.format(
        version=package.version,
        architecture=architecture,
        maintainer=package.maintainer,
        installed_kib=-(-bytes_of(root / "usr") // 1024),
        depends=needed_packages(root / "usr" / PLACE),
        homepage=package.homepage,
    )
    (root / "DEBIAN").mkdir(exist_ok=True)
    (root / "DEBIAN" / "control").write_text(control, encoding="utf-8")
    (root / "DEBIAN" / "md5sums").write_text(_sums(root), encoding="utf-8")
    settle(root, epoch=package.epoch)
    deb = into / f"{NAME}_{package.version}_{architecture}.deb"
    # A fixed number of threads: what is packed in pieces must not depend on the computer.
    how = ("-Zxz", "-z6", "--threads-max=2") if packed else ("-Znone",)
    options = ("--root-owner-group", *how, "--build")
    _said("dpkg-deb", *options, root, deb, surroundings=os.environ | {"SOURCE_DATE_EPOCH": str(package.epoch)})
    return deb


def needed_packages(frozen: Path) -> str:
    """Return which packages of this system hold the libraries that a frozen folder does not bring itself.

    Raises:
        Trouble: a library belongs to no package.
    """
    libraries = [file for file in libraries_of(frozen) if file.name not in MAY_BE_MISSING]
    own = sorted({str(file.parent) for file in libraries})
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "debian").mkdir()
        (Path(folder) / "debian" / "control").write_text(_CONTROL, encoding="ascii")
        said = _said(
            "dpkg-shlibdeps",
            "-O",
            "--ignore-missing-info",
            *(f"-l{place}" for place in own),
            *(f"-x{package}" for package in _brought_packages(libraries)),
            *(f"-e{file}" for file in (frozen / NAME, *libraries)),
            folder=Path(folder),
        )
    return said.partition("=")[2]


def owners_in(answer: str) -> list[str]:
    """Return which packages `dpkg-query --search` names, without their architecture."""
    heads = (line.partition(": /")[0] + ": " for line in answer.splitlines() if not line.startswith("diversion by "))
    return sorted({name for head in heads for name in _OWNER.findall(head)})


def _brought_packages(libraries: list[Path]) -> list[str]:
    """Return the packages of what the folder brings itself: `dpkg-shlibdeps` asks for them even so."""
    names = [f"*/{file.name}" for file in libraries if is_brought_along(file.name)]
    # It fails where one name is in no package, such as a Python that was built by hand, and tells of the others.
    done = subprocess.run(["dpkg-query", "--search", *names], capture_output=True, text=True, check=False)
    return owners_in(done.stdout)


def _add_papers(package: Package) -> None:
    share = package.root / "usr" / "share"
    papers, overrides = share / "doc" / NAME, share / "lintian" / "overrides"
    overrides.mkdir(parents=True, exist_ok=True)
    (overrides / NAME).write_bytes((package.forms / "lintian-overrides").read_bytes())
    (papers / "copyright").write_bytes((package.forms / "copyright").read_bytes())
    day = format_datetime(datetime.fromtimestamp(package.epoch, UTC))
    head, change = f"{NAME} ({package.version}) unstable; urgency=medium", "  * What changed stands in NEWS.gz."
    (papers / "changelog").write_text(f"{head}\n\n{change}\n\n -- {package.maintainer}  {day}\n", encoding="utf-8")
    pack(papers / "changelog")


def _sums(root: Path) -> str:
    files = sorted(file for file in (root / "usr").rglob("*") if file.is_file() and not file.is_symlink())
    return "".join(
        f"{hashlib.md5(file.read_bytes(), usedforsecurity=False).hexdigest()}  {file.relative_to(root)}\n"
        for file in files
    )


def _said(*command: str | Path, folder: Path | None = None, surroundings: dict[str, str] | None = None) -> str:
    done = subprocess.run(
        [str(part) for part in command], cwd=folder, env=surroundings, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise Trouble(f"{command[0]} failed:\n{done.stdout}{done.stderr}")
    return done.stdout.strip()

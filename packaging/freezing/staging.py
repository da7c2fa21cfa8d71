"""How an installation lies on a Linux system: the frozen folder, and what desktops, shells and `man` look for."""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
from pathlib import Path

from devtools.places import BUILD_ENVIRONMENT, python_of
from devtools.said import application_id_of
from devtools.trouble import Trouble
from freezing.building import NAME

PLACE = Path("lib", NAME)
"""Where the frozen folder lies below the prefix."""

_PACKED = ("man/**/*.1", f"doc/{NAME}/third-party-notices.md", f"doc/{NAME}/NEWS")
"""What Debian keeps packed."""

_PROGRAM_MODE, _FILE_MODE, _FOLDER_MODE = 0o755, 0o644, 0o755


def lay_out_prefix(frozen: Path, source: Path, prefix: Path) -> None:
    """Lay everything below `prefix` (a system's /usr): the frozen folder, the command, and what others look for.

    `source` is the checkout that was frozen. Raises Trouble where the makers of icons or pages fail.
    """
    shutil.copytree(frozen, prefix / PLACE, symlinks=True)
    (prefix / "bin").mkdir()
    (prefix / "bin" / NAME).symlink_to(Path("..", PLACE, NAME))
    share, application_id = prefix / "share", application_id_of(source)
    for name, place in shared(application_id).items():
        target = share / place
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / name, target)
    _add_icons(source, share / "icons" / "hicolor", application_id)
    _run(source, "make_manual.py", share)
    for file in sorted(file for pattern in _PACKED for file in share.glob(pattern)):
        pack(file)


def shared(application_id: str) -> dict[str, str]:
    """Return which files of a checkout lie where in a system's /usr/share, under the name that desktops know."""
    return {
        f"packaging/linux/{application_id}.desktop": f"applications/{application_id}.desktop",
        f"packaging/linux/{application_id}.metainfo.xml": f"metainfo/{application_id}.metainfo.xml",
        f"packaging/linux/{application_id}-mime.xml": f"mime/packages/{application_id}.xml",
        "icons/app.svg": f"icons/hicolor/scalable/apps/{application_id}.svg",
        "docs/third-party-notices.md": f"doc/{NAME}/third-party-notices.md",
        "CHANGELOG.md": f"doc/{NAME}/NEWS",
    }


def pack(file: Path) -> None:
    """Put a packed file in the place of a file; the same bytes every time."""
    file.with_name(f"{file.name}.gz").write_bytes(gzip.compress(file.read_bytes(), mtime=0))
    file.unlink()


def settle(folder: Path, *, epoch: int) -> None:
    """Give every file its mode, and `epoch` for its time: who built it, and when, leaves no trace."""
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(_FOLDER_MODE if path.is_dir() else _mode_of(path))
        os.utime(path, (epoch, epoch), follow_symlinks=False)


def _mode_of(file: Path) -> int:
    is_program = file.name == NAME and file.parent.name == NAME and file.parent.parent.name == "lib"
    return _PROGRAM_MODE if is_program else _FILE_MODE


def _add_icons(source: Path, theme: Path, application_id: str) -> None:
    drawn = theme / "drawn"
    _run(source, "make_icons.py", drawn)
    for file in drawn.iterdir():
        size = file.stem.rpartition("-")[2]
        target = theme / f"{size}x{size}" / "apps" / f"{application_id}.png"
        target.parent.mkdir(parents=True)
        file.rename(target)
    drawn.rmdir()


def _run(source: Path, maker: str, folder: Path) -> None:
    command = [str(python_of(BUILD_ENVIRONMENT)), "-B", str(source / "packaging" / maker), str(folder)]
    done = subprocess.run(command, cwd=source, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Trouble(f"{maker} failed:\n{done.stdout}{done.stderr}")

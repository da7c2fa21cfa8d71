"""How an installation lies on a Linux system: the frozen folder, and what desktops, shells and `man` look for."""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
from pathlib import Path

from devtools.places import BUILD_ENVIRONMENT, python_of
from devtools.trouble import Trouble
from freezing.building import NAME

APPLICATION_ID = "org.caregiver.Caregiver"
"""Under this name desktops know the window (ui/application.py), its icon and its files."""

PLACE = Path("lib", NAME)
"""Where the frozen folder lies below the prefix."""

SHARED = {
    f"packaging/linux/{APPLICATION_ID}.desktop": f"applications/{APPLICATION_ID}.desktop",
    f"packaging/linux/{APPLICATION_ID}.metainfo.xml": f"metainfo/{APPLICATION_ID}.metainfo.xml",
    f"packaging/linux/{APPLICATION_ID}-mime.xml": f"mime/packages/{APPLICATION_ID}.xml",
    "icons/app.svg": f"icons/hicolor/scalable/apps/{APPLICATION_ID}.svg",
    "docs/third-party-notices.md": f"doc/{NAME}/third-party-notices.md",
    "CHANGELOG.md": f"doc/{NAME}/NEWS",
}
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
    share = prefix / "share"
    for name, place in SHARED.items():
        target = share / place
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / name, target)
    _add_icons(source, share / "icons" / "hicolor")
    _run(source, "make_manual.py", share)
    for file in sorted(file for pattern in _PACKED for file in share.glob(pattern)):
        pack(file)


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


def _add_icons(source: Path, theme: Path) -> None:
    drawn = theme / "drawn"
    _run(source, "make_icons.py", drawn)
    for file in drawn.iterdir():
        size = file.stem.rpartition("-")[2]
        target = theme / f"{size}x{size}" / "apps" / f"{APPLICATION_ID}.png"
        target.parent.mkdir(parents=True)
        file.rename(target)
    drawn.rmdir()


def _run(source: Path, maker: str, folder: Path) -> None:
    command = [str(python_of(BUILD_ENVIRONMENT)), "-B", str(source / "packaging" / maker), str(folder)]
    done = subprocess.run(command, cwd=source, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Trouble(f"{maker} failed:\n{done.stdout}{done.stderr}")

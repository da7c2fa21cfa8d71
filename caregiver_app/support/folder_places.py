"""Where a folder lies: on this computer, in one that a service copies elsewhere, or on another computer.

Known by the names that common services give their folders, and by the kind of file system where the system tells. It
looks at names alone, connects to nothing, and may miss a service; what it names, is one.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

SYNCED = "synced"
NETWORK = "network"

_SERVICES = (
    "box sync",
    "cloudstorage",  # macOS: ~/Library/CloudStorage
    "creative cloud files",
    "dropbox",
    "google drive",
    "googledrive",
    "icloud drive",
    "iclouddrive",
    "megasync",
    "mobile documents",  # macOS: iCloud
    "my drive",
    "nextcloud",
    "onedrive",
    "owncloud",
    "pclouddrive",
    "proton drive",
    "seafile",
    "syncthing",
    "tresorit",
    "yandex.disk",
)
_SERVICES_WITH_MORE = ("dropbox (", "onedrive - ", "google drive (", "googledrive-", "nextcloud-", "owncloud-")
_MARKERS = (".stfolder", ".dropbox", ".owncloudsync.log", ".nextcloudsync.log")
_SYNCED_SYSTEMS = ("fuse.onedriver", "fuse.google-drive-ocamlfuse", "fuse.rclone", "fuse.dropbox", "fuse.pcloud")
_NETWORK_SYSTEMS = (
    "afpfs",
    "afs",
    "ceph",
    "cifs",
    "davfs",
    "fuse.davfs",
    "fuse.gvfsd-fuse",
    "fuse.sshfs",
    "glusterfs",
    "ncpfs",
    "nfs",
    "nfs4",
    "smb3",
    "smbfs",
    "webdav",
)
_MOUNTS = Path("/proc/self/mountinfo")
_REMOTE = 4  # DRIVE_REMOTE (fileapi.h)


def place_of(folder: Path, *, mounts: str | None = None) -> str:
    """Return `synced` or `network` for a folder that lies so, "" for any other.

    `mounts` is what Linux says of its file systems (proc_pid_mountinfo(5)), asked of the system unless given.
    """
    real = Path(os.path.realpath(folder))
    if _is_named_so(real) or _is_marked_so(real):
        return SYNCED
    system = _file_system(real, _read_mounts() if mounts is None else mounts)
    if system in _SYNCED_SYSTEMS:
        return SYNCED
    return NETWORK if system in _NETWORK_SYSTEMS or _is_remote_drive(real) else ""


def _is_named_so(folder: Path) -> bool:
    names = [part.casefold() for part in folder.parts]
    if any(name in _SERVICES or name.startswith(_SERVICES_WITH_MORE) for name in names):
        return True
    said = (os.environ.get(name) for name in ("OneDrive", "OneDriveConsumer", "OneDriveCommercial"))
    return any(place and folder.is_relative_to(place) for place in said)


def _is_marked_so(folder: Path) -> bool:
    return any(
        (above / marker).exists() for above in (folder, *folder.parents) for marker in _MARKERS if _inside(above)
    )


def _inside(above: Path) -> bool:
    """A marker in the home itself or above it is the service's own, and says nothing of folders beside its own."""
    home = Path.home()
    return above != home and above not in home.parents


def _read_mounts() -> str:
    try:
        return _MOUNTS.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _file_system(folder: Path, mounts: str) -> str:
    """Return the kind of the file system that holds a folder, "" where the system does not say."""
    held = [(point, kind) for point, kind in _mounted(mounts.splitlines()) if folder.is_relative_to(point)]
    return max(held, key=lambda each: len(each[0].parts), default=(folder, ""))[1]


def _mounted(lines: Iterable[str]) -> Iterable[tuple[Path, str]]:
    for line in lines:
        before, dash, after = line.partition(" - ")
        fields = before.split(" ")
        if dash and len(fields) > 4:
            yield Path(_unescaped(fields[4])), after.split(" ", 1)[0]


def _unescaped(name: str) -> str:
    for code, sign in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        name = name.replace(code, sign)
    return name


if sys.platform == "win32":
    import ctypes

    def _is_remote_drive(folder: Path) -> bool:
        drive = folder.drive
        return drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _REMOTE

else:

    def _is_remote_drive(_folder: Path) -> bool:
        return False

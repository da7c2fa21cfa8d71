"""Folders that a service copies elsewhere, and such on other computers, are known by their names and file systems."""

from __future__ import annotations

from pathlib import Path

import pytest

from caregiver_app.support.folder_places import place_of

MOUNTS = """\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
40 22 0:40 / /mnt/family rw shared:2 - cifs //nas/family rw
41 22 0:41 / /mnt/with\\040space rw - nfs4 server:/x rw
42 40 8:2 / /mnt/family/local rw - xfs /dev/sdb1 rw
43 22 0:43 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
44 22 0:44 / /mnt/drive rw - fuse.rclone remote: rw
not a line of mountinfo
"""


@pytest.mark.parametrize(
    ("folder", "place"),
    [
        ("/home/ada/.local/share/Caregiver", ""),
        ("/home/ada/Dropbox/Caregiver", "synced"),
        ("/home/ada/DROPBOX/Caregiver", "synced"),
        ("/home/ada/Dropbox (Family)/Caregiver", "synced"),
        ("/home/ada/OneDrive/Caregiver", "synced"),
        ("/Users/ada/Library/CloudStorage/GoogleDrive-a@example.org/Caregiver", "synced"),
        ("/Users/ada/Library/Mobile Documents/Caregiver", "synced"),
        ("/home/ada/My dropbox notes/Caregiver", ""),
        ("/mnt/family", "network"),
        ("/mnt/family/ada/Caregiver", "network"),
        ("/mnt/family/local/Caregiver", ""),
        ("/mnt/familyother/Caregiver", ""),
        ("/mnt/with space/Caregiver", "network"),
        ("/run/user/1000/gvfs/smb-share:server=nas/Caregiver", "network"),
        ("/mnt/drive/Caregiver", "synced"),
    ],
)
def test_a_folder_is_placed(folder: str, place: str) -> None:
    assert place_of(Path(folder), mounts=MOUNTS) == place


def test_a_mark_of_a_service_in_a_folder_above_is_seen(tmp_path: Path) -> None:
    (tmp_path / "shared" / ".stfolder").mkdir(parents=True)
    assert place_of(tmp_path / "shared" / "data", mounts="") == "synced"
    assert place_of(tmp_path / "own" / "data", mounts="") == ""


def test_a_link_into_such_a_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "data").symlink_to(tmp_path / "Dropbox")
    assert place_of(tmp_path / "data", mounts="") == "synced"


def test_what_the_system_says_is_asked_when_nothing_is_given(tmp_path: Path) -> None:
    assert place_of(tmp_path) in ("", "network")

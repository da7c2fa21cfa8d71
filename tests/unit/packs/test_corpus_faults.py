"""Hostile archives and texts that others collected: none is taken for a pack, none leaves anything behind."""

from __future__ import annotations

import pytest

from caregiver_app.model.errors import ChannelError, PackError
from caregiver_app.packs.archive_reading import read_archive
from caregiver_app.packs.channels.copy_place import CopyPlace
from caregiver_app.packs.manifest import read_manifest
from tests.helpers.corpora import corpus, zip_members


def test_no_hostile_archive_is_taken() -> None:
    paths = sorted((corpus("faults") / "archives").iterdir())
    assert len(paths) >= 4
    kinds = {}
    for path in paths:
        with pytest.raises(PackError) as refused:
            read_archive(path.read_bytes())
        kinds[path.name] = (refused.value.kind.value, refused.value.detail)
    assert all(kind == "unsafe" for kind, _ in kinds.values()), kinds


def test_no_hostile_archive_is_a_channel() -> None:
    taken = []
    for path in sorted((corpus("faults") / "archives").iterdir()):
        try:
            CopyPlace(path).close()
        except ChannelError:
            continue
        taken.append(path.name)
    assert taken == []


def test_no_odd_file_is_a_manifest() -> None:
    for _name, data in zip_members("faults"):
        with pytest.raises(PackError):
            read_manifest(data)

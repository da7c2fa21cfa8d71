"""Packs that ship are found by their list and taken only as it names them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from caregiver_app.model.errors import PackError, PackTrouble
from caregiver_app.packs.built_in import built_in_packs, read_built_in
from caregiver_app.packs.opening import peek
from caregiver_app.support.resources import resource


def test_each_that_is_listed_is_there_and_says_the_same_of_itself() -> None:
    listed = built_in_packs()
    packs = [peek(read_built_in(each)) for each in listed]
    assert [(pack.id, pack.version) for pack in packs] == [(each.id, each.version) for each in listed]


def test_one_that_is_not_as_the_list_names_it_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "packs"
    shutil.copytree(resource("resources", "packs"), folder)
    first = built_in_packs(folder)[0]
    path = folder / f"{first.id}.pack"
    whole = path.read_bytes()
    for data in (whole[:-1], whole[:100] + bytes([whole[100] ^ 1]) + whole[101:], whole + b" "):
        path.write_bytes(data)
        with pytest.raises(PackError) as refused:
            read_built_in(first, folder)
        assert refused.value.kind is PackTrouble.DAMAGED


def test_an_installation_without_them_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        built_in_packs(tmp_path)

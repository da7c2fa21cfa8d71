"""The wrapped keys of a protected library: opened by their data key alone, and no byte of them can be changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from caregiver_app.model.errors import VaultError, VaultTrouble
from caregiver_app.vault.folder.library_keys import LibraryKeyFiles
from caregiver_app.vault.keys.data_key import DataKey
from caregiver_app.vault.keys.library_wraps import parse, to_bytes, wrap
from tests.helpers.command_line import ROOT

RAW = bytes(range(64))
PAGE = (ROOT / "docs" / "formats" / "protected-library.md").read_text(encoding="utf-8")


def files_in(folder: Path) -> LibraryKeyFiles:
    return LibraryKeyFiles((folder / "one.json", folder / "two.json", folder / "snapshots" / "three.json"))


def keys_in(data: bytes, data_key: DataKey) -> list[object]:
    """Return what a data key opens in a file's content, or why that is not read."""
    try:
        return [each.opened_by(data_key) for each in parse(data)]
    except VaultError as error:
        return [error.kind]


def test_each_byte_flipped_is_refused_or_changes_nothing() -> None:
    """Whatever bit of whatever byte: the keys that come out are these, or none."""
    data_key = DataKey.new()
    data = to_bytes([wrap(RAW, data_key)])
    for place in range(len(data)):
        for bit in (1, 0x20, 0x80):
            changed = data[:place] + bytes([data[place] ^ bit]) + data[place + 1 :]
            assert keys_in(changed, data_key) in ([None], [VaultTrouble.LIBRARY_KEYS], [VaultTrouble.NEWER])


@pytest.mark.parametrize("end", [0, 1, 100, -1])
def test_cut_short_it_is_refused(end: int) -> None:
    with pytest.raises(VaultError) as refused:
        parse(to_bytes([wrap(RAW, DataKey.new())])[:end])
    assert refused.value.kind is VaultTrouble.LIBRARY_KEYS


def test_a_newer_form_is_said_to_be_newer() -> None:
    data = to_bytes([wrap(RAW, DataKey.new())]).replace(b'"version": 1', b'"version": 2')
    with pytest.raises(VaultError) as newer:
        parse(data)
    assert newer.value.kind is VaultTrouble.NEWER


def test_another_key_opens_nothing(tmp_path: Path) -> None:
    """Nor is the key of one purpose that of another."""
    mine, other = DataKey.new(), DataKey.new()
    files = files_in(tmp_path)
    files.write(RAW, mine)
    assert files.open(mine) == RAW
    with pytest.raises(VaultError) as refused:
        files.open(other)
    assert refused.value.kind is VaultTrouble.LIBRARY_KEYS
    assert RAW not in (tmp_path / "one.json").read_bytes()
    assert RAW.hex().encode() not in (tmp_path / "one.json").read_bytes()


def test_a_renewal_that_was_cut_short_leaves_what_the_old_key_opens(tmp_path: Path) -> None:
    """Both wraps until the change is done; then the new one alone, also when the end is done twice."""
    old, new = DataKey.new(), DataKey.new()
    files = files_in(tmp_path)
    files.write(RAW, old)
    files.renew(None, old, new)
    assert (files.open(old), files.open(new)) == (RAW, RAW)
    again = DataKey.new()
    files.renew(None, old, again)
    assert (files.open(old), files.open(again)) == (RAW, RAW)
    for _ in range(2):
        files.settle(old, again)
    assert files.open(again) == RAW
    for gone in (old, new):
        with pytest.raises(VaultError):
            files.open(gone)


def test_the_end_of_a_renewal_finds_the_keys_where_only_the_old_wrap_was_kept(tmp_path: Path) -> None:
    """Whatever mended the copies in between: who has both keys wraps them for the new one."""
    old, new = DataKey.new(), DataKey.new()
    files = files_in(tmp_path)
    files.write(RAW, old)
    files.settle(old, new)
    assert files.open(new) == RAW


def test_without_a_protected_library_a_renewal_makes_nothing(tmp_path: Path) -> None:
    files = files_in(tmp_path)
    files.renew(None, DataKey.new(), DataKey.new())
    files.settle(DataKey.new(), DataKey.new())
    assert list(tmp_path.iterdir()) == []


def test_lost_keys_do_not_keep_the_notes_from_a_new_one(tmp_path: Path) -> None:
    files = files_in(tmp_path)
    (tmp_path / "one.json").write_bytes(b"{}")
    files.renew(None, DataKey.new(), DataKey.new())
    files.settle(DataKey.new(), DataKey.new())
    assert (tmp_path / "one.json").read_bytes() == b"{}"


def test_copies_are_mended_from_one_that_is_whole(tmp_path: Path) -> None:
    mine = DataKey.new()
    files = files_in(tmp_path)
    files.write(RAW, mine)
    assert files.agree()
    (tmp_path / "one.json").write_bytes(b"")
    (tmp_path / "two.json").unlink()
    assert not files.agree()
    assert files.open(mine) == RAW
    files.mend(mine)
    assert files.agree()
    assert files.open(mine) == RAW


def test_the_page_shows_what_is_written() -> None:
    example = PAGE.partition("```json\n")[2].partition("```")[0].replace("WRAPPED", "ab" * 80)
    (found,) = parse(example.encode())
    assert found.wrapped == b"\xab" * 80
    assert to_bytes([found]) == example.encode()

"""The recovery sheet carries the key in groups that find each slip of a hand, and opens notes when all else is gone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.bootstrap.care import Care
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.model.errors import VaultError, VaultTrouble
from caregiver_app.model.sheets.secrets import RecoverySheet
from caregiver_app.support.clock import SystemClock
from caregiver_app.vault.keys.data_key import DataKey
from caregiver_app.vault.keys.recovery import GROUPS, SIGNS, is_group, is_same_group, make_sheet, read_sheet
from caregiver_app.vault.keys.recovery_text import sheet_text
from caregiver_app.vault.records.notes import NewNote
from tests.helpers.clock import MONDAY
from tests.helpers.vaults import CHEAPEST, PASSPHRASE, new_care

ANOTHER = "plum anchor teapot violin meadow"
SIGN = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

keys = st.binary(min_size=32, max_size=32)
numbers = st.text("23456789ABCDEFGHJKMNPQRSTVWXYZ", min_size=4, max_size=4)
places = st.integers(0, GROUPS - 1)
signs = st.integers(0, SIGNS - 1)


def sheet_of(key: bytes, number: str = "K7M2") -> RecoverySheet:
    """Return the sheet of a key."""
    return make_sheet(DataKey(key), number, at=MONDAY)


def trouble_with(typed: str) -> tuple[VaultTrouble, str]:
    """Return what is told of what was typed."""
    with pytest.raises(VaultError) as told:
        read_sheet(typed)
    return told.value.kind, told.value.detail


@given(keys, numbers)
def test_what_is_on_the_sheet_is_the_key(key: bytes, number: str) -> None:
    sheet = sheet_of(key, number)
    assert all(re.fullmatch("[0-9A-HJKMNP-TV-Z]{6}", group) for group in sheet.groups)
    read, data_key = read_sheet(" ".join(sheet.groups))
    assert (read, data_key.raw()) == (number, key)


@given(keys, st.sampled_from(["lower", "upper"]), st.sampled_from(["", " ", "-", "\n", "\r\n", "\u00a0\u2011", "\t"]))
def test_case_spaces_hyphens_and_line_ends_do_not_matter(key: bytes, case: str, between: str) -> None:
    typed = between.join(sheet_of(key).groups)
    assert read_sheet(getattr(typed, case)())[1].raw() == key


@given(keys)
def test_signs_that_look_alike_are_read_as_those_of_the_sheet(key: bytes) -> None:
    typed = " ".join(sheet_of(key).groups)
    assert read_sheet(typed.replace("0", "o").replace("1", "l").replace("V", "u"))[1].raw() == key


@given(keys, places, signs, st.sampled_from(SIGN))
def test_a_wrong_sign_is_found_and_its_group_named(key: bytes, place: int, sign: int, wrong: str) -> None:
    groups = list(sheet_of(key).groups)
    right = groups[place]
    groups[place] = right[:sign] + wrong + right[sign + 1 :]
    if groups[place] != right:
        assert trouble_with(" ".join(groups)) == (VaultTrouble.SHEET_MISTYPED, str(place + 1))


@given(keys, places, signs, signs)
def test_two_signs_exchanged_are_found(key: bytes, place: int, one: int, other: int) -> None:
    groups = list(sheet_of(key).groups)
    swapped = list(groups[place])
    swapped[one], swapped[other] = swapped[other], swapped[one]
    if "".join(swapped) != groups[place]:
        groups[place] = "".join(swapped)
        assert trouble_with("".join(groups)) == (VaultTrouble.SHEET_MISTYPED, str(place + 1))


@given(keys, places, places)
def test_two_groups_exchanged_are_found(key: bytes, one: int, other: int) -> None:
    groups = list(sheet_of(key).groups)
    groups[one], groups[other] = groups[other], groups[one]
    if one != other:
        assert trouble_with(" ".join(groups)) == (VaultTrouble.SHEET_MISTYPED, str(min(one, other) + 1))


@given(keys, places)
def test_a_group_left_out_or_typed_twice_is_found(key: bytes, place: int) -> None:
    groups = list(sheet_of(key).groups)
    less, more = groups[:place] + groups[place + 1 :], groups[: place + 1] + groups[place:]
    assert trouble_with(" ".join(less)) == (VaultTrouble.SHEET_MISTYPED, str(place + 1))
    assert trouble_with(" ".join(more)) == (VaultTrouble.SHEET_MISTYPED, str(min(place + 2, GROUPS)))


@given(st.text(max_size=300))
def test_anything_else_is_told_as_mistyped(typed: str) -> None:
    kind, detail = trouble_with(typed)
    assert kind is VaultTrouble.SHEET_MISTYPED
    assert 1 <= int(detail) <= GROUPS


@given(keys)
def test_the_text_file_is_read_back_as_it_is_and_without_any_white_space(key: bytes) -> None:
    text = sheet_text(sheet_of(key))
    assert read_sheet(text)[1].raw() == key
    assert read_sheet("".join(text.split()).lower())[1].raw() == key


def test_one_group_is_checked_while_it_is_typed() -> None:
    sheet = sheet_of(bytes(range(32)))
    assert is_group(sheet.groups[-1].lower(), GROUPS)
    assert not is_group(sheet.groups[-1], GROUPS - 1)
    assert not is_group(sheet.groups[-1][:-1], GROUPS)
    assert is_same_group(sheet, sheet.groups[-1].lower(), GROUPS)
    assert not is_same_group(sheet, sheet.groups[0], GROUPS)


def test_no_group_is_in_what_is_shown_of_the_value() -> None:
    sheet = sheet_of(bytes(range(32)))
    assert not any(group in repr(sheet) for group in sheet.groups)


def test_the_sheet_alone_opens_the_notes_and_brings_a_new_passphrase(tmp_path: Path) -> None:
    care = new_care(tmp_path)
    vault = care.open()
    vault.notes.add(NewNote(text="kept"), at=MONDAY)
    vault.close()
    typed = " ".join(care.sheet(PASSPHRASE).groups)
    care.lock()
    for name in ("vault.json", "vault-2.json", "vault-saves.json"):
        (tmp_path / name).unlink()

    again = a_care(tmp_path)
    with pytest.raises(VaultError) as told:
        again.unlock(PASSPHRASE)
    assert told.value.kind is VaultTrouble.ENVELOPE_LOST
    again.recover(typed, ANOTHER, cost=CHEAPEST)
    again.lock()
    again.unlock(ANOTHER)
    vault = again.open()
    assert [note.text for note in vault.notes.list()] == ["kept"]
    vault.close()


def test_the_sheet_of_other_notes_is_told_from_damage(tmp_path: Path) -> None:
    mine, other = new_care(tmp_path / "mine"), new_care(tmp_path / "other")
    sheets = [" ".join(care.sheet(PASSPHRASE).groups) for care in (mine, other)]
    mine.lock()
    with pytest.raises(VaultError) as told:
        a_care(tmp_path / "mine").recover(sheets[1], ANOTHER, cost=CHEAPEST)
    assert told.value.kind is VaultTrouble.WRONG_SHEET
    database = tmp_path / "mine" / "vault.db"
    database.write_bytes(b"\xa5" * 4096 + database.read_bytes()[4096:])
    with pytest.raises(VaultError) as told:
        a_care(tmp_path / "mine").recover(sheets[0], ANOTHER, cost=CHEAPEST)
    assert told.value.kind is VaultTrouble.DAMAGED


def test_a_weak_new_passphrase_changes_nothing(tmp_path: Path) -> None:
    care = new_care(tmp_path)
    typed = " ".join(care.sheet(PASSPHRASE).groups)
    care.lock()
    with pytest.raises(VaultError) as told:
        care.recover(typed, "qwerty", cost=CHEAPEST)
    assert told.value.kind is VaultTrouble.WEAK_PASSPHRASE
    assert not care.is_unlocked
    care.unlock(PASSPHRASE)


def test_the_sheet_asks_for_the_passphrase_again(tmp_path: Path) -> None:
    care = new_care(tmp_path)
    with pytest.raises(VaultError) as told:
        care.sheet(ANOTHER)
    assert told.value.kind is VaultTrouble.WRONG_PASSPHRASE


def a_care(folder: Path) -> Care:
    """Return the care notes of a folder, locked."""
    return Care(Paths(data_dir=folder), SystemClock())

"""The envelope holds against any change of a byte, against older copies of itself, and against costs out of bounds."""

from __future__ import annotations

import json
import shutil
import unicodedata
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.bootstrap.care import Care
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.model.care_notices import CareNotice
from caregiver_app.model.errors import VaultError, VaultTrouble
from caregiver_app.support.clock import SystemClock
from caregiver_app.support.key_derivation import KdfCost, prepared
from caregiver_app.support.sentences import care_notice_sentence
from caregiver_app.vault.keys.data_key import DataKey
from caregiver_app.vault.keys.envelope import Envelope, VaultMarks, parse_envelope, seal, unseal
from tests.helpers.vaults import CHEAPEST, PASSPHRASE, new_care

ANOTHER = "plum anchor teapot violin meadow"
COPIES = ("vault.json", "vault-2.json")
MARKS = VaultMarks(vault_id="id", number="K7M2", drop_recipient="age1drop")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with care notes, to be copied."""
    folder = tmp_path_factory.mktemp("made") / "data"
    new_care(folder).lock()
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path / "data")
    return tmp_path / "data"


def care_in(folder: Path) -> Care:
    """Return the care notes of a folder, as another process would."""
    return Care(Paths(data_dir=folder), SystemClock())


def trouble_of_unlock(folder: Path, passphrase: str = PASSPHRASE) -> VaultTrouble:
    """Return why the notes do not open."""
    with pytest.raises(VaultError) as told:
        care_in(folder).unlock(passphrase)
    return told.value.kind


def edit(path: Path, **changes: object) -> None:
    """Change fields of an envelope file; names of the KDF's with `kdf_` before them."""
    fields: dict[str, Any] = json.loads(path.read_text())
    for name, value in changes.items():
        (fields["kdf"] if name.startswith("kdf_") else fields)[name.removeprefix("kdf_")] = value
    path.write_text(json.dumps(fields, indent=2) + "\n")


def test_no_byte_can_be_changed_without_notice() -> None:
    """Whatever byte is another one, the envelope is refused, or it says the very same thing."""
    envelope = seal(DataKey(bytes(range(32))), PASSPHRASE, MARKS, serial=1, cost=CHEAPEST)
    data = envelope.to_bytes()
    readable = [read for at in range(len(data)) for flip in (0x01, 0x20) if (read := read_flipped(data, at, flip))]
    others = [read for read in readable if read != envelope]
    assert len(others) > 100
    for other in others[:: len(others) // 15]:
        assert other.to_bytes() != data
        with pytest.raises(VaultError) as told:
            unseal(other, PASSPHRASE)
        assert told.value.kind is VaultTrouble.WRONG_PASSPHRASE


def read_flipped(data: bytes, at: int, flip: int) -> Envelope | None:
    """Return what is read with one byte changed, None where it is refused unread."""
    changed = bytearray(data)
    changed[at] ^= flip
    with suppress(VaultError):
        return parse_envelope(bytes(changed))
    return None


@pytest.mark.parametrize("length", [0, 1, 40, 300])
def test_a_piece_of_one_is_none(length: int) -> None:
    data = seal(DataKey.new(), PASSPHRASE, MARKS, serial=1, cost=CHEAPEST).to_bytes()
    with pytest.raises(VaultError) as told:
        parse_envelope(data[:length])
    assert told.value.kind is VaultTrouble.ENVELOPE_DAMAGED


@pytest.mark.parametrize(
    "changes",
    [
        {"kdf_memory_kib": 3 * 1024 * 1024},
        {"kdf_memory_kib": 8},
        {"kdf_passes": 1},
        {"kdf_passes": 4_000_000},
        {"kdf_lanes": 0},
        {"kdf_lanes": 99},
        {"kdf_name": "argon2i"},
        {"cipher": "none"},
        {"serial": -1},
        {"serial": 1 << 40},
        {"serial": True},
        {"extra": 1},
    ],
    ids=lambda changes: "-".join(f"{name}-{value}" for name, value in changes.items()),
)
def test_numbers_out_of_bounds_are_refused_before_anything_is_derived(folder: Path, changes: dict[str, object]) -> None:
    for name in COPIES:
        edit(folder / name, **changes)
    assert trouble_of_unlock(folder) is VaultTrouble.ENVELOPE_DAMAGED


@pytest.mark.parametrize(
    "changes", [{"kdf_passes": 4}, {"number": "AAAA"}, {"serial": 2}], ids=["cost", "number", "serial"]
)
def test_what_is_within_bounds_is_authenticated(folder: Path, changes: dict[str, object]) -> None:
    for name in COPIES:
        edit(folder / name, **changes)
    assert trouble_of_unlock(folder) is VaultTrouble.WRONG_PASSPHRASE


@pytest.mark.parametrize("name", COPIES)
@pytest.mark.parametrize(
    "content", [None, b"", b"{}", b"\xff" * 100, b"[" * 20_000], ids=["gone", "empty", "none", "bytes", "deep"]
)
def test_one_copy_is_enough_and_the_other_is_made_whole(folder: Path, name: str, content: bytes | None) -> None:
    whole = (folder / name).read_bytes()
    if content is None:
        (folder / name).unlink()
    else:
        (folder / name).write_bytes(content)
    assert care_in(folder).unlock(PASSPHRASE).notices == ()
    assert (folder / name).read_bytes() == whole


def test_a_copy_that_cannot_be_read_at_all_is_passed_over(folder: Path) -> None:
    (folder / COPIES[0]).unlink()
    (folder / COPIES[0]).mkdir()
    assert care_in(folder).unlock(PASSPHRASE).notices == ()


def test_both_copies_gone_or_damaged_are_told_apart(folder: Path) -> None:
    for name in COPIES:
        (folder / name).write_bytes(b"{")
    assert trouble_of_unlock(folder) is VaultTrouble.ENVELOPE_DAMAGED
    for name in COPIES:
        (folder / name).unlink()
    assert trouble_of_unlock(folder) is VaultTrouble.ENVELOPE_LOST


def test_a_larger_number_in_a_forged_copy_does_not_lock_anybody_out(folder: Path) -> None:
    whole = (folder / COPIES[1]).read_bytes()
    edit(folder / COPIES[0], serial=9)
    care_in(folder).unlock(PASSPHRASE)
    assert (folder / COPIES[0]).read_bytes() == whole


def test_a_new_passphrase_wraps_the_same_key_and_is_the_only_one(folder: Path) -> None:
    care = care_in(folder)
    care.unlock(PASSPHRASE)
    sheet = care.sheet(PASSPHRASE)
    care.change_passphrase(PASSPHRASE, ANOTHER, cost=CHEAPEST)
    care.lock()
    assert trouble_of_unlock(folder) is VaultTrouble.WRONG_PASSPHRASE
    again = care_in(folder)
    assert again.unlock(ANOTHER).notices == ()
    assert again.sheet(ANOTHER).groups == sheet.groups


def test_a_new_passphrase_asks_for_the_one_before_and_refuses_weak_ones(folder: Path) -> None:
    care = care_in(folder)
    care.unlock(PASSPHRASE)
    for typed, new, trouble in (
        (ANOTHER, ANOTHER, VaultTrouble.WRONG_PASSPHRASE),
        (PASSPHRASE, "1234567890", VaultTrouble.WEAK_PASSPHRASE),
    ):
        with pytest.raises(VaultError) as told:
            care.change_passphrase(typed, new, cost=CHEAPEST)
        assert told.value.kind is trouble
    care.check_passphrase(PASSPHRASE)


def test_an_older_envelope_in_its_place_is_told_until_there_is_a_new_one(folder: Path) -> None:
    older = {name: (folder / name).read_bytes() for name in COPIES}
    care = care_in(folder)
    care.unlock(PASSPHRASE)
    care.change_passphrase(PASSPHRASE, ANOTHER, cost=CHEAPEST)
    care.lock()
    for name, data in older.items():
        (folder / name).write_bytes(data)
    for _ in range(2):
        assert care_in(folder).unlock(PASSPHRASE).notices == (CareNotice.OLDER_ENVELOPE,)
    again = care_in(folder)
    again.unlock(PASSPHRASE)
    again.change_passphrase(PASSPHRASE, ANOTHER, cost=CHEAPEST)
    assert care_in(folder).unlock(ANOTHER).notices == ()


def test_an_older_copy_beside_the_new_one_changes_nothing_for_the_new_passphrase(folder: Path) -> None:
    older = (folder / COPIES[1]).read_bytes()
    care = care_in(folder)
    care.unlock(PASSPHRASE)
    care.change_passphrase(PASSPHRASE, ANOTHER, cost=CHEAPEST)
    newer = (folder / COPIES[0]).read_bytes()
    (folder / COPIES[1]).write_bytes(older)
    assert care_in(folder).unlock(ANOTHER).notices == ()
    assert (folder / COPIES[1]).read_bytes() == newer


def test_the_envelope_of_other_notes_does_not_open_these(folder: Path, tmp_path: Path) -> None:
    new_care(tmp_path / "other").lock()
    for name in COPIES:
        shutil.copy(tmp_path / "other" / name, folder / name)
    assert trouble_of_unlock(folder) is VaultTrouble.DAMAGED


def test_a_passphrase_counts_however_a_keyboard_types_it(tmp_path: Path) -> None:
    composed = "Ångström café naïve señor über"
    care = care_in(tmp_path)
    care.create(composed, cost=CHEAPEST)
    care.lock()
    for typed in (
        unicodedata.normalize("NFD", composed),
        composed.replace("Å", "\u212b"),
        composed.replace(" ", "\u00a0"),
    ):
        assert typed != composed
        care.unlock(typed)
        care.lock()
    for typed in (
        composed.upper(),
        composed + " ",
        composed.replace("ü", "u"),
        unicodedata.normalize("NFKC", "ｕ") + composed,
    ):
        assert trouble_of_unlock(tmp_path, typed) is VaultTrouble.WRONG_PASSPHRASE


def test_half_a_sign_is_taken_as_it_is() -> None:
    assert prepared("\ud83d") == "\ud83d"
    envelope = seal(DataKey(bytes(32)), "\ud83d" * 9, MARKS, serial=1, cost=KdfCost())
    assert unseal(envelope, "\ud83d" * 9).raw() == bytes(32)


@pytest.mark.parametrize("notice", list(CareNotice))
def test_every_sign_has_its_words(notice: CareNotice) -> None:
    assert care_notice_sentence(notice).means


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_any_bytes_are_read_as_an_envelope_or_refused(data: bytes) -> None:
    with suppress(VaultError):
        parse_envelope(data)


@given(
    st.dictionaries(
        st.sampled_from(
            ["format", "version", "vault", "number", "drop", "serial", "kdf", "cipher", "nonce", "wrapped"]
        ),
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=99) | st.lists(st.integers()),
    )
)
def test_fields_of_any_kind_are_refused_or_kept_as_they_are(fields: dict[str, object]) -> None:
    """Nothing is read as something else: what is authenticated later is what stood there."""
    changed = json.loads(seal_once().to_bytes()) | fields
    with suppress(VaultError):
        assert json.loads(parse_envelope(json.dumps(changed).encode()).to_bytes()) == changed


@cache
def seal_once() -> Envelope:
    """Return one envelope for many tries."""
    return seal(DataKey(bytes(32)), PASSPHRASE, MARKS, serial=1, cost=CHEAPEST)

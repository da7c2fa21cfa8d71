"""Keys lie locked with a passphrase; a file that was changed opens no more, and nothing of a key is ever shown."""

from __future__ import annotations

import json

import pytest

from caregiver_app.model.errors import PublishError, PublishTrouble
from caregiver_app.packs.channels.signing_keys import LockedKeys, lock_keys, new_key, new_lock, parse_locked_keys
from caregiver_app.support.key_derivation import KdfCost

PASSPHRASE = "walnut harbour simple candle orbit"
KEYS = (new_key("targets", "publishing"), new_key("publisher:north", "publishing"))


@pytest.fixture(scope="module")
def locked() -> LockedKeys:
    return lock_keys("publishing", KEYS, new_lock(PASSPHRASE, KdfCost()))


def trouble_of(data: bytes, passphrase: str = PASSPHRASE) -> PublishTrouble:
    with pytest.raises(PublishError) as told:
        parse_locked_keys(data).unlock(passphrase)
    return told.value.kind


def test_what_was_locked_is_unlocked_by_its_passphrase_alone(locked: LockedKeys) -> None:
    again = parse_locked_keys(locked.to_bytes())
    assert again == locked
    assert again.unlock(PASSPHRASE) == KEYS
    assert trouble_of(locked.to_bytes(), "another passphrase") is PublishTrouble.WRONG_PASSPHRASE


def test_nothing_of_a_secret_half_is_in_the_file_or_in_what_is_printed(locked: LockedKeys) -> None:
    said = locked.to_bytes().decode() + repr(KEYS) + repr(locked)
    for key in KEYS:
        assert key.seed.hex() not in said
        assert repr(key.seed) not in said


def test_a_changed_file_is_no_key_or_opens_no_more(locked: LockedKeys) -> None:
    fields = json.loads(locked.to_bytes())
    roles = [{**each, "role": "root"} for each in fields["keys"]]
    for change, wanted in (
        ({"keys": roles}, PublishTrouble.WRONG_PASSPHRASE),
        ({"name": "root-1"}, PublishTrouble.WRONG_PASSPHRASE),
        ({"wrapped": "00" * 80}, PublishTrouble.WRONG_PASSPHRASE),
        ({"wrapped": "00" * 79}, PublishTrouble.NOT_A_KEY),
        ({"kdf": {**fields["kdf"], "memory_kib": 3 * 1024 * 1024}}, PublishTrouble.NOT_A_KEY),
        ({"kdf": {**fields["kdf"], "passes": 1}}, PublishTrouble.NOT_A_KEY),
        ({"keys": fields["keys"] * 30}, PublishTrouble.NOT_A_KEY),
        ({"name": "../root"}, PublishTrouble.NOT_A_KEY),
        ({"more": 1}, PublishTrouble.NOT_A_KEY),
        ({"version": 2}, PublishTrouble.NOT_A_KEY),
    ):
        assert trouble_of(json.dumps({**fields, **change}).encode()) is wanted, change
    for data in (b"", b"[]", b"{}", b"null", b"[" * 5_000, locked.to_bytes()[:-40]):
        assert trouble_of(data) is PublishTrouble.NOT_A_KEY

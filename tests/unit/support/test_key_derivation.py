"""The key of a passphrase is that of Argon2id as another library works it out, at the cost that is written down."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from caregiver_app.support.key_derivation import KdfCost, derive_key
from tests.helpers.derivations import full_cost

SALT = bytes(range(16))
LEAST = KdfCost()


@pytest.mark.parametrize("cost", [LEAST, KdfCost(passes=4, lanes=2)], ids=["the least", "more passes, fewer lanes"])
def test_it_is_argon2id_at_that_cost(cost: KdfCost) -> None:
    other = Argon2id(salt=SALT, length=32, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib)
    with full_cost():
        assert derive_key("slate otter", SALT, cost) == other.derive(b"slate otter")


@pytest.mark.parametrize("memory_kib", [LEAST.memory_kib - 1, 1024 * 1024], ids=["too cheap", "gigabytes"])
def test_no_other_cost_is_taken(memory_kib: int) -> None:
    with pytest.raises(ValueError, match="out of bounds"):
        KdfCost(memory_kib=memory_kib)

"""From a passphrase to the key that wraps others: Argon2id (RFC 9106), its cost bounded before it runs."""

from __future__ import annotations

import secrets
import unicodedata
from dataclasses import dataclass

from caregiver_app.model.time import Clock

MEMORY_KIB = 64 * 1024
LANES = 4
FEWEST_PASSES, MOST_PASSES = 3, 20
WISHED_S = 0.5
"""How long one derivation should take on the computer where the passphrase is chosen."""

SALT_BYTES = 16
_KEY_BYTES = 32
_MEMORY_BOUNDS = (MEMORY_KIB, 512 * 1024)
_LANE_BOUNDS = (1, 8)


@dataclass(frozen=True, slots=True, kw_only=True)
class KdfCost:
    """What one derivation costs: memory in KiB, passes over it, lanes.

    Raises:
        ValueError: out of bounds. An envelope that somebody edited asks for gigabytes before anything can tell that it
            was edited, so the bounds stand before the derivation.
    """

    memory_kib: int = MEMORY_KIB
    passes: int = FEWEST_PASSES
    lanes: int = LANES

    def __post_init__(self) -> None:
        for value, (least, most) in (
            (self.memory_kib, _MEMORY_BOUNDS),
            (self.passes, (FEWEST_PASSES, MOST_PASSES)),
            (self.lanes, _LANE_BOUNDS),
        ):
            if not least <= value <= most:
                raise ValueError("a cost out of bounds")


def prepared(passphrase: str) -> str:
    """Return a passphrase in the form that counts: composed (Unicode NFC), every kind of space a plain one.

    Keyboards differ in how they type an accent, and some type another space with a key held down. Case and width stay
    as typed (RFC 8265, section 4.2, the OpaqueString profile).
    """
    spaced = "".join(" " if unicodedata.category(sign) == "Zs" else sign for sign in passphrase)
    return unicodedata.normalize("NFC", spaced)


def derive_key(passphrase: str, salt: bytes, cost: KdfCost) -> bytes:
    """Return the 32 bytes that wrap other keys. Takes its time on purpose."""
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        secret=prepared(passphrase).encode("utf-8", "surrogatepass"),
        salt=salt,
        time_cost=cost.passes,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=_KEY_BYTES,
        type=Type.ID,
    )


def calibrate(clock: Clock, *, wished_s: float = WISHED_S) -> KdfCost:
    """Return a cost that takes about `wished_s` on this computer, never less than the least."""
    least = KdfCost()
    started = clock.monotonic()
    derive_key("calibration", secrets.token_bytes(SALT_BYTES), least)
    a_pass = (clock.monotonic() - started) / least.passes
    wished = round(wished_s / a_pass) if a_pass > 0 else FEWEST_PASSES
    return KdfCost(passes=min(MOST_PASSES, max(FEWEST_PASSES, wished)))

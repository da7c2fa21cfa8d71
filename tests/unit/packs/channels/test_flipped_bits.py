"""Whatever single bit of a channel is turned, nothing else than what was signed is taken; bits are drawn by chance."""

from __future__ import annotations

import random
from pathlib import Path

from caregiver_app.model.channel import Lateness, ReferenceTime, TrustedChannel
from caregiver_app.model.errors import ChannelError
from caregiver_app.packs.channels.checking import check
from caregiver_app.packs.channels.copy_place import CopyPlace
from caregiver_app.packs.channels.copying import copy_channel
from caregiver_app.packs.channels.fetching import fetch_pack
from caregiver_app.packs.channels.places import Place
from caregiver_app.packs.channels.trusting import look_first
from tests.helpers.clock import MONDAY
from tests.helpers.own_channels import Maker, files_in
from tests.helpers.repository_simulator import MemoryPlace

_TIME = ReferenceTime(at=MONDAY)
_FLIPS = 90


def taken_from(place: Place, known: TrustedChannel) -> dict[str, bytes] | None:
    """Return the packs that somebody takes who knew the channel before, None where they refuse it."""
    try:
        checked = check(known, place, _TIME)
        return {offer.path: fetch_pack(checked, offer.path, place).data for offer in checked.offers}
    except ChannelError:
        return None


def flip(data: bytearray, chance: random.Random) -> None:
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def a_channel(folder: Path) -> tuple[Maker, TrustedChannel]:
    maker = Maker(folder)
    maker.begin()
    maker.add("eating", b"about eating")
    known = maker.fresh().channel
    maker.replace_key("timestamp")
    maker.add("sleep", b"about sleep")
    return maker, known


def test_any_bit_of_a_folder_is_harmless_or_refused(tmp_path: Path) -> None:
    maker, known = a_channel(tmp_path / "channel")
    files, chance = files_in(maker.folder), random.Random(6)  # noqa: S311 chance that can be repeated is what a test needs
    honest = taken_from(MemoryPlace(files), known)
    assert honest is not None
    refused = 0
    for number in range(_FLIPS):
        name = sorted(files)[number % len(files)]
        changed = bytearray(files[name])
        flip(changed, chance)
        taken = taken_from(MemoryPlace({**files, name: bytes(changed)}), known)
        assert taken in (None, honest), name
        refused += taken is None
    assert refused > _FLIPS // 3  # the rest was in documents that nobody asks for any more


def test_a_flipped_bit_before_trust_changes_the_fingerprint_or_is_refused(tmp_path: Path) -> None:
    maker, _ = a_channel(tmp_path / "channel")
    files, chance = files_in(maker.folder), random.Random(7)  # noqa: S311 chance that can be repeated is what a test needs
    honest = look_first(MemoryPlace(files), _TIME)
    for name in ("metadata/1.root.json", "metadata/2.root.json"):
        for _ in range(40):
            changed = bytearray(files[name])
            flip(changed, chance)
            try:
                look = look_first(MemoryPlace({**files, name: bytes(changed)}), _TIME)
            except ChannelError:
                continue
            # What is outside the signed part (a key nobody looks at) may be turned without harm, but never unseen.
            assert look.fingerprint != honest.fingerprint or look == honest, name


def test_any_bit_of_a_copy_is_harmless_or_refused(tmp_path: Path) -> None:
    maker, known = a_channel(tmp_path / "channel")
    copy_channel(maker.folder, tmp_path / "a.carepack", at=MONDAY)
    data = (tmp_path / "a.carepack").read_bytes()
    chance = random.Random(8)  # noqa: S311 chance that can be repeated is what a test needs
    with CopyPlace(tmp_path / "a.carepack", lateness=Lateness.REFUSED) as place:
        honest = taken_from(place, known)
    for _ in range(_FLIPS):
        changed = bytearray(data)
        flip(changed, chance)
        (tmp_path / "b.carepack").write_bytes(changed)
        try:
            with CopyPlace(tmp_path / "b.carepack", lateness=Lateness.REFUSED) as place:
                assert taken_from(place, known) in (None, honest)
        except ChannelError:
            continue
    for cut in range(0, len(data), len(data) // 40):
        (tmp_path / "b.carepack").write_bytes(data[:cut])
        try:
            CopyPlace(tmp_path / "b.carepack").close()
        except ChannelError:
            continue
        raise AssertionError(cut)

"""Whatever bit of a stick is turned: what is on it is installed as it was signed, or not at all."""

from __future__ import annotations

import random
from pathlib import Path

from caregiver_app.bootstrap.channels import Channels
from caregiver_app.bootstrap.own_workshop import OwnWorkshop
from caregiver_app.bootstrap.packs import Packs
from caregiver_app.feeds.ledger_buffer import LedgerBuffer
from caregiver_app.library.store import Library
from caregiver_app.model.errors import ChannelError, PackError
from tests.helpers.clock import StillClock
from tests.helpers.installing import a_guide, a_line, a_link, all_of, pack_of
from tests.helpers.library import a_library
from tests.helpers.own_channels import Maker, files_in
from tests.helpers.packs import lamp
from tests.helpers.silent_door import SilentDoor

_FLIPS = 24
WORDS = "Turn on a lamp: ![a lamp](pictures/lamp.png)\n"


def pack() -> bytes:
    return pack_of(
        "evenings",
        texts={"guides/lamps.md": WORDS},
        files={"pictures/lamp.png": lamp()},
        guides=[a_guide("lamps")],
        links=[a_link("page")],
        helplines=[a_line("line")],
        pictures=[{"file": "pictures/lamp.png", "licence": "CC0 1.0"}],
    )


def install_from(packs: Packs, library: Library, folder: Path) -> bool:
    """Install what is on a stick; return whether it was taken."""
    try:
        for prepared in packs.prepare_all(library, str(folder)):
            packs.install(library, prepared)
    except (ChannelError, PackError):
        return False
    return True


def test_a_turned_bit_is_harmless_or_nothing_is_installed(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "stick")
    maker.begin()
    maker.add("evenings", pack())
    files, chance = files_in(maker.folder), random.Random(9)  # noqa: S311 chance that can be repeated is what a test needs
    channels = Channels(StillClock(), lambda _library: SilentDoor(), LedgerBuffer())
    packs, library = Packs(StillClock(), channels, OwnWorkshop), a_library(tmp_path)
    look = channels.look(library, str(maker.folder))
    channels.trust(library, look, look.fingerprint)
    empty = all_of(library)
    assert install_from(packs, library, maker.folder)
    whole = all_of(library)
    refused = 0
    for number in range(_FLIPS):
        name = sorted(files)[number % len(files)]
        packs.forget_channel(library, look.id)
        channels.trust(library, look, look.fingerprint)
        assert all_of(library) == empty
        turned = bytearray(files[name])
        turned[chance.randrange(len(turned))] ^= 1 << chance.randrange(8)
        (maker.folder / name).write_bytes(turned)
        taken = install_from(packs, library, maker.folder)
        assert all_of(library) == (whole if taken else empty), name
        refused += not taken
        (maker.folder / name).write_bytes(files[name])
    assert refused > _FLIPS // 3
    library.close()

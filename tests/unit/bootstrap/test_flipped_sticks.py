"""Whatever bit of a stick is turned: what is on it is installed as it was signed, or not at all."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import pytest

from caregiver_app.bootstrap.packs import Packs
from caregiver_app.library.store import Library
from caregiver_app.model.errors import ChannelError, PackError
from tests.helpers.installing import a_guide, a_line, a_link, all_of, pack_of
from tests.helpers.library import a_library
from tests.helpers.own_channels import files_in
from tests.helpers.packs import lamp
from tests.helpers.trusted_stick import TrustedStick

_FLIPS = 24
BITS = 8
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


def drawn(files: Mapping[str, bytes]) -> Iterator[tuple[str, int, int]]:
    """Yield some places by chance: file, byte, bit; each file has its turn."""
    chance = random.Random(9)  # noqa: S311 chance that can be repeated is what a test needs
    for number in range(_FLIPS):
        name = sorted(files)[number % len(files)]
        yield name, chance.randrange(len(files[name])), chance.randrange(BITS)


def all_over(files: Mapping[str, bytes]) -> Iterator[tuple[str, int, int]]:
    """Yield every byte of every file once, with each bit as often as the others."""
    turn = 0
    for name in sorted(files):
        for byte in range(len(files[name])):
            yield name, byte, turn % BITS
            turn += 1


def install_from(packs: Packs, library: Library, folder: Path) -> bool:
    """Install what is on a stick; return whether it was taken."""
    try:
        for prepared in packs.prepare_all(library, str(folder)):
            packs.install(library, prepared)
    except (ChannelError, PackError):
        return False
    return True


@pytest.mark.parametrize(
    "places", [pytest.param(drawn, id="some"), pytest.param(all_over, id="all", marks=pytest.mark.fuzz_long)]
)
def test_a_turned_bit_is_harmless_or_nothing_is_installed(
    places: Callable[[Mapping[str, bytes]], Iterable[tuple[str, int, int]]], tmp_path: Path
) -> None:
    library = a_library(tmp_path)
    stick = TrustedStick(tmp_path / "stick", library)
    stick.maker.add("evenings", pack())
    folder, files, empty = stick.maker.folder, files_in(stick.maker.folder), all_of(library)
    assert install_from(stick.packs, library, folder)
    whole = all_of(library)
    tried, refused = Counter[str](), Counter[str]()
    for name, byte, bit in places(files):
        stick.begin_again()
        assert all_of(library) == empty
        turned = bytearray(files[name])
        turned[byte] ^= 1 << bit
        (folder / name).write_bytes(turned)
        taken = install_from(stick.packs, library, folder)
        assert all_of(library) == (whole if taken else empty), (name, byte, bit)
        tried[name] += 1
        refused[name] += not taken
        (folder / name).write_bytes(files[name])
    assert refused.total() > tried.total() // 3
    (archive,) = (name for name in files if name.endswith(".pack"))
    assert refused[archive] == tried[archive]
    library.close()

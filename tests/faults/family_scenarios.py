"""Scenario of a family: a pack is installed from a stick, brought up to date, removed, and its makers forgotten.

All goes the way of the window and of commands: looked at, verified, opened, and only then put into the library.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from caregiver_app.bootstrap.channels import Channels
from caregiver_app.bootstrap.own_workshop import OwnWorkshop
from caregiver_app.bootstrap.packs import Packs
from caregiver_app.feeds.ledger_buffer import LedgerBuffer
from caregiver_app.library.store import Library
from caregiver_app.packs.channels import judging as _loaded_before_the_fork  # noqa: F401 so that kills fall into work
from tests.faults.telling import BEGUN, tell
from tests.helpers.clock import StillClock
from tests.helpers.installing import a_guide, a_line, a_link, pack_of
from tests.helpers.library import a_library
from tests.helpers.own_channels import Maker
from tests.helpers.packs import lamp
from tests.helpers.silent_door import SilentDoor

FIRST, SECOND = "first", "second"
_WORDS = "Turn on a lamp: ![a lamp](pictures/lamp.png)\n"
_WARNED = {"address": "https://www.nhs.uk/elsewhere", "reason": "It sells.", "withdrawn_on": "2026-11-20"}
_GONE = {"item": "page-0", "reason": "Out of date.", "withdrawn_on": "2026-11-20"}


def make_sticks(folder: Path) -> None:
    """Write two sticks of one channel, the second with a newer pack, and trust it in a library."""
    maker = Maker(folder / FIRST)
    maker.begin()
    maker.add("evenings", _pack(1))
    copied = Maker(folder / SECOND, keys=tuple(maker.keys))
    copied.folder.mkdir()
    for path in (path for path in maker.folder.rglob("*") if path.is_file()):
        there = copied.folder / path.relative_to(maker.folder)
        there.parent.mkdir(parents=True, exist_ok=True)
        there.write_bytes(path.read_bytes())
    copied.add("evenings", _pack(2), version=2)
    library, channels = a_library(folder), _channels()
    look = channels.look(library, str(folder / FIRST))
    channels.trust(library, look, look.fingerprint)
    library.close()


def steps_of(folder: Path) -> Sequence[Callable[[Library], None]]:
    """Return what the family does, each step whole or not at all."""
    channels = _channels()
    packs = Packs(StillClock(), channels, OwnWorkshop)

    def install(library: Library, stick: str) -> None:
        for prepared in packs.prepare_all(library, str(folder / stick)):
            packs.install(library, prepared, alerts=True)

    def remove(library: Library) -> None:
        packs.remove(library, packs.find(library, "evenings"))

    def forget(library: Library) -> None:
        packs.forget_channel(library, library.channels.list()[0].id)

    return (
        lambda library: install(library, FIRST),
        lambda library: install(library, SECOND),
        remove,
        lambda library: install(library, SECOND),
        forget,
    )


def keep_packs(folder: Path) -> None:
    """Do all steps, one after the other."""
    library = a_library(folder)
    tell(BEGUN)
    for number, step in enumerate(steps_of(folder), 1):
        step(library)
        tell(f"step {number}")
    library.close()


def _pack(version: int) -> bytes:
    links = [a_link(f"page-{n}", title=f"Page {n} of {version}") for n in range(version - 1, 60)]
    return pack_of(
        "evenings",
        version=version,
        texts={"guides/lamps.md": f"{version}. {_WORDS}"},
        files={"pictures/lamp.png": lamp(15 + version)},
        guides=[a_guide("lamps")],
        helplines=[a_line("line", f"0808 157 019{version}")],
        links=links,
        pictures=[{"file": "pictures/lamp.png", "licence": "CC0 1.0"}],
        withdrawals=[_WARNED, _GONE] if version > 1 else [],
    )


def _channels() -> Channels:
    door = SilentDoor()
    return Channels(StillClock(), lambda _library: door, LedgerBuffer())


FAMILY = (keep_packs,)

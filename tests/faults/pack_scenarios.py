"""Scenario of packs in a library: one installed with a picture, brought up to date, another beside it, both removed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from caregiver_app.library.store import Library
from tests.faults.telling import tell
from tests.helpers.installing import HARBOUR, NORTHFIELD, a_guide, a_link, install, pack_of
from tests.helpers.library import LATER, a_library
from tests.helpers.packs import lamp

PAGE = "https://www.nhs.uk/conditions/dementia/"
WORDS = "Turn on a lamp: ![a lamp](pictures/lamp.png)\n"
WARNING = {"address": PAGE, "reason": "It changed.", "withdrawn_on": "2026-11-20"}


def _install(library: Library) -> None:
    pictures = [{"file": "pictures/lamp.png", "licence": "CC0 1.0"}]
    archive = pack_of(
        "evenings",
        texts={"guides/lamps.md": WORDS},
        files={"pictures/lamp.png": lamp()},
        guides=[a_guide("lamps")],
        links=[a_link("page", PAGE)],
        pictures=pictures,
    )
    install(library, archive, NORTHFIELD)


def _update(library: Library) -> None:
    install(library, pack_of("evenings", version=2, links=[a_link("other")], withdrawals=[WARNING]), NORTHFIELD)


def _install_another(library: Library) -> None:
    install(library, pack_of("nights", links=[a_link("nhs", PAGE)]), HARBOUR)


def _remove_all(library: Library) -> None:
    with library.write("packs.remove-all"):
        for pack in library.packs.list():
            library.packs.remove(pack.uid, at=LATER)


STEPS: tuple[Callable[[Library], None], ...] = (_install, _update, _install_another, _remove_all)


def install_packs(folder: Path) -> None:
    """Do all steps, one after the other."""
    library = a_library(folder)
    for number, step in enumerate(STEPS, 1):
        step(library)
        tell(f"step {number}")
    library.close()


PACKS = (install_packs,)

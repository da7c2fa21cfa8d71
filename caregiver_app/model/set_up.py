"""What a set-up file on a stick says for a first start. docs/formats/set-up-file.md is the format.

Words out of short lists, numbers, an address and hashes: there is no field in which something of a family could stand.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from caregiver_app.model.pack_bounds import Id, Many, MaybeAddress, Number, Word

_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
SMALLEST_TEXT, LARGEST_TEXT = 100, 200

PackPath = Annotated[str, Word(rf"{_SLUG}/{_SLUG}", 141)]
"""`publisher/pack`, as a channel offers it."""


class SetUpUpdates(StrEnum):
    """When updates come."""

    BUTTON = "button"
    DAILY = "daily"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUpChannel:
    """Whose packs are offered. `copy` is the name of a folder or file beside the set-up file, `address` where news are.

    The fingerprint tells whether file and copy belong together. It lies on the same stick as what it tells of: nobody
    is trusted by it, people compare two groups from paper or from the phone all the same.
    """

    copy: Annotated[str, Word(rf"{_SLUG}(?:\.carepack)?", 100, or_empty=True)] = ""
    address: MaybeAddress = ""
    fingerprint: Annotated[str, Word(r"[0-9a-f]{64}", 64)]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUp:
    """What a first start is offered. Empty and None mean: as the person chooses it there.

    `packs` are those of the channel that are to be installed; with a channel and none named, all that it offers.
    `starter` are ids of the packs that come with the application that are ticked; none named: as the topics say.
    """

    language: Annotated[str, Word(r"[a-z]{2,3}(?:-[A-Z]{2})?", 6, or_empty=True)] = ""
    country: Annotated[str, Word(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?", 6, or_empty=True)] = ""
    text_size: Annotated[int | None, Number(SMALLEST_TEXT, LARGEST_TEXT)] = None  # percent
    updates: SetUpUpdates | None = None
    starter: Annotated[tuple[Id, ...], Many(40)] = ()
    channel: SetUpChannel | None = None
    packs: Annotated[tuple[PackPath, ...], Many(200)] = ()

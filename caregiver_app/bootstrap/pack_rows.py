"""Packs as lists show them: what is here, what is offered, and what ships and was removed. Asks nobody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.model.installed_pack import InstalledPack, PackState, PackUid

if TYPE_CHECKING:
    from caregiver_app.library.store import Library
    from caregiver_app.model.channel import PackOffer


@dataclass(frozen=True, slots=True, kw_only=True)
class PackRow:
    """One pack as lists show it. `version` is the installed one, of what is not installed the offered one."""

    uid: PackUid
    title: str
    version: int
    publisher: str
    state: PackState
    items: int | None  # None: not known before it is here
    offered_version: int | None = None
    installed: InstalledPack | None = None


def installed_row(pack: InstalledPack, offer: PackOffer | None, *, is_fresh: bool) -> PackRow:
    """Return one that is here; `is_fresh`: its channel offers it, and is known to be its newest."""
    if offer is not None and offer.version > pack.version:
        state = PackState.UPDATE
    elif not pack.is_built_in and (not is_fresh or pack.confirmed_at is None):
        state = PackState.UNCONFIRMED
    else:
        state = PackState.INSTALLED
    return PackRow(
        uid=pack.uid,
        title=pack.title,
        version=pack.version,
        publisher=pack.publisher_name,
        state=state,
        items=pack.items,
        offered_version=None if offer is None else offer.version,
        installed=pack,
    )


def offered_row(offer: PackOffer) -> PackRow:
    """Return one that is offered and not here."""
    return PackRow(
        uid=PackUid(offer.uid),
        title=offer.title,
        version=offer.version,
        publisher=offer.publisher_name,
        state=PackState.AVAILABLE,
        items=None,
        offered_version=offer.version,
    )


def removed_built_in(library: Library) -> Iterator[PackRow]:
    """Yield packs that ship and are not here: a person removed them."""
    from caregiver_app.bootstrap.built_in import shipped_uids

    for uid, version in shipped_uids():
        pack = library.packs.get(uid)
        if pack is not None and pack.removed_at is not None:
            yield PackRow(
                uid=uid,
                title=pack.title,
                version=version,
                publisher=pack.publisher_name,
                state=PackState.AVAILABLE,
                items=pack.items,
                offered_version=version,
            )


def is_place(where: str) -> bool:
    """Return whether what somebody typed is where a channel lies, and not the name of a pack."""
    return where.casefold().startswith(("https://", "http://")) or Path(where).exists()

"""Packs as lists show them: what is here, what is offered, and what ships and was removed. Asks nobody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.model.channel import ChannelId
from caregiver_app.model.installed_pack import InstalledPack, PackState, PackUid, publisher_slug_of
from caregiver_app.support.i18n import gettext

if TYPE_CHECKING:
    from caregiver_app.library.store import Library
    from caregiver_app.model.channel import CheckedChannel, PackOffer


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


def rows_of(library: Library, known: Sequence[CheckedChannel]) -> tuple[PackRow, ...]:
    """Return what is here, whose publishers are trusted no more first, what channels offer, and what was removed."""
    channels = {each.channel.id: each for each in known}
    offers = {offer.uid: offer for each in known for offer in each.offers}
    fresh = {offer.uid for each in known if each.is_fresh for offer in each.offers}
    rows = [
        installed_row(
            pack,
            offers.pop(pack.uid, None),
            is_fresh=pack.uid in fresh,
            revoked=is_revoked(pack, channels.get(ChannelId(pack.channel_id))),
        )
        for pack in library.packs.list()
    ]
    rows += [offered_row(offer) for offer in offers.values()]
    rows += removed_built_in(library)
    return tuple(sorted(rows, key=_place))


def title_of(pack: InstalledPack) -> str:
    """Return what a pack is called: those that ship have their titles in the catalogue."""
    return gettext(pack.title) if pack.is_built_in else pack.title


def is_revoked(pack: InstalledPack, known: CheckedChannel | None) -> bool:
    """Return whether the channel of an installed pack stands by its publisher no more, as far as is known."""
    return not pack.is_built_in and known is not None and publisher_slug_of(pack.uid) not in known.publishers


def installed_row(pack: InstalledPack, offer: PackOffer | None, *, is_fresh: bool, revoked: bool = False) -> PackRow:
    """Return one that is here; `is_fresh`: its channel offers it, and is known to be its newest."""
    if revoked:
        state = PackState.REVOKED
    elif offer is not None and offer.version > pack.version:
        state = PackState.UPDATE
    elif not pack.is_built_in and (not is_fresh or pack.confirmed_at is None):
        state = PackState.UNCONFIRMED
    else:
        state = PackState.INSTALLED
    return PackRow(
        uid=pack.uid,
        title=title_of(pack),
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
                title=title_of(pack),
                version=version,
                publisher=pack.publisher_name,
                state=PackState.AVAILABLE,
                items=pack.items,
                offered_version=version,
            )


def _place(row: PackRow) -> tuple[bool, bool, str, str]:
    return row.state is PackState.AVAILABLE, row.state is not PackState.REVOKED, row.title, row.uid


def is_place(where: str) -> bool:
    """Return whether what somebody typed is where a channel lies, and not the name of a pack."""
    return where.casefold().startswith(("https://", "http://")) or Path(where).exists()

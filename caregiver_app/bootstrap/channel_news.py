"""Keeps what was found of a trusted channel, with what follows from it for the packs that are here. Looks nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from caregiver_app.bootstrap.pack_rows import is_revoked

if TYPE_CHECKING:
    from caregiver_app.library.store import Library
    from caregiver_app.model.channel import CheckedChannel, TrustedChannel


def keep_news(library: Library, checked: CheckedChannel, *, began: TrustedChannel) -> bool:
    """Keep a channel as it was found where the look `began` from what is kept still; return whether it did."""
    if checked.is_unchanged:
        return library.channels.note_unchanged(checked.channel)
    with library.write("channels.keep-news"):
        if not library.channels.keep(checked.channel, began=began):
            return False
        distrust_revoked(library, checked)
    return True


def distrust_revoked(library: Library, known: CheckedChannel) -> None:
    """Let installed packs of publishers that a channel names no more vouch for nothing, nor warn of anything."""
    for pack in library.packs.list():
        if pack.channel_id == known.channel.id and is_revoked(pack, known):
            library.packs.distrust(pack.uid, at=known.channel.checked_at or known.channel.trusted_at)

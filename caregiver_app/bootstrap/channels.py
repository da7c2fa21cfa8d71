"""Channels of packs for families: looked at, compared, trusted, asked for news. Joins library, network and verifier.

What comes out of here may be installed; nothing is installed here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.channel_news import distrust_revoked, keep_news
from caregiver_app.model.channel import (
    ChannelId,
    CheckedChannel,
    FirstLook,
    Lateness,
    ReferenceTime,
    TrustedChannel,
    VerifiedPack,
)
from caregiver_app.model.errors import ChannelError, ChannelTrouble
from caregiver_app.model.time import Clock
from caregiver_app.model.web import Cancel
from caregiver_app.support.build_day import built_at

if TYPE_CHECKING:
    from caregiver_app.feeds.ledger_buffer import LedgerBuffer
    from caregiver_app.library.store import Library
    from caregiver_app.model.web import Fetcher
    from caregiver_app.packs.channels.places import Place

_OF_WEB = ("https://", "http://")
_MOST_LOOKS = 3
"""Each further one needs somebody else who found newer things in between."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedChannel:
    """A trusted channel that was found in order where its files lie."""

    checked: CheckedChannel
    place: Place

    def fetch(self, path: str) -> VerifiedPack:
        """Return a pack, `publisher/slug`: verified bytes.

        Raises:
            ChannelError: it is not offered, or its bytes are not those that were signed.
            WebError, StorageError, Cancelled: it cannot be read.
        """
        from caregiver_app.packs.channels.fetching import fetch_pack

        return fetch_pack(self.checked, path, self.place)


class Channels:
    """Threads may share it: what is known of channels lies in the library that is handed in."""

    def __init__(self, clock: Clock, fetcher: Callable[[Library], Fetcher], ledger: LedgerBuffer) -> None:
        """`fetcher` gives the door to the network, with the person's own choices loaded from a library."""
        self._clock = clock
        self._fetcher = fetcher
        self._ledger = ledger

    def look(
        self, library: Library, where: str, *, allow_private: bool = False, cancel: Cancel | None = None
    ) -> FirstLook:
        """Return what a channel at an address, in a folder or in a copy calls itself, to be compared. Keeps nothing.

        Raises:
            ChannelError: there is none, or it is not in order.
            AddressRefused, WebError, StorageError, Cancelled: it cannot be read.
        """
        from caregiver_app.packs.channels.trusting import look_first

        with self._place(library, where, allow_private=allow_private, cancel=cancel) as place:
            found = look_first(place, self.time(library))
        others = {each.name.casefold() for each in library.channels.list() if each.id != found.id}
        return replace(found, namesake=found.name.casefold() in others)

    def trust(
        self,
        library: Library,
        look: FirstLook,
        compared: str | Mapping[int, str],
        *,
        address: str = "",
        allow_private: bool = False,
    ) -> TrustedChannel:
        """Trust a channel whose fingerprint was compared: whole as typed, or by its groups. Raises as `trust` does.

        One that is trusted already keeps what is known of it; with an `address` it is asked there from now on.

        Raises:
            ChannelError: it is not the same, or mistyped.
        """
        from caregiver_app.packs.channels.trusting import trust

        plain = _plain_address(address, allow_private=allow_private) if address else ""
        found = trust(look, compared, at=self._clock.now())
        return library.channels.trust(replace(found, address=plain, allow_private=allow_private and bool(plain)))

    def check(self, library: Library, channel_id: ChannelId, *, cancel: Cancel | None = None) -> CheckedChannel:
        """Ask a trusted channel on the web for its news, and keep what it says.

        Raises:
            ChannelError: something there is not in order; what is known stays. Or nobody trusts it, or it is on no web.
            AddressRefused, WebError, StorageError, Cancelled: it cannot be read.
        """
        with self.opened(library, channel_id=channel_id, cancel=cancel) as found:
            return found.checked

    @contextmanager
    def opened(
        self,
        library: Library,
        where: str = "",
        *,
        channel_id: ChannelId | None = None,
        late: bool = False,
        cancel: Cancel | None = None,
    ) -> Iterator[OpenedChannel]:
        """Look at a trusted channel, keep what it says, and let packs be fetched from it for a block.

        `where` is an address, a folder or a `.carepack`; without it the channel is asked at its own address. `late`
        is a person's yes to a stick whose date has passed, `cancel` their Stop. Raises as `check` does.
        """
        channel = self._at_address(library, where) if channel_id is None else library.channels.get(channel_id)
        where = where or ("" if channel is None else channel.address)
        if not where:
            raise ChannelError(ChannelTrouble.NOT_TRUSTED)
        private = channel is not None and channel.allow_private
        with self._place(library, where, allow_private=private, late=late, cancel=cancel) as place:
            known = channel or self._found(library, place)
            yield OpenedChannel(checked=self._check_in(library, known, place), place=place)

    def known(self, library: Library, channel_id: ChannelId) -> CheckedChannel | None:
        """Return what is known of a channel without looking anywhere; None where nothing was found in order yet."""
        from caregiver_app.packs.channels.checking import known_offers

        channel = library.channels.get(channel_id)
        return None if channel is None else known_offers(channel, self.time(library))

    def distrust_revoked(self, library: Library, channel_id: ChannelId) -> None:
        """Let installed packs of publishers that a channel names no more vouch for nothing, nor warn of anything."""
        known = self.known(library, channel_id)
        if known is not None:
            distrust_revoked(library, known)

    def follow_move(self, library: Library, checked: CheckedChannel) -> TrustedChannel:
        """Ask a channel from now on where it says that it lives; a person said yes to that address.

        Raises:
            AddressRefused: packs are not taken from there.
            ChannelError: NOT_TRUSTED: nobody trusts it any more.
        """
        address = _plain_address(checked.moved_to, allow_private=False)
        if not library.channels.move(checked.channel.id, address, allow_private=False):
            raise ChannelError(ChannelTrouble.NOT_TRUSTED, checked.channel.name)
        return replace(checked.channel, address=address, allow_private=False)

    def time(self, library: Library) -> ReferenceTime:
        """Return the time by which dates are judged: never before this version was made, nor before the last news."""
        from caregiver_app.packs.channels.trusting import reference_time

        return reference_time(self._clock.now(), built_at(), library.channels.last_confirmed_at())

    def _check_in(self, library: Library, channel: TrustedChannel, place: Place) -> CheckedChannel:
        """Look, and keep what was found; where meanwhile somebody else found newer things, look once more from those.

        So an answer that a host held back makes nobody trusted again, and takes no news back.
        """
        from caregiver_app.packs.channels.rules import TIMESTAMP

        for _ in range(_MOST_LOOKS):
            checked = self._look_from(library, channel, place)
            if keep_news(library, checked, began=channel):
                return checked
            now = library.channels.get(channel.id)
            if now is None:
                raise ChannelError(ChannelTrouble.NOT_TRUSTED, channel.name)
            channel = now
        raise ChannelError(ChannelTrouble.MIXED, TIMESTAMP)

    def _look_from(self, library: Library, channel: TrustedChannel, place: Place) -> CheckedChannel:
        from caregiver_app.packs.channels.checking import check
        from caregiver_app.packs.channels.web_place import WebPlace, with_server_time

        try:
            return check(channel, place, self.time(library))
        except ChannelError as error:
            raise with_server_time(error, place) if isinstance(place, WebPlace) else error from None

    def _at_address(self, library: Library, where: str) -> TrustedChannel | None:
        """Return the channel that is asked at this address anyway."""
        address = f"{where.rstrip('/')}/"
        return next((channel for channel in library.channels.list() if channel.address == address), None)

    def _found(self, library: Library, place: Place) -> TrustedChannel:
        """Return the trusted channel whose files lie in a place."""
        from caregiver_app.packs.channels.trusting import look_first

        look = look_first(place, self.time(library))
        channel = library.channels.get(look.id)
        if channel is None:
            raise ChannelError(ChannelTrouble.NOT_TRUSTED, look.name)
        return channel

    @contextmanager
    def _place(
        self,
        library: Library,
        where: str,
        *,
        allow_private: bool = False,
        late: bool = False,
        cancel: Cancel | None = None,
    ) -> Iterator[Place]:
        from caregiver_app.bootstrap.heeding_stop import HeedingFetcher
        from caregiver_app.packs.channels.copy_place import CopyPlace
        from caregiver_app.packs.channels.places import FolderPlace
        from caregiver_app.packs.channels.web_place import WebPlace

        lateness = Lateness.AGREED if late else Lateness.ASKED
        if where.casefold().startswith(_OF_WEB):
            fetcher = self._fetcher(library)
            fetcher.resume()  # an earlier stop, say of getting updates, does not end this
            fetcher = fetcher if cancel is None else HeedingFetcher(fetcher, cancel)
            try:
                yield WebPlace(where, fetcher, allow_private=allow_private)
            finally:
                library.ledger.add(self._ledger.drain())
        elif Path(where).is_dir():
            yield FolderPlace(Path(where), lateness=lateness)
        else:
            with CopyPlace(Path(where), lateness=lateness) as place:
                yield place


def _plain_address(address: str, *, allow_private: bool) -> str:
    from caregiver_app.packs.channels.web_place import channel_address

    return channel_address(address, allow_private=allow_private)

"""A channel on the web, read through the one door to the network: https only, unless a person typed their own network.

Each request names a file that is the same for everybody; nothing of this computer is in it.
"""

from __future__ import annotations

from datetime import UTC
from email.utils import parsedate_to_datetime

from caregiver_app.model.channel import Lateness
from caregiver_app.model.errors import (
    AddressRefused,
    AddressTrouble,
    ChannelError,
    ChannelTrouble,
    WebError,
    WebTrouble,
)
from caregiver_app.model.time import Millis, from_datetime
from caregiver_app.model.web import Fetcher, FetchRequest, Why
from caregiver_app.packs.channels.places import too_long
from caregiver_app.web.addresses import parse_address

_ACCEPT = "application/json, application/zip, */*;q=0.1"
_NOT_THERE = frozenset({403, 404})  # many static hosts say that a file is forbidden which is not there
_AT_MOST_S = 600.0
"""A pack is larger than a page, and lines in the country are slow."""


class WebPlace:
    """A channel below one address."""

    lateness = Lateness.REFUSED

    def __init__(self, address: str, fetcher: Fetcher, *, allow_private: bool = False) -> None:
        """Raises `AddressRefused` where packs are not taken from."""
        self._base = channel_address(address, allow_private=allow_private)
        self._fetcher = fetcher
        self._allow_private = allow_private
        self.server_time: Millis | None = None
        """What time it is by the server, where it said so."""

    def read(self, name: str, at_most_bytes: int, *, announced: bool = False) -> bytes | None:
        """Return what is in a file, asked for as if for the first time.

        What a server said of it before, an ETag or a day, is not told again: it could be another one for each family,
        and would show the same family at every check.
        """
        request = FetchRequest(
            url=f"{self._base}{name}",
            why=Why.PACK,
            allow_private=self._allow_private,
            accept=_ACCEPT,
            at_most_bytes=at_most_bytes,
            is_signed=announced,
            at_most_s=_AT_MOST_S,
        )
        try:
            fetched = self._fetcher.fetch(request)
        except WebError as error:
            if error.kind is WebTrouble.TOO_LARGE:
                raise too_long(name, announced=announced) from error
            if error.kind is WebTrouble.GONE or (error.kind is WebTrouble.STATUS and error.status in _NOT_THERE):
                return None
            raise
        self._note_time(fetched.headers.get("date", ""))
        return fetched.body

    def _note_time(self, said: str) -> None:
        try:
            told = parsedate_to_datetime(said)
            self.server_time = from_datetime(told if told.tzinfo else told.replace(tzinfo=UTC))
        except (ValueError, OverflowError):
            return  # no day that anybody lives in


def channel_address(typed: str, *, allow_private: bool) -> str:
    """Return the address below which a channel lies, in its normal form and with a slash at its end.

    Raises:
        AddressRefused: it is none, is not secure, or leads into a private network and that was not allowed.
    """
    address = parse_address(typed)
    if "?" in address.target:
        raise AddressRefused(AddressTrouble.MALFORMED, typed)
    if not allow_private and not address.is_secure:
        raise AddressRefused(AddressTrouble.INSECURE, typed)
    if not allow_private and address.names_private_place:
        raise AddressRefused(AddressTrouble.PRIVATE, typed)
    return f"{address.url.rstrip('/')}/"


def with_server_time(error: ChannelError, place: WebPlace) -> ChannelError:
    """Return how a date that has passed is told: where by the server's clock it has not, the clock here is wrong."""
    passed = error.kind in (ChannelTrouble.FREEZE, ChannelTrouble.EXPIRED) and error.expired_at is not None
    if passed and place.server_time is not None and place.server_time < (error.expired_at or 0):
        return ChannelError(ChannelTrouble.CLOCK, error.detail, expired_at=error.expired_at, now=error.now)
    return error

"""Asks those who are trusted whether there are newer packs: by a press, or once updates are in. Installs nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from caregiver_app.model.errors import Cancelled, CaregiverError, StorageError
from caregiver_app.model.installed_pack import PackState
from caregiver_app.model.sync import OnProgress, SyncProgress, SyncReport, SyncState
from caregiver_app.model.time import Clock, Millis, day_of
from caregiver_app.support.logs import note

if TYPE_CHECKING:
    from caregiver_app.bootstrap.channels import Channels
    from caregiver_app.bootstrap.packs import Packs
    from caregiver_app.library.store import Library
    from caregiver_app.model.channel import CheckedChannel, TrustedChannel
    from caregiver_app.model.web import Cancel


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAsked:
    """Somebody whose news could not be had; what is known of them stays."""

    channel: TrustedChannel
    error: CaregiverError


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelNews:
    """What came of asking. `newer` counts installed packs that have a newer version, whoever said so when."""

    checked: tuple[CheckedChannel, ...] = ()
    failed: tuple[NotAsked, ...] = ()
    newer: int = 0


class ChannelAsking:
    """Threads may share it: what is known of channels lies in the library that is handed in."""

    def __init__(self, clock: Clock, channels: Channels, packs: Packs, stays_offline: Callable[[], bool]) -> None:
        self._clock = clock
        self._channels = channels
        self._packs = packs
        self._stays_offline = stays_offline

    def ask(
        self, library: Library, *, on_channel: Callable[[int, Sequence[TrustedChannel]], None], cancel: Cancel
    ) -> ChannelNews:
        """Ask everybody who has an address; `on_channel` hears before each of its place in the row.

        Raises:
            Cancelled: stop was pressed; what was learned before stays.
            StorageError: the disk is in the way.
        """
        return self._ask(library, with_address(library), on_channel, cancel)

    def after_sync(
        self, library: Library, report: SyncReport, *, due_only: bool = False, on_progress: OnProgress, cancel: Cancel
    ) -> ChannelNews | None:
        """Ask them after sources were asked, as the last stretch of the same update; None where nobody was asked.

        With `due_only` nobody is asked twice a day. A stop or a trouble with the disk leaves the report as it is.
        """
        if report.cancelled or report.offline or self._stays_offline():
            return None
        now = self._clock.now()
        wanted = [each for each in with_address(library) if not due_only or _is_due(each, now)]
        if not wanted:
            return None

        def tell(number: int, channels: Sequence[TrustedChannel]) -> None:
            on_progress(_as_of_a_sync(report, channels[number]))

        try:
            return self._ask(library, wanted, tell, cancel)
        except Cancelled:
            return None
        except StorageError as error:
            note("channels.not-asked", kind=error.kind)
            return None

    def _ask(
        self,
        library: Library,
        wanted: Sequence[TrustedChannel],
        on_channel: Callable[[int, Sequence[TrustedChannel]], None],
        cancel: Cancel,
    ) -> ChannelNews:
        checked: list[CheckedChannel] = []
        failed: list[NotAsked] = []
        for number, channel in enumerate(wanted):
            if cancel.is_set():
                raise Cancelled
            on_channel(number, wanted)
            try:
                checked.append(self._channels.check(library, channel.id, cancel=cancel))
            except Cancelled:
                raise
            except CaregiverError as error:
                failed.append(NotAsked(channel=channel, error=error))
        self._packs.confirm(library)
        newer = sum(row.state is PackState.UPDATE for row in self._packs.list(library))
        return ChannelNews(checked=tuple(checked), failed=tuple(failed), newer=newer)


def with_address(library: Library) -> tuple[TrustedChannel, ...]:
    """Return those whom one can ask: trusted, and on the web."""
    return tuple(channel for channel in library.channels.list() if channel.address)


def _is_due(channel: TrustedChannel, now: Millis) -> bool:
    return channel.checked_at is None or _day(channel.checked_at) != _day(now)


def _day(at: Millis) -> str:
    return day_of(at).isoformat()


def _as_of_a_sync(report: SyncReport, channel: TrustedChannel) -> SyncProgress:
    """Return the last stretch of an update: all sources are done, makers of packs are asked one by one."""
    sources = len(report.results)
    return SyncProgress(
        done=sources,
        total=sources,
        current=channel.name,
        new=report.new,
        failed=report.count(SyncState.FAILED, SyncState.GONE),
        for_packs=True,
    )

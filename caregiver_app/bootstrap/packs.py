"""Packs for families: taken from a trusted channel or out of the application, changed, removed, each taken back.

Joins the verifier (`channels`), the opener (`packs.opening`) and the library; only what both let pass gets there.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.imitating_sites import imitating
from caregiver_app.bootstrap.pack_placing import PackPlacing, here
from caregiver_app.bootstrap.pack_rows import PackRow, rows_of
from caregiver_app.bootstrap.pack_steps import Answers, PackStep, PreparedPack
from caregiver_app.model.channel import ChannelId
from caregiver_app.model.errors import ChannelError, PackError, PackTrouble
from caregiver_app.model.installed_pack import (
    BUILT_IN,
    PackMaker,
    PackUid,
    StatedSite,
    publisher_of,
)

if TYPE_CHECKING:
    from caregiver_app.bootstrap.channels import Channels
    from caregiver_app.library.store import Library
    from caregiver_app.model.channel import PackOffer, VerifiedPack
    from caregiver_app.model.pack import OpenedPack
    from caregiver_app.model.time import Clock
    from caregiver_app.model.web import Cancel
    from caregiver_app.packs.workshop import Workshop


class Packs:
    """Threads may share it: what is known of packs lies in the library that is handed in."""

    def __init__(self, clock: Clock, channels: Channels, workshop: Callable[[], Workshop]) -> None:
        """`workshop` gives the processes in which texts and pictures from elsewhere are opened."""
        self._clock = clock
        self._channels = channels
        self._workshop = workshop
        self._placing = PackPlacing(clock, channels, workshop)

    def list(self, library: Library) -> tuple[PackRow, ...]:
        """Return what is installed, and what is known to be offered. No connection is made."""
        known = (self._channels.known(library, channel.id) for channel in library.channels.list())
        return rows_of(library, [each for each in known if each is not None])

    def find(self, library: Library, name: str) -> PackUid:
        """Return the uid of what somebody calls so: a uid, `publisher/name`, or the last part where it is the only one.

        Raises:
            PackError: UNKNOWN: nothing or more than one thing is called so.
        """
        uids = [row.uid for row in self.list(library)]
        found = [uid for uid in uids if uid == name] or [uid for uid in uids if uid.endswith(f"/{name}")]
        if len(found) != 1:
            raise PackError(PackTrouble.UNKNOWN, name)
        return found[0]

    def prepare(
        self, library: Library, uid: PackUid, where: str = "", *, late: bool = False, cancel: Cancel | None = None
    ) -> PreparedPack:
        """Return a pack ready to be installed: from the application, or verified from where its channel lies.

        `where` is empty for the channel's own address; `late` is a yes to a stick whose date has passed. `cancel`
        ends it, in the midst of a download too.

        Raises:
            ChannelError, WebError, AddressRefused: it is not what its publisher signed, or cannot be reached.
            PackError: it is no pack that may be installed.
            StorageError, Cancelled: it cannot be read.
        """
        if publisher_of(uid) == BUILT_IN:
            return self._prepare_built_in(library, uid)
        channel_id, _, path = uid.partition("/")
        with self._channels.opened(library, where, channel_id=ChannelId(channel_id), late=late, cancel=cancel) as found:
            return self._prepare(library, found.fetch(path), cancel)

    def prepare_all(
        self,
        library: Library,
        where: str,
        *,
        late: bool = False,
        on_refused: Callable[[str, ChannelError | PackError], object] | None = None,
    ) -> Iterator[PreparedPack]:
        """Yield every pack that a trusted channel has in a folder, a copy or at an address. Raises as `prepare`.

        `on_refused` is told the title of each pack that is not in order, and why; without it the first such ends it.
        """
        with self._channels.opened(library, where, late=late) as found:
            for offer in found.checked.offers:
                try:
                    prepared = self._prepare(library, found.fetch(offer.path))
                except (ChannelError, PackError) as error:
                    if on_refused is None:
                        raise
                    on_refused(offer.title, error)
                else:
                    yield prepared

    def install(
        self,
        library: Library,
        prepared: PreparedPack,
        *,
        alerts: bool | None = None,
        accepted: Collection[StatedSite] = (),
    ) -> PackStep:
        """Install a pack in place of what is here of it. `alerts` is a yes to its warnings, None: as it was before.

        A yes of before is one to the sources that warned then; others wait until they are asked for. `accepted` are
        those of its new sites that a person takes for their owners' own; those taken before stay so.

        Raises:
            ChannelError: NOT_TRUSTED: whoever made it is trusted no more.
            PackError: OLDER, or CLASH; nothing was changed.
            StorageError: the disk is in the way; nothing was changed.
        """
        before, kept = here(library, prepared.uid), self._placing.kept(library, prepared.uid)
        answers = Answers(
            alerts=alerts if alerts is not None else before is not None and before.alerts,
            alerting=library.packs.alerting(prepared.uid) if alerts is None else None,
            accepted=library.packs.accepted_sites(prepared.uid) | frozenset(accepted),
        )
        self._placing.put(library, prepared, answers)
        return PackStep(uid=prepared.uid, before=kept, after=self._placing.kept(library, prepared.uid))

    def remove(self, library: Library, uid: PackUid) -> PackStep:
        """Take a pack away with what it alone brought; stars, notes and what a person added stay.

        Raises:
            PackError: UNKNOWN: it is not installed.
            StorageError: the disk is in the way; nothing was changed.
        """
        kept = self._placing.kept(library, uid)
        if not library.packs.remove(uid, at=self._clock.now()):
            raise PackError(PackTrouble.UNKNOWN, uid)
        return PackStep(uid=uid, before=kept, after=None)

    def undo(self, library: Library, step: PackStep) -> None:
        """Take back what `install` or `remove` did.

        Raises:
            ChannelError: NOT_TRUSTED: whoever made the pack is trusted no more.
            PackError, StorageError: it cannot be put back; nothing was changed.
        """
        self._placing.put_back(library, step.uid, step.before)

    def redo(self, library: Library, step: PackStep) -> None:
        """Do again what was taken back. Raises as `undo` does."""
        self._placing.put_back(library, step.uid, step.after)

    def forget_channel(self, library: Library, channel_id: ChannelId) -> tuple[PackUid, ...] | None:
        """Trust a channel no more, and take away all that it brought; return its packs, None where nobody trusted it.

        Raises:
            StorageError: the disk is in the way; nothing was changed.
        """
        with library.write("packs.forget-channel"):
            if not library.channels.forget(channel_id):
                return None
            return library.packs.remove_of_channel(channel_id, at=self._clock.now())

    def look_at(self, library: Library, where: str, *, late: bool = False) -> None:
        """Keep what a trusted channel offers in a folder or a copy. Raises as `prepare` does."""
        with self._channels.opened(library, where, late=late):
            self.confirm(library)

    def confirm(self, library: Library) -> None:
        """Write down of all installed packs until when they were known to be the newest, as their channels say."""
        offers = {offer.uid: offer for offer in self._known_offers(library)}
        for pack in library.packs.list():
            offer = offers.get(pack.uid)
            channel = library.channels.get(ChannelId(pack.channel_id))
            if offer is None or channel is None or channel.confirmed_at is None or offer.version > pack.version:
                continue
            if pack.confirmed_at != channel.confirmed_at:
                library.packs.confirm(pack.uid, at=channel.confirmed_at)

    def _known_offers(self, library: Library) -> Iterator[PackOffer]:
        for channel in library.channels.list():
            known = self._channels.known(library, channel.id)
            if known is not None:
                yield from known.offers

    def _prepare_built_in(self, library: Library, uid: PackUid) -> PreparedPack:
        from caregiver_app.bootstrap.built_in import built_in_maker, read_shipped

        archive, opened = read_shipped(uid)
        return self._prepared(library, uid, opened, archive, built_in_maker())

    def _prepare(self, library: Library, verified: VerifiedPack, cancel: Cancel | None = None) -> PreparedPack:
        from caregiver_app.bootstrap.heeding_stop import HeedingWorkshop
        from caregiver_app.packs.opening import open_pack

        offer, workshop = verified.offer, self._workshop()
        opened = open_pack(verified.data, workshop if cancel is None else HeedingWorkshop(workshop, cancel))
        if (opened.pack.id, opened.pack.version) != (offer.slug, offer.version):
            raise PackError(PackTrouble.FIELD, "id" if opened.pack.id != offer.slug else "version")
        channel = library.channels.get(offer.channel_id)
        known = None if channel is None else channel.confirmed_at
        maker = PackMaker(
            publisher=f"{offer.channel_id}/{offer.publisher}",
            name=offer.publisher_name,
            channel_id=offer.channel_id,
            channel_name="" if channel is None else channel.name,
            confirmed_at=known,
        )
        return self._prepared(library, PackUid(offer.uid), opened, verified.data, maker)

    def _prepared(
        self, library: Library, uid: PackUid, opened: OpenedPack, archive: bytes, maker: PackMaker
    ) -> PreparedPack:
        from caregiver_app.packs.differences import changes_between, sites_of

        changes = changes_between(library.packs.archive(uid), archive, maker)
        if changes.withdrawn:
            changes = replace(changes, titles={**library.packs.titles(maker.publisher), **changes.titles})
        return PreparedPack(
            uid=uid,
            opened=opened,
            archive=archive,
            maker=maker,
            before=here(library, uid),
            changes=changes,
            stated_sites=sites_of(opened.pack, maker),
            imitating=imitating(library, changes.new_sites) if maker.is_signed else {},
        )

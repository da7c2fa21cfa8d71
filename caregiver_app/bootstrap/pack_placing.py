"""Puts a pack that was opened into the library, or back as it was, in one write. Verifies nothing itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.pack_steps import Answers, KeptPack, PreparedPack
from caregiver_app.model.channel import ChannelId
from caregiver_app.model.errors import ChannelError, ChannelTrouble, PackError, PackTrouble
from caregiver_app.model.installed_pack import InstalledPack, PackMaker, PackUid, publisher_of

if TYPE_CHECKING:
    from caregiver_app.bootstrap.channels import Channels
    from caregiver_app.library.store import Library
    from caregiver_app.model.pack import OpenedPack
    from caregiver_app.model.time import Clock
    from caregiver_app.packs.workshop import Workshop


class PackPlacing:
    """Threads may share it, as they share `Packs`."""

    def __init__(self, clock: Clock, channels: Channels, workshop: Callable[[], Workshop]) -> None:
        self._clock = clock
        self._channels = channels
        self._workshop = workshop

    def kept(self, library: Library, uid: PackUid) -> KeptPack | None:
        """Return what is needed to put a pack back as it is now, None where it is not here."""
        packs = library.packs
        pack, archive = packs.get(uid), packs.archive(uid)
        if pack is None or archive is None:
            return None
        return KeptPack(pack=pack, archive=archive, accepted=packs.accepted_sites(uid), alerting=packs.alerting(uid))

    def put_back(self, library: Library, uid: PackUid, kept: KeptPack | None) -> None:
        """Let a pack be as it was kept, whatever came since; None: not here. Raises as `Packs.undo` does."""
        if kept is None:
            library.packs.remove(uid, at=self._clock.now())
            return
        from caregiver_app.bootstrap.own_workshop import OwnWorkshop
        from caregiver_app.packs.opening import open_pack

        pack = kept.pack
        maker = PackMaker(
            publisher=publisher_of(uid),
            name=pack.publisher_name,
            channel_id=pack.channel_id,
            confirmed_at=pack.confirmed_at,
        )
        opened = open_pack(kept.archive, OwnWorkshop() if pack.is_built_in else self._workshop())
        with library.write("packs.install"):
            self._write(library, opened, kept.archive, maker, answers=kept.answers, before=pack)
        _find_at_once(library)

    def put(self, library: Library, prepared: PreparedPack, answers: Answers) -> None:
        """Let a pack take the place of what is here of it by then. Raises as `Packs.install` does."""
        with library.write("packs.install"):
            before, opened = here(library, prepared.uid), prepared.opened
            if before is not None and before.version > opened.pack.version:
                raise PackError(PackTrouble.OLDER, opened.pack.id)
            self._write(library, opened, prepared.archive, prepared.maker, answers=answers, before=before)
        _find_at_once(library)

    def _write(
        self,
        library: Library,
        opened: OpenedPack,
        archive: bytes,
        maker: PackMaker,
        *,
        answers: Answers,
        before: InstalledPack | None,
    ) -> None:
        from caregiver_app.packs.content import content_of

        channel, now = ChannelId(maker.channel_id), self._clock.now()
        if maker.is_signed and library.channels.get(channel) is None:
            raise ChannelError(ChannelTrouble.NOT_TRUSTED, maker.name)  # forgotten since it was looked at
        content = content_of(
            opened,
            archive,
            maker,
            at=now,
            alerts=answers.alerts,
            alerting=answers.alerting,
            since=None if before is None else before.installed_at,
            accepted=answers.accepted,
        )
        library.packs.put(content, at=now)
        if maker.is_signed:
            self._channels.distrust_revoked(library, channel)  # revoked since it was looked at
        library.marks.forget_reading_of_discreet()  # a source may be about such a topic only now


def here(library: Library, uid: PackUid) -> InstalledPack | None:
    """Return a pack that is installed; one that ships and was removed is not."""
    pack = library.packs.get(uid)
    return None if pack is None or pack.removed_at is not None else pack


def _find_at_once(library: Library) -> None:
    while library.search.catch_up():
        pass

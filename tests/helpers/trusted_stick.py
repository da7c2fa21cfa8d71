"""A stick of somebody whose channel a library trusts, and what is taken from it without a connection."""

from __future__ import annotations

from pathlib import Path

from caregiver_app.bootstrap.channels import Channels
from caregiver_app.bootstrap.own_workshop import OwnWorkshop
from caregiver_app.bootstrap.pack_steps import PreparedPack
from caregiver_app.bootstrap.packs import Packs
from caregiver_app.feeds.ledger_buffer import LedgerBuffer
from caregiver_app.library.store import Library
from caregiver_app.model.channel import FirstLook
from tests.helpers.clock import StillClock
from tests.helpers.own_channels import Maker
from tests.helpers.silent_door import SilentDoor


class TrustedStick:
    """A new channel in a folder; `library` has compared its fingerprint."""

    def __init__(self, folder: Path, library: Library) -> None:
        self.maker, self.library = Maker(folder), library
        self.maker.begin()
        self.channels = Channels(StillClock(), lambda _library: SilentDoor(), LedgerBuffer())
        self.packs = Packs(StillClock(), self.channels, OwnWorkshop)
        self.look = self._trusted()

    def sign(self, slug: str, archive: bytes, *, version: int) -> PreparedPack:
        """Sign a version of the only pack of the stick, and return it ready to be installed."""
        self.maker.add(slug, archive, version=version)
        (prepared,) = self.packs.prepare_all(self.library, str(self.maker.folder))
        return prepared

    def begin_again(self) -> None:
        """Forget the channel with all that it brought, and trust it anew as it was looked at first."""
        self.packs.forget_channel(self.library, self.look.id)
        self.channels.trust(self.library, self.look, self.look.fingerprint)

    def _trusted(self) -> FirstLook:
        look = self.channels.look(self.library, str(self.maker.folder))
        self.channels.trust(self.library, look, look.fingerprint)
        return look

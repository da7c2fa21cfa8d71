"""All of "ask the nurse" over one open vault: keys, requests, answers, and what came as a file."""

from __future__ import annotations

from dataclasses import dataclass

from caregiver_app.model.time import Millis
from caregiver_app.storage.engine import Database
from caregiver_app.vault.exchange.answering import Answering, ReceivedId
from caregiver_app.vault.exchange.asking import Asking
from caregiver_app.vault.exchange.correspondents import Correspondents
from caregiver_app.vault.exchange.disclosures import Channel, Disclosed, Disclosures
from caregiver_app.vault.exchange.identities import Identities
from caregiver_app.vault.exchange.landing import Landed, Landing
from caregiver_app.vault.exchange.shown import shown_record
from caregiver_app.vault.letters.answer import UncheckedAnswer
from caregiver_app.vault.letters.file import open_file


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What came of a file: a request that is kept now, or an answer beside its questions."""

    received: ReceivedId | None = None
    landed: Landed | None = None


class Exchange:
    """What goes to somebody one trusts and comes back; its parts share the vault's connection and transactions."""

    def __init__(self, database: Database, disclosures: Disclosures) -> None:
        self.identities = Identities(database)
        self.correspondents = Correspondents(database, self.identities)
        self.asking = Asking(database, self.identities, self.correspondents, disclosures)
        self.answering = Answering(database, self.identities, self.correspondents)
        self._landing = Landing(database)
        self._disclosures = disclosures

    def take_in(self, data: bytes, *, at: Millis) -> TakenIn:
        """Open a file that somebody sent, and keep what it brings; whole and once, or not at all.

        Raises:
            AskError: it is not for us, damaged, forged, or has come already.
        """
        came = open_file(data, self.identities.opening())
        if isinstance(came, UncheckedAnswer):
            return TakenIn(landed=self._landing.land(came, at=at))
        return TakenIn(received=self.answering.receive(came, at=at))

    def record(self, received_id: ReceivedId, *, at: Millis) -> str:
        """Return a request that came and its answers as plain text, for the official record; that it left is recorded.

        Raises:
            UnknownRecord: there is no such request.
        """
        text = shown_record(self.answering.get(received_id))
        self._disclosures.record(Disclosed(channel=Channel.EXPORT, what={"received-request": 1}), at=at)
        return text

    def purge(self, *, at: Millis) -> int:
        """Delete for good what has had its thirty days; return how much."""
        return self.answering.purge(at=at) + self.correspondents.purge(at=at)

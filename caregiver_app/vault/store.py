"""The open care notes: one connection of one thread, with a store for each subject. It takes the right key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from caregiver_app.model.time import Clock, Millis
from caregiver_app.storage.engine import Database
from caregiver_app.storage.keys import FileKey
from caregiver_app.storage.opening import open_database
from caregiver_app.vault.across.beginnings import Beginnings
from caregiver_app.vault.across.comparing import Comparing
from caregiver_app.vault.across.deleted import RecentlyDeleted
from caregiver_app.vault.across.erasing import Erased, Erasing
from caregiver_app.vault.across.timeline import Timeline
from caregiver_app.vault.across.uid_lookup import UidLookup
from caregiver_app.vault.changes.undoing import Undo, Undoing
from caregiver_app.vault.changes.versions import Versions
from caregiver_app.vault.exchange.disclosures import Disclosures
from caregiver_app.vault.exchange.store import Exchange
from caregiver_app.vault.finding.indexing import Indexing
from caregiver_app.vault.finding.searchable import Searchable
from caregiver_app.vault.forms.facts import Facts
from caregiver_app.vault.importing.taking_in import Importing
from caregiver_app.vault.keys.drop_keys import DropKeys
from caregiver_app.vault.private_words.texts import PrivateTexts
from caregiver_app.vault.records.answers import Answers
from caregiver_app.vault.records.appointments import Appointments
from caregiver_app.vault.records.attachments import Attachments
from caregiver_app.vault.records.chases import Chases
from caregiver_app.vault.records.citations import Citations
from caregiver_app.vault.records.contacts import Contacts
from caregiver_app.vault.records.drafts import Drafts
from caregiver_app.vault.records.measures import Measures
from caregiver_app.vault.records.medicines import Medicines
from caregiver_app.vault.records.notes import Notes
from caregiver_app.vault.records.people import People
from caregiver_app.vault.records.questions import Questions
from caregiver_app.vault.records.visits import Visits
from caregiver_app.vault.schema.migrations import VAULT_SCHEMA
from caregiver_app.vault.settings import VaultSettings
from caregiver_app.vault.watching import FileWatch


class Vault:
    """Everything private; all stores share one connection and its transactions."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.settings = VaultSettings(database)
        self.people = People(database)
        self.facts = Facts(database)
        self.notes = Notes(database)
        self.questions = Questions(database)
        self.answers = Answers(database)
        self.appointments = Appointments(database)
        self.visits = Visits(database)
        self.chases = Chases(database)
        self.medicines = Medicines(database)
        self.contacts = Contacts(database)
        self.measures = Measures(database)
        self.citations = Citations(database)
        self.attachments = Attachments(database)
        self.drafts = Drafts(database)
        self.drop_keys = DropKeys(database)
        self.versions = Versions(database)
        self.timeline = Timeline(database)
        self.searchable = Searchable(database)
        self.indexing = Indexing(database)
        self.deleted = RecentlyDeleted(database)
        self.erasing = Erasing(database)
        self.comparing = Comparing(database)
        self.beginnings = Beginnings(database)
        self.disclosures = Disclosures(database)
        self.exchange = Exchange(database, self.disclosures)
        self.importing = Importing(database)
        self.uids = UidLookup(database)
        self.private_texts = PrivateTexts(database)
        self._undoing = Undoing(database)
        self._watch = FileWatch(database)
        self.write = database.write
        self.before_close: Callable[[Vault], None] | None = None

    def put_back(self, undo: Undo, *, at: Millis) -> Undo:
        """Take back what a store changed; return what does it again.

        Raises:
            UnknownRecord: a record of it is gone for good. Nothing was changed.
        """
        return self._undoing.put_back(undo, at=at)

    def purge(self, *, at: Millis) -> Erased:
        """Delete for good what has had its thirty days: records, versions, what others asked and we answered."""
        self.exchange.purge(at=at)
        return self.erasing.purge(at=at)

    def interrupt(self) -> None:
        """End the query that is running, from any thread; it raises `Cancelled` there."""
        self._database.interrupt()

    def close(self) -> None:
        """Close the connection; closing twice is fine."""
        before_close, self.before_close = self.before_close, None
        if before_close is not None and self._watch.wrote:
            before_close(self)
        self._watch.close()


def open_vault(path: Path, key: FileKey, clock: Clock) -> Vault:
    """Open or make the care notes at `path` for the calling thread.

    Raises:
        StorageError: see `storage.opening.open_database`; with a wrong key "not a database".
    """
    return Vault(open_database(path, schema=VAULT_SCHEMA, clock=clock, key=key))

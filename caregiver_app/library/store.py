"""The open library: one connection of one thread, with a store for each subject."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.library.alerts import Alerts
from caregiver_app.library.alerts_dealt import AlertsDealt
from caregiver_app.library.appraisals import Appraisals
from caregiver_app.library.articles import Articles
from caregiver_app.library.assets import Assets
from caregiver_app.library.awareness_days import AwarenessDays
from caregiver_app.library.backup_copy import BackupCopy
from caregiver_app.library.blocked_hosts import BlockedHosts
from caregiver_app.library.changes import Changes
from caregiver_app.library.channels import Channels
from caregiver_app.library.choices import Choices
from caregiver_app.library.collections import Collections
from caregiver_app.library.entries import Entries
from caregiver_app.library.health import Health
from caregiver_app.library.help_lines import HelpLines
from caregiver_app.library.item_uids import ItemUids
from caregiver_app.library.known_entries import KnownEntries
from caregiver_app.library.ledger import LedgerStore
from caregiver_app.library.link_checks import LinkChecks
from caregiver_app.library.links_to_check import LinksToCheck
from caregiver_app.library.marks import Marks
from caregiver_app.library.mutes import Mutes
from caregiver_app.library.offline_copies import OfflineCopies
from caregiver_app.library.offline_queue import OfflineQueue
from caregiver_app.library.offline_storing import OfflineStoring
from caregiver_app.library.organisations import Organisations
from caregiver_app.library.own_things import OwnThings
from caregiver_app.library.packs import Packs
from caregiver_app.library.related import Related
from caregiver_app.library.retention import Retention
from caregiver_app.library.revisions_kept import RevisionsKept
from caregiver_app.library.saved_searches import SavedSearches
from caregiver_app.library.schema import LIBRARY_SCHEMA
from caregiver_app.library.search import SearchIndex
from caregiver_app.library.shares import Shares
from caregiver_app.library.source_moves import SourceMoves
from caregiver_app.library.source_states import SourceStates
from caregiver_app.library.sources import Sources
from caregiver_app.library.subjects import Subjects
from caregiver_app.library.topics import Topics
from caregiver_app.library.trust_facts import Judge
from caregiver_app.library.trust_reading import TrustFactsReader
from caregiver_app.model.time import Clock, Millis
from caregiver_app.model.web import Cancel
from caregiver_app.storage.engine import Database
from caregiver_app.storage.opening import open_database
from caregiver_app.storage.snapshots import take_daily_snapshot

if TYPE_CHECKING:
    from caregiver_app.library.asset_seal import AssetSeal
    from caregiver_app.library.keys import LibraryKeys


class Library:
    """The public half of what the application keeps; all stores share one connection and its transactions."""

    def __init__(
        self, database: Database, clock: Clock, seal: AssetSeal | None = None, judge: Judge | None = None
    ) -> None:
        self._database = database
        self.organisations = Organisations(database)
        self.topics = Topics(database)
        self.sources = Sources(database)
        self.source_states = SourceStates(database)
        self.source_moves = SourceMoves(database)
        self.known_entries = KnownEntries(database)
        self.entries = Entries(database)
        self.alerts = Alerts(database)
        self.alerts_dealt = AlertsDealt(database)
        self.search = SearchIndex(database)
        self.articles = Articles(database, clock, judge=judge)
        self.appraisals = Appraisals(database)
        self.trust_facts = TrustFactsReader(database)
        self.subjects = Subjects(database)
        self.links_to_check = LinksToCheck(database)
        self.related = Related(database)
        self.item_uids = ItemUids(database)
        self.changes = Changes(database)
        self.revisions_kept = RevisionsKept(database)
        self.marks = Marks(database, self.articles.row_trust)
        self.collections = Collections(database)
        self.saved_searches = SavedSearches(database)
        self.own_things = OwnThings(database)
        self.mutes = Mutes(database)
        self.assets = Assets(database, seal)
        self.offline_copies = OfflineCopies(database)
        self.offline_queue = OfflineQueue(database)
        self.offline_storing = OfflineStoring(database, self.assets)
        self.packs = Packs(database, self.assets)
        self.help_lines = HelpLines(database)
        self.awareness_days = AwarenessDays(database)
        self.choices = Choices(database)
        self.blocked_hosts = BlockedHosts(database)
        self.channels = Channels(database)
        self.link_checks = LinkChecks(database)
        self.shares = Shares(database)
        self.ledger = LedgerStore(database)
        self.retention = Retention(database)
        self.backup = BackupCopy(database)
        self.health = Health(database, self.search)
        self.write = database.write

    def snapshot(self, *, at: Millis, cancel: Cancel | None = None) -> Path | None:
        """Take the daily snapshot unless there is one; raises `StorageError`, and `Cancelled` when `cancel` was set."""
        return take_daily_snapshot(self._database, at=at, cancel=cancel)

    def interrupt(self) -> None:
        """End the query that is running, from any thread; it raises `Cancelled` there."""
        self._database.interrupt()

    def close(self) -> None:
        """Close the connection."""
        self._database.close()


def open_library(path: Path, clock: Clock, keys: LibraryKeys | None = None, *, judge: Judge | None = None) -> Library:
    """Open or make the library at `path` for the calling thread; with keys it is a protected one.

    `judge` says what in it may be trusted; without one nothing is.

    Raises:
        StorageError: see `storage.opening.open_database`; a protected one without its keys is "not a database".
    """
    if keys is None:
        return Library(open_database(path, schema=LIBRARY_SCHEMA, clock=clock, heed_copies=True), clock, judge=judge)
    database = open_database(path, schema=LIBRARY_SCHEMA, clock=clock, key=keys.file_key(), heed_copies=True)
    return Library(database, clock, keys.asset_seal(), judge)

"""Packs on their way: verified and opened, as they were, and what was done to one. Values only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from caregiver_app.model.installed_pack import InstalledPack, PackChanges, PackMaker, PackUid, StatedSite

if TYPE_CHECKING:
    from caregiver_app.model.lookalike import KnownSite
    from caregiver_app.model.pack import OpenedPack


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedPack:
    """A pack that was verified and opened; `changes` is what it brings beside `before`. Nothing is installed by it.

    `imitating` are those of its new sites that look like a known one, with that.
    """

    uid: PackUid
    opened: OpenedPack
    archive: bytes = field(repr=False)
    maker: PackMaker
    before: InstalledPack | None
    changes: PackChanges
    stated_sites: frozenset[StatedSite]  # all that its organisations call their own, new or not
    imitating: Mapping[StatedSite, KnownSite] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What a person answers before a pack counts: to its warnings (`alerting` None: to all of them) and its sites."""

    alerts: bool
    alerting: frozenset[str] | None
    accepted: frozenset[StatedSite]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPack:
    """An installed pack with all that is needed to install it again."""

    pack: InstalledPack
    archive: bytes = field(repr=False)
    accepted: frozenset[StatedSite]
    alerting: frozenset[str]  # addresses to whose warnings a person said yes

    @property
    def answers(self) -> Answers:
        """What a person answered when it was installed."""
        return Answers(alerts=self.pack.alerts, alerting=self.alerting, accepted=self.accepted)


@dataclass(frozen=True, slots=True, kw_only=True)
class PackStep:
    """Something done to one pack, so that it can be taken back and done again: None where it was not there."""

    uid: PackUid
    before: KeptPack | None
    after: KeptPack | None

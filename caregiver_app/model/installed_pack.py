"""Packs on their way into the library, and as it has them. Values only.

Who made a pack is known from what signed it, or from where it lay, and never from the pack.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, NewType

from caregiver_app.model.article import ItemId, ItemKind
from caregiver_app.model.opened_picture import OpenedPicture
from caregiver_app.model.organisation import Organisation
from caregiver_app.model.source import NewSource
from caregiver_app.model.time import Millis
from caregiver_app.model.trust import Appraisal

PackUid = NewType("PackUid", str)
"""`channel/publisher/name`, the first two as they were verified; `starter/name` of packs that ship."""

BUILT_IN = "starter"
"""The publisher of what ships. Its ids are those of the starter content before it."""


class PackState(StrEnum):
    """How a pack stands, in the words of lists."""

    INSTALLED = "installed"
    AVAILABLE = "available"  # offered, not installed
    UPDATE = "update"  # installed, and a newer version is offered
    UNCONFIRMED = "unconfirmed"  # installed; nobody could say that it is the newest
    REVOKED = "revoked"  # installed; its channel stands by its publisher no more


def publisher_of(uid: str) -> str:
    """Return whose something is by its uid: all but the last part."""
    return uid.rpartition("/")[0]


def publisher_slug_of(uid: str) -> str:
    """Return the publisher of something within its channel by its uid; empty of what ships."""
    return publisher_of(uid).partition("/")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackMaker:
    """Who made a pack. `channel_id` is empty for what ships. `confirmed_at`: when it was known to be the newest.

    `name` has that of the channel with it, where that is another one; `channel_name` is what a person compared.
    """

    publisher: str  # as uids begin: `channel/publisher`, or `starter`
    name: str = ""
    channel_id: str = ""
    channel_name: str = ""
    confirmed_at: Millis | None = None

    @property
    def is_signed(self) -> bool:
        """Return whether a signature of this publisher was verified."""
        return bool(self.channel_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class InstalledPack:
    """A pack as the library has it. `alerts`: a person said yes to its warnings. `removed_at`: of one that ships."""

    uid: PackUid
    channel_id: str
    publisher_name: str
    title: str
    version: int
    sha256: str
    size_bytes: int
    items: int
    published_on: date
    review_by: date
    confirmed_at: Millis | None
    alerts: bool
    installed_at: Millis
    changed_at: Millis
    removed_at: Millis | None = None

    @property
    def is_built_in(self) -> bool:
        """Return whether it came with the application."""
        return not self.channel_id


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtItem:
    """One thing of a pack that becomes an item. `fields` are as brought; `organisation` is a uid or empty."""

    id: str
    kind: ItemKind
    title: str
    url: str | None
    address_key: str | None
    language: str
    text: str = field(repr=False)
    organisation: str = ""
    fields: Mapping[str, Any] = field(default_factory=dict, repr=False)
    pictures: Mapping[str, OpenedPicture] = field(default_factory=dict, repr=False)
    appraisal: Appraisal | None = None  # its subject's id is not known yet: 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtOrganisation:
    """One organisation of a pack, with the word of its publisher on it."""

    organisation: Organisation
    appraisal: Appraisal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """What a publisher no longer stands by (`what`, a uid of theirs), or warns of (`address`, a page of anybody)."""

    what: str = ""
    address: str = ""
    address_key: str = ""
    reason: str
    withdrawn_on: date
    replacement: str = ""  # a uid of the same publisher


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedSite:
    """A web site that an organisation of a pack calls its own: `owner` is its uid, `site` its host with the path."""

    owner: str
    name: str
    site: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PackContent:
    """All that the library takes of one pack. `accepted` are sites that a person took for their owners' own."""

    pack: InstalledPack
    archive: bytes = field(repr=False)
    organisations: tuple[BroughtOrganisation, ...] = ()
    sources: tuple[NewSource, ...] = ()
    items: tuple[BroughtItem, ...] = ()
    withdrawals: tuple[Withdrawal, ...] = ()
    accepted: frozenset[StatedSite] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawnItem:
    """An item that is here and withdrawn by somebody, or warned of. `shared_on`: when it was last passed on."""

    item_id: ItemId
    title: str
    author_name: str
    reason: str
    withdrawn_on: date
    replacement: ItemId | None
    is_warning: bool
    shared_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PackPart:
    """One entry of a pack as changes name it: `list` is its list in the manifest, `language` (BCP 47) that of its text,
    "" where it has none.
    """

    list: str
    id: str
    title: str
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackChanges:
    """What another version brings. New and changed phone lines stand first in each list; `numbers` are those of which
    more is other than the day on which somebody checked them. `titles` are those of what is withdrawn and is here, or
    was in the version before, by its id.
    """

    added: tuple[PackPart, ...] = ()
    changed: tuple[PackPart, ...] = ()
    gone: tuple[PackPart, ...] = ()
    numbers: tuple[PackPart, ...] = ()
    withdrawn: tuple[Withdrawal, ...] = ()
    new_sites: tuple[StatedSite, ...] = ()  # what an organisation calls its own only now
    alert_sources: tuple[PackPart, ...] = ()  # that did not warn before, or from another address
    titles: Mapping[str, str] = field(default_factory=dict)

    @property
    def withdrawn_by_name(self) -> tuple[tuple[str, str], ...]:
        """What is withdrawn of what this family has or had, by its title, and pages warned of, each with the reason.

        Of what was withdrawn before it ever came here nothing is known but its id, and nobody here has to act.
        """
        named = ((self.titles.get(each.what.rpartition("/")[2]) or each.address, each) for each in self.withdrawn)
        return tuple((name, each.reason) for name, each in named if name)

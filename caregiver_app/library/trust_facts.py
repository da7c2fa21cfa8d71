"""The facts that the trust in items hangs on, and what judges them: values alone, which `trust_reading` gathers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from caregiver_app.library.brought_facts import ACCEPTED
from caregiver_app.model.article import ItemId, Trust
from caregiver_app.model.organisation import Site
from caregiver_app.model.time import Millis
from caregiver_app.model.trust import OWN, Outcome

STARTER = "starter"
"""The author of what ships with the application; its packs are called `starter/...`."""

TRUSTED_AUTHORS = (STARTER, OWN, ACCEPTED)
"""Whose word on which sites are an organisation's own counts; that of others waits for a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """The last check of one author that is in force, as far as trust hangs on it.

    `address` is the exact one that was checked and `title` what was checked there is called, both empty of an
    organisation. `tied`: of the item itself, its link or its article; else of another item with the same address.
    """

    author: str
    author_name: str
    signed: bool
    outcome: Outcome
    role: str
    checked_at: Millis
    checked_on: date
    check_by: date
    content_hashes: tuple[str, ...]
    withdrawn_on: date | None
    address: str = ""
    title: str = ""
    tied: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationFacts:
    """An organisation, the sites that count as its own, and who checked it."""

    name: str
    register: str
    sites: tuple[Site, ...] = ()
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemFacts:
    """An item, and what was said about it or about another item of the same page.

    `content_hashes` are of what it says now, gathered only where there are statements. `baseline_changed`: the link
    check saw other words than it took for granted. `changed_at` is when the library saw a real change of its words.
    `source_url` is that of the source which an article's words come from; `listed_source`: it ships with the
    application. `text_url` is where the article lies whose words a link shows.
    """

    url: str | None
    organisation_id: int | None
    own_source: bool
    statements: tuple[Statement, ...] = ()
    content_hashes: tuple[str, ...] = ()
    baseline_changed: bool = False
    changed_at: Millis | None = None
    source_url: str | None = None
    listed_source: bool = False
    text_url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustFacts:
    """The facts of some items, and those of all organisations that these name.

    `neighbours` are the organisations that call the host of an article's address their own, whoever brings it.
    """

    items: Mapping[ItemId, ItemFacts]
    organisations: Mapping[int, OrganisationFacts]
    neighbours: Mapping[ItemId, tuple[int, ...]] = field(default_factory=dict)


class Judge(Protocol):
    """What makes trust of facts (`trust.judge`). Pure."""

    def trust(self, facts: TrustFacts, *, on: date) -> Mapping[ItemId, Trust]:
        """Return the word for each item on a day."""
        ...

    def of_site(self, organisation: OrganisationFacts, *, on: date) -> Trust:
        """Return the word on a day for what lies on the own site of an organisation and nobody checked itself."""
        ...

    def lies_on(self, url: str, sites: Sequence[Site]) -> bool:
        """Return whether an address lies on one of these sites."""
        ...

    def says_it_itself(self, source_url: str, url: str, sites: Sequence[Site]) -> bool:
        """Return whether the words of an article come from these sites, on which it lies: its feed lies there too."""
        ...

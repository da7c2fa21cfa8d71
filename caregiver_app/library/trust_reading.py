"""Gathers all that the trust in items hangs on, in a handful of queries for as many items as are asked about at once.

Facts only: `trust` judges them, through the `Judge` that whoever opens the library hands in.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar
from urllib.parse import urlsplit

from caregiver_app.library import trust_queries as queries
from caregiver_app.library.trust_facts import TRUSTED_AUTHORS, ItemFacts, OrganisationFacts, Statement, TrustFacts
from caregiver_app.model.article import ItemId
from caregiver_app.model.organisation import Site
from caregiver_app.model.time import Millis
from caregiver_app.model.trust import Outcome
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database

Fact = TypeVar("Fact")
Key = TypeVar("Key")


class TrustFactsReader:
    """Reads facts; `of` is the one way by which lists, search, reader and stamps know them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, ids: Collection[ItemId]) -> TrustFacts:
        """Return the facts of these items; those that are not there are left out."""
        listed = {"ids": json.dumps(list(ids))}
        rows = self._database.rows(queries.ITEMS, listed)
        statements = self._statements_of(listed) if self._has_any() else {}
        told = self._words_of(statements)
        items = {ItemId(row["id"]): _item(row, statements, told) for row in rows}
        named = {item.organisation_id for item in items.values() if item.organisation_id is not None}
        neighbours = self._neighbours(items)
        organisations = self.organisations(named.union(*neighbours.values()))
        return TrustFacts(items=items, organisations=organisations, neighbours=neighbours)

    def organisations(self, ids: Collection[int]) -> Mapping[int, OrganisationFacts]:
        """Return the facts of these organisations."""
        listed = {"ids": json.dumps(sorted(ids)), "authors": json.dumps(TRUSTED_AUTHORS)}
        rows = self._database.rows(queries.ORGANISATIONS, listed)
        if not rows:
            return {}
        sites = _grouped((row["organisation_id"], _site(row)) for row in self._database.rows(queries.SITES, listed))
        checks = self._database.rows(queries.OF_ORGANISATIONS, listed) if self._has_any() else ()
        said = _grouped((row["about"], _statement(row)) for row in checks)
        return {
            int(row["id"]): OrganisationFacts(
                name=row["name"],
                register=row["known"],
                sites=tuple(sites.get(row["id"], ())),
                statements=tuple(said.get(row["id"], ())),
            )
            for row in rows
        }

    def organisations_with_sites(self, hosts: Collection[str]) -> Mapping[int, OrganisationFacts]:
        """Return the organisations that call one of these hosts their own."""
        rows = self._database.rows(
            "SELECT DISTINCT organisation_id FROM organisation_site "
            "WHERE host IN (SELECT value FROM json_each(:hosts))",
            {"hosts": json.dumps(sorted(hosts))},
        )
        return self.organisations({int(row[0]) for row in rows})

    def items_of_page(self, address_key: str, *, warned: bool = True) -> tuple[ItemId, ...]:
        """Return the items of one page, links before articles; `warned`: also what stands for warnings alone.

        A text of a pack is none of them: its publisher alone says that it is published there.
        """
        rows = self._database.rows(
            "SELECT id FROM item WHERE address_key = :key AND (:warned OR uid NOT GLOB 'warned/*') "
            "AND kind NOT IN ('guide', 'checklist') "
            "ORDER BY kind <> 'link', uid GLOB 'warned/*', id",
            {"key": address_key, "warned": int(warned)},
        )
        return tuple(ItemId(row[0]) for row in rows)

    def words_of(self, item_id: ItemId) -> tuple[str, ...]:
        """Return the hashes of what the page of an item says now, each after the rule by which it was got."""
        row = self._words_of([item_id]).get(item_id)
        return () if row is None else tuple(sorted(json.loads(row["hashes"])))

    def articles_with_statements(self) -> tuple[ItemId, ...]:
        """Return the articles about whose page somebody said something."""
        return tuple(ItemId(row[0]) for row in self._database.rows(queries.ARTICLES_SPOKEN_OF))

    def items_with_statements(self) -> tuple[ItemId, ...]:
        """Return the links, guides and checklists of which somebody said something."""
        rows = self._database.rows("SELECT DISTINCT item_id FROM appraisal WHERE item_id IS NOT NULL")
        return tuple(ItemId(row[0]) for row in rows)

    def organisations_spoken_of(self) -> Mapping[int, OrganisationFacts]:
        """Return the organisations that somebody checked."""
        rows = self._database.rows("SELECT DISTINCT organisation_id FROM appraisal WHERE organisation_id IS NOT NULL")
        return self.organisations({int(row[0]) for row in rows})

    def _neighbours(self, items: Mapping[ItemId, ItemFacts]) -> Mapping[ItemId, tuple[int, ...]]:
        hosts = {number: hosts_above(item.url) for number, item in items.items() if item.source_url and item.url}
        listed = {"hosts": json.dumps(sorted(set().union(*hosts.values()))), "authors": json.dumps(TRUSTED_AUTHORS)}
        rows = self._database.rows(queries.NEIGHBOURS, listed) if hosts else ()
        owners = _grouped((row["host"], int(row["organisation_id"])) for row in rows)
        return {
            number: found
            for number, some in hosts.items()
            if (found := tuple(sorted({owner for host in some for owner in owners.get(host, ())})))
        }

    def _has_any(self) -> bool:
        return self._database.value("SELECT 1 FROM appraisal LIMIT 1") is not None

    def _statements_of(self, listed: Mapping[str, object]) -> Mapping[int, list[Statement]]:
        return _grouped((row["about"], _statement(row)) for row in self._database.rows(queries.OF_ITEMS, listed))

    def _words_of(self, ids: Collection[int]) -> Mapping[int, Row]:
        if not ids:
            return {}
        rows = self._database.rows(queries.WORDS, {"ids": json.dumps(sorted(ids))})
        return {row["id"]: row for row in rows}


def _item(row: Row, statements: Mapping[int, Sequence[Statement]], told: Mapping[int, Row]) -> ItemFacts:
    words = told.get(row["id"])
    return ItemFacts(
        url=row["url"],
        organisation_id=row["organisation_id"],
        own_source=bool(row["own_source"]),
        statements=tuple(statements.get(row["id"], ())),
        content_hashes=() if words is None else tuple(json.loads(words["hashes"])),
        baseline_changed=words is not None and bool(words["baseline_changed"]),
        changed_at=None if words is None else words["changed_at"],
        source_url=row["source_url"],
        listed_source=bool(row["listed_source"]),
        text_url=row["text_url"],
    )


def _statement(row: Row) -> Statement:
    withdrawn_on = row["withdrawn_on"]
    return Statement(
        author=row["author"],
        author_name=row["author_name"],
        signed=bool(row["signed"]),
        outcome=Outcome(row["outcome"]),
        role=row["reviewer_role"],
        checked_at=Millis(row["checked_at"]),
        checked_on=date.fromisoformat(row["checked_on"]),
        check_by=date.fromisoformat(row["check_by"]),
        content_hashes=tuple(json.loads(row["content_hashes"])),
        withdrawn_on=None if withdrawn_on is None else date.fromisoformat(withdrawn_on),
        address=row["address"],
        title=row["checked_title"],
        tied=bool(row["tied"]),
    )


def hosts_above(url: str) -> frozenset[str]:
    """Return the host of an address and those above it, as far as they can be read; `links` looks closely later."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return frozenset()
    labels = host.removesuffix(".").split(".")
    return frozenset(".".join(labels[start:]) for start in range(len(labels) - 1))


def _site(row: Row) -> Site:
    return Site(
        host=row["host"],
        path_prefix=row["path_prefix"],
        exceptions=tuple(json.loads(row["exceptions"])),
        stated_by=row["stated_by"],
    )


def _grouped(pairs: Iterable[tuple[Key, Fact]]) -> dict[Key, list[Fact]]:
    groups: dict[Key, list[Fact]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups

"""Organisations, feeds, watched pages and links of all packs, from the tables of the starter content.

Nobody of this project opened an address: no link has a day on which it was read, nothing has an appraisal.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

import make_starter
import starter_pages
from caregiver_app.model.pack_places import AsksFirst, PackLink, PackOrganisation, PackSite, PackSource
from caregiver_app.model.source import SourceKind
from packmaking.choosing import reasons_to_ask
from packmaking.subjects import topics_of
from packmaking.tables import Row, decided, secure, shown, table

_REMARKS = ("; older address", " (same slug")
"""Where remarks for those who gathered begin in a description."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Everything on the web that some pack names, each in the order of its ids."""

    organisations: tuple[PackOrganisation, ...]
    sources: tuple[PackSource, ...]
    pages: tuple[PackSource, ...]
    links: tuple[PackLink, ...]


@cache
def all_places() -> Places:
    """Return what the tables hold of the web."""
    feeds, pages = feed_rows(), page_rows()
    reasons = reasons_to_ask(feeds, pages, _lasting_reasons(feeds, pages))
    return Places(
        organisations=tuple(map(_organisation, make_starter.make_organisations(feeds, pages))),
        sources=tuple(_source(row, reasons[row["id"]]) for row in feeds),
        pages=tuple(_source(row, reasons[row["id"]]) for row in pages),
        links=tuple(map(_link, link_rows())),
    )


def feed_rows() -> list[Row]:
    """Return the feeds that ship."""
    return shown(decided(make_starter.read_feeds(), "sources"))


def page_rows() -> list[Row]:
    """Return the pages that are watched, in the columns of feeds."""
    rows = starter_pages.read_pages(table("vetted_links.csv"), table("page_corrections.csv"))
    return shown(decided(rows, "pages"))


def link_rows() -> list[Row]:
    """Return the pages that are listed to be read, the same rows without those that do not suit families."""
    return decided(page_rows(), "links")


def _lasting_reasons(feeds: list[Row], pages: list[Row]) -> dict[str, str]:
    """Return the reasons that do not depend on what else is on, by the rules of the starter content."""
    words = {word: topic["id"] for topic in make_starter.read_topics() for word in topic["words"]}
    reasons = make_starter.reasons_to_ask(feeds, words)
    keeps_out = {urlsplit(row["feed_url"]).netloc: "robots" for row in feeds if reasons[row["id"]] == "robots"}
    return reasons | starter_pages.reasons_to_ask(pages, lambda row: topics_of(row["topics"]), keeps_out)


def _organisation(record: make_starter.Record) -> PackOrganisation:
    return PackOrganisation(
        id=record["id"],
        name=record["name"],
        country=record["country"],
        homepage=secure(record["homepage"]),
        known=record["known"],
        sites=tuple(
            PackSite(host=site["host"], path_prefix=site["path_prefix"], exceptions=tuple(site["exceptions"]))
            for site in record["sites"]
        ),
    )


def _source(row: Row, reason: str) -> PackSource:
    return PackSource(
        id=row["id"],
        organisation=make_starter.slug(row["organisation"]),
        title=row["title"],
        address=row["feed_url"],
        homepage=secure(row["homepage"]),
        kind=SourceKind(row["kind"]),
        language=row["language"],
        country=row["country"],
        topics=topics_of(row["topics"]),
        asks_first=AsksFirst(reason),
    )


def _link(row: Row) -> PackLink:
    return PackLink(
        id="link-" + row["id"].removeprefix(starter_pages.PREFIX),
        organisation=make_starter.slug(row["organisation"]),
        title=row["title"],
        address=row["feed_url"],
        summary=_summary(row["description"]),
        language=row["language"],
        country=row["country"],
        topics=topics_of(row["topics"]),
    )


def _summary(description: str) -> str:
    return min((description.partition(remark)[0] for remark in _REMARKS), key=len).strip()

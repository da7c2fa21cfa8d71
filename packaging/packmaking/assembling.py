"""Puts each of the ten packs together from the tables and our own texts, and writes it as one archive.

A pack is read back as something that anybody may have made before it counts: what installs later refuses nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import chain

from caregiver_app.model.pack import Pack, PackPrint, PackText, PackWords
from caregiver_app.model.pack_help import PackDate
from caregiver_app.model.pack_places import PackLink, PackOrganisation, PackSource
from caregiver_app.packs.archive_writing import write_archive
from caregiver_app.packs.manifest import MANIFEST, read_manifest, write_manifest
from packmaking.days import all_dates, in_pack, kits_of
from packmaking.gaps import gaps_of
from packmaking.people import all_communities, all_helplines
from packmaking.places import Places, all_places
from packmaking.subjects import packs_of
from packmaking.tables import LANGUAGES, table
from packmaking.texts import own_texts, pack_text

VERSION = 1
"""Grows with each release in which some pack says something else."""
PUBLISHED_ON = date(2026, 11, 26)
REVIEW_BY = date(2027, 5, 26)  # telephone numbers are good for half a year
PUBLISHER = "The makers of Caregiver"
LICENCE = "Apache-2.0 for our own texts; names, addresses and numbers are facts"


def pack_ids() -> tuple[str, ...]:
    """Return the ids of the packs in the order in which people see them."""
    return tuple(row["id"] for row in table("packs.csv"))


def archive_of(identifier: str) -> bytes:
    """Return the archive of a pack; the same bytes for the same tables and texts. Raises as `files_of` does."""
    return write_archive(files_of(identifier))


def files_of(identifier: str) -> dict[str, bytes]:
    """Return the files of a pack by their names in it.

    Raises:
        PackError: what was put together is no pack.
        KeyError: a text names a page that the tables do not have.
    """
    manifest = write_manifest(make_pack(identifier))
    read_manifest(manifest)
    return {MANIFEST: manifest} | {text.file: text.body.encode() for text in own_texts(identifier)}


@cache
def make_pack(identifier: str) -> Pack:
    """Return all that a pack says."""
    row = next(row for row in table("packs.csv") if row["id"] == identifier)
    own, places = own_texts(identifier), _places_of(identifier)
    addresses = {link.address: link.id for link in places.links}
    texts = [(text.kind, pack_text(text, addresses)) for text in own]
    guides, checklists = ([text for kind, text in texts if kind == wanted] for wanted in ("guides", "checklists"))
    pack = Pack(
        id=identifier,
        version=VERSION,
        title=row["title"],
        summary=row["summary"],
        words=(PackWords(language="es", title=row["title_es"], summary=row["summary_es"]),),
        languages=LANGUAGES,
        topics=tuple(row["topics"].split(";")),
        licence=LICENCE,
        publisher=PUBLISHER,
        published_on=PUBLISHED_ON,
        review_by=REVIEW_BY,
        organisations=places.organisations,
        sources=places.sources,
        pages=places.pages,
        links=places.links,
        guides=tuple(guides),
        checklists=tuple(checklists),
        communities=tuple(each for each in all_communities() if identifier in packs_of(each.topics)),
        helplines=tuple(each for each in all_helplines() if identifier in packs_of(each.topics)),
        dates=_dates_of(identifier, guides, places),
        printing=PackPrint(first=tuple(text.id for text in (*checklists, *guides) if text.language == "en")),
    )
    return _with_its_reach(_with_their_owners(pack))


def _places_of(identifier: str) -> Places:
    """Return what a pack holds of the web: what is on its topics, and every page that its texts name."""
    everything = all_places()
    named = {address for text in own_texts(identifier) for address in text.addresses}

    def here(topics: Iterable[str]) -> bool:
        return identifier in packs_of(topics)

    return Places(
        organisations=everything.organisations,
        sources=tuple(each for each in everything.sources if here(each.topics)),
        pages=tuple(each for each in everything.pages if here(each.topics)),
        links=tuple(each for each in everything.links if here(each.topics) or each.address in named),
    )


def _dates_of(identifier: str, guides: Sequence[PackText], places: Places) -> tuple[PackDate, ...]:
    known = {organisation.id for organisation in places.organisations if organisation.known}
    well_known = {link.id: link.country for link in places.links if link.organisation in known}
    return tuple(
        replace(day, kits=kits_of(day, identifier, guides, well_known))
        for day in all_dates()
        if in_pack(day, identifier)
    )


def _with_their_owners(pack: Pack) -> Pack:
    """Keep the organisations of what the pack holds, and no others."""
    named: Iterable[PackSource | PackLink] = chain(pack.sources, pack.pages, pack.links)
    owners = {each.organisation for each in named}
    owners |= {each.organisation for each in pack.helplines} | {each.organisation for each in pack.communities}
    kept: tuple[PackOrganisation, ...] = tuple(each for each in pack.organisations if each.id in owners)
    return replace(pack, organisations=kept)


def _with_its_reach(pack: Pack) -> Pack:
    """Say for which countries a pack has something, and what it lacks for some."""
    held: Mapping[str, Sequence[str]] = {
        "no source": [each.country for each in (*pack.sources, *pack.pages)],
        "no page to read": [each.country for each in pack.links],
        "no helpline": [each.country for each in pack.helplines],
        "no online group": [each.country for each in pack.communities],
    }
    countries = {*chain.from_iterable(held.values()), *(each.country for each in pack.dates)}
    return replace(pack, countries=tuple(sorted(countries)), gaps=gaps_of(list(held.items())))

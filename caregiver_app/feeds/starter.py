"""Puts the starter content in place: organisations, topics, feeds and pages that ship here. Never fetches.

All of it is off until a topic is chosen, and every feed is to be checked at its first update. Newer content brings its
own facts up to date and touches nothing that a person chose. docs/formats/starter.md tells how the files are made.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from caregiver_app.library.store import Library
from caregiver_app.model.organisation import Organisation, Site
from caregiver_app.model.source import NewSource, SourceFormat, SourceKind
from caregiver_app.model.time import Millis
from caregiver_app.support.resources import resource

AUTHOR: Final = "starter"
_SOURCES = ("sources.json", "pages.json")
_FILES = ("topics.json", "organisations.json", *_SOURCES)
_INSTALLED = "starter_hash"


def install_starter(library: Library, *, at: Millis) -> None:
    """Bring the library's starter content to what ships here; nothing happens when it is that already.

    Raises:
        StorageError: the disk is in the way; nothing was changed.
    """
    texts = {name: _file(name).read_bytes() for name in _FILES}
    digest = hashlib.sha256(b"\0".join(texts.values())).hexdigest()
    if library.choices.get(_INSTALLED, "") == digest:
        return
    with library.write("starter.install"):
        for topic in json.loads(texts["topics.json"]):
            library.topics.define(topic["id"], topic["title"], topic["position"], author=AUTHOR)
        for organisation in json.loads(texts["organisations.json"]):
            library.organisations.put(_organisation(organisation), author=AUTHOR)
        for source in json.loads(texts["sources.json"]):
            library.sources.add(_source(source, SourceFormat.FEED), at=at)
        for source in json.loads(texts["pages.json"]):
            library.sources.add(_source(source, SourceFormat.PAGE), at=at)
        library.marks.forget_reading_of_discreet()  # a source may be about such a topic only now
        library.choices.put(_INSTALLED, digest)


def starter_uid(identifier: str) -> str:
    """Return the uid of an organisation or a source of the starter content."""
    return f"{AUTHOR}/{identifier}"


def shipped_addresses() -> Mapping[str, str]:
    """Return the addresses of the sources that ship here, by their uids."""
    records = (record for name in _SOURCES for record in json.loads(_file(name).read_bytes()))
    return {starter_uid(record["id"]): record["url"] for record in records}


def _file(name: str) -> Path:
    return resource("resources", "starter", name)


def _organisation(record: dict[str, Any]) -> Organisation:
    return Organisation(
        uid=starter_uid(record["id"]),
        name=record["name"],
        country=record["country"],
        homepage=record["homepage"],
        known=record["known"],
        sites=tuple(
            Site(
                host=site["host"],
                path_prefix=site["path_prefix"],
                exceptions=tuple(site["exceptions"]),
                stated_by=AUTHOR,
            )
            for site in record["sites"]
        ),
    )


def _source(record: dict[str, Any], format: SourceFormat) -> NewSource:
    return NewSource(
        url=record["url"],
        title=record["title"],
        uid=starter_uid(record["id"]),
        author=AUTHOR,
        organisation_uid=starter_uid(record["organisation"]),
        kind=SourceKind(record["kind"]),
        format=format,
        language=record["language"],
        country=record["country"],
        homepage=record["homepage"],
        topics=tuple(record["topics"]),
        enabled=False,
        asks_first=bool(record["asks_first"]),
        note=record["asks_first"],
    )

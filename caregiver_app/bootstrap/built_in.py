"""Puts the packs that ship into the library: at the first start, and when a newer application brings other ones.

Needs no network. What a person chose, marked or removed stays, also of the starter content that there was before packs:
ids are the same.
"""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from caregiver_app.model.installed_pack import BUILT_IN, PackMaker, PackUid
from caregiver_app.support.resources import resource

if TYPE_CHECKING:
    from collections.abc import Mapping

    from caregiver_app.library.store import Library
    from caregiver_app.model.installed_pack import PackContent
    from caregiver_app.model.pack import OpenedPack
    from caregiver_app.model.time import Millis
    from caregiver_app.packs.built_in import BuiltInPack

INSTALLED: Final = "built_in_packs"
"""The choice that says which ones were put in place last."""


def install_built_in(library: Library, *, at: Millis) -> None:
    """Bring the library to what ships here, all or nothing; nothing happens when it is that already.

    Raises:
        StorageError: the disk is in the way; nothing was changed.
    """
    from caregiver_app.packs.built_in import built_in_packs

    packs, topics = built_in_packs(), resource("resources", "starter", "topics.json").read_bytes()
    digest = hashlib.sha256(repr(packs).encode() + topics).hexdigest()
    if library.choices.get(INSTALLED, "") == digest:
        return
    contents = [_content(library, pack, at) for pack in packs if _is_other(library, pack)]
    with library.write("packs.install-built-in"):
        for topic in json.loads(topics):
            library.topics.define(topic["id"], topic["title"], topic["position"], author=BUILT_IN)
        for content in contents:
            _put(library, content, at)
        library.packs.forget_starter()
        library.marks.forget_reading_of_discreet()  # a source may be about such a topic only now
        library.choices.put(INSTALLED, digest)
    while library.search.catch_up():  # what ships is found at once
        pass


def built_in_maker() -> PackMaker:
    """Return who made what ships."""
    return PackMaker(publisher=BUILT_IN)


def shipped_uids() -> tuple[tuple[PackUid, int], ...]:
    """Return the packs that ship, each with its version."""
    from caregiver_app.packs.built_in import built_in_packs

    return tuple((_uid(pack), pack.version) for pack in built_in_packs())


@lru_cache(maxsize=1)  # a program ships the same for as long as it runs
def shipped_addresses() -> Mapping[str, str]:
    """Return the addresses of the sources that ship, by their uids."""
    from caregiver_app.packs.archive_reading import read_archive
    from caregiver_app.packs.built_in import built_in_packs, read_built_in
    from caregiver_app.packs.manifest import MANIFEST, read_manifest

    packs = [read_manifest(read_archive(read_built_in(pack))[MANIFEST]) for pack in built_in_packs()]
    return {f"{BUILT_IN}/{each.id}": each.address for pack in packs for each in (*pack.sources, *pack.pages)}


def read_shipped(uid: PackUid) -> tuple[bytes, OpenedPack]:
    """Return a pack that ships, as bytes and opened.

    Raises:
        PackError: UNKNOWN: none is called so; DAMAGED: it is not the one that was shipped.
    """
    from caregiver_app.model.errors import PackError, PackTrouble
    from caregiver_app.packs.built_in import built_in_packs

    for pack in built_in_packs():
        if _uid(pack) == uid:
            return _opened(pack)
    raise PackError(PackTrouble.UNKNOWN, uid)


def _uid(pack: BuiltInPack) -> PackUid:
    return PackUid(f"{BUILT_IN}/{pack.id}")


def _is_other(library: Library, pack: BuiltInPack) -> bool:
    """Return whether a pack is not here, or not as it ships now."""
    here = library.packs.get(_uid(pack))
    return here is None or here.sha256 != pack.sha256


def _put(library: Library, content: PackContent, at: Millis) -> None:
    """Put a pack in place. What a person removed does not come back by itself: of that only its record is made new."""
    here = library.packs.get(content.pack.uid)
    library.packs.put(content, at=at)
    if here is not None and here.removed_at is not None:
        library.packs.remove(content.pack.uid, at=here.removed_at)


def _content(library: Library, pack: BuiltInPack, at: Millis) -> PackContent:
    from caregiver_app.packs.content import content_of

    archive, opened = _opened(pack)
    here = library.packs.get(_uid(pack))
    since = None if here is None else here.installed_at
    return content_of(opened, archive, built_in_maker(), at=at, alerts=True, since=since)


@lru_cache(maxsize=16)  # who takes a step back and does it again asks for the same
def _opened(pack: BuiltInPack) -> tuple[bytes, OpenedPack]:
    """Open a pack in this process: whoever could change it there could change the program."""
    from caregiver_app.bootstrap.own_workshop import OwnWorkshop
    from caregiver_app.packs.built_in import read_built_in
    from caregiver_app.packs.opening import open_pack

    archive = read_built_in(pack)
    return archive, open_pack(archive, OwnWorkshop())

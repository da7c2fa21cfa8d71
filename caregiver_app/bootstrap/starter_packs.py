"""The packs that ship, as a first start offers them, and exactly those that somebody keeps. Makes no connection."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from caregiver_app.model.errors import CaregiverError
from caregiver_app.model.installed_pack import BUILT_IN, PackPart, PackUid

if TYPE_CHECKING:
    from caregiver_app.bootstrap.pack_steps import PackStep
    from caregiver_app.bootstrap.packs import Packs
    from caregiver_app.library.store import Library
    from caregiver_app.packs.built_in import BuiltInPack


@dataclass(frozen=True, slots=True, kw_only=True)
class StarterPack:
    """A pack that ships, and what is in it. `is_here`: it is installed, which all are until somebody removes one."""

    uid: PackUid
    title: str
    topics: tuple[str, ...]
    parts: tuple[PackPart, ...]
    size_bytes: int
    published_on: date
    is_here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptStarters:
    """What was done, each step to be taken back, and what ended it before the last one."""

    steps: tuple[PackStep, ...]
    error: CaregiverError | None = None


def list_starter_packs(library: Library, language: str) -> tuple[StarterPack, ...]:
    """Return the packs that ship, in the order in which people see them, with titles in a language that they have."""
    from caregiver_app.packs.built_in import built_in_packs

    here = {pack.uid for pack in library.packs.list()}
    return tuple(_described(pack, here, language) for pack in built_in_packs())


def keep_starter_packs(
    packs: Packs, library: Library, wanted: Collection[PackUid], *, each: Callable[[int, int], None]
) -> KeptStarters:
    """Have exactly the `wanted` ones of the packs that ship here; other packs stay as they are.

    `each` is told how many of how many are done, and may raise to stop there. Each pack is whole or not there; what was
    done before a trouble or a stop stays, and is returned with it.
    """
    from caregiver_app.bootstrap.built_in import shipped_uids

    here = {pack.uid for pack in library.packs.list()}
    changing = [uid for uid, _version in shipped_uids() if (uid in here) != (uid in wanted)]
    steps: list[PackStep] = []
    for uid in changing:
        try:
            each(len(steps), len(changing))
            steps.append(packs.remove(library, uid) if uid in here else _install(packs, library, uid))
        except CaregiverError as error:
            return KeptStarters(steps=tuple(steps), error=error)
    return KeptStarters(steps=tuple(steps))


def _install(packs: Packs, library: Library, uid: PackUid) -> PackStep:
    return packs.install(library, packs.prepare(library, uid), alerts=True)  # as when they came with the application


def _described(pack: BuiltInPack, here: Collection[PackUid], language: str) -> StarterPack:
    from caregiver_app.bootstrap.built_in import built_in_maker
    from caregiver_app.packs.built_in import read_built_in
    from caregiver_app.packs.differences import changes_between
    from caregiver_app.packs.opening import peek

    archive, uid = read_built_in(pack), PackUid(f"{BUILT_IN}/{pack.id}")
    told = peek(archive)
    titles = {words.language: words.title for words in told.words}
    return StarterPack(
        uid=uid,
        title=titles.get(language, told.title),
        topics=told.topics,
        parts=changes_between(None, archive, built_in_maker()).added,
        size_bytes=pack.size_bytes,
        published_on=told.published_on,
        is_here=uid in here,
    )

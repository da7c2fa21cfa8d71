"""Changes the manifest in a pack's folder as its maker wishes: takes entries out, begins the next version.

Texts are never touched: whoever wrote them removes them.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from caregiver_app.model.errors import PackError, PackTrouble
from caregiver_app.model.pack import Pack, PackText, PackWithdrawal
from caregiver_app.model.pack_help import PackCommunity, PackDate, PackHelpline, PackKit
from caregiver_app.model.pack_places import PackLink, PackOrganisation, PackSource
from caregiver_app.model.pack_problem import PackFault
from caregiver_app.packs.finding_problems import Problems
from caregiver_app.packs.folder_reading import read_pack_file
from caregiver_app.packs.manifest import MANIFEST, manifest_for_people
from caregiver_app.packs.records import pack_from, record_from
from caregiver_app.support.files import translated_os_errors, write_whole

Owned = TypeVar("Owned", PackSource, PackLink, PackCommunity, PackHelpline)
Entry = TypeVar("Entry", PackOrganisation, PackSource, PackLink, PackText, PackCommunity, PackHelpline, PackDate)


def read_manifest_of(folder: Path) -> Pack:
    """Return what `pack.json` of a folder says, without the heads of texts.

    Raises:
        PackError: there is none, or a field of it is not as it should be.
        StorageError: it cannot be read.
    """
    problems = Problems()
    pack = pack_from(read_pack_file(folder), problems)
    if pack is None or problems.has_errors:
        first = problems.all[0]
        raise PackError(PackTrouble.FIELD, first.where, first.fault.value)
    return pack


def write_manifest_of(folder: Path, pack: Pack) -> None:
    """Put a manifest in the place of the one that is in a folder, whole or not at all.

    Raises:
        StorageError: there is no room or no right.
    """
    with translated_os_errors(folder / MANIFEST):
        write_whole(folder / MANIFEST, manifest_for_people(pack))


def next_version(pack: Pack, on: date) -> Pack:
    """Return a pack as its next version, published on a day; its time goes on as long as it was."""
    lasting = pack.review_by - pack.published_on
    return replace(pack, version=pack.version + 1, published_on=on, review_by=on + lasting)


def withdraw(
    pack: Pack, identifier: str, *, known: Collection[str], reason: str, replacement: str, on: date, problems: Problems
) -> Pack | None:
    """Return a pack without something that its maker no longer stands by, and with the word on it.

    What named it no longer does. `known` are the ids of all that the folder holds, texts with heads too. None, with the
    reason among `problems`, where the word cannot be kept so.
    """
    for each, field in ((identifier, "item"), (replacement, "replacement")):
        if each and each not in known:
            problems.add(field, PackFault.NO_SUCH_ID, each)
    said = {"item": identifier, "reason": reason, "withdrawn_on": on.isoformat(), "replacement": replacement}
    word = record_from(said, PackWithdrawal, "", problems)
    if word is None or problems.has_errors:
        return None
    left = without(pack, identifier)
    others = tuple(each for each in left.withdrawals if each.item != identifier)
    return replace(left, withdrawals=(*others, word))


def without(pack: Pack, identifier: str) -> Pack:
    """Return a pack without something; what named it no longer does."""
    return replace(
        pack,
        organisations=_left(pack.organisations, identifier),
        sources=_disowned(_left(pack.sources, identifier), identifier),
        pages=_disowned(_left(pack.pages, identifier), identifier),
        links=_disowned(_left(pack.links, identifier), identifier),
        guides=_unread(_left(pack.guides, identifier), identifier),
        checklists=_unread(_left(pack.checklists, identifier), identifier),
        communities=_disowned(_left(pack.communities, identifier), identifier),
        helplines=_disowned(_left(pack.helplines, identifier), identifier),
        dates=tuple(replace(day, kits=_unlinked(day, identifier)) for day in _left(pack.dates, identifier)),
        withdrawals=tuple(
            replace(each, replacement="") if each.replacement == identifier else each for each in pack.withdrawals
        ),
        printing=replace(pack.printing, first=_other(pack.printing.first, identifier)),
    )


def _left(entries: tuple[Entry, ...], identifier: str) -> tuple[Entry, ...]:
    return tuple(each for each in entries if each.id != identifier)


def _disowned(entries: tuple[Owned, ...], identifier: str) -> tuple[Owned, ...]:
    """Return entries that no longer say that they are of an organisation."""
    return tuple(replace(each, organisation="") if each.organisation == identifier else each for each in entries)


def _unread(texts: tuple[PackText, ...], identifier: str) -> tuple[PackText, ...]:
    """Return texts that no longer say to read on there, or that they are its translation."""
    return tuple(
        replace(
            text,
            read_on=_other(text.read_on, identifier),
            translation_of="" if text.translation_of == identifier else text.translation_of,
        )
        for text in texts
    )


def _unlinked(day: PackDate, identifier: str) -> tuple[PackKit, ...]:
    return tuple(replace(kit, links=_other(kit.links, identifier)) for kit in day.kits)


def _other(ids: tuple[str, ...], identifier: str) -> tuple[str, ...]:
    return tuple(each for each in ids if each != identifier)

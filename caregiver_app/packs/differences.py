"""What another version of a pack brings: added, changed, gone and withdrawn. Pure; nothing is rendered for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from caregiver_app.model.errors import PackError
from caregiver_app.model.installed_pack import PackChanges, PackMaker, PackPart, StatedSite
from caregiver_app.model.pack import Pack, PackText
from caregiver_app.model.pack_help import PackHelpline
from caregiver_app.model.source import SourceKind
from caregiver_app.packs.archive_reading import read_archive
from caregiver_app.packs.content import withdrawal_of
from caregiver_app.packs.manifest import MANIFEST, read_manifest
from caregiver_app.packs.rules import WITH_IDS

_ORDER: Final = ("helplines", *(name for name in WITH_IDS if name != "helplines"))
"""A wrong number harms most: who looks at changes sees numbers first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A pack as it is compared: every entry by its list and id, a text with its words."""

    pack: Pack
    parts: Mapping[tuple[str, str], tuple[str, Any]]  # title, and all that is said


def changes_between(old: bytes | None, new: bytes, maker: PackMaker) -> PackChanges:
    """Return what an archive brings beside the one that is here, None: beside nothing. Raises as `peek` does.

    One that is here and cannot be read, since the disk damaged it, is as none: it keeps nobody from a newer one.
    """
    before, after = None if old is None else _told_where_readable(old), _told(new)
    there = {} if before is None else before.parts
    known_words = () if before is None else before.pack.withdrawals
    known_sites = frozenset[StatedSite]() if before is None else sites_of(before.pack, maker)
    added = [key for key in after.parts if key not in there]
    changed = [key for key in after.parts if key in there and after.parts[key] != there[key]]
    gone = () if before is None else _named([key for key in there if key not in after.parts], before)
    return PackChanges(
        added=_named(added, after),
        changed=_named(changed, after),
        gone=gone,
        numbers=_named(
            [key for key in (*added, *changed) if _says_another_line(there.get(key), after.parts[key])], after
        ),
        withdrawn=tuple(withdrawal_of(each, maker) for each in after.pack.withdrawals if each not in known_words),
        new_sites=tuple(sorted(sites_of(after.pack, maker) - known_sites, key=lambda each: (each.name, each.site))),
        alert_sources=_named(_newly_warning(before, after), after),
        titles={part.id: part.title for part in gone},
    )


def _told_where_readable(archive: bytes) -> _Told | None:
    try:
        return _told(archive)
    except PackError:
        return None


def _told(archive: bytes) -> _Told:
    files = read_archive(archive)
    pack = read_manifest(files[MANIFEST])
    parts = {(name, each.id): (_title(each), _said(each, files)) for name in _ORDER for each in getattr(pack, name)}
    return _Told(pack=pack, parts=parts)


def _said(entry: Any, files: Mapping[str, bytes]) -> Any:
    return (entry, files[entry.file]) if isinstance(entry, PackText) else entry


def _says_another_line(before: tuple[str, Any] | None, after: tuple[str, Any]) -> bool:
    """Return whether a phone line is another one; that somebody read its number again says nothing else of it."""
    line = after[1]
    if not isinstance(line, PackHelpline):
        return False
    return before is None or replace(before[1], checked_on=line.checked_on) != line


def _title(entry: Any) -> str:
    return str(getattr(entry, "title", "") or getattr(entry, "name", ""))


def _named(keys: Iterable[tuple[str, str]], told: _Told) -> tuple[PackPart, ...]:
    ordered = sorted(keys, key=lambda key: (_ORDER.index(key[0]), told.parts[key][0], key[1]))
    return tuple(_part(key, *told.parts[key]) for key in ordered)


def _part(key: tuple[str, str], title: str, said: Any) -> PackPart:
    entry = said[0] if isinstance(said, tuple) else said  # a text comes with its bytes
    language = entry.language if isinstance(entry, PackText) else ""
    return PackPart(list=key[0], id=key[1], title=title, language=language)


def sites_of(pack: Pack, maker: PackMaker) -> frozenset[StatedSite]:
    """Return all sites that organisations of a pack call their own."""
    return frozenset(
        StatedSite(owner=f"{maker.publisher}/{each.id}", name=each.name, site=f"{site.host}{site.path_prefix}")
        for each in pack.organisations
        for site in each.sites
    )


def _newly_warning(before: _Told | None, after: _Told) -> list[tuple[str, str]]:
    """Return what warns now and did not before, or did so from another address."""
    known = {} if before is None else _alerts(before.pack)
    return [key for key, address in _alerts(after.pack).items() if known.get(key) != address]


def _alerts(pack: Pack) -> dict[tuple[str, str], str]:
    lists = (("sources", pack.sources), ("pages", pack.pages))
    return {(name, each.id): each.address for name, some in lists for each in some if each.kind is SourceKind.ALERTS}

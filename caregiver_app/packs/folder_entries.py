"""What can be written in a pack's folder: lists of it, entries put, taken out and put back just as they were.

Texts are files of their own (`text_files`); everything else stands in `pack.json`, of which only the entry at hand is
changed.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from caregiver_app.model.errors import PackError
from caregiver_app.model.pack_problem import PackFault, PackProblem
from caregiver_app.packs.fields import Json
from caregiver_app.packs.finding_problems import Problems
from caregiver_app.packs.form_fields import KINDS
from caregiver_app.packs.raw_manifest import field_of, read_raw, records_in, write_raw
from caregiver_app.packs.records import json_of, pack_from, record_from
from caregiver_app.packs.rules import WITH_IDS, check_rules
from caregiver_app.packs.starting import slug_of
from caregiver_app.packs.text_files import TEXT_FILE, TextFile, read_text, record_of_text
from caregiver_app.support.files import is_link, translated_os_errors

TEXTS: Final = ("guides", "checklists")
_MOST_LISTED: Final = 900


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a list. `key` finds it again: its file, its id, or its number from 1 where it has neither.

    `said` is what stands there; of a text what stands in its head.
    """

    listed: str
    key: str
    title: str
    said: Mapping[str, Json] = field(repr=False)
    readable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PutEntry:
    """What became of an entry: where it is now and what is wrong with it still. None was written where `key` is empty.

    `other` is what another program made of it meanwhile; it was left as it is then.
    """

    key: str = ""
    said: Mapping[str, Json] = field(default_factory=dict, repr=False)
    problems: tuple[PackProblem, ...] = ()
    other: Mapping[str, Json] | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOut:
    """An entry that was taken out, and where it stood."""

    listed: str
    place: int
    said: Json = field(repr=False)


def languages_of(folder: Path) -> tuple[str, ...]:
    """Return the languages of a pack, the first one first. Raises as `read_raw` does."""
    return tuple(each for each in records_in(read_raw(folder), "languages") if isinstance(each, str))


def entries_of(folder: Path, listed: str) -> tuple[Entry, ...]:
    """Return what a list of a pack has, in its order; texts by the alphabet of their files. Raises as `read_raw`."""
    said = read_raw(folder)
    if listed in TEXTS:
        files = dict.fromkeys((*text_files(folder, listed), *_files_told_of(said, listed)))
        return tuple(_text_entry(folder, file, said) for file in files)
    records = [each if isinstance(each, dict) else {} for each in records_in(said, listed)]
    return tuple(
        Entry(listed=listed, key=_key(record, number), title=_title(record), said=record)
        for number, record in enumerate(records, 1)
    )


def text_files(folder: Path, listed: str) -> tuple[str, ...]:
    """Return the texts that lie in one place of a folder, named as in the pack.

    Raises:
        StorageError: it cannot be read.
    """
    place = folder / listed
    with translated_os_errors(place):
        if is_link(place) or not place.is_dir():
            return ()
        names = sorted(f"{listed}/{each.name}" for each in place.iterdir() if each.is_file() and not each.is_symlink())
    return tuple(name for name in names if TEXT_FILE.fullmatch(name))[:_MOST_LISTED]


def put_entry(folder: Path, listed: str, key: str, said: Mapping[str, Json], before: Mapping[str, Json]) -> PutEntry:
    """Put an entry in the place of the one with this key, or at the end for an empty key, where its fields hold.

    `before` is what stood there when it was read. What does not go together with the rest of the pack is a problem,
    and written all the same. Raises as `read_raw` and `write_raw` do.
    """
    raw = read_raw(folder)
    records = records_in(raw, listed)
    place = _place_of(records, key) if key else None
    there = records[place] if place is not None else None
    if there is not None and there != dict(before):
        return PutEntry(other=there if isinstance(there, dict) else {})
    headed = _ids_of_texts(folder, raw)
    taken = _ids_told_of(raw) | headed
    whole = {**said} if "id" in said or listed not in WITH_IDS else {"id": _free_id(taken, said), **said}
    problems = Problems()
    record = record_from(whole, KINDS[listed], "", problems)
    if record is None or problems.all:
        return PutEntry(problems=problems.all)
    plain = json_of(record)
    raw[listed] = [*records, plain] if place is None else [*records[:place], plain, *records[place + 1 :]]
    write_raw(folder, raw)
    at = len(records) if place is None else place
    new_key = _key(plain, at + 1)
    return PutEntry(key=new_key, said=plain, problems=_in_the_whole(raw, headed, listed, new_key))


def take_out(folder: Path, listed: str, key: str) -> TakenOut | None:
    """Take an entry out of a list; None where it is not there. Raises as `read_raw` and `write_raw` do."""
    raw = read_raw(folder)
    records = records_in(raw, listed)
    place = _place_of(records, key)
    if place is None:
        return None
    taken = TakenOut(listed=listed, place=place, said=records[place])
    raw[listed] = [*records[:place], *records[place + 1 :]]
    write_raw(folder, raw)
    return taken


def put_back(folder: Path, taken: TakenOut) -> None:
    """Put an entry back where it stood. Raises as `read_raw` and `write_raw` do."""
    raw = read_raw(folder)
    records = records_in(raw, taken.listed)
    if taken.said not in records:
        raw[taken.listed] = [*records[: taken.place], taken.said, *records[taken.place :]]
        write_raw(folder, raw)


def ids_in(folder: Path, raw: dict[str, Json]) -> frozenset[str]:
    """Return all ids of a pack, those of texts with heads too."""
    return _ids_told_of(raw) | _ids_of_texts(folder, raw)


def _ids_told_of(raw: dict[str, Json]) -> frozenset[str]:
    return frozenset(field_of(each, "id") for name in WITH_IDS for each in records_in(raw, name))


def _ids_of_texts(folder: Path, raw: dict[str, Json]) -> frozenset[str]:
    """Return the ids of the texts that lie in a folder: each of them is opened for it."""
    texts = (_text_entry(folder, file, raw) for name in TEXTS for file in text_files(folder, name))
    return frozenset(str(each.said.get("id", "")) for each in texts if each.readable)


def _files_told_of(said: dict[str, Json], listed: str) -> list[str]:
    """Return the texts of which `pack.json` tells, whether they are there or not."""
    named = (field_of(each, "file") for each in records_in(said, listed))
    return [file for file in named if TEXT_FILE.fullmatch(file) and file.startswith(f"{listed}/")]


def _text_entry(folder: Path, file: str, said: dict[str, Json]) -> Entry:
    try:
        text: TextFile = read_text(folder, file, said)
    except PackError:
        return Entry(listed=file.partition("/")[0], key=file, title=file, said={}, readable=False)
    record = record_of_text(text, said)
    return Entry(listed=text.kind, key=file, title=field_of(record, "title") or file, said=record)


def _free_id(taken: Collection[str], said: Mapping[str, Json]) -> str:
    """Return an id that nothing in the pack has, made of country and name."""
    country = "" if said.get("country") in (None, "", "INT") else f"{said['country']} "
    wanted = slug_of(f"{country}{_title(dict(said))}")
    found, number = wanted, 2
    while found in taken:
        found, number = f"{wanted}-{number}", number + 1
    return found


def _in_the_whole(raw: dict[str, Json], headed: Collection[str], listed: str, key: str) -> tuple[PackProblem, ...]:
    """Return what of an entry does not go together with the rest of the pack."""
    pack = pack_from(raw, Problems())
    if pack is None:
        return ()
    problems = Problems()
    check_rules(pack, problems)
    start = f"{listed}[{key}]"
    known = _ids_told_of(raw).union(headed)
    return tuple(
        PackProblem(where=each.where.removeprefix(start).lstrip("."), fault=each.fault, detail=each.detail)
        for each in problems.all
        if each.where.startswith(start) and not (each.fault is PackFault.NO_SUCH_ID and each.detail in known)
    )


def _place_of(records: list[Json], key: str) -> int | None:
    keys = [_key(each, number) for number, each in enumerate(records, 1)]
    return keys.index(key) if key in keys else None


def _key(record: Json, number: int) -> str:
    return field_of(record, "id") or field_of(record, "file") or str(number)


def _title(record: Json) -> str:
    return next((found for name in ("title", "name", "file", "address") if (found := field_of(record, name))), "")

"""Reads a pack as people write it: a folder with `pack.json`, texts with heads, pictures. Follows no symbolic link.

What it finds is not in order yet; `making` and `checking` say what is wrong. The folder is never written to.
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from caregiver_app.model.errors import PackError, PackTrouble
from caregiver_app.model.pack import Pack
from caregiver_app.model.pack_problem import PackFault, PackProblem
from caregiver_app.packs.archive_reading import MOST_FILES, MOST_PICTURE_BYTES, MOST_TEXT_BYTES
from caregiver_app.packs.earlier_checks import EARLIER
from caregiver_app.packs.fields import Json
from caregiver_app.packs.finding_problems import Problems
from caregiver_app.packs.manifest import MANIFEST, MOST_BYTES, checked_pack, json_from
from caregiver_app.packs.settled import MOST_BYTES as MOST_SETTLED_BYTES
from caregiver_app.packs.settled import SETTLED, Settled, read_settled
from caregiver_app.packs.text_heads import HeadedText, record_of, split_head
from caregiver_app.support.files import is_link, read_bounded, translated_os_errors
from caregiver_app.support.mark_piles import without_piles

TEXT_FOLDERS: Final = ("guides", "checklists")
PICTURE_FOLDER: Final = "pictures"
_TEXT = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.md")
_PICTURE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.(?:jpg|png)")
_BOM = b"\xef\xbb\xbf"
_OF_THE_SYSTEM = frozenset(("thumbs.db", "desktop.ini"))
"""What systems put into folders by themselves, beside names that begin with a dot. It never gets into an archive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackFolder:
    """What a folder holds: the pack (None where `pack.json` has no sense), its files as they will be in the archive,
    how many lines stand above the words of each text, what was decided about details, what is wrong so far.
    """

    pack: Pack | None
    files: Mapping[str, bytes] = field(repr=False)
    above: Mapping[str, int]
    settled: Settled
    problems: tuple[PackProblem, ...]


def read_folder(folder: Path) -> PackFolder:
    """Read a pack's folder.

    Raises:
        PackError: there is no pack in it, or it holds more than a pack may.
        StorageError: it cannot be read.
    """
    problems = Problems()
    with translated_os_errors(folder):
        said = read_pack_file(folder)
        settled = settled_in(folder)
        files = _files(folder, problems)
    heads = _take_heads(said, files, problems)
    pack = checked_pack(said, problems)
    if pack is not None:
        _check_named(pack, files, problems)
    return PackFolder(
        pack=pack,
        files=files,
        above={file: head.above for file, head in heads.items()},
        settled=settled,
        problems=_led_to_heads(problems.all, heads, said),
    )


def read_pack_file(folder: Path) -> Json:
    """Return what stands in `pack.json` of a folder.

    Raises:
        PackError: there is none, it is too large or for a newer version.
        StorageError: it cannot be read.
    """
    with translated_os_errors(folder):
        data = _read(folder / MANIFEST, MOST_BYTES) if (folder / MANIFEST).is_file() else None
    if data is None:
        raise PackError(PackTrouble.NOT_A_PACK, MANIFEST)
    return json_from(data.removeprefix(_BOM))


def settled_in(folder: Path) -> Settled:
    """Return what the maker of a pack decided about details.

    Raises:
        PackError: it is not as it should be, or too large.
        StorageError: it cannot be read.
    """
    path = folder / SETTLED
    with translated_os_errors(path):
        if not path.is_file():
            return Settled()
        data = _read(path, MOST_SETTLED_BYTES)
    if data is None:
        raise PackError(PackTrouble.TOO_LARGE, SETTLED)
    return read_settled(data.removeprefix(_BOM))


def _files(folder: Path, problems: Problems) -> dict[str, bytes]:
    """Return texts and pictures by their place in the pack; what else lies there is a problem."""
    files: dict[str, bytes] = {}
    for entry in _entries(folder):
        path = Path(entry.path)
        if entry.name in (*TEXT_FOLDERS, PICTURE_FOLDER) and entry.is_dir(follow_symlinks=False) and not is_link(path):
            _take_files(path, entry.name, files, problems)
        elif entry.name not in (MANIFEST, SETTLED, EARLIER):
            problems.add(entry.name, PackFault.FILE_UNUSED)
    return files


def _take_files(folder: Path, name: str, files: dict[str, bytes], problems: Problems) -> None:
    shape = _PICTURE if name == PICTURE_FOLDER else _TEXT
    most = MOST_PICTURE_BYTES if name == PICTURE_FOLDER else MOST_TEXT_BYTES
    for entry in _entries(folder):
        file = f"{name}/{entry.name}"
        if len(files) >= MOST_FILES:
            raise PackError(PackTrouble.TOO_LARGE, detail="files")
        if not stat.S_ISREG(entry.stat(follow_symlinks=False).st_mode):
            problems.add(file, PackFault.FILE_UNUSED)
            continue
        if not shape.fullmatch(entry.name):
            problems.add(file, PackFault.WRONG_NAME, ".jpg, .png" if name == PICTURE_FOLDER else ".md")
            continue
        data = _read(Path(entry.path), most)
        if data is None:
            problems.add(file, PackFault.FILE_TOO_LARGE, most)
        else:
            files[file] = data if name == PICTURE_FOLDER else _plain(data)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    """Return what lies in a folder, by the alphabet, but what the system put there."""
    with os.scandir(folder) as entries:
        found = [each for each in entries if not each.name.startswith(".") and each.name.lower() not in _OF_THE_SYSTEM]
    return sorted(found, key=lambda each: each.name)


def _read(path: Path, most: int) -> bytes | None:
    return None if path.is_symlink() else read_bounded(path, most)


def _plain(data: bytes) -> bytes:
    """Return a text in the one form that packs have; what is no text stays as it is."""
    try:
        text = data.removeprefix(_BOM).decode()
    except UnicodeDecodeError:
        return data
    plain = unicodedata.normalize("NFC", without_piles(text)).replace("\r\n", "\n").replace("\r", "\n")
    return f"{plain.strip(chr(10))}\n".encode()


def _take_heads(said: Json, files: dict[str, bytes], problems: Problems) -> dict[str, HeadedText]:
    """Put what the heads of texts say into the manifest, and leave in `files` the words without them."""
    heads: dict[str, HeadedText] = {}
    listed = {file for name in TEXT_FOLDERS for file in _listed(said, name)}
    for file in [file for file in files if file.endswith(".md") and file not in listed]:
        head = _head(files[file], file, problems)
        if head is None:
            continue
        heads[file] = head
        files[file] = head.body.encode()
        name = file.partition("/")[0]
        if isinstance(said.setdefault(name, []), list):
            said[name].append(record_of(head, file, said))
    return heads


def _head(data: bytes, file: str, problems: Problems) -> HeadedText | None:
    try:
        text = data.decode()
    except UnicodeDecodeError:
        problems.add(file, PackFault.NOT_TEXT)
        return None
    head = split_head(text, file, problems)
    if head is None:
        problems.add(f"{file}:1", PackFault.NOT_A_HEAD)
    return head


def _listed(said: Json, name: str) -> list[str]:
    records = said.get(name)
    return [each["file"] for each in records if _names_file(each)] if isinstance(records, list) else []


def _names_file(said: Json) -> bool:
    return isinstance(said, dict) and isinstance(said.get("file"), str)


def _check_named(pack: Pack, files: Mapping[str, bytes], problems: Problems) -> None:
    named = {text.file for text in (*pack.guides, *pack.checklists)} | {picture.file for picture in pack.pictures}
    for file in sorted(named - files.keys()):
        problems.add(file, PackFault.FILE_MISSING)
    for file in sorted(files.keys() - named):
        problems.add(file, PackFault.NO_RIGHTS if file.startswith(PICTURE_FOLDER) else PackFault.FILE_UNUSED)


def _led_to_heads(
    problems: tuple[PackProblem, ...], heads: Mapping[str, HeadedText], said: Json
) -> tuple[PackProblem, ...]:
    """Return problems of texts that have a head with the line of the head as their place."""
    places: dict[str, str] = {}
    for name in TEXT_FOLDERS:
        records = said.get(name)
        for number, record in enumerate(records if isinstance(records, list) else (), 1):
            head = heads.get(record["file"]) if _names_file(record) else None
            if head is not None:
                for shown in (record.get("id"), number):
                    places[f"{name}[{shown}]"] = record["file"]
    return tuple(_led(problem, places, heads) for problem in problems)


def _led(problem: PackProblem, places: Mapping[str, str], heads: Mapping[str, HeadedText]) -> PackProblem:
    start, bracket, rest = problem.where.partition("]")
    file = places.get(start + bracket)
    if file is None:
        return problem
    line = heads[file].lines.get(rest.lstrip(".").partition("[")[0].partition(".")[0], 1)
    return PackProblem(where=f"{file}:{line}", fault=problem.fault, detail=problem.detail)

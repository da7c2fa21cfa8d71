"""Guides and checklists in a pack's folder, one file each, read and written with their heads. Follows no symbolic link.

A text keeps its head where it has it: between two lines `---`, or in `pack.json`. Nothing is written over what another
program wrote meanwhile.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from caregiver_app.model.errors import PackError, PackTrouble
from caregiver_app.model.pack_problem import PackFault
from caregiver_app.packs.archive_reading import MOST_TEXT_BYTES
from caregiver_app.packs.fields import Json
from caregiver_app.packs.finding_problems import Problems
from caregiver_app.packs.raw_manifest import field_of, read_raw, records_in, write_raw
from caregiver_app.packs.text_heads import HeadedText, head_lines, record_of, split_head
from caregiver_app.support.files import is_link, read_bounded, translated_os_errors, write_whole
from caregiver_app.support.plain_text import visible

TEXT_FILE: Final = re.compile(r"(guides|checklists)/[a-z0-9]+(?:-[a-z0-9]+)*\.md")
_BOM: Final = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFile:
    """A text as its writer has it. `head` are its fields as JSON has them, `listed` whether they stand in `pack.json`.

    `seen` tells the bytes of file and head apart from others; it is empty for a text that lies nowhere yet. `above` is
    how many lines of the file stand above the words, `lines` has the line of each field of a head between `---`.
    """

    file: str
    head: Mapping[str, Json] = field(repr=False)
    body: str = field(repr=False)
    listed: bool = False
    seen: str = ""
    above: int = 0
    lines: Mapping[str, int] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """The list that it is in: "guides" or "checklists"."""
        return self.file.partition("/")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherOnDisk:
    """Nothing was written: another program changed it meanwhile. `there` is how it is now."""

    there: TextFile


def read_text(folder: Path, file: str, said: dict[str, Json] | None = None) -> TextFile:
    """Return one text of a folder. What in its head has no sense stands at the top of the words, for its writer to see.

    A text of which `pack.json` tells and whose file is missing has no words. `said` is what `pack.json` says, where
    that was read already: it may be large, and so many the texts.

    Raises:
        PackError: there is no such text, or it is no text.
        StorageError: it cannot be read.
    """
    said = read_raw(folder) if said is None else said
    is_told_of = file in (field_of(each, "file") for each in records_in(said, file.partition("/")[0]))
    if is_told_of and not place_of_text(folder, file).exists():
        return _text_from(file, b"", said)
    return _text_from(file, _bytes_of(folder, file), said)


def write_text(folder: Path, text: TextFile) -> TextFile | OtherOnDisk:
    """Put a text into its file, and its head where it has it, each whole or not at all; return it as it lies there.

    Raises:
        PackError: it is larger than a text may be, or its place is not a file of the folder.
        StorageError: there is no room or no right.
    """
    path = place_of_text(folder, text.file)
    said = read_raw(folder)
    if path.is_file() and text.seen:
        there = _text_from(text.file, _bytes_of(folder, text.file), said)
        if there.seen != text.seen:
            return OtherOnDisk(there=there)
    data = _as_written(text)
    if len(data) > MOST_TEXT_BYTES:
        raise PackError(PackTrouble.TOO_LARGE, text.file)
    with translated_os_errors(path):
        path.parent.mkdir(exist_ok=True)
        write_whole(path, data)
    if text.listed:
        _write_record(folder, said, text)
    return _text_from(text.file, data, said)


def place_of_text(folder: Path, file: str) -> Path:
    """Return where a text lies.

    Raises:
        PackError: it is no place for a text, or leads out of the folder.
    """
    if TEXT_FILE.fullmatch(file) is None:
        raise PackError(PackTrouble.FIELD, file, PackFault.WRONG_NAME.value)
    path = folder / file
    with translated_os_errors(path):
        leads_elsewhere = is_link(path) or is_link(path.parent)
    if leads_elsewhere:
        raise PackError(PackTrouble.UNSAFE, file)
    return path


def record_of_text(text: TextFile, said: Mapping[str, Json]) -> Json:
    """Return what `pack.json` says of a text, or would say of it."""
    if text.listed:
        return {**text.head, "file": text.file}
    return record_of(HeadedText(fields=text.head, body=""), text.file, said)


def with_words(text: TextFile, head: Mapping[str, Json], body: str) -> TextFile:
    """Return a text with other fields and words."""
    return replace(text, head=head, body=body)


def _bytes_of(folder: Path, file: str) -> bytes:
    path = place_of_text(folder, file)
    with translated_os_errors(path):
        data = read_bounded(path, MOST_TEXT_BYTES) if path.is_file() else b""
    if data is None:
        raise PackError(PackTrouble.TOO_LARGE, file)
    if not path.is_file():
        raise PackError(PackTrouble.FIELD, file, PackFault.FILE_MISSING.value)
    return data


def _text_from(file: str, data: bytes, said: dict[str, Json]) -> TextFile:
    try:
        words = data.removeprefix(_BOM).decode()
    except UnicodeDecodeError:
        raise PackError(PackTrouble.FIELD, file, PackFault.NOT_TEXT.value) from None
    words = _plain(words)
    name = file.partition("/")[0]
    record = next((each for each in records_in(said, name) if field_of(each, "file") == file), None)
    seen = _seen(words, record)
    if record is not None:
        return TextFile(file=file, head=_without_file(record), body=words, listed=True, seen=seen)
    head = split_head(words, file, Problems())
    if head is None:
        return TextFile(file=file, head={}, body=words, seen=seen)
    shown = "\n".join((*head.strays, "", head.body)) if head.strays else head.body
    above = head.above + head.body.count("\n") - shown.count("\n")
    return TextFile(file=file, head=head.fields, body=shown, seen=seen, above=above, lines=head.lines)


def _plain(words: str) -> str:
    """Return words in the one form that texts of packs have."""
    plain = unicodedata.normalize("NFC", visible(words.replace("\r\n", "\n").replace("\r", "\n")))
    return f"{plain.strip(chr(10))}\n" if plain.strip("\n") else ""


def _as_written(text: TextFile) -> bytes:
    body = _plain(text.body)
    if text.listed:
        return body.encode()
    return _plain(f"{head_lines(text.head)}{body}").encode()


def _seen(words: str, record: Json) -> str:
    said = json.dumps(record, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(f"{words}\0{said}".encode()).hexdigest()


def _without_file(record: dict[str, Json]) -> dict[str, Json]:
    return {name: value for name, value in record.items() if name != "file"}


def _write_record(folder: Path, said: dict[str, Json], text: TextFile) -> None:
    records = records_in(said, text.kind)
    record = {**text.head, "file": text.file}
    place = next((n for n, each in enumerate(records) if field_of(each, "file") == text.file), None)
    if place is None:
        said[text.kind] = [*records, record]
    elif records[place] == record:
        return
    else:
        records[place] = record
    write_raw(folder, said)

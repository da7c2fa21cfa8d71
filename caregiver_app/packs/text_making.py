"""Begins guides and checklists in a pack's folder, takes them out and puts them back just as they were."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from caregiver_app.model.errors import PackError
from caregiver_app.model.pack_problem import PackFault, PackProblem
from caregiver_app.packs.archive_reading import MOST_TEXT_BYTES
from caregiver_app.packs.fields import Json
from caregiver_app.packs.finding_problems import Problems
from caregiver_app.packs.folder_entries import TakenOut, ids_in, put_back, take_out
from caregiver_app.packs.form_fields import KINDS
from caregiver_app.packs.raw_manifest import field_of, read_raw
from caregiver_app.packs.records import record_from
from caregiver_app.packs.rules import is_reserved_name
from caregiver_app.packs.starting import slug_of
from caregiver_app.packs.text_files import TextFile, place_of_text, read_text, record_of_text, write_text
from caregiver_app.support.files import read_bounded, remove_for_good, translated_os_errors, write_whole

_LONGEST_STEM: Final = 60
_LONGEST_ID: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedText:
    """A text that was removed: its bytes (None where it had no file), and what `pack.json` said of it, if anything."""

    file: str
    data: bytes | None = field(repr=False)
    record: TakenOut | None = None


def new_text(folder: Path, listed: str, head: Mapping[str, Json], body: str) -> TextFile:
    """Begin a text with a head in a file of its own, named by its title; return it as it lies there.

    Raises:
        PackError: its place is not a folder of the pack.
        StorageError: there is no room or no right.
    """
    raw = read_raw(folder)
    stem = _free_stem(folder, raw, listed, str(head.get("title", "")))
    identifier = _identifier(raw, stem)
    short = identifier != f"{field_of(raw, 'id')}-{stem}"
    more: dict[str, Json] = {"id": identifier} if short else {}
    written = write_text(folder, TextFile(file=f"{listed}/{stem}.md", head={**more, **head}, body=body))
    assert isinstance(written, TextFile)
    return written


def begin_translation(folder: Path, text: TextFile, language: str) -> TextFile:
    """Begin the translation of a text: its words in another file, to be written over. Raises as `new_text` does."""
    record = record_of_text(text, read_raw(folder))
    head = {
        **{name: record[name] for name in ("title", "summary", "topics", "country", "read_on") if record.get(name)},
        "language": language,
        "translation_of": field_of(record, "translation_of") or field_of(record, "id"),
    }
    return new_text(folder, text.kind, head, text.body)


def head_problems(folder: Path, text: TextFile) -> tuple[PackProblem, ...]:
    """Return what is wrong with what a text says of itself. Raises as `read_raw` does."""
    raw = read_raw(folder)
    record, problems = record_of_text(text, raw), Problems()
    record_from(record, KINDS[text.kind], "", problems)
    spoken = raw.get("languages")
    language = field_of(record, "language")
    if not problems.all and isinstance(spoken, list) and language not in spoken:
        problems.add("language", PackFault.LANGUAGE_NOT_LISTED, language)
    return problems.all


def remove_text(folder: Path, file: str) -> RemovedText | None:
    """Remove a text and what `pack.json` says of it; None where there is none.

    Raises:
        PackError, StorageError: the folder is in the way.
    """
    path = place_of_text(folder, file)
    with translated_os_errors(path):
        data = read_bounded(path, MOST_TEXT_BYTES) if path.is_file() else None
        record = take_out(folder, file.partition("/")[0], _key_of(folder, file))
        if data is None and record is None:
            return None
        remove_for_good(path)
    return RemovedText(file=file, data=data, record=record)


def bring_back(folder: Path, removed: RemovedText) -> None:
    """Put a removed text back as it was; one that is there again under its name is left alone.

    Raises:
        PackError, StorageError: the folder is in the way.
    """
    path = place_of_text(folder, removed.file)
    with translated_os_errors(path):
        if removed.data is not None and not path.exists():
            path.parent.mkdir(exist_ok=True)
            write_whole(path, removed.data)
    if removed.record is not None:
        put_back(folder, removed.record)


def _key_of(folder: Path, file: str) -> str:
    """Return by what `pack.json` names a text, something that it names nothing by where it says nothing of it."""
    try:
        text = read_text(folder, file)
    except PackError:
        return file
    return field_of(dict(text.head), "id") if text.listed else file


def _free_stem(folder: Path, raw: dict[str, Json], listed: str, title: str) -> str:
    """Return a name for a file that nothing has yet, nor an id that would be made of it."""
    taken = ids_in(folder, raw)
    wanted = slug_of(title)[:_LONGEST_STEM].strip("-")
    found, number = wanted, 2
    while (folder / listed / f"{found}.md").exists() or _identifier(raw, found) in taken or is_reserved_name(found):
        found, number = f"{wanted}-{number}", number + 1
    return found


def _identifier(raw: Mapping[str, Json], stem: str) -> str:
    whole = f"{field_of(dict(raw), 'id')}-{stem}"
    return whole if len(whole) <= _LONGEST_ID else stem

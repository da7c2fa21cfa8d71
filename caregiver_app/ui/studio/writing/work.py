"""What the writing step does in the folder, in the library's thread: reads for forms, and steps that can be undone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from caregiver_app.packs.folder_entries import Entry, PutEntry
from caregiver_app.packs.form_fields import KINDS
from caregiver_app.packs.text_files import TextFile
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import shorten
from caregiver_app.ui.doer import NAME_CHARS, Done, Step
from caregiver_app.ui.studio.writing.control import Candidates
from caregiver_app.ui.theme import Icon

if TYPE_CHECKING:
    from caregiver_app.bootstrap.services import Services
    from caregiver_app.library.store import Library
    from caregiver_app.model.offline import Picture
    from caregiver_app.packs.fields import Json

REFERRED: Final = ("organisations", "guides", "checklists", "links", "pages", "sources")
"""The lists to which fields of forms can lead."""

_MOST_CANDIDATES: Final = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedText:
    """A text to be written, with what its form can lead to. `missing` are languages in which it is not there yet."""

    text: TextFile
    candidates: Mapping[str, Candidates] = field(repr=False)
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedEntry:
    """An entry to be filled in, with what its form can lead to; None where it is new, or gone.

    `unfinished` is what was typed about it last and does not hold yet.
    """

    entry: Entry | None
    unfinished: Mapping[str, Json] | None
    candidates: Mapping[str, Candidates] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What stands in the form of an entry, and what stood in the folder when it was read."""

    listed: str
    key: str
    said: Mapping[str, Json] = field(repr=False)
    before: Mapping[str, Json] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What a list of the pack has, and by key what was typed and does not hold yet, "" for a new one."""

    entries: tuple[Entry, ...]
    unfinished: Mapping[str, Mapping[str, Json]] = field(default_factory=dict, repr=False)


def open_text(services: Services, folder: Path, file: str) -> OpenedText:
    """Return a text with all that its page needs. Raises as `PackWriting.read_text` does."""
    writing = services.pack_writing
    text = writing.read_text(folder, file)
    entries = writing.entries(folder, text.kind)
    return OpenedText(
        text=text,
        candidates=candidates_in(services, folder),
        missing=_missing(services.pack_writing.languages(folder), text, entries),
    )


def open_entry(services: Services, folder: Path, listed: str, key: str) -> OpenedEntry:
    """Return an entry by its key, or by its number in the list. Raises as `PackWriting.entries` does."""
    entries = services.pack_writing.entries(folder, listed)
    found = next((each for each in entries if each.key == key), None)
    if found is None and key.isdigit() and 0 < int(key) <= len(entries):
        found = entries[int(key) - 1]
    unfinished = services.pack_writing.unfinished(folder, listed)
    return OpenedEntry(
        entry=found,
        unfinished=unfinished.get("" if found is None else found.key),
        candidates=candidates_in(services, folder),
    )


def list_entries(services: Services, folder: Path, listed: str) -> Listing:
    """Return what a list has and what of it is unfinished. Raises as `PackWriting.entries` does."""
    writing = services.pack_writing
    return Listing(entries=writing.entries(folder, listed), unfinished=writing.unfinished(folder, listed))


def put_picture(services: Services, folder: Path, typed: Typed, made: Picture | None, name: str) -> PutEntry:
    """Put a new picture into the pack; until one is chosen what is said of it is kept beside the pack."""
    writing = services.pack_writing
    if made is None:
        writing.keep_unfinished(folder, typed.listed, typed.key, typed.said)
        return PutEntry()
    return writing.add_picture(folder, name, made, typed.said)


def candidates_in(services: Services, folder: Path) -> dict[str, Candidates]:
    """Return what references of a pack may lead to, by list, each with its id and what it is called."""
    found: dict[str, Candidates] = {}
    for listed in REFERRED:
        entries = services.pack_writing.entries(folder, listed)[:_MOST_CANDIDATES]
        found[listed] = [(str(each.said["id"]), each.title) for each in entries if each.said.get("id")]
    return found


def file_of(services: Services, folder: Path, listed: str, key: str) -> str:
    """Return the file of a text by its id, by its number or by its file; empty where there is none."""
    entries = services.pack_writing.entries(folder, listed)
    for each in entries:
        if key in (each.key, each.said.get("id")):
            return each.key
    return entries[int(key) - 1].key if key.isdigit() and 0 < int(key) <= len(entries) else ""


def removing_text(services: Services, folder: Path, file: str, title: str) -> Step[Library]:
    """Return the step that removes a text."""
    writing = services.pack_writing

    def step(_library: Library) -> Done[Library] | None:
        removed = writing.remove_text(folder, file)
        if removed is None:
            return None
        return Done(
            text=_said_removed(title),
            undo=lambda _later: writing.bring_text_back(folder, removed),
            redo=lambda _later: writing.remove_text(folder, file),
            icon=Icon.TRASH,
        )

    return step


def removing_entry(services: Services, folder: Path, entry: Entry) -> Step[Library]:
    """Return the step that takes an entry out of the pack; a picture goes with its file."""
    writing = services.pack_writing
    listed, key = entry.listed, entry.key

    def step(_library: Library) -> Done[Library] | None:
        if listed == "pictures":
            picture = writing.remove_picture(folder, key)
            return Done(
                text=_said_removed(entry.title),
                undo=lambda _later: writing.bring_picture_back(folder, picture),
                redo=lambda _later: writing.remove_picture(folder, key),
                icon=Icon.TRASH,
            )
        taken = writing.take_out(folder, listed, key)
        if taken is None:
            return None
        return Done(
            text=_said_removed(entry.title),
            undo=lambda _later: writing.put_back(folder, taken),
            redo=lambda _later: writing.take_out(folder, listed, key),
            icon=Icon.TRASH,
        )

    return step


def is_written_here(listed: str) -> bool:
    """Return whether entries of a list of the pack are written in this step."""
    return listed in KINDS


def _said_removed(title: str) -> str:
    return _("Removed {title} from the pack.").format(title=shorten(title, NAME_CHARS))


def _missing(languages: tuple[str, ...], text: TextFile, entries: tuple[Entry, ...]) -> tuple[str, ...]:
    """Return the languages of the pack in which nobody wrote this text yet."""
    own = next((each.said for each in entries if each.key == text.file), {})
    first = str(own.get("translation_of") or own.get("id", ""))
    family = (each.said for each in entries if first in (each.said.get("id"), each.said.get("translation_of")))
    spoken = {str(said.get("language", "")) for said in family}
    return tuple(language for language in languages if language not in spoken)

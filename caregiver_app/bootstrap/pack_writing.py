"""Writing in a pack's folder: its texts and entries, and a look at a text as families will see it.

Keeps nothing but pictures that were looked at already, and asks no network. What a text or picture holds is opened in
workers, whoever wrote it.
"""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from caregiver_app.model.errors import FeedError
from caregiver_app.model.pack_problem import PackFault, PackProblem

if TYPE_CHECKING:
    from datetime import date

    from caregiver_app.model.entry import SafeHtml
    from caregiver_app.model.offline import Picture
    from caregiver_app.packs.fields import Json
    from caregiver_app.packs.folder_entries import Entry, PutEntry, TakenOut
    from caregiver_app.packs.picture_files import RemovedPicture
    from caregiver_app.packs.text_files import OtherOnDisk, TextFile
    from caregiver_app.packs.text_making import RemovedText
    from caregiver_app.packs.workshop import Workshop

_MOST_KEPT: Final = 40  # pictures
_GOOD_FOR_MONTHS: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLook:
    """A text as it will be shown; `html` is None where it is too long or too tangled for that.

    `names` say which picture stands at which address, `pictures` are their bytes, made anew. `grade` is the school
    grade at which it can be read, None where it is too short for one. `problems` are at lines of the words ("text:12").
    """

    html: SafeHtml | None
    names: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    grade: float | None = None
    problems: tuple[PackProblem, ...] = ()


class PackWriting:
    """Threads may share it."""

    def __init__(self, today: Callable[[], date], workshop: Callable[[], Workshop]) -> None:
        self._today = today
        self._workshop = workshop
        self._lock = threading.Lock()
        self._remade: OrderedDict[str, bytes | None] = OrderedDict()

    def languages(self, folder: Path) -> tuple[str, ...]:
        """Return the languages of a pack. All of these raise `PackError` and `StorageError` where the folder is bad."""
        from caregiver_app.packs.folder_entries import languages_of

        return languages_of(folder)

    def entries(self, folder: Path, listed: str) -> tuple[Entry, ...]:
        """Return what a list of a pack has; of texts those that lie in the folder."""
        from caregiver_app.packs.folder_entries import entries_of

        return entries_of(folder, listed)

    def read_text(self, folder: Path, file: str) -> TextFile:
        """Return a text as its writer has it."""
        from caregiver_app.packs.text_files import read_text

        return read_text(folder, file)

    def write_text(self, folder: Path, text: TextFile) -> tuple[TextFile | OtherOnDisk, tuple[PackProblem, ...]]:
        """Put a text into its file; return it as it lies there, and what is wrong with what it says of itself."""
        from caregiver_app.packs.text_files import OtherOnDisk, write_text
        from caregiver_app.packs.text_making import head_problems

        written = write_text(folder, text)
        return written, () if isinstance(written, OtherOnDisk) else head_problems(folder, written)

    def head_problems(self, folder: Path, text: TextFile) -> tuple[PackProblem, ...]:
        """Return what is wrong with what a text says of itself."""
        from caregiver_app.packs.text_making import head_problems

        return head_problems(folder, text)

    def begin_text(self, folder: Path, listed: str, title: str) -> TextFile:
        """Begin a text in the first language of the pack, written today."""
        from caregiver_app.packs.folder_entries import languages_of
        from caregiver_app.packs.text_making import new_text
        from caregiver_app.trust.reviewing import months_later

        today = self._today()
        head: dict[str, Json] = {
            "title": title,
            "language": next(iter(languages_of(folder)), "en"),
            "written_on": today.isoformat(),
            "review_by": months_later(today, _GOOD_FOR_MONTHS).isoformat(),
        }
        return new_text(folder, listed, head, "")

    def begin_translation(self, folder: Path, file: str, language: str) -> TextFile:
        """Begin a translation of a text, with its words to be written over."""
        from caregiver_app.packs.text_files import read_text
        from caregiver_app.packs.text_making import begin_translation

        return begin_translation(folder, read_text(folder, file), language)

    def remove_text(self, folder: Path, file: str) -> RemovedText | None:
        """Remove a text; `bring_text_back` takes that back."""
        from caregiver_app.packs.text_making import remove_text

        return remove_text(folder, file)

    def bring_text_back(self, folder: Path, removed: RemovedText) -> None:
        """Put a removed text back as it was."""
        from caregiver_app.packs.text_making import bring_back

        bring_back(folder, removed)

    def put(
        self, folder: Path, listed: str, key: str, said: Mapping[str, Json], before: Mapping[str, Json]
    ) -> PutEntry:
        """Put an entry into a list; where it does not hold it is kept as unfinished. See `folder_entries.put_entry`."""
        from caregiver_app.packs.folder_entries import put_entry
        from caregiver_app.packs.unfinished import drop_unfinished

        put = put_entry(folder, listed, key, said, before)
        if put.key:
            drop_unfinished(folder, listed, key)
        else:
            self.keep_unfinished(folder, listed, key, said)
        return put

    def unfinished(self, folder: Path, listed: str) -> dict[str, Mapping[str, Json]]:
        """Return what was typed and could not be put yet, by key; that of a new entry has the key ""."""
        from caregiver_app.packs.unfinished import read_unfinished

        return read_unfinished(folder, listed)

    def keep_unfinished(self, folder: Path, listed: str, key: str, said: Mapping[str, Json]) -> None:
        """Keep what was typed about an entry beside the pack."""
        from caregiver_app.packs.unfinished import keep_unfinished

        keep_unfinished(folder, listed, key, said)

    def drop_unfinished(self, folder: Path, listed: str, key: str) -> None:
        """Keep no longer what was typed about an entry."""
        from caregiver_app.packs.unfinished import drop_unfinished

        drop_unfinished(folder, listed, key)

    def take_out(self, folder: Path, listed: str, key: str) -> TakenOut | None:
        """Take an entry out of a list; `put_back` takes that back."""
        from caregiver_app.packs.folder_entries import take_out

        return take_out(folder, listed, key)

    def put_back(self, folder: Path, taken: TakenOut) -> None:
        """Put an entry back where it stood."""
        from caregiver_app.packs.folder_entries import put_back

        put_back(folder, taken)

    def make_picture(self, data: bytes) -> Picture | None:
        """Return a picture made anew, without a place or a camera in it; None where it is none. A worker does it."""
        try:
            return self._workshop().remake_picture(data)
        except FeedError:
            return None

    def add_picture(self, folder: Path, name: str, made: Picture, rights: Mapping[str, Json]) -> PutEntry:
        """Put a picture that was made anew into a pack, named after `name`, with its rights."""
        from caregiver_app.packs.picture_files import add_picture

        put = add_picture(folder, name, made.data, made.media_type, rights)
        if put.key:
            self.drop_unfinished(folder, "pictures", "")
        else:
            self.keep_unfinished(folder, "pictures", "", rights)
        return put

    def remove_picture(self, folder: Path, file: str) -> RemovedPicture:
        """Remove a picture; `bring_picture_back` takes that back."""
        from caregiver_app.packs.picture_files import remove_picture

        return remove_picture(folder, file)

    def bring_picture_back(self, folder: Path, removed: RemovedPicture) -> None:
        """Put a removed picture back as it was."""
        from caregiver_app.packs.picture_files import bring_picture_back

        bring_picture_back(folder, removed)

    def picture(self, folder: Path, file: str) -> bytes | None:
        """Return a picture of a pack made anew from its points, None where it is none. Takes a worker's time."""
        from caregiver_app.packs.picture_files import picture_bytes

        data = picture_bytes(folder, file)
        return None if data is None else self._made_anew(data)

    def look(self, folder: Path, markdown: str, language: str) -> TextLook:
        """Return a text as families will see it. Takes a worker's time.

        Raises:
            Cancelled: the worker was ended.
        """
        from caregiver_app.packs.finding_problems import Problems
        from caregiver_app.packs.texts import check_text
        from caregiver_app.support.guide_html import PACK_ADDRESS
        from caregiver_app.support.markup import pictures_in
        from caregiver_app.support.plain_text import to_text
        from caregiver_app.support.reading import grade

        try:
            html = self._workshop().render_text(markdown.encode())
        except FeedError:
            return TextLook(html=None, problems=(PackProblem(where="", fault=PackFault.TOO_TANGLED),))
        names: dict[str, str] = {}
        pictures: dict[str, bytes] = {}
        for _description, address in pictures_in(html):
            data = self.picture(folder, address.removeprefix(PACK_ADDRESS))
            if data is not None:
                names[address] = hashlib.sha256(data).hexdigest()
                pictures[names[address]] = data
        problems = Problems()
        check_text(markdown, html, [address.removeprefix(PACK_ADDRESS) for address in names], "text", problems)
        reached = grade(to_text(html), language)
        return TextLook(html=html, names=names, pictures=pictures, grade=reached, problems=problems.all)

    def _made_anew(self, data: bytes) -> bytes | None:
        name = hashlib.sha256(data).hexdigest()
        with self._lock:
            if name in self._remade:
                self._remade.move_to_end(name)
                return self._remade[name]
        picture = self.make_picture(data)
        made = None if picture is None else picture.data
        with self._lock:
            self._remade[name] = made
            while len(self._remade) > _MOST_KEPT:
                self._remade.popitem(last=False)
        return made

"""Making packs: begun, checked and built from a folder, with what this computer knows: the guard, care notes, workers.

Nothing of the library or of care notes goes into a pack here; the network is asked only when somebody wishes it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.model.errors import PackError, PackTrouble
from caregiver_app.model.pack_problem import PackProblem, Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from caregiver_app.bootstrap.appraising import Appraising
    from caregiver_app.bootstrap.guarding import Guarding
    from caregiver_app.bootstrap.pack_taking import TakenIn
    from caregiver_app.library.store import Library
    from caregiver_app.model.guard import Looked, Words
    from caregiver_app.model.link_check import LinkCheck
    from caregiver_app.model.pack import Pack
    from caregiver_app.model.source import SourceId
    from caregiver_app.model.trust import Subject
    from caregiver_app.packs.making import MadePack
    from caregiver_app.packs.spreadsheets import Row
    from caregiver_app.packs.starting import BegunPack, NewPack
    from caregiver_app.packs.workshop import Workshop


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedPack:
    """A pack's folder as it was read, and everything that is wrong with it or should be looked at."""

    made: MadePack
    problems: tuple[PackProblem, ...]

    @property
    def errors(self) -> tuple[PackProblem, ...]:
        """What keeps it from being built."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)


class PackMaking:
    """Threads may share it: it holds nothing of any pack."""

    def __init__(self, guarding: Guarding, appraising: Appraising, workshop: Callable[[], Workshop]) -> None:
        self._guarding = guarding
        self._appraising = appraising
        self._workshop = workshop

    def begin(self, folder: Path, asked: NewPack, rows: Sequence[Row] = ()) -> BegunPack | tuple[PackProblem, ...]:
        """Make the folder of a new pack with what rows hold; return it, or what is wrong with what was asked.

        Raises:
            PackError: something is there already.
            StorageError: there is no room or no right.
        """
        from caregiver_app.packs.folder_writing import write_folder
        from caregiver_app.packs.starting import BegunPack, begin_pack

        begun = begin_pack(asked, rows, self._appraising.today())
        if isinstance(begun, BegunPack):
            write_folder(folder, begun.pack)
        return begun

    def check(
        self,
        folder: Path,
        *,
        country: str = "",
        look_at_links: Callable[[Sequence[str]], Sequence[LinkCheck]] | None = None,
        go_on: Callable[[], object] = lambda: None,
    ) -> CheckedPack:
        """Look at the whole of a pack. `country` is whose telephone numbers are read first.

        `go_on` is called again and again, and raises `Cancelled` to end it.

        Raises:
            Cancelled: from `go_on`, or somebody ended the workers.
            PackError: there is no pack in the folder, it is too large or for a newer version.
            StorageError: it cannot be read, or the care notes are in the way.
            WebError: OFFLINE or STAY_OFFLINE, from `look_at_links`.
        """
        from caregiver_app.packs.check_links import addresses_of
        from caregiver_app.packs.checking import check_pack
        from caregiver_app.packs.folder_reading import read_folder
        from caregiver_app.packs.making import make_ready
        from caregiver_app.packs.stopping import StoppableWorkshop

        def look(texts: Sequence[Words]) -> Looked:
            return self._guarding.look_through(texts, country=country, go_on=go_on)

        read = read_folder(folder)
        made = make_ready(read, StoppableWorkshop(self._workshop(), go_on))
        links: Sequence[LinkCheck] = ()
        if look_at_links is not None and made.pack is not None:
            links = look_at_links(addresses_of(made, made.pack))
        problems = check_pack(
            made,
            settled=read.settled,
            on=self._appraising.today(),
            look=look,
            links={found.address_key: found for found in links},
        )
        return CheckedPack(made=made, problems=problems)

    def build(self, checked: CheckedPack) -> bytes:
        """Return the archive of a pack; the same bytes for the same folder.

        Raises:
            PackError: NOT_READY: something keeps it from being built.
        """
        from caregiver_app.packs.making import archive_of
        from caregiver_app.packs.opening import open_pack

        if checked.errors:
            raise PackError(PackTrouble.NOT_READY, detail=str(len(checked.errors)))
        data = archive_of(checked.made)
        open_pack(data, self._workshop())  # as whoever gets it will
        return data

    def take(self, library: Library, folder: Path, subjects: Sequence[Subject], sources: Sequence[SourceId]) -> TakenIn:
        """Take pages, organisations and sources of the library into a pack, with one's own checks of them.

        Raises:
            PackError: there is no pack in the folder, or a field of it is not as it should be.
            UnknownItem, UnknownSource: the library does not hold one of them; nothing was changed.
            StorageError: library or folder are in the way.
        """
        from caregiver_app.bootstrap.pack_taking import take_into

        return take_into(library, folder, subjects, sources)

    def withdraw(self, folder: Path, identifier: str, *, reason: str, replacement: str) -> tuple[PackProblem, ...]:
        """Take something out of a pack and say why; return what is wrong with the word, nothing was changed then.

        Raises:
            PackError: there is no pack in the folder, or a field of it is not as it should be.
            StorageError: the folder is in the way.
        """
        from caregiver_app.packs.changing import read_manifest_of, withdraw, write_manifest_of
        from caregiver_app.packs.finding_problems import Problems
        from caregiver_app.packs.folder_reading import read_folder
        from caregiver_app.packs.rules import ids_by_list

        pack, problems = read_manifest_of(folder), Problems()
        ids = ids_by_list(read_folder(folder).pack or pack)
        changed = withdraw(
            pack,
            identifier,
            known=[each for some in ids.values() for each in some],
            reason=reason,
            replacement=replacement,
            on=self._appraising.today(),
            problems=problems,
        )
        if changed is not None:
            write_manifest_of(folder, changed)
        return problems.all

    def begin_next(self, folder: Path) -> Pack:
        """Make a pack its next version, published today; raises as `withdraw` does."""
        from caregiver_app.packs.changing import next_version, read_manifest_of, write_manifest_of

        pack = next_version(read_manifest_of(folder), self._appraising.today())
        write_manifest_of(folder, pack)
        return pack

    def read_list(self, data: bytes, name: str) -> tuple[Row, ...]:
        """Return the rows of a spreadsheet (CSV) or a subscription list (OPML), told apart by what is in it.

        Raises:
            PackError: NOT_A_LIST.
            OpmlError: it is no usable subscription list.
        """
        from caregiver_app.packs.spreadsheets import read_spreadsheet

        if name.lower().endswith((".opml", ".xml")) or data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
            return _rows_of_opml(data)
        return read_spreadsheet(data)


def _rows_of_opml(data: bytes) -> tuple[Row, ...]:
    from caregiver_app.feeds.opml import read_opml
    from caregiver_app.packs.spreadsheets import MOST_ROWS, Row

    listed = read_opml(data)
    feeds = [("source", each.title, each.url, each.language[:2]) for each in listed.feeds]
    pages = [("link", each.title, each.url, "") for each in listed.pages]
    if len(feeds) + len(pages) > MOST_ROWS:
        raise PackError(PackTrouble.NOT_A_LIST, detail="rows")
    return tuple(
        Row(number=number, cells={"kind": kind, "title": title, "address": url, "language": language})
        for number, (kind, title, url, language) in enumerate((*feeds, *pages), 1)
    )

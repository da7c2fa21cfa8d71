"""The monthly round of a pack in its folder: one list of what changed, is gone or is due; still right, or withdrawn.

Asks the network only where whoever calls looks at links. Each answer is one change, which can be taken back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.model.errors import PackError, PackTrouble
from caregiver_app.model.pack_problem import PackFault
from caregiver_app.model.time import Millis, day_of

if TYPE_CHECKING:
    from datetime import date

    from caregiver_app.bootstrap.pack_making import PackMaking
    from caregiver_app.library.store import Library
    from caregiver_app.model.link_check import LinkCheck
    from caregiver_app.model.pack import Pack
    from caregiver_app.model.pack_problem import PackProblem
    from caregiver_app.packs.file_changes import FileChanges
    from caregiver_app.packs.round import RoundRow
    from caregiver_app.packs.workshop import Workshop

LookAtLinks = Callable[[Sequence[str]], "Sequence[LinkCheck]"]
"""Returns what is known of addresses, asked just now or before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What a round has to look at. `ids` are what a withdrawal may name as a replacement, with their titles."""

    title: str
    rows: tuple[RoundRow, ...]
    ids: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What an answer changed: files of the folder. `links` are pages, as they were before they were accepted as new."""

    files: FileChanges
    links: tuple[LinkCheck, ...] = ()


class PackRound:
    """Threads may share it: it holds nothing of any pack."""

    def __init__(self, making: PackMaking, today: Callable[[], date], workshop: Callable[[], Workshop]) -> None:
        self._making = making
        self._today = today
        self._workshop = workshop

    def look(self, folder: Path, links: LookAtLinks) -> Round:
        """Return what changed, is gone or is due.

        Raises:
            PackError: there is no pack in the folder, or a field of it is not as it should be.
            StorageError, WebError, Cancelled: it cannot be read; or from `links`.
        """
        from caregiver_app.packs.check_days import check_days
        from caregiver_app.packs.check_links import addresses_of, check_links
        from caregiver_app.packs.earlier_checks import answered_since
        from caregiver_app.packs.finding_problems import Problems
        from caregiver_app.packs.folder_reading import read_folder
        from caregiver_app.packs.making import make_ready
        from caregiver_app.packs.round import rows_of

        read = read_folder(folder)
        if read.pack is None:
            first = read.problems[0]
            raise PackError(PackTrouble.FIELD, first.where, first.fault.value)
        made, problems = make_ready(read, self._workshop()), Problems()
        known = {check.address_key: check for check in links(addresses_of(made, read.pack))}
        check_links(made, read.pack, known, problems)
        check_days(read.pack, self._today(), problems)
        opened_at = max((check.checked_at for check in known.values()), default=None)
        answered = frozenset() if opened_at is None else answered_since(folder, _day_of(opened_at))
        rows = rows_of(read.pack, problems.all, answered=answered)
        rows = tuple(replace(row, seen=_seen_at(row, known)) for row in rows)
        return Round(title=read.pack.title, rows=rows, ids=_titles(read.pack))

    def still_right(self, library: Library, folder: Path, row: RoundRow) -> Answered:
        """Let something count from today on, with the answers that it has; what stood before is kept in the folder.

        Raises:
            PackError: there is no pack in the folder, or a field of it is not as it should be; PAGE_CHANGED: its page
                says something else than when the row was made, so nobody looked at that.
            StorageError: folder or library are in the way.
        """
        from caregiver_app.packs.earlier_checks import EARLIER
        from caregiver_app.packs.file_changes import changing
        from caregiver_app.packs.manifest import MANIFEST

        links = _changed_page(library, row)
        files = (MANIFEST, EARLIER, *((row.file,) if row.file else ()))
        _none, changes = changing(folder, files, lambda: _renew(folder, row, self._today()))
        library.link_checks.accept([check.address_key for check in links])
        return Answered(files=changes, links=links)

    def withdraw(
        self, folder: Path, row: RoundRow, *, reason: str, replacement: str = ""
    ) -> tuple[Answered | None, tuple[PackProblem, ...]]:
        """Take something out and tell families why, a text with its file; None with what is wrong with the word.

        Raises:
            PackError, StorageError: as `still_right` does.
        """
        from caregiver_app.packs.file_changes import changing
        from caregiver_app.packs.manifest import MANIFEST
        from caregiver_app.packs.text_making import remove_text

        def act() -> tuple[PackProblem, ...]:
            wrong = self._making.withdraw(folder, row.id, reason=reason, replacement=replacement)
            if not wrong and row.file:
                remove_text(folder, row.file)
            return wrong

        problems, changes = changing(folder, (MANIFEST, *((row.file,) if row.file else ())), act)
        return (None, problems) if problems else (Answered(files=changes), ())

    def take_back(self, library: Library, folder: Path, answered: Answered) -> None:
        """Take an answer back.

        Raises:
            PackError: CHANGED_MEANWHILE: the folder holds something else since.
            StorageError: folder or library are in the way.
        """
        from caregiver_app.packs.file_changes import put_files

        put_files(folder, answered.files.after, answered.files.before)
        for check in answered.links:
            library.link_checks.put(check)

    def do_again(self, library: Library, folder: Path, answered: Answered) -> None:
        """Give an answer again that was taken back. Raises as `take_back` does."""
        from caregiver_app.packs.file_changes import put_files

        put_files(folder, answered.files.before, answered.files.after)
        library.link_checks.accept([check.address_key for check in answered.links])


def known_links(library: Library) -> LookAtLinks:
    """Return what tells of addresses what was found when they were last looked at; no connection is made."""
    from caregiver_app.links.address import address_key

    def look(addresses: Sequence[str]) -> Sequence[LinkCheck]:
        found = (library.link_checks.of(address_key(address)) for address in addresses)
        return [check for check in found if check is not None]

    return look


def _renew(folder: Path, row: RoundRow, on: date) -> None:
    from caregiver_app.packs.changing import read_manifest_of, write_manifest_of
    from caregiver_app.packs.earlier_checks import keep_earlier
    from caregiver_app.packs.records import json_of
    from caregiver_app.packs.round import check_of, renewed

    pack = read_manifest_of(folder)
    changed = renewed(pack, row, on)
    before = check_of(pack, row)
    if changed != pack:
        write_manifest_of(folder, changed)
    elif row.file:
        _renew_head(folder, row, on)
    keep_earlier(folder, row.place, json_of(before), on)


def _renew_head(folder: Path, row: RoundRow, on: date) -> None:
    """Write into the head of a text until when it counts."""
    from caregiver_app.packs.round import text_good_until
    from caregiver_app.packs.text_files import read_text, with_words, write_text

    text = read_text(folder, row.file)
    head = {**text.head, "review_by": text_good_until(on).isoformat()}
    write_text(folder, with_words(text, head, text.body))


def _seen_at(row: RoundRow, known: Mapping[str, LinkCheck]) -> str:
    """Return the hash of what the page of a row says, empty where that is not what is to be looked at."""
    from caregiver_app.links.address import address_key

    if not row.address or all(problem.fault is not PackFault.CHANGED for problem in row.problems):
        return ""
    check = known.get(address_key(row.address))
    return "" if check is None or not check.has_changed else check.seen_hash or ""


def _changed_page(library: Library, row: RoundRow) -> tuple[LinkCheck, ...]:
    """Return what is known of the page of a row, where it still is to be accepted as it was looked at."""
    from caregiver_app.links.address import address_key

    check = library.link_checks.of(address_key(row.address)) if row.seen else None
    if check is None:
        return ()
    if check.seen_hash != row.seen:
        raise PackError(PackTrouble.PAGE_CHANGED, row.place)
    return (check,) if check.has_changed else ()


def _day_of(at: Millis) -> date:
    return day_of(at)


def _titles(pack: Pack) -> tuple[tuple[str, str], ...]:
    from caregiver_app.packs.rules import WITH_IDS

    entries = (each for name in WITH_IDS for each in getattr(pack, name))
    return tuple((each.id, getattr(each, "title", "") or getattr(each, "name", "")) for each in entries)

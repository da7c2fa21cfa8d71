"""The monthly round of a pack: what changed, is gone or is due, by the entry it is about, and what "still right" means.

Pure. A check that was made before stays as it was answered, and counts from today on.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from caregiver_app.model.pack import Pack, PackText
from caregiver_app.model.pack_help import PackCommunity, PackDate, PackHelpline
from caregiver_app.model.pack_places import PackAppraisal, PackLink, PackOrganisation, PackSource
from caregiver_app.model.pack_problem import PackFault, PackProblem
from caregiver_app.model.trust import SubjectKind
from caregiver_app.packs.appraisal_rules import appraised, latest_of
from caregiver_app.packs.rules import WITH_IDS, texts_of
from caregiver_app.trust.reviewing import months_later

WHOLE: Final = ""
"""The list of a row about the pack as a whole: its own review date."""

_AT_ADDRESSES: Final = frozenset(
    {PackFault.DEAD, PackFault.CERTIFICATE, PackFault.MOVED, PackFault.CHANGED, PackFault.UNSURE}
)
_OF_A_ROUND: Final = _AT_ADDRESSES | frozenset(
    {
        PackFault.CHECK_DUE,
        PackFault.REVIEW_DUE,
        PackFault.NUMBER_NOT_CHECKED,
        PackFault.NUMBER_DUE,
    }
)
_ENTRY: Final = re.compile(r"([a-z]+)\[([^\]]+)\](?:\..+)?")
_KINDS: Final = {
    "organisations": SubjectKind.ORGANISATION,
    "links": SubjectKind.LINK,
    "guides": SubjectKind.GUIDE,
    "checklists": SubjectKind.CHECKLIST,
}
_TEXT_MONTHS: Final = 12

Entry = PackOrganisation | PackSource | PackLink | PackText | PackCommunity | PackHelpline | PackDate


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundRow:
    """One entry with all that is to be looked at; `id` is that of the pack where it is about the whole of it.

    `where` is the place of the first problem, `file` that of a text, `address` its page where it has one. `seen` is the
    hash of what that page says now where it changed: an answer counts for that and nothing later.
    """

    listed: str
    id: str
    title: str
    where: str
    problems: tuple[PackProblem, ...]
    file: str = ""
    address: str = ""
    seen: str = ""

    @property
    def place(self) -> str:
        """Where the entry stands, as problems name it."""
        return _place_of(self.listed, self.id)


def rows_of(pack: Pack, problems: tuple[PackProblem, ...], *, answered: Collection[str] = ()) -> tuple[RoundRow, ...]:
    """Return what a round has to look at, each entry once, in the order in which problems name them.

    `answered` are places of entries of which somebody said, since their addresses were opened, that they are right.
    """
    files = {text.file: (where.partition("[")[0], text.id) for text, where in texts_of(pack)}
    found: dict[tuple[str, str], list[PackProblem]] = {}
    for problem in problems:
        about = _about(problem.where, files, pack.id) if problem.fault in _OF_A_ROUND else None
        if about is not None and not (problem.fault in _AT_ADDRESSES and _place_of(*about) in answered):
            found.setdefault(about, []).append(problem)
    return tuple(_row(pack, about, tuple(some)) for about, some in found.items())


def renewed(pack: Pack, row: RoundRow, on: date) -> Pack:
    """Return a pack in which something of its manifest was looked at on a day and is still right.

    A text that has a head of its own stays as it is here: its file says until when it counts.
    """
    if row.listed == WHOLE:
        return replace(pack, review_by=on + (pack.review_by - pack.published_on))
    entries = getattr(pack, row.listed)
    again: dict[str, Any] = {
        row.listed: tuple(_again(each, row, on) if each.id == row.id else each for each in entries)
    }
    return replace(pack, **again)


def check_of(pack: Pack, row: RoundRow) -> PackAppraisal | None:
    """Return the check of what a row is about, None where nobody made one."""
    return next((check for check, _kind, _title, where in appraised(pack) if where == f"{row.place}.appraisal"), None)


def text_good_until(on: date) -> date:
    """Return until when a text counts that was read over on a day."""
    return months_later(on, _TEXT_MONTHS)


def _again(entry: Entry, row: RoundRow, on: date) -> Entry:
    """Return an entry as it is after a look at it."""
    if isinstance(entry, PackCommunity | PackHelpline):
        return replace(entry, checked_on=on)
    if isinstance(entry, PackSource | PackDate):
        return entry
    check = None if entry.appraisal is None else _checked_again(entry.appraisal, row, on)
    if isinstance(entry, PackLink):
        return replace(entry, read_on=on, appraisal=check)
    if isinstance(entry, PackText):
        return replace(entry, review_by=text_good_until(on), appraisal=check)
    return replace(entry, appraisal=check)


def _checked_again(check: PackAppraisal, row: RoundRow, on: date) -> PackAppraisal:
    """Return a check with the same answers, from today on for as long as such a thing may count."""
    today = replace(check, checked_on=on, check_by=on, content_hashes=(row.seen,) if row.seen else check.content_hashes)
    return replace(today, check_by=latest_of(today, _KINDS[row.listed], row.title))


def _row(pack: Pack, about: tuple[str, str], problems: tuple[PackProblem, ...]) -> RoundRow:
    listed, identifier = about
    entry = next((each for each in getattr(pack, listed) if each.id == identifier), None) if listed else pack
    return RoundRow(
        listed=listed,
        id=identifier,
        title=getattr(entry, "title", "") or getattr(entry, "name", "") or identifier,
        where=problems[0].where,
        problems=problems,
        file=getattr(entry, "file", ""),
        address=getattr(entry, "address", "") or getattr(entry, "page", "") or getattr(entry, "homepage", ""),
    )


def _about(where: str, files: Mapping[str, tuple[str, str]], pack_id: str) -> tuple[str, str] | None:
    """Return list and id of what a problem is about, None where it is nothing that a round can renew or withdraw."""
    if where == "review_by":
        return WHOLE, pack_id
    entry = _ENTRY.fullmatch(where)
    if entry is not None:
        return (entry[1], entry[2]) if entry[1] in WITH_IDS else None
    return files.get(where.partition(":")[0])


def _place_of(listed: str, identifier: str) -> str:
    return f"{listed}[{identifier}]"

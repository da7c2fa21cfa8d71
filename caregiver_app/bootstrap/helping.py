"""Whom to call and where to meet others: what packs brought, and what ships with the application. Makes no connection.

Nothing is kept of who looked, for which country, or for which word.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import fields, replace
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from caregiver_app.model.article import ItemKind
from caregiver_app.model.help_lines import HelpDirectory, HelpGroup, HelpLine
from caregiver_app.model.pack_help import HelplineKind, PackCommunity, PackHelpline, Way
from caregiver_app.model.time import to_datetime

if TYPE_CHECKING:
    from caregiver_app.library.help_lines import BroughtHelp
    from caregiver_app.library.store import Library
    from caregiver_app.support.helplines import Helpline

_Entry = TypeVar("_Entry", PackHelpline, PackCommunity)
_KINDS = tuple(HelplineKind)


class Helping:
    """Threads may share it; a `Library` belongs to the one that opened it."""

    def directory(self, library: Library) -> HelpDirectory:
        """Return what the library has, what ships before what others brought, and the most urgent lines first.

        Of a country without any in packs that ship, the lines that lie in the application beside them; lines for advice
        that no pack has, of every country.
        """
        brought = library.help_lines.list()
        lines = [line for each in brought if (line := _line(each)) is not None]
        there = {each.state for each in lines if not each.publisher}
        lines += _shipped(but_not_of=there)
        country, _language = library.topics.place()
        return HelpDirectory(
            country=country,
            lines=_in_order(lines),
            groups=_those_that_ship_first(group for each in brought if (group := _group(each)) is not None),
            topics={topic.id: topic.title for topic in library.topics.list()},
            newest=library.help_lines.newest(),
        )

    def shipped(self) -> HelpDirectory:
        """Return what needs no library: it is the same for everybody."""
        return HelpDirectory(lines=_in_order(_shipped()))


def _line(brought: BroughtHelp) -> HelpLine | None:
    if brought.kind is not ItemKind.HELPLINE:
        return None
    said = _entry(brought.fields, PackHelpline)
    if said is None:
        return None
    return HelpLine(
        line=_believed(said, brought),
        organisation=brought.organisation,
        publisher=brought.publisher,
        taken_back=brought.taken_back,
    )


def _group(brought: BroughtHelp) -> HelpGroup | None:
    if brought.kind is not ItemKind.COMMUNITY:
        return None
    said = _entry(brought.fields, PackCommunity)
    if said is None:
        return None
    return HelpGroup(
        group=_believed(said, brought),
        organisation=brought.organisation,
        publisher=brought.publisher,
        taken_back=brought.taken_back,
    )


def _believed(said: _Entry, brought: BroughtHelp) -> _Entry:
    """Return an entry without the day of a check that nobody can have made: one after its pack came.

    It may be tomorrow already where it was made. What ships is believed even where the clock was wrong.
    """
    if not brought.publisher or said.checked_on is None:
        return said
    came = to_datetime(brought.came_at).date()
    return said if said.checked_on <= came + timedelta(days=1) else replace(said, checked_on=None)


def _entry(said: Mapping[str, object], kind: type[_Entry]) -> _Entry | None:
    """Return an entry as its pack had it, read by the bounds of the format once more."""
    from caregiver_app.packs.finding_problems import Problems
    from caregiver_app.packs.records import record_from

    names = {each.name for each in fields(kind)} - {"organisation"}  # in the library that is a uid, not an id
    return record_from({name: said[name] for name in names if name in said}, kind, "", Problems())


def _shipped(*, but_not_of: Collection[str] = ()) -> list[HelpLine]:
    """Return the lines in the application, of some countries only those that no gathered table and so no pack has."""
    from caregiver_app.support.helplines import HelpKind, helplines

    called = [each for each in helplines() if each.kind is not HelpKind.EMERGENCY]
    return [
        _of_shipped(number, each)
        for number, each in enumerate(called, 1)
        if each.copy_read_on is not None or each.state not in but_not_of
    ]


def _of_shipped(number: int, line: Helpline) -> HelpLine:
    said = PackHelpline(
        id=f"shipped-{number}",
        name=line.organisation,
        kind=HelplineKind(line.kind.value),
        country=line.country,
        languages=(),
        phone=line.phone,
        ways=(Way.TEXT if line.by_text else Way.CALL,),
        hours_said=line.hours,
        note=line.note,
        page=line.page,
        checked_on=line.checked_on,
    )
    return HelpLine(line=said)


def _in_order(lines: list[HelpLine]) -> tuple[HelpLine, ...]:
    return tuple(sorted(lines, key=_rank))


def _those_that_ship_first(groups: Iterable[HelpGroup]) -> tuple[HelpGroup, ...]:
    return tuple(sorted(groups, key=lambda each: each.publisher.casefold()))


def _rank(each: HelpLine) -> tuple[str, int, bool, bool, str]:
    """Put what ships first, then publisher by publisher: what is urgent, what somebody checked, what has a number, then
    by name.
    """
    line = each.line
    doubted = line.checked_on is None or each.taken_back is not None
    return each.publisher.casefold(), _KINDS.index(line.kind), doubted, not line.phone, line.name.casefold()

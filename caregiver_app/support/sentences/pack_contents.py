"""What a pack holds in words, entry by entry, for a list on paper. What counts as checked is handed in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from caregiver_app.model.awareness import days_in
from caregiver_app.model.pack import Pack, PackText, PackWithdrawal
from caregiver_app.model.pack_help import PackCommunity, PackDate, PackHelpline
from caregiver_app.model.pack_places import PackLink, PackOrganisation, PackSource
from caregiver_app.model.sheets.pack_contents import ContentsPart
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.groups import group_words
from caregiver_app.support.sentences.stamps import day_words

Checks = Mapping[str, tuple[date, date]]
"""On which day something was checked and until when that counts, by its id."""


def contents_facts(pack: Pack, publisher: str) -> tuple[tuple[str, str], ...]:
    """Return what is said of the whole."""
    facts = (
        (_("Made by"), publisher),
        (_("Version"), f"{pack.version}, {day_words(pack.published_on)}"),
        (_("Good until"), day_words(pack.review_by)),
        (_("Licence of its texts"), pack.licence),
        (_("Contact"), pack.contact),
    )
    return tuple((name, value) for name, value in facts if value)


def contents_parts(pack: Pack, checks: Checks) -> tuple[ContentsPart, ...]:
    """Return each kind that the pack has something of; within it, what its maker would print first stands first."""
    first = {identifier: place for place, identifier in enumerate(pack.printing.first)}
    owners = {each.id: each.name for each in pack.organisations}
    kinds: tuple[tuple[str, tuple[Any, ...], Callable[[Any], Iterator[str]]], ...] = (
        (_("Guides"), pack.guides, lambda each: _text(each, checks)),
        (_("Checklists"), pack.checklists, lambda each: _text(each, checks)),
        (_("Phone lines"), pack.helplines, lambda each: _line(each, owners)),
        (_("Web pages"), pack.links, lambda each: _link(each, owners, checks)),
        (_("Sources of news"), (*pack.sources, *pack.pages), lambda each: _source(each, owners)),
        (_("Groups"), pack.communities, _group),
        (_("Awareness days"), pack.dates, lambda each: _date(each, pack.published_on)),
        (_("Organisations"), pack.organisations, lambda each: _organisation(each, checks)),
        (_("Withdrawn"), pack.withdrawals, _withdrawal),
    )
    return tuple(_part(heading, _in_order(entries, first), lines) for heading, entries, lines in kinds if entries)


def _in_order(entries: tuple[Any, ...], first: Mapping[str, int]) -> tuple[Any, ...]:
    return tuple(sorted(entries, key=lambda each: first.get(getattr(each, "id", ""), len(first))))


def _part(heading: str, entries: tuple[Any, ...], lines: Callable[[Any], Iterator[str]]) -> ContentsPart:
    return ContentsPart(
        heading=heading, entries=tuple((_name(each), tuple(filter(None, lines(each)))) for each in entries)
    )


def _name(entry: Any) -> str:
    if isinstance(entry, PackWithdrawal):
        return entry.item or entry.address
    return str(getattr(entry, "title", "") or getattr(entry, "name", ""))


def _text(text: PackText, checks: Checks) -> Iterator[str]:
    yield text.summary
    yield text.by
    yield _("Written {written}. To be looked at again by {until}.").format(
        written=day_words(text.written_on), until=day_words(text.review_by)
    )
    yield _checked(text.id, checks, or_not="")


def _line(line: PackHelpline, owners: Mapping[str, str]) -> Iterator[str]:
    yield line.phone
    yield owners.get(line.organisation, "")
    yield line.serves
    yield line.hours_said
    yield line.page
    if line.checked_on is None:
        yield _("Check this number on its own page before you call.")
    else:
        yield _("Number read on {day}.").format(day=day_words(line.checked_on))


def _link(link: PackLink, owners: Mapping[str, str], checks: Checks) -> Iterator[str]:
    yield link.address
    yield owners.get(link.organisation, "")
    yield link.summary
    yield _checked(link.id, checks, or_not=_("Listed, not checked."))


def _source(source: PackSource, owners: Mapping[str, str]) -> Iterator[str]:
    yield source.address
    yield owners.get(source.organisation, "")


def _group(group: PackCommunity) -> Iterator[str]:
    yield group.address
    yield group.summary
    if group.moderated:
        yield _("How it is looked after: {how}").format(how=group_words(group.moderated))
    if group.checked_on is not None:
        yield _("Looked at on {day}.").format(day=day_words(group.checked_on))


def _date(day: PackDate, since: date) -> Iterator[str]:
    """Say when it is: the days that were confirmed, else the next one by its rule."""
    confirmed = [(each.first, each.last) for each in day.confirmed if each.last >= since]
    by_rule = (days_in(day.rule, day.when, year, lasting=day.lasting) for year in (since.year, since.year + 1))
    ruled = [(each.first, each.last) for each in by_rule if each is not None and each.last >= since]
    for first, last in confirmed or ruled[:1]:
        yield day_words(first) if first == last else f"{day_words(first)} - {day_words(last)}"
    yield day.organiser
    yield day.page


def _organisation(organisation: PackOrganisation, checks: Checks) -> Iterator[str]:
    yield organisation.homepage
    if organisation.known:
        yield _("Known from: {register}").format(register=organisation.known)
    yield _checked(organisation.id, checks, or_not="")


def _withdrawal(word: PackWithdrawal) -> Iterator[str]:
    yield word.reason
    yield day_words(word.withdrawn_on)


def _checked(identifier: str, checks: Checks, *, or_not: str) -> str:
    if identifier not in checks:
        return or_not
    on, until = checks[identifier]
    return _("Checked on {day}. To be checked again by {until}.").format(day=day_words(on), until=day_words(until))

"""How the fields of a pack go together: ids, references, languages, files, days. Pure.

The bound of each field by itself is read in `records`; what a person should look at is said in `checking`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from caregiver_app.links.address import address_key
from caregiver_app.links.sites import site_trouble
from caregiver_app.model.awareness import rule_holds
from caregiver_app.model.organisation import Site
from caregiver_app.model.pack import Pack, PackText, PackWithdrawal
from caregiver_app.model.pack_bounds import Reference
from caregiver_app.model.pack_help import PackDate, PackHelpline, Way
from caregiver_app.model.pack_problem import PackFault
from caregiver_app.packs.appraisal_rules import check_appraisals
from caregiver_app.packs.dialled import names_emergency, number_fault, says_costly
from caregiver_app.packs.finding_problems import Problems
from caregiver_app.packs.records import leaves_of

WITH_IDS: Final = (
    "organisations",
    "sources",
    "pages",
    "links",
    "guides",
    "checklists",
    "communities",
    "helplines",
    "dates",
)
"""The lists whose elements have an id; one id stands once in all of them together."""

_ONE_EACH: Final = (("sources", "pages"), ("links",), ("communities",))
"""The lists that name a page once. It may be watched, listed to be read, and a group that people join, all at once."""

# No file may be called so on Windows, whatever its ending.
_RESERVED = frozenset(("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))))


def check_rules(pack: Pack, problems: Problems) -> None:
    """Add what does not go together."""
    ids = ids_by_list(pack)
    _check_ids(ids, problems)
    _check_addresses(pack, problems)
    _check_references(pack, ids, problems)
    _check_head(pack, problems)
    _check_files(pack, problems)
    for text, where in texts_of(pack):
        _check_text(pack, text, where, problems)
    for organisation in pack.organisations:
        for number, site in enumerate(organisation.sites, 1):
            if site_trouble(Site(host=site.host, path_prefix=site.path_prefix)) is not None:
                problems.add(f"organisations[{organisation.id}].sites[{number}]", PackFault.NOT_OWN_SITE)
    for line in pack.helplines:
        _check_helpline(line, f"helplines[{line.id}]", problems)
    for day in pack.dates:
        _check_date(day, f"dates[{day.id}]", problems)
    for number, withdrawal in enumerate(pack.withdrawals, 1):
        _check_withdrawal(withdrawal, f"withdrawals[{number}]", ids, problems)
    check_appraisals(pack, problems)


def ids_by_list(pack: Pack) -> Mapping[str, tuple[str, ...]]:
    """Return the ids of each list that has any."""
    return {name: tuple(each.id for each in getattr(pack, name)) for name in WITH_IDS}


def is_reserved_name(name: str) -> bool:
    """Return whether some computer lets no file be called so, whatever its ending."""
    return name.partition(".")[0] in _RESERVED


def texts_of(pack: Pack) -> Iterator[tuple[PackText, str]]:
    """Return every guide and checklist with its place."""
    for name, texts in (("guides", pack.guides), ("checklists", pack.checklists)):
        for text in texts:
            yield text, f"{name}[{text.id}]"


def _check_ids(ids: Mapping[str, tuple[str, ...]], problems: Problems) -> None:
    for name, count in Counter(each for some in ids.values() for each in some).items():
        if count > 1:
            where = next(list_name for list_name, some in ids.items() if name in some)
            problems.add(f"{where}[{name}].id", PackFault.DOUBLE_ID)


def _check_addresses(pack: Pack, problems: Problems) -> None:
    """Let one list name a page once: a library has each source and each link once, and could keep one of the two."""
    for lists in _ONE_EACH:
        seen: dict[str, str] = {}
        places = ((f"{name}[{each.id}].address", each.address) for name in lists for each in getattr(pack, name))
        for where, address in places:
            key = address_key(address)
            if key in seen:
                problems.add(where, PackFault.DOUBLE_ADDRESS, seen[key])
            seen.setdefault(key, where)


def _check_references(pack: Pack, ids: Mapping[str, tuple[str, ...]], problems: Problems) -> None:
    known = {name: frozenset(some) for name, some in ids.items()}
    for leaf in leaves_of(pack):
        if isinstance(leaf.bound, Reference) and leaf.value:
            lists = leaf.bound.lists or WITH_IDS
            if not any(leaf.value in known[name] for name in lists):
                problems.add(leaf.where, PackFault.NO_SUCH_ID, leaf.value)


def _check_head(pack: Pack, problems: Problems) -> None:
    if pack.review_by < pack.published_on:
        problems.add("review_by", PackFault.ENDS_EARLY)
    spoken = [words.language for words in pack.words]
    for number, language in enumerate(spoken, 1):
        if language not in pack.languages[1:] or language in spoken[: number - 1]:
            problems.add(f"words[{number}].language", PackFault.LANGUAGE_NOT_LISTED, language)


def _check_files(pack: Pack, problems: Problems) -> None:
    named = [(text.file, f"{where}.file") for text, where in texts_of(pack)]
    named += [(picture.file, f"pictures[{n}].file") for n, picture in enumerate(pack.pictures, 1)]
    seen: set[str] = set()
    for file, where in named:
        if file in seen:
            problems.add(where, PackFault.TWICE)
        seen.add(file)
        if is_reserved_name(file.rpartition("/")[2]):
            problems.add(where, PackFault.RESERVED_NAME)


def _check_text(pack: Pack, text: PackText, where: str, problems: Problems) -> None:
    if not text.file.startswith(f"{where.partition('[')[0]}/"):
        problems.add(f"{where}.file", PackFault.WRONG_FOLDER)
    if text.language not in pack.languages:
        problems.add(f"{where}.language", PackFault.LANGUAGE_NOT_LISTED, text.language)
    if text.review_by < text.written_on:
        problems.add(f"{where}.review_by", PackFault.ENDS_EARLY)
    original = {each.id: each for each, _ in texts_of(pack)}.get(text.translation_of)
    if original is not None and (original.translation_of or original.language == text.language):
        problems.add(f"{where}.translation_of", PackFault.UNCLEAR)


def _check_helpline(line: PackHelpline, where: str, problems: Problems) -> None:
    if line.hours and not line.zone:
        problems.add(f"{where}.zone", PackFault.NO_ZONE)
    if line.zone and not _is_zone(line.zone):
        problems.add(f"{where}.zone", PackFault.UNKNOWN_ZONE)
    if not line.phone and (line.ways != (Way.WEB,) or not line.page):
        problems.add(f"{where}.phone", PackFault.NO_WAY_TO_REACH)
    fault = number_fault(line.phone, line.country)
    if fault is not None:
        problems.add(f"{where}.phone", fault)
    if names_emergency(line.name, line.country):
        problems.add(f"{where}.name", PackFault.EMERGENCY_NUMBER)
    if says_costly(line.name, line.country):
        problems.add(f"{where}.name", PackFault.COSTLY_NUMBER)


def _is_zone(name: str) -> bool:
    from babel.core import get_global

    return name in get_global("zone_territories") or name in get_global("zone_aliases")


def _check_date(day: PackDate, where: str, problems: Problems) -> None:
    if not rule_holds(day.rule, day.when):
        problems.add(f"{where}.when", PackFault.NOT_A_RULE)
    for number, days in enumerate(day.confirmed, 1):
        if days.last < days.first:
            problems.add(f"{where}.confirmed[{number}].last", PackFault.ENDS_EARLY)
    _refuse_doubles((kit.language for kit in day.kits), f"{where}.kits", problems)


def _check_withdrawal(
    withdrawal: PackWithdrawal, where: str, ids: Mapping[str, tuple[str, ...]], problems: Problems
) -> None:
    if bool(withdrawal.item) == bool(withdrawal.address):
        problems.add(where, PackFault.UNCLEAR)
    if withdrawal.replacement and not withdrawal.item:
        problems.add(f"{where}.replacement", PackFault.UNCLEAR)  # of somebody else's page none may be named
    if any(withdrawal.item in some for some in ids.values()):
        problems.add(f"{where}.item", PackFault.WITHDRAWN_AND_THERE, withdrawal.item)


def _refuse_doubles(words: Iterable[Any], where: str, problems: Problems) -> None:
    listed = list(words)
    if len(set(listed)) != len(listed):
        problems.add(where, PackFault.TWICE)

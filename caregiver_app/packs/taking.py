"""Takes into a pack what its maker has in the library: pages, sources and organisations, with the maker's own checks.

Pure. Nothing that others said comes along, nor anything of how it was read; of a page that is in the pack already the
id and the summary stay. No check goes to what the pack only calls by the same name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from caregiver_app.links.address import address_key
from caregiver_app.links.clean import clean_link
from caregiver_app.links.tokens import has_token, mask_address
from caregiver_app.model.organisation import Organisation
from caregiver_app.model.pack import Pack
from caregiver_app.model.pack_places import PackAppraisal, PackLink, PackOrganisation, PackSource
from caregiver_app.model.pack_problem import PackFault
from caregiver_app.model.source import SourceKind
from caregiver_app.model.trust import Answer, Appraisal, Point, SubjectKind
from caregiver_app.packs.fields import Json
from caregiver_app.packs.finding_problems import Problems
from caregiver_app.packs.records import record_from
from caregiver_app.packs.rules import ids_by_list
from caregiver_app.packs.same_organisations import is_as_known
from caregiver_app.packs.starting import slug_of
from caregiver_app.trust.points import points_of

EVERYWHERE: Final = "INT"


Listed = TypeVar("Listed", PackLink, PackSource)
Named = TypeVar("Named", PackLink, PackSource, PackOrganisation)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageToTake:
    """A page, or a source (`listed` says in which list): as the library has it, and the maker's own check of it."""

    listed: str
    title: str
    address: str
    language: str = ""
    country: str = ""
    topics: tuple[str, ...] = ()
    kind: SourceKind = SourceKind.NEWS
    organisation: Organisation | None = None
    appraisal: Appraisal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationToTake:
    """An organisation as the library has it, and the maker's own check of it."""

    organisation: Organisation
    appraisal: Appraisal | None = None


def take_organisation(pack: Pack, thing: OrganisationToTake, where: str, problems: Problems) -> Pack:
    """Return a pack with an organisation in it; the pack as it is where there is something wrong with it."""
    taken = _organisation(pack, thing, where, problems)
    return pack if taken is None else replace(pack, organisations=_with(pack.organisations, taken))


def take_page(pack: Pack, thing: PageToTake, where: str, problems: Problems) -> Pack:
    """Return a pack with a page or a source in it, and whose it is; the pack as it is where that may not be in it."""
    if has_token(thing.address):
        problems.add(where, PackFault.PRIVATE_LINK, mask_address(thing.address))
        return pack
    wider = pack
    if thing.organisation is not None:
        wider = take_organisation(pack, OrganisationToTake(organisation=thing.organisation), where, problems)
    if thing.listed == "links":
        link = _link(wider, thing, where, problems)
        return pack if link is None else replace(wider, links=_with(wider.links, link))
    if thing.listed == "pages":
        page = _source(wider, wider.pages, thing, where, problems)
        return pack if page is None else replace(wider, pages=_with(wider.pages, page))
    source = _source(wider, wider.sources, thing, where, problems)
    return pack if source is None else replace(wider, sources=_with(wider.sources, source))


def _link(pack: Pack, thing: PageToTake, where: str, problems: Problems) -> PackLink | None:
    """Return the entry of a page: the one that is there with the newest check, or a new one.

    A check is about what was called so, and about whose it was: with it the entry is called as it was then.
    """
    clean = clean_link(thing.address)
    if clean.refused:
        problems.add(where, PackFault.PRIVATE_LINK, mask_address(thing.address))
        return None
    old, checked = _at(pack.links, clean.output), _appraisal(thing.appraisal)
    if old is not None and not checked:
        return old
    more = {"appraisal": checked, "read_on": checked["checked_on"]} if checked else {}
    new = record_from({**_said(pack, thing, clean.output), **more}, PackLink, where, problems)
    if old is None or new is None:
        return new
    whose = old.organisation if thing.organisation is None else new.organisation
    return replace(old, title=new.title, organisation=whose, appraisal=new.appraisal, read_on=new.read_on)


def _source(
    pack: Pack, there: Sequence[PackSource], thing: PageToTake, where: str, problems: Problems
) -> PackSource | None:
    """Return the entry of a source: the one that is there, or a new one."""
    said = {**_said(pack, thing, thing.address), "kind": thing.kind.value}
    return _at(there, thing.address) or record_from(said, PackSource, where, problems)


def _said(pack: Pack, thing: PageToTake, address: str) -> dict[str, Json]:
    country = thing.country or (thing.organisation.country if thing.organisation else "") or EVERYWHERE
    return {
        "id": _free(pack, f"{country} {thing.title}"),
        "title": thing.title or address,
        "address": address,
        "language": thing.language or pack.languages[0],
        "country": country,
        "topics": list(thing.topics or pack.topics),
        "organisation": _id_of(pack, thing.organisation),
    }


def _at(there: Sequence[Listed], address: str) -> Listed | None:
    """Return what a list has at an address."""
    key = address_key(address)
    return next((each for each in there if address_key(each.address) == key), None)


def _organisation(pack: Pack, thing: OrganisationToTake, where: str, problems: Problems) -> PackOrganisation | None:
    named = thing.organisation
    appraisal = _appraisal(thing.appraisal)
    old = next((each for each in pack.organisations if each.name.casefold() == named.name.casefold()), None)
    if old is not None and appraisal and not is_as_known(old, named):
        problems.add(where, PackFault.NOT_AS_CHECKED, named.name)
        return None
    if old is not None:
        checked = record_from(appraisal, PackAppraisal, where, problems) if appraisal else None
        return old if checked is None else replace(old, appraisal=checked)
    said = {
        "id": _free(pack, named.name),
        "name": named.name,
        "country": named.country,
        "homepage": named.homepage if named.homepage.startswith("https://") else "",
        "known": named.known,
        "sites": [
            {"host": site.host, "path_prefix": site.path_prefix, "exceptions": list(site.exceptions)}
            for site in {(each.host, each.path_prefix): each for each in named.sites}.values()
        ],
        **({"appraisal": appraisal} if appraisal else {}),
    }
    return record_from(said, PackOrganisation, where, problems)


def _appraisal(made: Appraisal | None) -> dict[str, Json]:
    """Return a check as a pack says it; nothing of one that was taken back."""
    if made is None or made.withdrawn_on is not None:
        return {}
    answers = made.answers
    kind = SubjectKind.ORGANISATION if made.subject.kind is SubjectKind.ORGANISATION else SubjectKind.LINK
    return {
        "answers": [
            {"point": point.value, "answer": answers.given[point].value, "reason": _reason(made, point)}
            for point in points_of(kind)
            if point in answers.given
        ],
        "role": made.reviewer.role,
        "name": made.reviewer.name,
        "organisation": made.reviewer.organisation,
        "checked_on": made.checked_on.isoformat(),
        "check_by": made.check_by.isoformat(),
        "content_hashes": list(made.hashes_for_others),
    }


def _reason(made: Appraisal, point: Point) -> str:
    """Return why a point is no; other answers need no reason, and what was noted with them stays at home."""
    return made.answers.reasons.get(point, "") if made.answers.given[point] is Answer.NO else ""


def _with(there: tuple[Named, ...], taken: Named) -> tuple[Named, ...]:
    """Return a list with an entry in the place of the one that has its id, or at its end."""
    entries = [taken if each.id == taken.id else each for each in there]
    if taken not in entries:
        entries.append(taken)
    return tuple(entries)


def _id_of(pack: Pack, named: Organisation | None) -> str:
    """Return the id of an organisation in a pack, "" where what the pack calls so may be somebody else."""
    found = (each.id for each in pack.organisations if named is not None and is_as_known(each, named))
    return next(found, "")


def _free(pack: Pack, words: str) -> str:
    taken = {each for some in ids_by_list(pack).values() for each in some}
    wanted = slug_of(words)
    found, number = wanted, 2
    while found in taken:
        found, number = f"{wanted}-{number}", number + 1
    return found

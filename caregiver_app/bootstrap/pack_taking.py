"""From the library into a pack's folder: what its maker chose, with their own checks. The library is only read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.model.pack_problem import PackProblem
from caregiver_app.model.source import Source, SourceFormat, SourceId
from caregiver_app.model.trust import Subject, SubjectKind

if TYPE_CHECKING:
    from caregiver_app.library.store import Library
    from caregiver_app.model.organisation import Organisation
    from caregiver_app.packs.taking import OrganisationToTake, PageToTake


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """How many entries a pack has that it did not have before, and what was left out, named as it was asked for."""

    added: int
    left_out: tuple[PackProblem, ...]


def take_into(library: Library, folder: Path, subjects: Sequence[Subject], sources: Sequence[SourceId]) -> TakenIn:
    """Take things of a library into a pack. See `bootstrap.pack_making.PackMaking.take`."""
    from caregiver_app.packs.changing import read_manifest_of, write_manifest_of
    from caregiver_app.packs.finding_problems import Problems
    from caregiver_app.packs.taking import PageToTake, take_organisation, take_page

    before = pack = read_manifest_of(folder)
    problems = Problems()
    for where, thing in tuple(_things(library, subjects, sources)):
        if isinstance(thing, PageToTake):
            pack = take_page(pack, thing, where, problems)
        else:
            pack = take_organisation(pack, thing, where, problems)
    if pack != before:
        write_manifest_of(folder, pack)
    added = pack.items - before.items + len(pack.organisations) - len(before.organisations)
    return TakenIn(added=added, left_out=problems.all)


def _things(
    library: Library, subjects: Sequence[Subject], sources: Sequence[SourceId]
) -> Iterator[tuple[str, PageToTake | OrganisationToTake]]:
    for subject in subjects:
        yield subject.reference, _thing(library, subject)
    for source_id in sources:
        yield f"source:{source_id}", _of_source(library, library.sources.get(source_id))


def _thing(library: Library, subject: Subject) -> PageToTake | OrganisationToTake:
    from caregiver_app.model.errors import UnknownItem
    from caregiver_app.packs.taking import OrganisationToTake, PageToTake
    from caregiver_app.trust.subjects import find_subject

    facts = find_subject(library, subject)
    if subject.kind is SubjectKind.PAGE:
        return _of_source(library, library.sources.get(SourceId(subject.id)))
    own = library.appraisals.in_force(facts.subject)
    if subject.kind is SubjectKind.ORGANISATION:
        organisation = library.organisations.get(subject.id)
        if organisation is None:
            raise UnknownItem(subject.reference)
        return OrganisationToTake(organisation=organisation, appraisal=own)
    return PageToTake(
        listed="links",
        title=facts.title if own is None else own.title or facts.title,
        address=facts.address if own is None else own.address or facts.address,
        language=facts.language,
        organisation=_organisation(library, facts.organisation_id),
        appraisal=own,
    )


def _of_source(library: Library, source: Source) -> PageToTake:
    from caregiver_app.packs.taking import PageToTake

    return PageToTake(
        listed="pages" if source.format is SourceFormat.PAGE else "sources",
        title=source.title,
        address=source.url,
        language=source.language,
        country=source.country,
        topics=source.topics,
        kind=source.kind,
        organisation=_organisation(library, source.organisation_id),
    )


def _organisation(library: Library, number: int | None) -> Organisation | None:
    return None if number is None else library.organisations.get(number)

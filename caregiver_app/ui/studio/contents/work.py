"""What the second step has done in the library's thread: a pack read, and changed with the way back. Shows nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from caregiver_app.bootstrap.pack_changes import (
    PackChange,
    change_again,
    changing,
    leave_out,
    take_change_back,
)
from caregiver_app.bootstrap.pack_folders import read_manifest, read_pack
from caregiver_app.links.address import address_key
from caregiver_app.model.article import ArticleRow, ItemId
from caregiver_app.model.pack_problem import PackProblem
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.source import SourceId
from caregiver_app.model.trust import Subject, SubjectKind, subject_kind_of
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import shorten
from caregiver_app.ui.doer import NAME_CHARS, Done
from caregiver_app.ui.studio.contents.entries import PackEntry, entries_of
from caregiver_app.ui.theme import Icon

if TYPE_CHECKING:
    from caregiver_app.bootstrap.pack_taking import TakenIn
    from caregiver_app.bootstrap.services import Services
    from caregiver_app.library.store import Library
    from caregiver_app.model.organisation import NamedOrganisation
    from caregiver_app.model.source import Source

T = TypeVar("T")

MOST_FOUND = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What is in a pack, and in which version of it."""

    entries: tuple[PackEntry, ...]
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Takeable:
    """Something of the library that may be taken: `subject` of a page or an organisation, `source` of a source."""

    title: str
    facts: str
    there: bool
    subject: Subject | None = None
    source: SourceId | None = None


def read_contents(services: Services, folder: Path) -> Contents:
    """Return what is in the pack of a folder. Raises as `read_pack` does."""
    pack = read_pack(folder)
    return Contents(entries=entries_of(pack, services.appraising.today()), version=pack.version)


def find_pages(library: Library, folder: Path, query: ArticleQuery) -> tuple[Takeable, ...]:
    """Return pages of the library that a search finds."""
    there = {address_key(link.address) for link in read_manifest(folder).links}
    rows = library.articles.page(query, limit=MOST_FOUND).rows
    return tuple(_page(row, there) for row in rows if subject_kind_of(row.kind) in _PAGES)


def find_organisations(library: Library, folder: Path, words: str) -> tuple[Takeable, ...]:
    """Return organisations of the library whose name holds these words."""
    there = {each.name.casefold() for each in read_manifest(folder).organisations}
    found = [each for each in library.organisations.named() if words.casefold() in each.name.casefold()]
    return tuple(_organisation(each, there) for each in found[:MOST_FOUND])


def find_sources(library: Library, folder: Path, words: str) -> tuple[Takeable, ...]:
    """Return sources of the library whose title holds these words."""
    pack = read_manifest(folder)
    there = {address_key(each.address) for each in (*pack.sources, *pack.pages)}
    found = [each for each in library.sources.list() if words.casefold() in each.title.casefold()]
    return tuple(_source(each, there) for each in found[:MOST_FOUND])


def take(services: Services, library: Library, folder: Path, wanted: Takeable) -> PackChange[TakenIn]:
    """Take something of the library into a pack, with one's own check of it."""
    subjects = () if wanted.subject is None else (wanted.subject,)
    sources = () if wanted.source is None else (wanted.source,)
    return changing(folder, lambda: services.pack_making.take(library, folder, subjects, sources))


def withdraw(
    services: Services, folder: Path, entry: PackEntry, reason: str, replacement: str
) -> Done[Library] | tuple[PackProblem, ...]:
    """Take something out, a text with its file, and keep the word on it; or return why that cannot be."""
    making, writing = services.pack_making, services.pack_writing
    change = changing(folder, lambda: making.withdraw(folder, entry.key, reason=reason, replacement=replacement))
    if change.answer:
        return change.answer
    removed = [writing.remove_text(folder, entry.file) if entry.file else None]

    def undo(_later: Library) -> None:
        if removed[0] is not None:
            writing.bring_text_back(folder, removed[0])
        take_change_back(folder, change)

    def redo(_later: Library) -> None:
        change_again(folder, change)
        removed[0] = writing.remove_text(folder, entry.file) if entry.file else None

    words = _("Withdrawn: {title}").format(title=shorten(entry.title, NAME_CHARS))
    return Done(text=words, undo=undo, redo=redo, icon=Icon.ARCHIVE)


def take_out(folder: Path, entry: PackEntry) -> Done[Library]:
    """Take something out without a word on it."""
    change = changing(folder, lambda: leave_out(folder, entry.key))
    return done_with(folder, change, _("Taken out: {title}").format(title=shorten(entry.title, NAME_CHARS)), Icon.MINUS)


def take_word_back(services: Services, folder: Path, entry: PackEntry) -> Done[Library]:
    """Take back that something is withdrawn; it does not come back by that."""
    change = changing(folder, lambda: services.pack_writing.take_out(folder, entry.listed, entry.key))
    words = _("No longer withdrawn: {title}").format(title=shorten(entry.title, NAME_CHARS))
    return done_with(folder, change, words, Icon.UNDO)


def done_with(folder: Path, change: PackChange[T], words: str, icon: Icon) -> Done[Library]:
    """Return a change with the way back."""
    return Done(
        text=words,
        undo=lambda _later: take_change_back(folder, change),
        redo=lambda _later: change_again(folder, change),
        icon=icon,
    )


def subject_of_entry(services: Services, library: Library, folder: Path, entry: PackEntry) -> Subject | None:
    """Return what of the library is checked for an entry; a link that it has not got is made. None: there is none."""
    if entry.listed == "links":
        return services.appraising.add_link(library, entry.address, title=entry.title)
    name = next((each.name for each in read_manifest(folder).organisations if each.id == entry.key), "").casefold()
    found = (each.id for each in library.organisations.named() if each.name.casefold() == name)
    number = next(found, None)
    return None if number is None else Subject(kind=SubjectKind.ORGANISATION, id=number)


_PAGES = (SubjectKind.ARTICLE, SubjectKind.LINK)


def _page(row: ArticleRow, there: set[str]) -> Takeable:
    kind = subject_kind_of(row.kind) or SubjectKind.LINK
    return Takeable(
        title=row.title,
        facts=row.organisation or row.source_title,
        there=row.url is not None and address_key(row.url) in there,
        subject=Subject(kind=kind, id=ItemId(row.id)),
    )


def _organisation(each: NamedOrganisation, there: set[str]) -> Takeable:
    subject = Subject(kind=SubjectKind.ORGANISATION, id=each.id)
    return Takeable(title=each.name, facts=each.country, there=each.name.casefold() in there, subject=subject)


def _source(source: Source, there: set[str]) -> Takeable:
    return Takeable(title=source.title, facts=source.country, there=address_key(source.url) in there, source=source.id)

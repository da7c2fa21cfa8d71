"""The library leaves as files that other programs read: sources, marks, collections, searches, checks, and pages.

What is written is whole or not there at all; a folder that is there already is never written over. The shapes:
docs/formats/library-export.md.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from caregiver_app.model.article import ArticleRow, ItemId, ItemKind
from caregiver_app.model.time import Millis, to_datetime, to_iso
from caregiver_app.model.web import Cancel

if TYPE_CHECKING:
    from caregiver_app.bootstrap.services import Services
    from caregiver_app.library.store import Library
    from caregiver_app.model.trust import Appraisal, SubjectKind
    from caregiver_app.vault.carrying.writing import Part

MOST_PAGES = 5_000
_SLUG_CHARS = 50
_VERSION = 1
_NO_WORD = re.compile(r"[^a-z0-9]+")

OnPart = Callable[[int, int], object]
"""Told how many parts are written, and of how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedLibrary:
    """What left. `private_sources` stayed, for their addresses are private, and `pages_left_out`, for want of room."""

    sources: int
    private_sources: int
    marks: int
    collections: int
    searches: int
    checks: int
    pages: int
    pages_left_out: int
    size_bytes: int


def export_library(
    services: Services,
    library: Library,
    target: Path,
    *,
    most_pages: int = MOST_PAGES,
    on_part: OnPart | None = None,
    cancel: Cancel | None = None,
) -> ExportedLibrary:
    """Write what a person has in the library into a new folder, readable by its owner alone. Nothing is fetched.

    Raises:
        CareFileError: something is at the place already, or it is our own folder.
        StorageError: no room or no right.
        VaultError: the care notes, whose words the guard looks for in names of sources, are damaged.
        Cancelled: `cancel` was set. In each case nothing is left behind.
    """
    from caregiver_app.bootstrap.care_files import refuse_own_folder
    from caregiver_app.vault.carrying.writing import write_folder

    refuse_own_folder(services.paths, target)
    opml = services.export_opml(library)
    own = _Own(library, most_pages)
    files: list[Part] = [("sources.opml", partial(bytes, opml.data))]
    files += [(name, partial(_document, name, values)) for name, values in own.documents().items()]
    files += [(name, partial(own.page, item_id)) for item_id, name in own.pages.items()]
    size = write_folder(_told(files, on_part), target, before=lambda: None, cancel=cancel)
    return ExportedLibrary(
        sources=opml.written,
        private_sources=len(opml.left_out),
        marks=len(own.marks),
        collections=len(own.shelves),
        searches=len(own.searches),
        checks=len(own.checks),
        pages=len(own.pages),
        pages_left_out=own.pages_left_out,
        size_bytes=size,
    )


class _Own:
    """All that is a person's own, by the items that it is about."""

    def __init__(self, library: Library, most_pages: int) -> None:
        things = library.own_things
        marked, shelves = things.marked(), things.shelves()
        ids = dict.fromkeys([*(each.item_id for each in marked), *(each for one in shelves for each, _at in one.items)])
        self._library = library
        self._rows = {row.id: row for row in library.articles.rows_of(tuple(ids))}
        with_text = [row for row in self._rows.values() if row.kind is not ItemKind.LINK and row.words]
        self.pages = {row.id: page_name(n, row.title) for n, row in enumerate(with_text[:most_pages], start=1)}
        self.pages_left_out = len(with_text) - len(self.pages)
        self.marks = [
            {
                **item,
                "starred_at": to_iso(each.starred_at),
                "archived_at": to_iso(each.archived_at),
                "page_kept": each.asked,
            }
            for each in marked
            if (item := self._item(each.item_id))
        ]
        self.shelves = [
            {
                "name": shelf.name,
                "made_at": to_iso(shelf.made_at),
                "items": [{**item, "added_at": to_iso(at)} for each, at in shelf.items if (item := self._item(each))],
            }
            for shelf in shelves
        ]
        self.searches = [
            {"name": each.name, "query": each.query, "saved_at": to_iso(each.saved_at)} for each in things.searches()
        ]
        self.checks = [_check(*each) for each in self._own_checks()]

    def documents(self) -> dict[str, Sequence[Any]]:
        """Return the lists by the names of their files."""
        return {
            "marks.json": self.marks,
            "collections.json": self.shelves,
            "searches.json": self.searches,
            "checks.json": self.checks,
        }

    def page(self, item_id: ItemId) -> bytes:
        """Return a page as Markdown: what it is called, whose and of when it is, where it stands, and its text."""
        from caregiver_app.support.as_markdown import to_markdown
        from caregiver_app.support.markdown_text import BREAK, begun, escaped, target

        article = self._library.articles.get(item_id)
        row = article.row
        address = f"<{target(row.url)}>" if row.url else ""
        facts = (begun(escaped(_publisher(row))), _day(row.published_at), address)
        head = f"# {escaped(' '.join(row.title.split()))}\n\n{BREAK.join(fact for fact in facts if fact)}\n\n* * *\n\n"
        return (head + to_markdown(article.html)).encode("utf-8", "replace")

    def _item(self, item_id: ItemId) -> dict[str, Any] | None:
        """Return what is said of an item wherever it stands; None where nothing shows it any more."""
        row = self._rows.get(item_id)
        if row is None:
            return None
        return {
            "kind": row.kind.value,
            "title": row.title,
            "url": row.url,
            "publisher": _publisher(row),
            "published_at": to_iso(row.published_at),
            "page": self.pages.get(item_id),
        }

    def _own_checks(self) -> Iterator[tuple[Appraisal, SubjectKind, str]]:
        """Yield every check that the person made, with what it is about and how that is called."""
        from caregiver_app.model.trust import OWN, Subject, SubjectKind

        checks, subjects = self._library.appraisals, self._library.subjects
        organisations = [Subject(kind=SubjectKind.ORGANISATION, id=each) for each in checks.organisations()]
        about = [(each, subjects.of(each)) for each in organisations]
        # By whatever kind an item is called, its checks hang on its number.
        about += [(Subject(kind=SubjectKind.LINK, id=each), subjects.of_item(each)) for each in checks.items()]
        for subject, facts in about:
            for one in checks.history(subject) if facts is not None else ():
                if facts is not None and one.author == OWN:
                    yield one, facts.shown.kind, one.title or facts.title


def _told(parts: Sequence[Part], on_part: OnPart | None) -> Iterator[Part]:
    for done, part in enumerate(parts):
        if on_part is not None:
            on_part(done, len(parts))
        yield part


def _document(name: str, values: Sequence[Any]) -> bytes:
    kind = name.removesuffix(".json")
    document = {"format": f"caregiver-{kind}", "version": _VERSION, kind: values}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _check(appraisal: Appraisal, kind: SubjectKind, title: str) -> dict[str, Any]:
    from caregiver_app.links.tokens import mask_address

    reviewer = appraisal.reviewer
    return {
        "kind": kind.value,
        "title": title,
        "url": mask_address(appraisal.address),
        "outcome": appraisal.outcome.value,
        "answers": {point.value: answer.value for point, answer in appraisal.answers.given.items()},
        "reasons": {point.value: reason for point, reason in appraisal.answers.reasons.items()},
        "role": reviewer.role,
        "name": reviewer.name,
        "organisation": reviewer.organisation,
        "checked_on": appraisal.checked_on.isoformat(),
        "check_by": appraisal.check_by.isoformat(),
        "withdrawn_on": None if appraisal.withdrawn_on is None else appraisal.withdrawn_on.isoformat(),
    }


def page_name(number: int, title: str) -> str:
    """Return the name of a page's file: of plain letters, so that every disk takes it, and never twice the same."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    slug = _NO_WORD.sub("-", plain)[:_SLUG_CHARS].strip("-")
    return f"pages/{number:04}-{slug or 'page'}.md"


def _publisher(row: ArticleRow) -> str:
    from caregiver_app.links.tokens import shown_title

    return row.organisation or shown_title(row.source_title)


def _day(at: Millis | None) -> str:
    return "" if at is None else to_datetime(at).date().isoformat()

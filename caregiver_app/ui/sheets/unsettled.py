"""Which details in typed words keep a sheet from being made, and whether they stand in its title or in that of a page.

Reads the library; the words stay in the window's memory and are in no error's text.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from caregiver_app.model.card import Kept
from caregiver_app.model.errors import CaregiverError, ShareError, ShareTrouble
from caregiver_app.model.guard import UNCHECKED, Finding, FindingKind
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.wishes import PublicWish
from caregiver_app.support.plain_text import visible
from caregiver_app.ui.sheets.doors import PublicSheets

if TYPE_CHECKING:
    from caregiver_app.library.store import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDetail:
    """A detail, and the title of the page in which it stands; "" is the title that was typed for the sheet."""

    finding: Finding = field(repr=False)
    page: str = field(default="", repr=False)


class Unsettled(ShareError):
    """Details are open in what was typed; `details` says which."""

    def __init__(self, details: tuple[OpenDetail, ...]) -> None:
        super().__init__(ShareTrouble.NOT_SETTLED, str(len(details)))
        self.details = details

    @property
    def is_unchecked_alone(self) -> bool:
        """Whether nothing was found, but the words of locked care notes could not be looked for."""
        return all(each.finding == UNCHECKED for each in self.details)

    def without_notes(self) -> Unsettled:
        """Return what may be said of it once the notes are locked: not that words of theirs were found just before."""
        others = tuple(each for each in self.details if each.finding.kind is not FindingKind.PRIVATE_WORD)
        return self if len(others) == len(self.details) else Unsettled((OpenDetail(finding=UNCHECKED), *others))


def told_of(
    error: CaregiverError, public: PublicSheets, library: Library, wish: PublicWish, kept: Collection[Kept], *, on: date
) -> CaregiverError:
    """Return why there is no sheet on a day; where details are open, with what they are and where they stand."""
    if not isinstance(error, ShareError) or error.kind is not ShareTrouble.NOT_SETTLED:
        return error
    titles = tuple(_titles_of_pages(library, wish, on))
    found = public.open_findings(library, wish, kept)
    details = tuple(OpenDetail(finding=each, page=_page_of(each, visible(wish.title), titles)) for each in found)
    return Unsettled(details) if details else error


def _page_of(finding: Finding, typed: str, titles: tuple[str, ...]) -> str:
    if finding == UNCHECKED or finding.text in typed:
        return ""
    return next((title for title in titles if finding.text in title), "")


def _titles_of_pages(library: Library, wish: PublicWish, on: date) -> Iterator[str]:
    from caregiver_app.printing.choosing import subjects_of
    from caregiver_app.printing.pages import paper_page

    subjects = subjects_of(library, wish) if wish.kind is SheetKind.RESOURCE_LIST else wish.subjects
    pages = (paper_page(library, each, on=on) for each in subjects)
    return (visible(page.title) for page in pages if page.own_title)

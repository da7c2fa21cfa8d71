"""Something of the library as it stands on paper: its title, whose it is, its state, an address that may be printed.

Reading only. The address is the clean one that would be passed on; one that tells of a person, or that nobody else can
open, is not printed, and the sheet says why.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from caregiver_app.links.clean import clean_link
from caregiver_app.links.parts import take_apart
from caregiver_app.links.tokens import shown_title
from caregiver_app.model.article import ItemKind, Trust
from caregiver_app.model.clean_link import CleanLink
from caregiver_app.model.sheets.blocks import Entry
from caregiver_app.paper.qr_code import LONGEST_BYTES
from caregiver_app.printing.frame import state_lines
from caregiver_app.support.plain_text import one_line, shorten
from caregiver_app.support.sentences.on_paper import (
    moved_to_others,
    not_printed,
    stands_on_no_page,
    too_long_for_a_code,
)
from caregiver_app.trust.own_texts import is_its_page
from caregiver_app.trust.passing_on import Standing, standing_of
from caregiver_app.trust.subjects import find_subject

if TYPE_CHECKING:
    from caregiver_app.library.store import Library
    from caregiver_app.library.subjects import SubjectFacts
    from caregiver_app.model.trust import Stamp, Subject

LONGEST_TITLE = 300
_OWN = "user/"
"""Begins the uid of what a person put in."""
_TEXTS = (ItemKind.GUIDE, ItemKind.CHECKLIST)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPage:
    """`link` is "" where `why_no_link` says why. `whose` is whose own site it lies on, else its host.

    `own_title` tells that a person here may have written the title, or put the page in under it.
    """

    thing: SubjectFacts = field(repr=False)
    title: str = field(repr=False)
    stamp: Stamp
    whose: str = ""
    link: str = ""
    why_no_link: str = ""
    own_title: bool = False

    @property
    def is_organisation(self) -> bool:
        """Whether it is not a page but an organisation."""
        return self.thing.item_id is None

    @property
    def has_code(self) -> bool:
        """Whether a phone could read its address off a code."""
        return bool(self.link) and len(self.link.encode()) <= LONGEST_BYTES


def paper_page(library: Library, subject: Subject, *, on: date) -> PaperPage:
    """Return something as it stands on paper on a day.

    Raises:
        UnknownItem: the library does not hold it.
    """
    thing = find_subject(library, subject)
    standing = standing_of(library, thing, on=on)
    stamp = standing.stamp
    checked = stamp.trust is Trust.CHECKED and bool(stamp.address)
    title = stamp.title if checked and stamp.title else thing.title
    link, why = _printable(library, thing, standing)
    return PaperPage(
        thing=thing,
        title=shorten(one_line(shown_title(title)), LONGEST_TITLE),
        stamp=stamp,
        whose=_whose(standing, link),
        link=link,
        why_no_link=why,
        own_title=standing.own_words and not _brought(library, thing),
    )


def page_entry(page: PaperPage) -> Entry:
    """Return a page as an entry of a list, with its code."""
    # In which register its organisation stands would take more room than all the rest.
    state = state_lines(replace(page.stamp, register=""), of_organisation=page.is_organisation)
    named = page.whose and page.whose != page.title and not any(page.whose in line for line in state)
    lines = (page.whose if named else "", *state, page.why_no_link, _without_code(page))
    return Entry(title=page.title, lines=tuple(filter(None, lines)), link=page.link, code=page.has_code)


def link_for_paper(address: str) -> str:
    """Return where a link within a text may lead from a sheet, "" for nowhere."""
    return "" if take_apart(address) is None else clean_link(address).output


def _brought(library: Library, thing: SubjectFacts) -> bool:
    """Tell whether a link is of a pack or ships: its title was written to be read by everybody."""
    if thing.kind is not ItemKind.LINK or thing.item_id is None:
        return False
    return not (library.item_uids.uid_of(thing.item_id) or "").startswith(_OWN)


def _without_code(page: PaperPage) -> str:
    return too_long_for_a_code() if page.link and not page.has_code else ""


def _printable(library: Library, thing: SubjectFacts, standing: Standing) -> tuple[str, str]:
    """Return the address that is printed, or why there is none."""
    stamp = standing.stamp
    if standing.moved_to:
        return "", moved_to_others(standing.moved_to)
    if stamp.trust is Trust.WITHDRAWN:
        return "", ""  # what it says of itself says why, and nobody should follow it
    link = _cleaned(library, thing, stamp)
    if link is None:
        return "", stands_on_no_page() if thing.kind in _TEXTS else not_printed(None)
    if link.refused is not None:
        return "", not_printed(link.refused)
    return link.output, ""


def _cleaned(library: Library, thing: SubjectFacts, stamp: Stamp) -> CleanLink | None:
    if thing.item_id is not None and not is_its_page(library, thing.item_id):
        return None
    if stamp.trust is Trust.CHECKED and stamp.address:
        link = clean_link(stamp.address)
    else:
        link = clean_link(thing.address, canonical=thing.canonical)
    return link if link.refused or take_apart(link.output) is not None else None


def _whose(standing: Standing, link: str) -> str:
    name = standing.stamp.organisation
    if name and (not link or standing.lies_with_publisher(link)):
        return name
    parts = take_apart(link) if link else None
    return "" if parts is None else parts.host.removeprefix("www.")

"""Saves a link to be checked later, and takes that back. Asks nobody: the page is looked at when it is checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from caregiver_app.links.clean import clean_link
from caregiver_app.model.article import ItemId
from caregiver_app.model.trust import Subject
from caregiver_app.trust.subjects import Moment, add_link, find_subject, link_of

if TYPE_CHECKING:
    from caregiver_app.library.store import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedLink:
    """A link that waits to be checked. `before` is what was kept of who brought it, None where nothing was."""

    subject: Subject
    before: str | None


def save_for_later(library: Library, address: str, moment: Moment) -> SavedLink | None:
    """Save the link of an address, made where there is none; None where the person checked it already, or saved it.

    Raises:
        AppraisalError: it is no web address that others could open.
    """
    facts = find_subject(library, add_link(library, address, moment, for_check=True))
    link = link_of(library, facts, clean_link(facts.address).output or facts.address, moment)
    number = ItemId(link.id)
    if library.appraisals.in_force(link) is not None or number in library.links_to_check.waiting():
        return None
    return SavedLink(subject=link, before=library.links_to_check.save(number))


def take_back_saving(library: Library, saved: SavedLink) -> None:
    """Undo the saving; a link that is there for nothing else goes."""
    library.links_to_check.put_back(ItemId(saved.subject.id), saved.before)
    library.subjects.drop_link(saved.subject)

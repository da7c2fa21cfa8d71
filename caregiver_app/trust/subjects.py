"""What a check is about, as the library has it; makes the link on which checks of a page hang, where there is none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from caregiver_app.library.subjects import NewLink
from caregiver_app.links.clean import clean_link
from caregiver_app.links.parts import take_apart
from caregiver_app.model.article import ItemId, ItemKind
from caregiver_app.model.errors import AppraisalError, AppraisalTrouble, UnknownItem
from caregiver_app.model.time import Millis
from caregiver_app.model.trust import Subject, SubjectKind
from caregiver_app.support.plain_text import one_line
from caregiver_app.trust.owners import owner_of
from caregiver_app.trust.pages import is_same_page, page_key

if TYPE_CHECKING:
    from caregiver_app.library.store import Library
    from caregiver_app.library.subjects import SubjectFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One time of an operation, and the day that it is where the person lives."""

    at: Millis
    on: date


def find_subject(library: Library, subject: Subject) -> SubjectFacts:
    """Return what is named so.

    Raises:
        UnknownItem: the library does not hold it, or not as this kind.
    """
    facts = library.subjects.of(subject)
    if facts is None:
        raise UnknownItem(subject.reference)
    return facts


def add_link(library: Library, address: str, moment: Moment, *, title: str = "", for_check: bool = False) -> Subject:
    """Return the link of an address, made where the library has none; of an article that is there, the article.

    `for_check`: a link that is made now goes again with what it was made for.

    Raises:
        AppraisalError: it is no web address that others could open.
    """
    parts, link = take_apart(address), clean_link(address)
    if parts is None or link.refused is not None:
        raise AppraisalError(AppraisalTrouble.NO_ADDRESS)
    key = page_key(link.output)
    for item_id in library.trust_facts.items_of_page(key, warned=False):
        facts = library.subjects.of_item(item_id)
        if facts is not None and is_same_page(facts.address, link.output):
            return facts.shown
    owner = owner_of(library, link.output)
    new = NewLink(
        title=one_line(title) or parts.host,
        address=link.output,
        address_key=key,
        organisation_id=None if owner is None else owner[0],
        for_check=for_check,
    )
    return library.subjects.make_link(new, at=moment.at)


def link_of(library: Library, facts: SubjectFacts, address: str, moment: Moment) -> Subject:
    """Return the link of a page on which checks of it hang, made where there is none."""
    return facts.subject if _is_its_link(library, facts) else _make_link(library, facts, address, moment)


def place_of(library: Library, facts: SubjectFacts, moment: Moment) -> tuple[Subject, str]:
    """Return on what the check hangs, of an article its link (made where there is none), and the exact address.

    An article that moved gets a link of its new page: what was said of the old one stays with the old one.
    """
    if facts.item_id is None:
        return facts.subject, ""
    if facts.kind not in (ItemKind.ARTICLE, ItemKind.LINK) or take_apart(facts.address) is None:
        return facts.subject, facts.address
    link = clean_link(facts.address)
    address = facts.address if link.refused else link.output
    article_id = _article_there(library, facts)
    subject = link_of(library, facts, address, moment)
    library.subjects.tie(ItemId(subject.id), article_id, title=facts.title)
    return subject, address


def _make_link(library: Library, facts: SubjectFacts, address: str, moment: Moment) -> Subject:
    owner = None if facts.organisation_id is not None else owner_of(library, address)
    new = NewLink(
        title=facts.title,
        address=address,
        address_key=page_key(address),
        language=facts.language,
        organisation_id=facts.organisation_id if owner is None else owner[0],
        article_id=facts.article_id,
        for_check=True,
    )
    return library.subjects.make_link(new, at=moment.at)


def _is_its_link(library: Library, facts: SubjectFacts) -> bool:
    """Tell whether what checks hang on is a link that leads to the page that is looked at."""
    if facts.subject.kind is not SubjectKind.LINK:
        return False
    link = library.subjects.of(facts.subject)
    return link is not None and is_same_page(link.address, facts.address)


def _article_there(library: Library, facts: SubjectFacts) -> ItemId | None:
    """Return the article that keeps the words of the page that is looked at, None where they are of another page."""
    if facts.article_id is None:
        return None
    article = library.subjects.of_item(facts.article_id)
    return None if article is None or not is_same_page(article.address, facts.address) else facts.article_id

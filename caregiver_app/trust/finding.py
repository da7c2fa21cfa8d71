"""The stamps of what is in the library, of any address, and what is found before a check. Reading only."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from caregiver_app.links.parts import take_apart
from caregiver_app.model.article import ItemId, Trust
from caregiver_app.model.page_facts import FoundFacts
from caregiver_app.model.trust import ReviewSpan, Stamp, Stamps, Subject
from caregiver_app.trust.found import PageSeen, find_facts, find_facts_of_organisation
from caregiver_app.trust.judge import TrustJudge
from caregiver_app.trust.known_sites import known_sites
from caregiver_app.trust.owners import owner_of
from caregiver_app.trust.pages import is_same_page, page_key
from caregiver_app.trust.reviewing import span_of
from caregiver_app.trust.states import stamps_of_organisation, stamps_on_site
from caregiver_app.trust.subjects import find_subject

if TYPE_CHECKING:
    from caregiver_app.library.store import Library
    from caregiver_app.library.subjects import SubjectFacts

_UNKNOWN = Stamp(trust=Trust.NOT_CHECKED)


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectLook:
    """All that a check begins with. `subject` is what the check will be kept under, `shown` what people see of it."""

    subject: Subject
    shown: Subject
    title: str
    language: str
    span: ReviewSpan
    today: date
    stamps: Stamps
    found: FoundFacts


def stamps_of_items(library: Library, ids: Collection[ItemId], *, on: date) -> Mapping[ItemId, Stamps]:
    """Return the stamps of these items on a day; those that are not there are left out."""
    return TrustJudge().stamps(library.trust_facts.of(ids), on=on)


def stamps_of_subject(library: Library, subject: Subject, *, on: date) -> Stamps:
    """Return the stamps of a subject on a day.

    Raises:
        UnknownItem: the library does not hold it.
    """
    return _stamps(library, find_subject(library, subject), on)


def stamps_of_address(library: Library, address: str, *, on: date) -> Stamps:
    """Return the stamps of any web address on a day: of the page where the library has it, else of whose site it is."""
    nothing = Stamps(reading=_UNKNOWN, sharing=_UNKNOWN)
    if take_apart(address) is None:
        return nothing
    facts = library.trust_facts.of(library.trust_facts.items_of_page(page_key(address)))
    there = {item_id: item for item_id, item in facts.items.items() if is_same_page(item.url or "", address)}
    known = TrustJudge().stamps(replace(facts, items=there), on=on)
    checked = [stamps for stamps in known.values() if stamps.statements and not stamps.reading.inherited]
    if checked:
        return checked[0]
    owner = owner_of(library, address)
    return nothing if owner is None else stamps_on_site(owner[1], on=on)


def look_at(library: Library, subject: Subject, *, on: date) -> SubjectLook:
    """Return what a check begins with on a day.

    Raises:
        UnknownItem: the library does not hold the subject.
    """
    facts = find_subject(library, subject)
    stamps = _stamps(library, facts, on)
    return SubjectLook(
        subject=facts.subject,
        shown=facts.shown,
        title=facts.title,
        language=facts.language,
        span=span_of(facts.kind, facts.title, is_alert=facts.is_alert),
        today=on,
        stamps=stamps,
        found=_found(library, facts, stamps, on),
    )


def _stamps(library: Library, facts: SubjectFacts, on: date) -> Stamps:
    if facts.item_id is not None:
        return stamps_of_items(library, [facts.item_id], on=on)[facts.item_id]
    number = facts.subject.id
    return stamps_of_organisation(library.trust_facts.organisations([number])[number], on=on)


def _found(library: Library, facts: SubjectFacts, stamps: Stamps, on: date) -> FoundFacts:
    from caregiver_app.links.lookalikes import KnownNames

    named = take_apart(facts.address)
    odd = None if named is None else KnownNames(known_sites(library)).facts(facts.address)
    owner = None if named is None else owner_of(library, facts.address)
    if facts.item_id is None:
        own = replace(stamps.reading, own_site=owner is not None)
        return find_facts_of_organisation(facts.address, stamp=own, address_facts=odd)
    whose = stamps.reading if owner is None else stamps_on_site(owner[1], on=on).reading
    return find_facts(_seen(library, facts), stamp=whose, address_facts=odd, on=on)


def _seen(library: Library, facts: SubjectFacts) -> PageSeen:
    item_id = facts.article_id or facts.item_id
    words = None if item_id is None else library.subjects.text_of(item_id)
    if words is None:
        return PageSeen(address=facts.address, language=facts.language)
    return PageSeen(
        address=facts.address,
        text=words.text,
        html=words.html,
        language=facts.language,
        byline=words.author,
        published_at=words.published_at,
        loads=words.loads,
    )

"""What counts when something is passed on: the most careful stamp, whose own site it lies on, and whose title it bears.

A page whose address sends everybody on to somebody else's site is not the one that was checked, nor on its own site any
more: it does not leave. One that is gone does; it is named among what is due.

Reading only. A feed or a pack may give any page any title: what nobody checked is called as its publisher calls it, or
as what ships does, if at all.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from caregiver_app.links.parts import take_apart
from caregiver_app.model.article import ItemKind, Trust
from caregiver_app.model.link_check import LinkState
from caregiver_app.model.trust import Stamp
from caregiver_app.trust.judge import TrustJudge, own_sites
from caregiver_app.trust.owners import owner_of
from caregiver_app.trust.pages import is_one_site, is_same_page
from caregiver_app.trust.sharing_ground import sharing_ground
from caregiver_app.trust.states import stamps_of_organisation, stamps_on_site

if TYPE_CHECKING:
    from caregiver_app.library.store import Library
    from caregiver_app.library.subjects import SubjectFacts
    from caregiver_app.library.trust_facts import ItemFacts, OrganisationFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How something stands when it is to be passed on.

    `title` is what its publisher calls it, or what ships, "" where neither is known. `publisher` is the organisation
    that the stamp speaks of. `own_words`: a person here may have written the title. `moved_to` is the host to which its
    address sends everybody on for good, "" unless that is somebody else's.
    """

    stamp: Stamp
    title: str = ""
    publisher: OrganisationFacts | None = None
    own_words: bool = False
    moved_to: str = ""

    def lies_with_publisher(self, address: str) -> bool:
        """Tell whether an address lies on the publisher's own site."""
        return self.publisher is not None and own_sites(self.publisher.sites).holds(address)


def standing_of(library: Library, thing: SubjectFacts, *, on: date) -> Standing:
    """Return how something stands on a day.

    What nobody checked itself has the state of whoever's own site it lies on, whichever source brought it; where they
    were withdrawn, a check of the page does not help.
    """
    if thing.item_id is None:
        return _of_organisation(library, thing, on)
    facts = library.trust_facts.of([thing.item_id])
    item = facts.items[thing.item_id]
    stamp = TrustJudge().stamps(facts, on=on)[thing.item_id].sharing
    number = item.organisation_id
    publisher = None if number is None else facts.organisations.get(number)
    owner = owner_of(library, thing.address)
    if owner is not None:
        of_site = stamps_on_site(owner[1], on=on).sharing
        if _outweighs(of_site, stamp) or publisher is None or not own_sites(publisher.sites).holds(thing.address):
            number, publisher = owner
        stamp = of_site if _outweighs(of_site, stamp) else _named(stamp, publisher)
    moved_to = "" if sharing_ground(stamp) is None else _moved_away_to(library, thing, publisher)
    if moved_to:
        stamp = replace(stamp, trust=Trust.LEADS_ELSEWHERE)
    return Standing(
        stamp=stamp,
        title=_publishers_title(library, thing, item, number, publisher),
        publisher=publisher,
        own_words=thing.kind is ItemKind.LINK or (bool(stamp.title) and stamp.title != thing.title),
        moved_to=moved_to,
    )


def _moved_away_to(library: Library, thing: SubjectFacts, publisher: OrganisationFacts | None) -> str:
    """Return to whose host an address sends everybody on for good, by the last look at it; "": nobody else's."""
    look = None if thing.address_key is None else library.link_checks.of(thing.address_key)
    if look is None or look.state is not LinkState.MOVED or look.moved_to is None:
        return ""
    with_publisher = publisher is not None and own_sites(publisher.sites).holds(look.moved_to)
    if with_publisher or _is_one_host(thing.address, look.moved_to) or is_one_site(thing.address, look.moved_to):
        return ""
    parts = take_apart(look.moved_to)
    return look.moved_to if parts is None else parts.host.removeprefix("www.")


def _is_one_host(one: str, other: str) -> bool:
    """Tell whether two addresses are answered by one host: what moves there, whoever runs it moved."""
    hosts = [parts.host.removeprefix("www.") for parts in map(take_apart, (one, other)) if parts is not None]
    return len(hosts) == 2 and hosts[0] == hosts[1]


def _of_organisation(library: Library, thing: SubjectFacts, on: date) -> Standing:
    number = thing.subject.id
    publisher = library.trust_facts.organisations([number])[number]
    standing = Standing(stamp=stamps_of_organisation(publisher, on=on).sharing, title=thing.title, publisher=publisher)
    own_site = standing.lies_with_publisher(thing.address)
    return replace(standing, stamp=replace(standing.stamp, own_site=own_site))


def _named(stamp: Stamp, publisher: OrganisationFacts | None) -> Stamp:
    return stamp if publisher is None else replace(stamp, organisation=publisher.name)


def _outweighs(of_site: Stamp, stamp: Stamp) -> bool:
    """Tell whether what is said of a site counts before what is said of a page on it."""
    says_nothing = stamp.trust in (Trust.NOT_CHECKED, Trust.LEADS_ELSEWHERE) and not stamp.did_not_pass
    return says_nothing or (of_site.trust is Trust.WITHDRAWN and stamp.trust is not Trust.WITHDRAWN)


def _publishers_title(
    library: Library, thing: SubjectFacts, item: ItemFacts, number: int | None, publisher: OrganisationFacts | None
) -> str:
    """Return what the publisher's own feed calls the page; of a link what it calls the article there, or what ships."""
    if thing.kind is not ItemKind.LINK:
        return thing.title if _is_publishers(item, number, publisher) else ""
    return _title_of_article(library, thing, number, publisher) or (
        "" if thing.item_id is None else library.subjects.shipped_title_of(thing.item_id, thing.address_key)
    )


def _title_of_article(
    library: Library, thing: SubjectFacts, number: int | None, publisher: OrganisationFacts | None
) -> str:
    told = None if thing.article_id is None else library.subjects.of_item(thing.article_id)
    if told is None or told.item_id is None or not is_same_page(told.address, thing.address):
        return ""
    article = library.trust_facts.of([told.item_id]).items[told.item_id]
    return told.title if _is_publishers(article, number, publisher) else ""


def _is_publishers(item: ItemFacts, number: int | None, publisher: OrganisationFacts | None) -> bool:
    """Tell whether an article's words come from its publisher: by a feed on their own site, or one listed as theirs."""
    if publisher is None or item.source_url is None:
        return False
    listed_as_theirs = item.listed_source and item.organisation_id == number
    return listed_as_theirs or own_sites(publisher.sites).holds(item.source_url)

"""What packs bring is passed on by its address: a guide by the page on which it is published, a link as any other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from caregiver_app.bootstrap.sharing import Sharing
from caregiver_app.library.store import Library
from caregiver_app.links.address import address_key
from caregiver_app.model.article import ItemId, Trust
from caregiver_app.model.card import Candidate, NotShareable, ToShare
from caregiver_app.model.installed_pack import StatedSite
from caregiver_app.model.trust import Stamps, Subject, SubjectKind
from caregiver_app.support.sentences import Audience
from caregiver_app.support.sentences.shares import refusal_sentence
from caregiver_app.trust.finding import stamps_of_address, stamps_of_items
from caregiver_app.trust.own_texts import is_its_page
from tests.helpers.clock import MONDAY
from tests.helpers.forwarded import vouch_for
from tests.helpers.installing import (
    HARBOUR,
    NORTHFIELD,
    SHIPPED,
    VETTED,
    a_guide,
    a_link,
    an_owner,
    content,
    install,
    pack_of,
)
from tests.helpers.library import a_library

PAGE = "https://www.alzheimers.org.uk/evenings"
ON = date(2026, 11, 23)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A library without what ships."""
    opened = a_library(tmp_path)
    yield opened
    opened.close()


def guide_of(library: Library, **said: Any) -> ItemId:
    """Install a pack with one guide, whose site a person took for the publisher's own; return the guide."""
    guide = {**a_guide("lamp"), "title": "Evenings", **said}
    owner = an_owner("alz", "alzheimers.org.uk", known="A register")
    archive = pack_of("evenings", texts={"guides/lamp.md": "A lamp.\n"}, guides=[guide], organisations=[owner])
    taken = content(archive, NORTHFIELD)
    own = StatedSite(owner="channel1/northfield/alz", name="Alz", site="alzheimers.org.uk/")
    library.packs.put(replace(taken, accepted=frozenset({own})), at=MONDAY)
    found = library.item_uids.item_of("channel1/northfield/lamp")
    assert found is not None
    return found


def stamp(library: Library, item: ItemId) -> Stamps:
    return stamps_of_items(library, [item], on=ON)[item]


def candidate(sharing: Sharing, library: Library, guide: ItemId) -> Candidate:
    wish = ToShare(subject=Subject(kind=SubjectKind.GUIDE, id=guide))
    return sharing.candidates(library, [wish])[0]


def test_a_checked_guide_that_is_published_goes_as_that_page_with_its_check(sharing: Sharing, library: Library) -> None:
    guide = guide_of(library, address=f"{PAGE}?utm_source=mail", appraisal=VETTED)
    card = candidate(sharing, library, guide).card
    assert card is not None
    assert (card.title, card.link) == ("Evenings", PAGE)
    assert "Northfield Nurses (Dementia nurse, signed)" in card.label
    assert library.articles.get(guide).row.url == f"{PAGE}?utm_source=mail"
    assert library.related.pages_at(address_key(PAGE)) == (guide,)
    assert is_its_page(library, guide)


def test_one_that_nobody_checked_is_refused(sharing: Sharing, library: Library) -> None:
    guide = guide_of(library, address=PAGE)
    assert candidate(sharing, library, guide).refused is NotShareable.NOT_CHECKED


@pytest.mark.parametrize("host", ["www.mind.org.uk", "nobody-known.org.uk"])
def test_a_guide_does_not_stand_for_a_page_that_is_not_its_publishers(
    sharing: Sharing, library: Library, host: str
) -> None:
    """A pack may name any address for its text; the page there is neither vouched for nor passed on in its name."""
    page = f"https://{host}/lamp"
    vouch_for(library, "Mind", "mind.org.uk")
    install(library, pack_of("first", links=[a_link("page", page, title="Lamps")]), HARBOUR)
    link = library.item_uids.item_of("channel2/harbour/page")
    assert link is not None
    before = (stamp(library, link), stamps_of_address(library, page, on=ON))
    guide = guide_of(library, address=page, appraisal=VETTED)
    assert not is_its_page(library, guide)
    assert candidate(sharing, library, guide).refused is NotShareable.NO_LINK
    assert (stamp(library, link), stamps_of_address(library, page, on=ON)) == before
    assert stamp(library, guide).reading.trust is Trust.CHECKED  # of its own words, where those are read


def test_a_check_of_a_page_is_none_of_a_guide_that_names_its_address(library: Library) -> None:
    install(library, pack_of("first", links=[{**a_link("page", PAGE), "appraisal": VETTED}]), HARBOUR)
    guide = guide_of(library, address=PAGE)
    assert stamp(library, guide).reading.trust is Trust.NOT_CHECKED
    facts = library.subjects.of_item(guide)
    assert facts is not None
    assert facts.subject == Subject(kind=SubjectKind.GUIDE, id=guide)


@pytest.mark.parametrize("appraisal", [None, VETTED], ids=["unchecked", "checked"])
def test_one_that_stands_on_no_page_says_what_helps_and_no_check_is_asked_for(
    sharing: Sharing, library: Library, appraisal: Any
) -> None:
    guide = guide_of(library, **({} if appraisal is None else {"appraisal": appraisal}))
    refused = candidate(sharing, library, guide)
    assert refused.refused is NotShareable.NO_LINK
    assert "stands on no web page" in refusal_sentence(refused).happened
    assert "pack" in refusal_sentence(refused).to_do
    assert "caregiver article show" in refusal_sentence(refused, Audience.COMMAND).to_do


def test_a_check_goes_with_the_title_that_it_is_about_whatever_another_pack_calls_the_page(
    sharing: Sharing, library: Library
) -> None:
    page = "https://www.mind.org.uk/sleep"
    install(library, pack_of("first", links=[a_link("sleep", page, title="Cures for sleep")]), HARBOUR)
    checked = {**a_link("nights", page, title="Sleep at night"), "appraisal": VETTED}
    install(library, pack_of("second", links=[checked]), NORTHFIELD)
    (item,) = library.trust_facts.items_of_page(address_key(page))
    assert library.articles.get(item).row.title == "Cures for sleep"
    wish = ToShare(subject=Subject(kind=SubjectKind.LINK, id=item))
    (found,) = sharing.candidates(library, [wish])
    assert found.card is not None
    assert (found.card.title, found.card.link) == ("Sleep at night", page)
    (said,) = library.appraisals.history(wish.subject)
    assert (said.title, said.address) == ("Sleep at night", page)


@pytest.mark.parametrize("first", ["ours", "theirs"])
def test_what_nobody_checked_goes_by_the_title_that_ships_never_by_that_of_another_pack(
    sharing: Sharing, library: Library, first: str
) -> None:
    vouch_for(library, "Mind", "mind.org.uk")
    page, other = "https://www.mind.org.uk/sleep", "https://www.mind.org.uk/nights"
    ours = pack_of("shipped", links=[a_link("sleep", page, title="Sleep and rest")])
    theirs = pack_of(
        "theirs", links=[a_link(name, at, title="Miracle cure") for name, at in (("a", page), ("b", other))]
    )
    packs = [(ours, SHIPPED), (theirs, HARBOUR)]
    for archive, publisher in packs if first == "ours" else reversed(packs):
        install(library, archive, publisher)
    titles = {}
    for address in (page, other):
        (item,) = library.trust_facts.items_of_page(address_key(address))
        (found,) = sharing.candidates(library, [ToShare(subject=Subject(kind=SubjectKind.LINK, id=item))])
        assert found.card is not None
        titles[address] = found.card.title
    assert titles == {page: "Sleep and rest", other: "mind.org.uk/nights"}

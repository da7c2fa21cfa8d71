"""A check is about one page: no feed carries it to another address, to other words or to another title."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from caregiver_app.bootstrap.sharing import Sharing
from caregiver_app.library.entry_values import ChangedArticle, EntryChanges
from caregiver_app.library.store import Library
from caregiver_app.links.address import address_key
from caregiver_app.model.article import ItemId, Trust
from caregiver_app.model.card import Candidate, NotShareable, ToShare
from caregiver_app.model.organisation import Organisation
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.source import NewSource, SourceId
from caregiver_app.model.trust import Subject, SubjectKind
from tests.helpers.appraisals import NURSES, TODAY, appraising, article, draft, judged_library, say
from tests.helpers.clock import MONDAY
from tests.helpers.entries import a_text
from tests.helpers.library import LATER, add_source, an_article, known_entry, store
from tests.helpers.organisations import put_organisation
from tests.helpers.sharing import add_its_source, add_organisation

CALM = "https://blog.example.net/calm"
EVIL = "https://evil.example.com/calm"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = judged_library(tmp_path)
    yield opened
    opened.close()


def stored(library: Library, source: SourceId, key: str, title: str, link: str) -> ItemId:
    return store(library, source, an_article(key, title, "Words.", link=link, link_key=address_key(link)))[0]


def relink(library: Library, source: SourceId, key: str, link: str) -> None:
    """Let the feed say the same words of the same entry, with another link."""
    known = known_entry(library, source, key)
    changed = ChangedArticle(
        known=known,
        entry_key=key,
        link=link,
        link_key=address_key(link),
        raw_hash="another",
        updated_at=LATER,
        text=a_text(known.title, "Words."),
        revise=False,
    )
    library.entries.store(source, EntryChanges(changed=(changed,), seen=(key,)), at=LATER)


def word(library: Library, item_id: ItemId) -> Trust:
    return library.articles.rows_of([item_id])[0].trust


def shared(sharing: Sharing, library: Library, item_id: int, kind: SubjectKind = SubjectKind.ARTICLE) -> Candidate:
    return sharing.candidates(library, [ToShare(subject=Subject(kind=kind, id=item_id))])[0]


def vetted(library: Library) -> list[ItemId]:
    return [row.id for row in library.articles.page(ArticleQuery(text="is:vetted")).rows]


def checked(library: Library, source: SourceId, *, link: str = CALM, by: str = "user") -> ItemId:
    item_id = stored(library, source, "calm", "Calm evenings", link)
    if by == "user":
        appraising().appraise(library, draft(article(item_id)))
    else:
        say(library, article(item_id), author=by, hashes=library.trust_facts.words_of(item_id))
    return item_id


@pytest.mark.parametrize("by", ["user", NURSES])
def test_a_check_does_not_follow_an_article_to_another_address(library: Library, sharing: Sharing, by: str) -> None:
    source = add_source(library)
    item_id = checked(library, source, by=by)
    assert shared(sharing, library, item_id).card is not None
    relink(library, source, "calm", EVIL)
    stamps = appraising().stamps(library, [item_id])[item_id]
    assert (stamps.reading.trust, stamps.reading.page_changed) == (Trust.CHECK_DUE, True)
    assert word(library, item_id) is Trust.CHECK_DUE
    assert vetted(library) == []
    assert shared(sharing, library, item_id).refused is NotShareable.PAGE_CHANGED
    assert appraising().stamp_of_address(library, EVIL).trust is not Trust.CHECKED


def test_who_checked_it_is_told_and_may_check_the_new_address(library: Library, sharing: Sharing) -> None:
    source = add_source(library)
    item_id = checked(library, source)
    (link_id,) = library.appraisals.items()
    relink(library, source, "calm", EVIL)
    assert shared(sharing, library, link_id, SubjectKind.LINK).refused is NotShareable.PAGE_CHANGED
    (due,) = appraising().reviews(library).due
    assert (due.subject, [reason.value for reason in due.reasons]) == (article(item_id), ["page-changed"])
    made = appraising().appraise(library, draft(article(item_id)))
    assert made.address == EVIL
    assert appraising().reviews(library).due == ()
    card = shared(sharing, library, item_id).card
    assert card is not None
    assert card.link == EVIL
    assert appraising().stamp_of_address(library, EVIL).trust is Trust.CHECKED
    old = shared(sharing, library, link_id, SubjectKind.LINK).card
    assert old is not None
    assert old.link == CALM


def test_another_way_to_write_the_address_changes_nothing(library: Library, sharing: Sharing) -> None:
    source = add_source(library)
    item_id = checked(library, source)
    for link in ("https://www.blog.example.net/calm/?utm_source=feed", "http://blog.example.net/calm#part"):
        relink(library, source, "calm", link)
        assert word(library, item_id) is Trust.CHECKED
        card = shared(sharing, library, item_id).card
        assert card is not None
        assert (card.title, card.link) == ("Calm evenings", CALM)


@pytest.mark.parametrize(
    "link",
    [
        "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fblog.example.net%2Fcalm&data=x",
        "https://blog.example.net/calm?fbclid=abc&mc_eid=1a2b3c4d5e",
    ],
    ids=["wrapped", "tokens"],
)
def test_an_address_that_leads_to_the_page_by_a_detour_is_checked_as_the_page(
    library: Library, sharing: Sharing, link: str
) -> None:
    item_id = checked(library, add_source(library), link=link)
    assert word(library, item_id) is Trust.CHECKED
    card = shared(sharing, library, item_id).card
    assert card is not None
    assert card.link == CALM
    appraising().confirm(library, article(item_id))
    assert word(library, item_id) is Trust.CHECKED
    assert len(appraising().history(library, article(item_id))) == 2


def test_a_second_source_lends_a_checked_address_no_title(library: Library, sharing: Sharing) -> None:
    checked(library, add_source(library, "blog.example.net/first"))
    second = stored(library, add_source(library, "second"), "x", "Bleach cures", f"{CALM}?utm_source=x")
    assert word(library, second) is Trust.NOT_CHECKED
    assert shared(sharing, library, second).refused is NotShareable.NOT_CHECKED


def test_what_a_second_source_brings_is_warned_of_all_the_same(library: Library, sharing: Sharing) -> None:
    first = checked(library, add_source(library))
    say(library, article(first), withdrawn_on=TODAY)
    second = stored(library, add_source(library, "second"), "x", "Calm evenings", CALM)
    assert word(library, second) is Trust.WITHDRAWN
    assert shared(sharing, library, second).refused is NotShareable.WITHDRAWN


def test_a_checked_page_leaves_under_the_title_that_was_checked(library: Library, sharing: Sharing) -> None:
    """Another feed of the page's own site has another title for it."""
    address = "https://blog.example.net/feed"
    sources = [library.sources.add(NewSource(url=f"{address}{number}", title="Blog"), at=MONDAY) for number in range(2)]
    checked(library, sources[0])
    other = stored(library, sources[1], "y", "Calmer evenings", f"{CALM}?utm_source=y")
    assert word(library, other) is Trust.CHECKED
    card = shared(sharing, library, other).card
    assert card is not None
    assert (card.title, card.link) == ("Calm evenings", CALM)


def test_pages_behind_a_hash_are_pages_of_their_own(library: Library, sharing: Sharing) -> None:
    source = add_source(library)
    app = "https://app.example.net/"
    calm = stored(library, source, "calm", "Calm evenings", f"{app}#/calm")
    home = stored(library, source, "home", "Home", app)
    appraising().appraise(library, draft(article(home)))
    assert word(library, calm) is not Trust.CHECKED
    appraising().appraise(library, draft(article(calm)))
    evil = stored(library, source, "evil", "Bleach cures", f"{app}#/evil")
    assert [word(library, each) for each in (calm, home)] == [Trust.CHECKED, Trust.CHECKED]
    assert word(library, evil) is not Trust.CHECKED
    assert shared(sharing, library, evil).card is None
    cards = [shared(sharing, library, each).card for each in (calm, home)]
    assert [card and (card.title, card.link) for card in cards] == [
        ("Calm evenings", f"{app}#/calm"),
        ("Home", app),
    ]
    assert appraising().stamp_of_address(library, f"{app}#/evil").trust is not Trust.CHECKED
    assert appraising().stamp_of_address(library, f"{app}#/calm").trust is Trust.CHECKED


def test_any_feed_may_name_a_page_of_a_known_site_and_titles_none(library: Library, sharing: Sharing) -> None:
    add_organisation(library)
    named = stored(library, add_source(library), "x", "Bleach cures", "https://example.org/advice/sleep?page=2")
    card = shared(sharing, library, named).card
    assert card is not None
    assert (card.title, card.organisation) == ("example.org/advice/sleep", "Example Carers")
    theirs = stored(library, add_its_source(library), "y", "Sleep", "https://example.org/sleep")
    of_its_site = library.sources.add(NewSource(url="https://example.org/other-feed", title="Mine"), at=MONDAY)
    typed = stored(library, of_its_site, "z", "Eating", "https://example.org/eating")
    titles = [shared(sharing, library, each).card for each in (theirs, typed)]
    assert [card.title for card in titles if card is not None] == ["Sleep", "Eating"]


def test_a_link_on_a_known_site_is_called_as_its_publisher_calls_it(library: Library, sharing: Sharing) -> None:
    add_organisation(library)
    link = appraising().add_link(library, "https://www.example.org/caf%C3%A9/", title="Bleach cures")
    card = shared(sharing, library, link.id, SubjectKind.LINK).card
    assert card is not None
    assert card.title == "example.org/café"


def test_sites_are_compared_by_organisation_and_not_by_name(library: Library, sharing: Sharing) -> None:
    """A second organisation of the same name has nothing of the site of the first."""
    add_organisation(library, known="")
    twin = Organisation(uid="starter/twin", name="Example Carers", known="A register", homepage="https://example.org/")
    number = put_organisation(library, twin, author="starter")
    thing = Subject(kind=SubjectKind.ORGANISATION, id=number)
    assert sharing.candidates(library, [ToShare(subject=thing)])[0].card is None


def test_a_site_whose_organisation_was_withdrawn_shares_no_checked_page(library: Library, sharing: Sharing) -> None:
    number = add_organisation(library)
    item_id = stored(library, add_source(library), "x", "Sleep", "https://example.org/sleep")
    appraising().appraise(library, draft(article(item_id)))
    assert shared(sharing, library, item_id).card is not None
    say(library, Subject(kind=SubjectKind.ORGANISATION, id=number), withdrawn_on=TODAY)
    assert shared(sharing, library, item_id).refused is NotShareable.WITHDRAWN

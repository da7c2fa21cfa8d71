"""Links whose page has no text here: the last rows of lists and of what is found, never beside their article."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

from caregiver_app.library.store import Library
from caregiver_app.library.subjects import NewLink
from caregiver_app.links.address import address_key
from caregiver_app.model.article import ArticleFilter, ItemId, ItemKind, MarkKind, Trust
from caregiver_app.model.card import Channel
from caregiver_app.model.search import ArticleQuery
from tests.helpers.appraisals import judged_library
from tests.helpers.clock import MONDAY
from tests.helpers.installing import NORTHFIELD, VETTED, a_guide, a_link, an_owner, install, pack_of
from tests.helpers.library import LATER, add_source, an_article, index_all, store

LAMPS = ArticleQuery(text="lamps", with_guides=True, with_links=True)


def evenings(**more: object) -> bytes:
    owner = an_owner("lights", "www.alzheimers.org.uk", known="A register")
    return pack_of(
        "evenings",
        texts={"guides/lamp.md": "A lamp in the hall.\n"},
        organisations=[owner],
        guides=[{**a_guide("lamp"), "title": "Evenings"}],
        links=[
            a_link("one", "https://www.alzheimers.org.uk/one", title="Lamps for the hall", organisation="lights"),
            a_link("two", "https://www.nhs.uk/a", title="Zebra", summary="On lamps.", topics=["dementia"], **more),
        ],
    )


def titles(library: Library, query: ArticleQuery) -> list[str]:
    return [row.title for row in library.articles.page(query).rows]


def own_link(library: Library, title: str, address: str = "https://own.example/lamp") -> ItemId:
    new = NewLink(title=title, address=address, address_key=address_key(address))
    return ItemId(library.subjects.make_link(new, at=MONDAY).id)


def test_words_find_them_behind_everything_that_can_be_read(library: Library) -> None:
    install(library, evenings(), NORTHFIELD)
    store(library, add_source(library), an_article("a", "Article", "A lamp", link="https://paper.example/a"))
    index_all(library)
    found = library.articles.page(LAMPS)
    assert [row.title for row in found.rows] == ["Evenings", "Article", "Lamps for the hall", "Zebra"]
    assert library.articles.count(LAMPS) == 4
    first, last = found.rows[2:]
    assert (first.kind, first.organisation, first.url) == (ItemKind.LINK, "Lights", "https://www.alzheimers.org.uk/one")
    assert last.snippet == "On \ue000lamps\ue001."
    assert (last.source_title, last.read, last.trust) == ("Northfield Nurses", True, Trust.NOT_CHECKED)
    assert titles(library, replace(LAMPS, with_links=False)) == ["Evenings", "Article"]
    assert titles(library, replace(LAMPS, filter=ArticleFilter.NEW)) == ["Article"]


def test_the_end_of_a_list_comes_in_pages_too(library: Library) -> None:
    install(library, evenings(), NORTHFIELD)
    store(library, add_source(library), an_article("a", "Article", "A lamp", link="https://paper.example/a"))
    index_all(library)
    seen, after = [], None
    for _page in range(9):
        page = library.articles.page(replace(LAMPS, with_guides=False), after=after, limit=1)
        seen += [row.title for row in page.rows]
        after = page.next
        if after is None:
            break
    assert seen == ["Article", "Lamps for the hall", "Zebra"]


def test_one_whose_page_is_here_is_found_as_that_page_alone(library: Library) -> None:
    install(library, evenings(), NORTHFIELD)
    source = add_source(library)
    page = "https://www.nhs.uk/a"
    store(library, source, an_article("a", "Zebra in full", "Lamps", link=page, link_key=address_key(page)))
    index_all(library)
    assert titles(library, replace(LAMPS, with_guides=False)) == ["Zebra in full", "Lamps for the hall"]


def test_what_a_person_made_is_found_by_its_title_and_goes_with_it(library: Library) -> None:
    link = own_link(library, "Lamps by the bed")
    index_all(library)
    assert titles(library, LAMPS) == ["Lamps by the bed"]
    library.subjects.tie(link, None, title="Torches by the bed")
    assert titles(library, LAMPS) == ["Lamps by the bed"]  # a person asked for it, so its title stays
    assert library.articles.get(link).text == ""
    assert library.subjects.text_of(link) is None
    library.marks.set([link], MarkKind.STARRED, True, at=MONDAY)
    saved = ArticleQuery(filter=ArticleFilter.SAVED, with_links=True)
    assert titles(library, saved) == ["Lamps by the bed"]
    assert [row.id for row in library.articles.rows_of([link])] == [link]
    made = NewLink(title="Old", address="https://x.example/", address_key=address_key("https://x.example/"))
    checked = library.subjects.make_link(replace(made, for_check=True), at=MONDAY)
    library.subjects.tie(ItemId(checked.id), None, title="Lamps abroad")
    index_all(library)
    assert set(titles(library, LAMPS)) == {"Lamps by the bed", "Lamps abroad"}
    shelf = library.collections.make("Nurse", at=MONDAY)
    library.collections.add(shelf, [ItemId(checked.id)], at=MONDAY)
    assert not library.subjects.drop_link(checked)
    library.collections.take_out(shelf, [ItemId(checked.id)])
    library.shares.add([ItemId(checked.id)], [], Channel.TEXT, day=date(2026, 11, 23))
    assert not library.subjects.drop_link(checked), "what was passed on is looked after"
    library.shares.erase()
    assert library.subjects.drop_link(checked)
    assert library.search.is_sound()
    assert titles(library, LAMPS) == ["Lamps by the bed"]


def test_filters_topics_and_shelves_take_them_in(library: Library) -> None:
    install(library, evenings(), NORTHFIELD)
    index_all(library)
    assert titles(library, ArticleQuery(text="kind:link")) == ["Lamps for the hall", "Zebra"]
    assert titles(library, ArticleQuery(text="kind:link lang:es")) == []
    assert titles(library, ArticleQuery(text="org:lights", with_links=True)) == ["Lamps for the hall"]
    assert titles(library, ArticleQuery(text="topic:dementia kind:link")) == ["Zebra"]
    assert titles(library, ArticleQuery(text="lamps -zebra", with_links=True)) == ["Lamps for the hall"]
    assert titles(library, ArticleQuery(text="lamps source:news", with_links=True)) == []
    assert titles(library, ArticleQuery(topic="dementia", with_links=True)) == ["Zebra"]
    assert titles(library, ArticleQuery(with_links=True)) == []
    shelf = library.collections.make("For Anna", at=MONDAY)
    library.collections.add(shelf, [library.articles.page(LAMPS).rows[1].id], at=MONDAY)
    assert titles(library, ArticleQuery(collection=shelf, with_links=True)) == ["Lamps for the hall"]


def test_what_is_only_warned_of_is_not_found_and_a_pack_takes_its_links_along(library: Library) -> None:
    warned = {"address": "https://www.mind.org.uk/cure", "reason": "No cure.", "withdrawn_on": "2026-10-01"}
    uid = install(library, pack_of("alone", links=[a_link("one", title="Lamps")], withdrawals=[warned]), NORTHFIELD)
    index_all(library)
    assert titles(library, LAMPS) == ["Lamps"]
    library.packs.remove(uid, at=LATER)
    index_all(library)
    assert titles(library, LAMPS) == []


def test_a_page_that_was_checked_says_so(tmp_path: Path) -> None:
    with closing(judged_library(tmp_path)) as library:
        install(library, evenings(appraisal=VETTED), NORTHFIELD)
        index_all(library)
        trust = {row.title: row.trust for row in library.articles.page(LAMPS).rows}
        assert trust["Zebra"] is Trust.CHECKED
        assert titles(library, ArticleQuery(text="kind:link is:vetted")) == ["Zebra"]
        assert titles(library, ArticleQuery(text="kind:link -is:vetted")) == ["Lamps for the hall"]

"""Guides and checklists of packs in lists, in the search and in the reader, and the awareness days beside them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from caregiver_app.library.store import Library
from caregiver_app.model.article import ArticleFilter, ItemId, ItemKind, MarkKind
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.trust import SubjectKind
from tests.helpers.clock import MONDAY
from tests.helpers.installing import NORTHFIELD, a_guide, a_link, install, pack_of
from tests.helpers.library import LATER, add_source, an_article, index_all, store

GUIDES = ArticleQuery(guides=True)


def a_text(identifier: str, **more: Any) -> dict[str, Any]:
    return {**a_guide(identifier), "topics": ["dementia"], **more}


def evenings() -> bytes:
    checklist = {**a_text("bag", title="Hospital bag"), "file": "checklists/bag.md"}
    return pack_of(
        "evenings",
        languages=["en", "es"],
        texts={
            "guides/lamp.md": "Turn on a *lamp* before it gets dark.\n",
            "guides/luz.md": "Encienda una luz.\n",
            "checklists/bag.md": "- [ ] Charger\n",
        },
        guides=[
            a_text("lamp", title="Evenings", summary="What to try.", read_on=["nhs"]),
            a_text("luz", title="Las tardes", language="es", translation_of="lamp"),
        ],
        checklists=[checklist],
        links=[a_link("nhs"), a_link("other")],
        dates=[
            {
                "id": "day",
                "name": "Long Day",
                "language": "en",
                "rule": "fixed",
                "when": "09-21",
                "country": "INT",
                "topics": ["dementia"],
                "confirmed": [{"first": "2026-09-24", "last": "2026-09-24"}],
                "kits": [{"language": "en", "title": "Long Day", "message": "Ask.", "links": ["lamp", "other"]}],
            }
        ],
    )


def titles(library: Library, query: ArticleQuery) -> list[str]:
    return [row.title for row in library.articles.page(query).rows]


def item(library: Library, identifier: str) -> ItemId:
    found = library.item_uids.item_of(f"channel1/northfield/{identifier}")
    assert found is not None
    return found


def test_they_are_a_list_of_their_own_in_the_language_of_the_person(library: Library) -> None:
    install(library, evenings(), NORTHFIELD)
    assert titles(library, GUIDES) == ["Evenings", "Hospital bag", "Las tardes"]
    assert titles(library, replace(GUIDES, language="en")) == ["Evenings", "Hospital bag"]
    assert titles(library, replace(GUIDES, language="es")) == ["Hospital bag", "Las tardes"]
    assert library.articles.count(replace(GUIDES, language="es")) == 2
    first = library.articles.page(GUIDES).rows[0]
    assert (first.kind, first.snippet, first.source_title) == (ItemKind.GUIDE, "What to try.", "Northfield Nurses")
    assert first.read


def test_words_find_them_before_articles(library: Library) -> None:
    install(library, evenings(), NORTHFIELD)
    store(library, add_source(library), *[an_article("a", "Lamp", "A lamp for the evening")])
    index_all(library)
    found = library.articles.page(ArticleQuery(text="lamps", with_guides=True))
    assert [row.title for row in found.rows] == ["Evenings", "Lamp"]
    assert "\ue000lamp\ue001" in found.rows[0].snippet
    assert library.articles.count(ArticleQuery(text="lamps", with_guides=True)) == 2
    assert titles(library, ArticleQuery(text="lamps")) == ["Lamp"]
    assert titles(library, ArticleQuery(text="lamps kind:guide")) == ["Evenings"]
    assert titles(library, ArticleQuery(text="kind:checklist")) == ["Hospital bag"]
    assert titles(library, ArticleQuery(text="lamp -dark", with_guides=True)) == ["Lamp"]
    assert titles(library, ArticleQuery(text="lamp", filter=ArticleFilter.NEW, with_guides=True)) == ["Lamp"]
    assert titles(library, ArticleQuery(text="lamps source:news", with_guides=True)) == ["Lamp"]
    assert titles(library, ArticleQuery(with_guides=True)) == ["Lamp"]


@pytest.mark.parametrize("limit", [1, 2, 3, 4, 5, 50])
def test_pages_of_any_length_are_all_guides_articles_and_links_once(library: Library, limit: int) -> None:
    """A page that guides fill goes on at those that are left, then at articles; a full last one is the last."""
    names = ("a", "b", "c")
    pack = pack_of(
        "lamps",
        texts={f"guides/{name}.md": "Turn on a lamp.\n" for name in names},
        guides=[a_text(name, title=f"Guide {name}") for name in names],
    )
    install(library, pack, NORTHFIELD)
    index_all(library)
    query = ArticleQuery(text="lamp", with_guides=True)
    assert len(_walked(library, query, limit)) == 3
    store(library, add_source(library), *[an_article(name, f"Lamp {name}", "A lamp") for name in ("x", "y")])
    index_all(library)
    walked = _walked(library, query, limit)
    assert sorted(walked[:3]) == ["Guide a", "Guide b", "Guide c"]
    assert sorted(walked[3:]) == ["Lamp x", "Lamp y"]


def _walked(library: Library, query: ArticleQuery, limit: int) -> list[str]:
    """Return the titles of all pages of a list, none of which is empty or longer than was asked for."""
    page = library.articles.page(query, limit=limit)
    found = [row.title for row in page.rows]
    while page.next is not None:
        page = library.articles.page(query, after=page.next, limit=limit)
        assert 0 < len(page.rows) <= limit
        found += [row.title for row in page.rows]
    return found


def test_those_in_the_readers_language_come_first_and_no_stem_reaches_into_another(library: Library) -> None:
    pack = pack_of(
        "money",
        languages=["en", "es"],
        texts={
            "guides/a.md": "About fraud. He said fraude. He died.\n",
            "guides/b.md": "Sobre el engaño. Por la noche.\n",
            "guides/c.md": "Fraude en casa.\n",
            "guides/d.md": "Frauds at home. Fraude.\n",
            "guides/e.md": "Di que no. Fraudes.\n",
        },
        guides=[
            a_text("a", title="Tricks"),
            a_text("b", title="Trucos", language="es", translation_of="a"),
            a_text("c", title="Fraude", language="es"),
            a_text("d", title="Fraud and fraud"),
            a_text("e", title="Decir no", language="es", translation_of="d"),
        ],
    )
    install(library, pack, NORTHFIELD)
    index_all(library)
    spanish = titles(library, ArticleQuery(text="fraude", with_guides=True, language="es"))
    assert (set(spanish[:2]), spanish[2:]) == ({"Fraude", "Decir no"}, ["Trucos"])
    assert titles(library, ArticleQuery(text="died", with_guides=True, language="en")) == ["Tricks"]
    assert titles(library, ArticleQuery(text="fraud", with_guides=True, language="en"))[:2] == [
        "Fraud and fraud",
        "Tricks",
    ]


def test_they_stand_under_their_topic_among_what_is_saved_and_in_collections(library: Library) -> None:
    install(library, evenings(), NORTHFIELD)
    assert titles(library, ArticleQuery(topic="dementia", language="en", with_guides=True)) == [
        "Evenings",
        "Hospital bag",
    ]
    assert titles(library, ArticleQuery(topic="stroke", with_guides=True)) == []
    assert titles(library, ArticleQuery(filter=ArticleFilter.SAVED, with_guides=True)) == []
    library.marks.set([item(library, "lamp")], MarkKind.STARRED, True, at=MONDAY)
    assert titles(library, ArticleQuery(filter=ArticleFilter.SAVED, with_guides=True)) == ["Evenings"]


def test_a_whole_guide_is_read_and_stays_when_saved_after_its_pack(library: Library) -> None:
    uid = install(library, evenings(), NORTHFIELD)
    lamp = item(library, "lamp")
    guide = library.articles.get(lamp)
    assert "<em>lamp</em>" in guide.html
    assert guide.text == "Turn on a lamp before it gets dark."
    library.marks.set([lamp], MarkKind.STARRED, True, at=MONDAY)
    assert library.packs.remove(uid, at=LATER)
    assert titles(library, GUIDES) == ["Evenings"]
    assert library.articles.count(replace(GUIDES, language="en")) == library.articles.count(GUIDES) == 1
    assert "<em>lamp</em>" in library.articles.get(lamp).html
    assert [row.id for row in library.articles.rows_of([lamp])] == [lamp]


def test_all_read_marks_no_article_through_a_list_of_guides(library: Library) -> None:
    install(library, evenings(), NORTHFIELD)
    store(library, add_source(library), *[an_article("a")])
    assert library.marks.mark_read_where(GUIDES, at=MONDAY) == ()


def test_days_are_read_as_their_pack_says_them_with_the_pages_of_their_kits(library: Library) -> None:
    install(library, evenings(), NORTHFIELD)
    (day,) = library.awareness_days.list()
    assert (day.name, day.publisher, day.topics) == ("Long Day", "Northfield Nurses", ("dementia",))
    assert day.confirmed[0].first == date(2026, 9, 24)
    assert not day.reminds
    pages = library.awareness_days.pages_of(day.author, day.kits[0].links)
    assert [page.kind for page in pages] == [SubjectKind.LINK] * 2
    assert [page.id for page in pages] == [item(library, "other"), item(library, "nhs")]
    library.marks.set([day.id], MarkKind.STARRED, True, at=MONDAY)
    assert library.awareness_days.list()[0].reminds

"""The best come first: in a small library by all words, in a large one by rare words and titles, at a bounded cost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from caregiver_app.library.search_ranking import COUNTED_AT_MOST
from caregiver_app.library.store import Library
from caregiver_app.model.article import ItemId
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.source import NewSource
from tests.helpers.clock import MONDAY
from tests.helpers.library import a_library, add_source, an_article, index_all, store


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A library that takes itself for a large one: its ids begin where words are not all counted any more."""
    library = a_library(tmp_path_factory.mktemp("large"))
    source = add_source(library)
    with library.write("test.ids") as writer:
        writer.execute(
            "INSERT INTO item (id, kind, uid, title, language, created_at) VALUES (:id, 'date', 'u', '', '', 0)",
            {"id": 4 * COUNTED_AT_MOST},
        )
    store(library, source, an_article("deep", "Other", "zebra zebra zebra zebra care and a lion"), index=False)
    store(library, source, an_article("title", "Care at home", "with a tiger"), index=False)
    store(library, source, an_article("phrase", "Work in the garden", "the home of care"), index=False)
    store(library, source, *(an_article(f"k{n}", f"T{n}", f"care zebra{n % 2} daily") for n in range(300)), index=False)
    store(library, source, an_article("thin", "Thin", "one zebra in a long text about care " + "and more " * 80))
    index_all(library)
    yield library
    library.close()


def best(library: Library, text: str) -> str:
    return library.articles.page(ArticleQuery(text=text), limit=5).rows[0].title


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("care", "Care at home"),
        ("cares", "Care at home"),
        ("car*", "Care at home"),
        ("care OR caring", "Care at home"),
        ('"the garden"', "Work in the garden"),
        ("gardens care", "Work in the garden"),
        ("zebra care", "Other"),
        ("zebra", "Other"),
        ("tiger OR lion", "Care at home"),
        ("care -home", "Thin"),
    ],
)
def test_the_best_comes_first_in_a_large_library(large: Library, typed: str, first: str) -> None:
    assert best(large, typed) == first


def test_every_hit_has_one_place(large: Library) -> None:
    seen: list[ItemId] = []
    after = None
    while True:
        page = large.articles.page(ArticleQuery(text="care"), after=after, limit=70)
        seen += [row.id for row in page.rows]
        after = page.next
        if after is None:
            break
    assert len(seen) == len(set(seen)) == large.articles.count(ArticleQuery(text="care")) == 304


def test_equals_stand_newest_first(library: Library) -> None:
    source = add_source(library)
    ids = [store(library, source, an_article(f"k{n}", "Same", "words", at=MONDAY + n))[0] for n in range(3)]
    assert [row.id for row in library.articles.page(ArticleQuery(text="words")).rows] == ids[::-1]


def test_pages_in_the_readers_language_come_before_better_ones_in_another(library: Library) -> None:
    texts = {
        "en": ("Fraud fraud", "fraud " * 9),
        "es-MX": ("Avisos", "un fraude y otras palabras"),
        "": ("Else", "fraude"),
    }
    for language, (title, text) in texts.items():
        new = NewSource(url=f"https://{title}.example/feed", title=title, language=language)
        store(library, library.sources.add(new, at=MONDAY), an_article(title, title, text))
    for language, last in (("es", "Fraud fraud"), ("en", "Avisos")):
        rows = library.articles.page(ArticleQuery(text="fraude OR fraud", language=language)).rows
        assert len(rows) == 3
        assert rows[-1].title == last

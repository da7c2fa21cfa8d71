"""Mute words keep articles out of lists by their titles: now, when they come later, and never an alert."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.library.store import Library
from caregiver_app.model.article import ArticleFilter, ItemId, MarkKind
from caregiver_app.model.collection import MuteWord
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.source import NewSource, SourceKind
from tests.helpers.alerts import alert_facts, alert_source, recall_facts, warn
from tests.helpers.clock import MONDAY
from tests.helpers.library import LATER, a_library, add_source, an_article, change, index_all, join, store

TITLES = {
    "royal": "A Royal visit to the day centre",
    "royals": "The royals and dementia",
    "football": "FOOTBALL: the season begins",
    "cafe": "Café culture for carers",
    "phrase": "Live blog: the budget",
    "apart": "Live music and a blog",
    "chinese": "糖尿病患者的照顾者",
    "plain": "Sleep well",
}


@pytest.fixture
def filled(library: Library) -> Library:
    store(library, add_source(library), *(an_article(key, title) for key, title in TITLES.items()))
    return library


def listed(library: Library, *, muted: bool = False, text: str = "") -> set[str]:
    titles = {row.title for row in library.articles.page(ArticleQuery(muted=muted, text=text), limit=100).rows}
    return {key for key, title in TITLES.items() if title in titles}


@pytest.mark.parametrize(
    ("word", "hidden"),
    [
        ("royal", {"royal"}),
        ("ROYAL", {"royal"}),
        (" Football ", {"football"}),
        ("cafe", {"cafe"}),
        ("CAFÉ", {"cafe"}),
        ("live blog", {"phrase"}),
        ("Live  Blog:", {"phrase"}),
        ("糖尿病", {"chinese"}),
        ("照顾", {"chinese"}),
        ("foot", set()),
        ("astronomy", set()),
        ("season", {"football"}),
        ("a", {"royal", "apart"}),
    ],
)
def test_whole_words_and_phrases_of_titles_are_muted(filled: Library, word: str, hidden: set[str]) -> None:
    assert filled.mutes.add(word, at=MONDAY) == len(hidden)
    assert listed(filled) == set(TITLES) - hidden
    assert listed(filled, muted=True) == set(TITLES)
    assert filled.articles.count(ArticleQuery()) == len(TITLES) - len(hidden)
    filled.mutes.remove(word.upper())
    assert listed(filled) == set(TITLES)
    assert filled.mutes.list() == ()


def test_a_search_finds_what_is_muted_only_on_request(filled: Library) -> None:
    filled.mutes.add("royal", at=MONDAY)
    assert listed(filled, text="visit") == set()
    assert listed(filled, text="visit", muted=True) == {"royal"}


@pytest.mark.parametrize("nothing", ["", " ", "...", "\0", "\u202e"])
def test_a_word_without_letters_mutes_nothing(filled: Library, nothing: str) -> None:
    assert filled.mutes.add(nothing, at=MONDAY) == 0
    assert filled.mutes.list() == ()
    filled.mutes.remove(nothing)


def test_words_are_kept_once_in_lower_case_with_what_each_hides(filled: Library) -> None:
    assert filled.mutes.add("Café", at=MONDAY) == 1
    assert filled.mutes.add("cafe", at=LATER) == 1
    filled.mutes.add("Astronomy", at=MONDAY)
    assert filled.mutes.list() == (MuteWord(word="astronomy", items=0), MuteWord(word="café", items=1))


def test_new_and_changed_articles_follow_when_they_are_put_into_the_index(library: Library) -> None:
    source = add_source(library)
    library.mutes.add("royal", at=MONDAY)
    store(library, source, an_article("a", "A royal garden"), an_article("b", "A garden"))
    assert [row.title for row in library.articles.page(ArticleQuery()).rows] == ["A garden"]
    change(library, source, "a", "A palace garden", "text")
    change(library, source, "b", "Royal garden", "text")
    index_all(library)
    assert [row.title for row in library.articles.page(ArticleQuery()).rows] == ["A palace garden"]
    library.search.rebuild()
    assert [row.title for row in library.articles.page(ArticleQuery()).rows] == ["A palace garden"]


def test_alerts_are_never_muted(library: Library) -> None:
    alerts = library.sources.add(NewSource(url="https://alerts.example/", kind=SourceKind.ALERTS), at=MONDAY)
    news = add_source(library)
    (shared, _) = store(library, news, an_article("a", "Recall of milk"), an_article("b", "Recall of memories"))
    store(library, alerts, an_article("c", "Recall of beds"))
    join(library, alerts, "d", shared)
    assert library.mutes.add("recall", at=MONDAY) == 1
    store(library, alerts, an_article("e", "Recall of lifts"))
    shown = {row.title for row in library.articles.page(ArticleQuery()).rows}
    assert shown == {"Recall of milk", "Recall of beds", "Recall of lifts"}


def test_what_turns_out_to_be_an_alert_comes_back_at_once(library: Library) -> None:
    news, quiet = add_source(library), add_source(library, "quiet")
    alerts = library.sources.add(NewSource(url="https://alerts.example/", kind=SourceKind.ALERTS), at=MONDAY)
    joined, told, plain = store(library, news, *(an_article(key, f"Recall {key}") for key in ("one", "two", "three")))
    (turned,) = store(library, quiet, an_article("four", "Recall four"))
    assert library.mutes.add("recall", at=MONDAY) == 4

    def shown() -> set[ItemId]:
        return {row.id for row in library.articles.page(ArticleQuery()).rows}

    join(library, alerts, "j", joined)
    assert shown() == {joined}
    with library.write("test.alert") as writer:
        writer.execute(
            """
            INSERT INTO alert (item_id, kind, identifier, sender, status, message_type, event, urgency, severity,
                certainty, area) VALUES (:id, 'cap', '', '', 'Actual', '', '', '', '', '', '')
            """,
            {"id": told},
        )
        writer.execute("UPDATE source SET kind = 'alerts' WHERE id = :id", {"id": quiet})
    assert shown() == {joined, told, turned}
    assert library.mutes.list() == (MuteWord(word="recall", items=1),)
    assert library.articles.get(plain).row.title == "Recall three"


def test_what_a_person_put_aside_is_shown_there_and_an_opened_one_opens(library: Library) -> None:
    starred, collected, opened = store(
        library, add_source(library), *(an_article(key, f"Royal {key}") for key in ("one", "two", "three"))
    )
    library.marks.set([starred], MarkKind.STARRED, True, at=MONDAY)
    shelf = library.collections.make("Shelf", at=MONDAY)
    library.collections.add(shelf, [collected], at=MONDAY)
    library.mutes.add("royal", at=MONDAY)

    def ids(query: ArticleQuery) -> list[ItemId]:
        return [row.id for row in library.articles.page(query).rows]

    assert ids(ArticleQuery()) == []
    assert ids(ArticleQuery(filter=ArticleFilter.SAVED)) == ids(ArticleQuery(text="is:starred")) == [starred]
    assert ids(ArticleQuery(collection=shelf)) == ids(ArticleQuery(text="in:shelf")) == [collected]
    assert library.articles.get(opened).row.title == "Royal three"
    assert [row.id for row in library.articles.rows_of([opened])] == [opened]


def test_marking_all_as_read_leaves_what_is_muted_alone(filled: Library) -> None:
    filled.mutes.add("royal", at=MONDAY)
    changed = filled.marks.mark_read_where(ArticleQuery(), at=LATER)
    assert len(changed) == len(TITLES) - 1
    filled.mutes.remove("royal")
    assert [row.title for row in filled.articles.page(ArticleQuery(filter=ArticleFilter.NEW)).rows] == [TITLES["royal"]]


@given(word=st.text(max_size=200))
def test_any_word_at_all_may_be_muted_and_let_go(tmp_path_factory: pytest.TempPathFactory, word: str) -> None:
    library = a_library(tmp_path_factory.mktemp("mutes"))
    store(library, add_source(library), an_article("a", f"About {word} and more"), an_article("b", "Sleep"))
    hidden = library.mutes.add(word, at=MONDAY)
    assert library.articles.count(ArticleQuery()) == 2 - hidden
    library.mutes.remove(word)
    assert (library.mutes.list(), library.articles.count(ArticleQuery())) == ((), 2)
    library.close()


def test_only_what_may_warn_escapes_a_mute_word(library: Library) -> None:
    news = alert_source(library, "news", kind=SourceKind.NEWS)
    own = alert_source(library, "own", kind=SourceKind.NEWS, author="user")
    offices = alert_source(library, "office")
    warn(library, news, alert_facts(1), title="Royal heat of a stranger")
    warn(library, news, recall_facts(), title="Royal recall of a stranger")
    warn(library, own, recall_facts("Beds"), title="Royal recall in my own news")
    free = {
        warn(library, own, alert_facts(2), title="Royal heat"),
        warn(library, offices, recall_facts("Milk"), title="Royal recall"),
    }
    index_all(library)
    assert library.mutes.add("royal", at=MONDAY) == 3
    assert {row.id for row in library.articles.page(ArticleQuery()).rows} == free
    warn(library, news, recall_facts("Tea"), title="Royal tea is recalled")
    index_all(library)
    assert {row.id for row in library.articles.page(ArticleQuery()).rows} == free


def test_a_source_that_a_person_adds_may_warn_from_then_on(library: Library) -> None:
    news = alert_source(library, "news", kind=SourceKind.NEWS)
    item = warn(library, news, alert_facts(1), title="Royal heat")
    index_all(library)
    assert library.mutes.add("royal", at=MONDAY) == 1
    library.sources.add(NewSource(url=library.sources.get(news).url), at=MONDAY)
    assert [row.id for row in library.articles.page(ArticleQuery()).rows] == [item]

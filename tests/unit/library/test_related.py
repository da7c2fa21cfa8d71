"""Pages on the subject of a message are found by its words, and a message about something else finds nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caregiver_app.library.store import Library
from caregiver_app.library.subject_words import MOST_WORDS, subject_words
from caregiver_app.model.article import HIT_START
from tests.helpers.library import add_source, an_article, store

PAGES = {
    "Baking soda does not cure dementia": "Lemon and baking soda are no treatment. Ask the pharmacist.",
    "Dementia: what helps in the evening": "A calm routine helps. Close the curtains.",
    "Swallowing tablets": "Some tablets can be crushed, others must not. Ask the pharmacist about lemon juice too.",
    "Carer's Allowance: who can get it": "A payment for those who care for somebody for 35 hours a week.",
    "Flu jabs for carers": "Vaccination protects both of you.",
    "Gripe: vacunas para cuidadores": "La vacunación protege a los dos.",
}
MIRACLE = (
    "FORWARDED MANY TIMES. Please share with all. My neighbour's doctor says lemon with baking soda cures dementia "
    "in 3 weeks, the hospitals hide it. https://miracle.example/lemon"
)

_OF_THE_INDEX = frozenset('"()*:^+-{}, \0')


def titles_for(library: Library, message: str) -> list[str]:
    hits = library.related.find(subject_words(message))
    return [row.title for row in library.articles.rows_of([hit.id for hit in hits])]


@pytest.fixture
def filled(library: Library) -> Library:
    source = add_source(library)
    store(library, source, *(an_article(title, title, text) for title, text in PAGES.items()))
    return library


@pytest.mark.parametrize(
    ("message", "first"),
    [
        (MIRACLE, "Baking soda does not cure dementia"),
        ("The government pays every carer a new allowance from Monday", "Carer's Allowance: who can get it"),
        ("flu vaccination for carers is free today", "Flu jabs for carers"),
        ("La vacuna de la gripe es mala, comparte con cuidadores", "Gripe: vacunas para cuidadores"),
        ("swallowing", "Swallowing tablets"),
    ],
)
def test_the_page_on_the_same_subject_comes_first(filled: Library, message: str, first: str) -> None:
    assert titles_for(filled, message)[:1] == [first]


@pytest.mark.parametrize(
    "message",
    [
        "",
        "Please share with everyone today.",
        "Your parcel could not be delivered, pay 2 pounds",
        "Call 0800 123 456 now",
        "the pharmacist",  # in the words of two pages, in the title of none
    ],
)
def test_a_message_about_something_else_finds_nothing(filled: Library, message: str) -> None:
    assert titles_for(filled, message) == []


def test_what_was_removed_is_not_found(filled: Library) -> None:
    (hit, *_rest) = filled.related.find(subject_words(MIRACLE))
    with filled.write("test.hide") as writer:
        writer.execute("UPDATE article SET hidden = 1 WHERE item_id = :id", {"id": hit.id})
    assert "Baking soda does not cure dementia" not in titles_for(filled, MIRACLE)


def test_the_words_are_shown_where_they_stand(filled: Library) -> None:
    (hit, *_rest) = filled.related.find(subject_words(MIRACLE))
    assert HIT_START in filled.related.snippet(hit)


def test_scripts_without_spaces_are_found_by_their_pairs(library: Library) -> None:
    source = add_source(library)
    store(library, source, an_article("a", "老年痴呆的护理", "痴呆需要耐心"), an_article("b", "流感疫苗", "请打疫苗"))
    assert titles_for(library, "喝柠檬水治好老年痴呆") == ["老年痴呆的护理"]


def test_what_stands_in_nearly_every_page_does_not_count(library: Library) -> None:
    source = add_source(library)
    articles = [an_article(f"n{n}", f"Health news {n}", f"health and topic{n}") for n in range(40)]
    store(library, source, *articles, an_article("one", "Hearing aids at home", "health and hearing"))
    assert titles_for(library, "health of hearing aids") == ["Hearing aids at home"]
    assert titles_for(library, "health news") == []


def test_two_frequent_words_find_the_pages_that_hold_both_however_old(library: Library) -> None:
    """Of each word only the newest pages are looked at; the only page with both is older than those."""
    source = add_source(library)
    store(library, source, an_article("both", "Falls at night", "falls at night are frequent"), index=False)
    some = [an_article(f"f{n}", f"Falls {n}", "falls") for n in range(450)]
    more = [an_article(f"n{n}", f"Night {n}", "night") for n in range(450)]
    rest = [an_article(f"r{n}", f"Other {n}", f"subject{n}") for n in range(450)]
    store(library, source, *some, *more, *rest)
    assert titles_for(library, "falls in the night")[0] == "Falls at night"


def test_a_page_that_matters_is_found_by_its_title_however_old(library: Library) -> None:
    source = add_source(library)
    (old,) = store(library, source, an_article("old", "Falls at night", "text"), index=False)
    newer = [an_article(f"n{n}", f"Falls in the night {n}", "falls night") for n in range(300)]
    rest = [an_article(f"r{n}", f"Other {n}", f"subject{n}") for n in range(400)]
    store(library, source, *newer, *rest)
    words = subject_words("falls at night")
    assert old not in [hit.id for hit in library.related.find(words)]
    assert old in [hit.id for hit in library.related.find(words, also=[old])]


def test_a_page_is_known_by_the_key_of_its_address(library: Library) -> None:
    source = add_source(library)
    (item,) = store(library, source, an_article("a", link="https://a.example/x", link_key="a.example/x"))
    assert library.related.pages_at("a.example/x") == (item,)
    assert library.related.pages_at("a.example/y") == ()


def test_small_words_numbers_and_those_of_passing_on_say_nothing_of_the_subject() -> None:
    assert list(subject_words("Please SHARE this video, 90% of 2 doctors in 2026 say: sleep!")) == ["doctors", "sleep"]
    assert list(subject_words("Por favor, comparte: la vacuna de la gripe")) == ["vacuna", "gripe"]


def test_no_more_words_than_are_asked_for() -> None:
    assert len(subject_words(" ".join(f"word{n}" for n in range(500)))) == MOST_WORDS
    assert next(iter(subject_words("lemon soda soda"))) == "soda"


@settings(max_examples=30)
@given(st.text(max_size=400))
def test_any_text_has_few_plain_words_each_as_often_as_it_stands_there(text: str) -> None:
    words = subject_words(text)
    assert len(words) <= MOST_WORDS
    assert all(_OF_THE_INDEX.isdisjoint(word) and 1 <= times <= len(text) for word, times in words.items())


@pytest.mark.parametrize(
    ("message", "plain"),
    [
        ("NEAR(dementia soda)", "near dementia soda"),
        ("title:dementia OR soda*", "title dementia or soda"),
        ("-dementia soda", "dementia soda"),
        ("dementia\0soda", "dementia soda"),
        ('"dementia" ^soda {title}', "dementia soda title"),
        ('"', ""),
        ("((((", ""),
    ],
    ids=["near", "column", "minus", "nul", "quotes", "quote", "brackets"],
)
def test_words_that_mean_something_to_the_index_are_plain_words(filled: Library, message: str, plain: str) -> None:
    assert titles_for(filled, message) == titles_for(filled, plain)
    assert bool(titles_for(filled, message)) == bool(plain)

"""The search box: what it finds, in which order, how it shows the hits, and that no text at all can break it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from caregiver_app.library.articles import PageKey
from caregiver_app.library.search_hits import RANKED_AT_MOST
from caregiver_app.library.store import Library
from caregiver_app.model.article import HIT_END, HIT_START, ArticleFilter
from caregiver_app.model.search import ArticleQuery
from tests.helpers.clock import MONDAY
from tests.helpers.library import DAY_MS, a_library, add_source, an_article, store

TEXTS = {
    "Falls at night": "Keep a light on near the bed. Carer's allowance may help.",
    "Walking well": "She walked to the café; walking helps sleep.",
    "Sleep": "Sleep comes easier after a walk. Light meals.",
    "Sueño": "Dormir bien: el sueño de los niños.",
    "Pills": "Take 2.5 mg_daily of the C++ tablets, anti-inflammatory, at 12:30.",
    "हिन्दी": "देखभाल करने वालों के लिए सहायता",
    "Ärztin": "Die Ärztin hört zu. Straße.",
}


@pytest.fixture
def filled(library: Library) -> Library:
    source = add_source(library)
    store(library, source, *(an_article(title, title, text) for title, text in TEXTS.items()))
    return library


def found(library: Library, text: str, *, ranked: bool = True, begun: bool = False) -> set[str]:
    query = ArticleQuery(text=text, ranked=ranked, begun=begun)
    return {row.title for row in library.articles.page(query, limit=100).rows}


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("light", {"Falls at night", "Sleep"}),
        ("LIGHT", {"Falls at night", "Sleep"}),
        ("light bed", {"Falls at night"}),
        ("bed light", {"Falls at night"}),
        ("night", {"Falls at night"}),
        ("walk", {"Walking well", "Sleep"}),
        ("walks", {"Walking well", "Sleep"}),
        ('"walked to"', {"Walking well"}),
        ('"to walked"', set()),
        ('"near the bed" light', {"Falls at night"}),
        ('"near the bed', {"Falls at night"}),
        ("light -meals", {"Falls at night"}),
        ('light -"light meals"', {"Falls at night"}),
        ("light -light", set()),
        ("-light", {"Walking well", "Sueño", "Pills", "हिन्दी", "Ärztin"}),
        ("lig*", {"Falls at night", "Sleep"}),
        ("lig", set()),
        ("walkin*", {"Walking well", "Sleep"}),
        ("tablets*", {"Pills"}),
        ("inflammator*", {"Pills"}),
        ("easie*", {"Sleep"}),
        ("allow*", {"Falls at night"}),
        ("-lig* walk", {"Walking well"}),
        ("carer's", {"Falls at night"}),
        ("carer’s", {"Falls at night"}),
        ("carers", {"Falls at night"}),
        ("café", {"Walking well"}),
        ("cafe", {"Walking well"}),
        ("CAFÉ", {"Walking well"}),
        ("sueno", {"Sueño"}),
        ("ninos", {"Sueño"}),
        ("arztin", {"Ärztin"}),
        ("2.5", {"Pills"}),
        ("mg_daily", {"Pills"}),
        ("daily", {"Pills"}),
        ("c++", {"Pills"}),
        ("anti-inflammatory", {"Pills"}),
        ("12:30", {"Pills"}),
        ("सहायता", {"हिन्दी"}),
        ("light _", {"Falls at night", "Sleep"}),
        ("light - + , ; ... \U0001f600", {"Falls at night", "Sleep"}),
        ('light ""', {"Falls at night", "Sleep"}),
        ("light NOT bed", set()),
        ("light OR dormir", {"Falls at night", "Sleep", "Sueño"}),
        ("NEAR(light bed)", set()),
        ("title:falls", set()),
        ("{title}:falls", set()),
        ("^light", {"Falls at night", "Sleep"}),
        ("no-such-word", set()),
    ],
)
def test_what_is_typed_finds(filled: Library, typed: str, titles: set[str]) -> None:
    assert found(filled, typed) == titles
    assert filled.articles.count(ArticleQuery(text=typed)) == len(titles)


@pytest.mark.parametrize("word", ["cafés", "niños", "Ärztin", "sueño"])
def test_an_accent_may_be_a_sign_of_its_own(library: Library, word: str) -> None:
    """Some keyboards and systems send letter and accent apart; texts come both ways too."""
    source = add_source(library)
    apart = unicodedata.normalize("NFD", word)
    store(library, source, an_article("one"), an_article("two", "Two", f"the {word} here"))
    store(library, source, an_article("three", "Three", f"the {apart} here"))
    assert found(library, word) == found(library, apart) == {"Two", "Three"}
    assert found(library, f'"the {apart} here"') == {"Two", "Three"}


@pytest.mark.parametrize(
    "nothing", ["_", "...", "-", "--", '"', '""', "*", "-*", "+ - *", "\0", "\u200b", "\U0001f600"]
)
def test_text_that_asks_for_nothing_finds_nothing(filled: Library, nothing: str) -> None:
    assert found(filled, nothing) == set()
    assert filled.articles.count(ArticleQuery(text=nothing)) == 0


@pytest.mark.parametrize("blank", ["", " ", "\t\n", "\u3000"])
def test_no_text_is_no_search(filled: Library, blank: str) -> None:
    assert found(filled, blank) == set(TEXTS)


@pytest.mark.parametrize("typed", ["w", "wa", "wal", "walk", "she wal", '"walked to t', "light is:unread wal"])
def test_the_last_word_counts_as_begun_while_somebody_types(filled: Library, typed: str) -> None:
    if "light" in typed:
        assert found(filled, typed, begun=True) == {"Sleep"}
    else:
        assert "Walking well" in found(filled, typed, begun=True)
        assert "Walking well" in found(filled, typed, ranked=False)


@pytest.mark.parametrize(
    ("typed", "titles"),
    [("walk is:un", set()), ("walk -mea", {"Walking well", "Sleep"}), ("wal ", set()), ("walk source:news", None)],
)
def test_a_filter_or_a_word_taken_away_is_not_begun(filled: Library, typed: str, titles: set[str] | None) -> None:
    expected = {"Walking well", "Sleep"} if titles is None else titles
    assert found(filled, typed, begun=True) == expected


def test_a_hit_in_the_title_counts_most(library: Library) -> None:
    source = add_source(library)
    store(
        library,
        source,
        an_article("text", "Other", "dementia " * 5, at=MONDAY),
        an_article("title", "Dementia", "about many other things", at=MONDAY - DAY_MS),
    )
    assert [row.title for row in library.articles.page(ArticleQuery(text="dementia")).rows] == ["Dementia", "Other"]


@pytest.mark.parametrize("typed", ["evening", "evenings", "well evening"])
def test_a_title_with_the_word_that_was_typed_comes_before_one_that_shares_its_stem(
    library: Library, typed: str
) -> None:
    """The stem of "evening" is "even", which stands in many texts."""
    store(
        library,
        add_source(library),
        an_article("typed", "Evenings that end well", "Lamps on early, curtains closed. " * 40, at=MONDAY - DAY_MS),
        an_article("stem", "Even a well day", "Even so, it went well, even at noon.", at=MONDAY),
    )
    titles = [row.title for row in library.articles.page(ArticleQuery(text=typed)).rows]
    assert titles == ["Evenings that end well", "Even a well day"]


def test_while_somebody_types_the_newest_come_first(library: Library) -> None:
    source = add_source(library)
    store(library, source, *(an_article(f"a{n}", f"Dementia {n}", at=MONDAY - n * DAY_MS) for n in range(5)))
    rows = library.articles.page(ArticleQuery(text="dem", ranked=False)).rows
    assert [row.title for row in rows] == [f"Dementia {n}" for n in range(5)]


@pytest.mark.parametrize(
    ("typed", "there", "not_there"),
    [
        ("died", "After he died", "Diez preguntas for a different diet"),
        ("used", "How it is used", "Usual hours"),
        ("immed", "Immediate help", "Images"),
        ("eyes", "Eyes", "Eyjafjord"),
    ],
)
def test_a_begun_word_with_a_short_stem_stands_for_no_other_word(
    library: Library, typed: str, there: str, not_there: str
) -> None:
    """FTS5 looks for what begins like the stem of what was typed: "died" is "di" to it, and found "diet"."""
    store(library, add_source(library), an_article("a", there, "Text"), an_article("b", not_there, "Text"))
    assert found(library, typed, begun=True) == {there}


@pytest.mark.parametrize("ranked", [True, False])
def test_pages_of_hits_together_are_all_hits_once(library: Library, ranked: bool) -> None:
    store(library, add_source(library), *(an_article(f"a{n}", f"Dementia {n}", "dementia " * n) for n in range(10)))
    query = ArticleQuery(text="dementia", ranked=ranked)
    ids, after, turns = [], None, 0
    while True:
        page = library.articles.page(query, after=after, limit=3)
        ids += [row.id for row in page.rows]
        after, turns = page.next, turns + 1
        if after is None:
            break
    assert (len(ids), len(set(ids)), turns) == (10, 10, 4)
    assert ids == [row.id for row in library.articles.page(query, limit=100).rows]


def test_the_next_hits_while_typing_hold_still_whatever_arrives(library: Library) -> None:
    source = add_source(library)
    store(library, source, *(an_article(f"a{n}", f"Dementia {n}") for n in range(6)))
    query = ArticleQuery(text="dementia", ranked=False)
    first = library.articles.page(query, limit=3)
    before = library.articles.page(query, after=first.next, limit=3)
    store(library, source, *(an_article(f"b{n}", f"Dementia {n}") for n in range(4)))
    assert library.articles.page(query, after=first.next, limit=3) == before


def test_only_the_newest_hits_are_ranked(library: Library) -> None:
    source = add_source(library)
    many = [an_article(f"a{n}", f"A{n}", "word", at=MONDAY + n) for n in range(RANKED_AT_MOST)]
    store(library, source, an_article("oldest", "Word word", "word", at=MONDAY - DAY_MS), *many)
    rows = library.articles.page(ArticleQuery(text="word"), limit=RANKED_AT_MOST + 10).rows
    assert len(rows) == RANKED_AT_MOST
    assert "Word word" not in {row.title for row in rows}


def test_a_snippet_shows_each_hit_between_its_signs(filled: Library) -> None:
    (row,) = filled.articles.page(ArticleQuery(text="café walking")).rows
    hits = [piece.split(HIT_END)[0] for piece in row.snippet.split(HIT_START)[1:]]
    assert hits == ["walked", "café", "walking"]


def test_a_snippet_is_cut_from_where_the_hit_is(library: Library) -> None:
    text = " ".join(["filler"] * 500 + ["needle"] + ["filler"] * 500)
    store(library, add_source(library), an_article("a", "A", text))
    (row,) = library.articles.page(ArticleQuery(text="needle")).rows
    assert f"{HIT_START}needle{HIT_END}" in row.snippet
    assert row.snippet.startswith("…")
    assert len(row.snippet) < 300


def test_a_hit_in_the_title_alone_shows_the_beginning_of_the_text(filled: Library) -> None:
    (row,) = filled.articles.page(ArticleQuery(text="falls")).rows
    assert row.snippet.startswith("Keep a light on")
    assert HIT_START not in row.snippet


def test_hits_are_narrowed_by_chips(filled: Library) -> None:
    for chip, count in ((ArticleFilter.SAVED, 0), (ArticleFilter.NEW, 2), (ArticleFilter.ALL, 2)):
        assert filled.articles.count(ArticleQuery(text="light", filter=chip)) == count


def test_a_very_long_text_is_searched_by_its_beginning(filled: Library) -> None:
    assert found(filled, "light " + "x" * 100_000) == set()
    assert found(filled, "light " * 10_000) == {"Falls at night", "Sleep"}
    assert found(filled, 'light "' * 10_000) == {"Falls at night", "Sleep"}


def test_hidden_from_the_list_is_hidden_from_the_search(filled: Library) -> None:
    (source,) = filled.sources.list()
    filled.sources.remove(source.id, at=MONDAY)
    assert found(filled, "light") == set()


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """One library that the property tests only read."""
    library = a_library(tmp_path_factory.mktemp("search"))
    store(library, add_source(library), *(an_article(title, title, text) for title, text in TEXTS.items()))
    yield library
    library.close()


SIGNS = "\"'*-+:^(){}[]<>\\/%_~!?.,;|&$#@= \t\n\0\u200b\ufeff\ud800\udfff\ue000\ue001\u0301\u0130"
PIECES = """
    NOT AND OR NEAR NEAR( is: is:read before: before:2026-13-45 after:99999 before:٢٠٢٦ source: lang:% org:_ topic:\\
    kind:x light walk* -light title: rank: search_index rowid ;DROP é हि 1e999 0x1F :: a:b:c -"light -is: ""
"""
HARD = st.sampled_from([*SIGNS, *PIECES.split(), "source:\ud800", "kind:\0", "\U0001f600", "; DROP TABLE item"])
ANY_TEXT = st.one_of(
    st.text(), st.lists(HARD).map("".join), st.lists(st.one_of(HARD, st.text(max_size=3))).map(" ".join)
)


@given(typed=ANY_TEXT, ranked=st.booleans(), begun=st.booleans(), chip=st.sampled_from(ArticleFilter))
@example(typed="source:\ud800", ranked=True, begun=False, chip=ArticleFilter.ALL)
@example(typed="light \ud800", ranked=True, begun=False, chip=ArticleFilter.ALL)
@example(typed="kind:\0", ranked=True, begun=False, chip=ArticleFilter.ALL)
def test_any_text_at_all_gives_a_list(
    shared: Library, typed: str, ranked: bool, begun: bool, chip: ArticleFilter
) -> None:
    query = ArticleQuery(text=typed, ranked=ranked, begun=begun, filter=chip)
    rows = shared.articles.page(query, limit=100).rows
    assert shared.articles.count(query) == len(rows)
    assert shared.articles.page(query, after=PageKey(item_id=1, sort_at=1, offset=99)).rows == ()


@given(typed=ANY_TEXT)
def test_any_text_marks_as_read_only_what_there_is(tmp_path_factory: pytest.TempPathFactory, typed: str) -> None:
    library = a_library(tmp_path_factory.mktemp("marks"))
    ids = store(library, add_source(library), an_article("a"))
    assert set(library.marks.mark_read_where(ArticleQuery(text=typed), at=MONDAY)) <= set(ids)
    library.close()


WORDS = sorted({word for text in TEXTS.values() for word in text.lower().split() if word.isascii() and word.isalpha()})


@given(words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=3))
def test_every_article_that_holds_all_words_is_found(shared: Library, words: list[str]) -> None:
    holding = {title for title, text in TEXTS.items() if set(words) <= set(text.lower().split())}
    assert holding <= found(shared, " ".join(words))


@given(data=st.data())
def test_every_phrase_of_a_text_finds_it(shared: Library, data: st.DataObject) -> None:
    title, text = data.draw(st.sampled_from(sorted(TEXTS.items())))
    words = text.split()
    start = data.draw(st.integers(0, len(words) - 1))
    phrase = " ".join(words[start : data.draw(st.integers(start + 1, len(words)))])
    assert title in found(shared, f'"{phrase}"')


def test_a_library_at_rest_is_not_changed_by_searching(filled: Library, tmp_path: Path) -> None:
    before = (tmp_path / "library.db-wal").read_bytes()
    for typed in ("light", "wal", "is:unread", '"'):
        found(filled, typed)
    assert (tmp_path / "library.db-wal").read_bytes() == before

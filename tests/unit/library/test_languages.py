"""Search finds a word in any of its forms, in any language and script, and shows where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from caregiver_app.library.schema import LIBRARY_SCHEMA
from caregiver_app.library.search_hits import RANKED_AT_MOST
from caregiver_app.library.store import Library
from caregiver_app.model.article import HIT_END, HIT_START, ArticleFilter, ItemId, Sort
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.source import NewSource, SourceId
from tests.helpers.clock import MONDAY
from tests.helpers.library import a_library, add_source, an_article, change, index_all, raw, store

TEXTS = {
    "es": {
        "Apoyo": "Los cuidadores necesitan descanso. Las caídas en casa son frecuentes; la rehabilitación ayuda.",
        "Sueño": "Dormir bien: el sueño de los niños y de quienes cuidan.",
        "Sin acentos": "La rehabilitacion empieza pronto despues del ictus.",
    },
    "de": {
        "Pflege": "Pflegende Angehörige brauchen Häuser ohne Stufen auf der Straße.",
        "Ärztin": "Die Ärztin hört zu. Fragen Sie die Ärztinnen der Klinik.",
    },
    "fr": {
        "Répit": "Les aidants âgés ont droit au répit. L'hôpital propose des séjours.",
    },
    "zh": {"糖尿病": "糖尿病患者的照顾者需要休息。每天测量血糖。"},
    "ja": {"介護": "介護をする人のためのデータと休息。頭が痛い時は医師に相談。"},
    "th": {"ผู้ดูแล": "ผู้ดูแลที่บ้านต้องการพักผ่อน โรคเบาหวานต้องดูแลทุกวัน"},
    "ko": {"간병": "간병인을 위한 휴식과 상담."},
    "km": {"ថែទាំ": "អ្នកថែទាំត្រូវការសម្រាក"},
    "my": {"စောင့်ရှောက်": "အိမ်တွင်လူနာစောင့်ရှောက်သူများ"},
    "lo": {"ດູແລ": "ຜູ້ດູແລຢູ່ເຮືອນຕ້ອງການພັກຜ່ອນ"},
    "hi": {"देखभाल": "देखभाल करने वालों के लिए सहायता"},
    "ar": {"الرعاية": "مقدمو الرعاية يحتاجون إلى الراحة"},
    "ru": {"Уход": "Ухаживающие за близкими нуждаются в отдыхе. Ещё раз о больницах."},
    "en": {
        "Carers": "Carers need rest. The word 糖尿病 means diabetes.",
        "Plain": "Walking helps sleep; the carer rests.",
    },
    "xx": {"Strange": "Zorblax 照顾 gorbulates."},
}


def in_language(library: Library, language: str) -> SourceId:
    new = NewSource(url=f"https://{language}.example/feed", title=language, language=language)
    return library.sources.add(new, at=MONDAY)


@pytest.fixture
def world(library: Library) -> Library:
    for language, texts in TEXTS.items():
        store(library, in_language(library, language), *(an_article(key, key, text) for key, text in texts.items()))
    return library


def found(library: Library, text: str, *, begun: bool = False, ranked: bool = True) -> set[str]:
    query = ArticleQuery(text=text, begun=begun, ranked=ranked)
    return {row.title for row in library.articles.page(query, limit=100).rows}


def snippet(library: Library, text: str, title: str) -> str:
    rows = library.articles.page(ArticleQuery(text=text), limit=100).rows
    return next(row.snippet for row in rows if row.title == title)


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("cuidador", {"Apoyo"}),
        ("CUIDADORAS", {"Apoyo"}),
        ("caida", {"Apoyo"}),
        ("caídas", {"Apoyo"}),
        ("caída descansos", {"Apoyo"}),
        ("caída dormir", set()),
        ("rehabilitación", {"Apoyo", "Sin acentos"}),
        ("rehabilitacion", {"Apoyo", "Sin acentos"}),
        ("sueños", {"Sueño"}),
        ("niño", {"Sueño"}),
        ("nino", {"Sueño"}),
        ('"los cuidadores necesitan"', {"Apoyo"}),
        ('"el cuidador necesita"', set()),
        ('"necesitan cuidadores"', set()),
        ("haus", {"Pflege"}),
        ("Strasse", {"Pflege"}),
        ("straße", {"Pflege"}),
        ("angehoriger", {"Pflege"}),
        ("arztin", {"Ärztin"}),
        ("Ärztinnen", {"Ärztin"}),
        ("âgée", {"Répit"}),
        ("aidante", {"Répit"}),
        ("hopital", {"Répit"}),
        ("séjour", {"Répit"}),
        ("больница", {"Уход"}),
        ("еще", {"Уход"}),
        ("糖尿病", {"糖尿病", "Carers"}),
        ("尿病", {"糖尿病", "Carers"}),
        ("糖", {"糖尿病", "Carers"}),
        ("病", {"糖尿病", "Carers"}),
        ("照顾者", {"糖尿病"}),
        ("照顾", {"糖尿病", "Strange"}),
        ("血糖 休息", {"糖尿病"}),
        ('"测量血糖"', {"糖尿病"}),
        ("病糖", set()),
        ("介護", {"介護"}),
        ("データ", {"介護"}),
        ("ﾃﾞｰﾀ", {"介護"}),
        ("痛い", {"介護"}),
        ("ผู้ดูแล", {"ผู้ดูแล"}),
        ("ดูแล", {"ผู้ดูแล"}),
        ("เบาหวาน", {"ผู้ดูแล"}),
        ("간병", {"간병"}),
        ("간병인", {"간병"}),
        ("상담", {"간병"}),
        ("ថែទាំ", {"ថែទាំ"}),
        ("လူနာ", {"စောင့်ရှောက်"}),
        ("ດູແລ", {"ດູແລ"}),
        ("वालों", {"देखभाल"}),
        ("सहायता", {"देखभाल"}),
        ("الرعاية", {"الرعاية"}),
        ("راحة", {"الرعاية"}),
        ("diabetes 糖尿病", {"Carers"}),
        ("carer 糖尿病", {"Carers"}),
        ("walk", {"Plain"}),
        ("carer -糖尿病", {"Plain"}),
        ("cuidador OR walk", {"Apoyo", "Plain"}),
        ("糖尿病 -carer", {"糖尿病"}),
        ("rehabilitación -caida", {"Sin acentos"}),
        ("-caida lang:es", {"Sueño", "Sin acentos"}),
        ("zorblax gorbulates", {"Strange"}),
    ],
)
def test_a_word_is_found_in_the_forms_of_its_language(world: Library, typed: str, titles: set[str]) -> None:
    assert found(world, typed) == titles
    assert found(world, typed, ranked=False) >= titles
    assert world.articles.count(ArticleQuery(text=typed)) == len(titles)


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("cuid", "Apoyo"),
        ("cuidadores", "Apoyo"),
        ("caí", "Apoyo"),
        ("cai", "Apoyo"),
        ("糖尿", "糖尿病"),
        ("ดูแ", "ผู้ดูแล"),
    ],
)
def test_a_begun_word_is_found_in_any_language(world: Library, typed: str, title: str) -> None:
    assert title in found(world, typed, begun=True)
    assert title in found(world, f"{typed}*")


@pytest.mark.parametrize(
    ("typed", "title", "marked"),
    [
        ("cuidador", "Apoyo", ["cuidadores"]),
        ("caida", "Apoyo", ["caídas"]),
        ('"los cuidadores"', "Apoyo", ["Los cuidadores"]),
        ("caida rehabilitacion", "Apoyo", ["caídas", "rehabilitación"]),
        ("haus", "Pflege", ["Häuser"]),
        ("血糖", "糖尿病", ["血糖"]),
        ("ดูแล", "ผู้ดูแล", ["ดูแล", "ดูแล"]),
        ("carer 糖尿病", "Carers", ["Carers", "糖尿病"]),
    ],
)
def test_hits_are_marked_where_they_stand(world: Library, typed: str, title: str, marked: list[str]) -> None:
    shown = snippet(world, typed, title)
    assert [piece.partition(HIT_END)[0] for piece in shown.split(HIT_START)[1:]] == marked


def test_a_hit_far_down_is_shown_with_what_is_around_it(library: Library) -> None:
    text = "palabra " * 2_000 + "los cuidadores descansan aquí " + "palabra " * 2_000
    store(library, in_language(library, "es"), an_article("a", "A", text))
    shown = snippet(library, "cuidador", "A")
    assert f"{HIT_START}cuidadores{HIT_END}" in shown
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert len(shown) < 300


def test_changed_and_deleted_texts_are_forgotten(library: Library) -> None:
    source = in_language(library, "es")
    (item,) = store(library, source, an_article("a", "A", "los cuidadores"))
    change(library, source, "a", "A", "las enfermeras")
    index_all(library)
    assert (found(library, "cuidador"), found(library, "enfermera")) == (set(), {"A"})
    with library.write("test.delete") as writer:
        writer.execute("DELETE FROM item WHERE id = :id", {"id": item})
    index_all(library)
    assert found(library, "enfermera") == set()
    assert library.search.is_sound()


def test_a_language_learnt_later_counts(library: Library) -> None:
    (item,) = store(library, add_source(library), an_article("a", "A", "los cuidadores"))
    assert found(library, "cuidadora") == set()
    with library.write("test.language") as writer:
        writer.execute("UPDATE item SET language = 'es-MX' WHERE id = :id", {"id": item})
    index_all(library)
    assert found(library, "cuidadora") == {"A"}


def test_rebuilding_finds_the_same(world: Library) -> None:
    world.search.rebuild()
    assert world.search.pending() == 0
    assert world.search.is_sound()
    assert found(world, "cuidador caida") == {"Apoyo"}
    assert found(world, "照顾者") == {"糖尿病"}


def test_an_index_that_says_too_much_is_not_sound(world: Library) -> None:
    with world.write("test.damage") as writer:
        writer.execute("INSERT INTO search_words (rowid, title, text) VALUES (999, 'ghost', 'ghost')")
    assert not world.search.is_sound()
    world.search.rebuild()
    assert world.search.is_sound()


def test_best_come_first_over_both_indexes_and_pages_are_whole(library: Library) -> None:
    spanish, english = in_language(library, "es"), in_language(library, "en")
    store(library, english, *(an_article(f"e{n}", f"E{n}", "a hospital and more words") for n in range(7)))
    store(library, spanish, *(an_article(f"s{n}", f"S{n}", "los hospitales y otras palabras") for n in range(7)))
    (best,) = store(library, spanish, an_article("t", "Hospitales", "hospitales"))
    for ranked in (True, False):
        seen: list[ItemId] = []
        after = None
        while True:
            page = library.articles.page(ArticleQuery(text="hospital", ranked=ranked), after=after, limit=4)
            seen += [row.id for row in page.rows]
            after = page.next
            if after is None:
                break
        assert len(seen) == len(set(seen)) == 15
        assert seen[0] == best
    assert RANKED_AT_MOST >= 15


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A library for tests that only read."""
    library = a_library(tmp_path_factory.mktemp("languages"))
    for language, texts in TEXTS.items():
        store(library, in_language(library, language), *(an_article(key, key, text) for key, text in texts.items()))
    yield library
    library.close()


PIECES = sorted({word for texts in TEXTS.values() for text in texts.values() for word in text.split()})
HOSTILE = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from([*PIECES, *'"-*():', " ", "OR", "NOT", "AND", "\0", "ﷺ", "ـ", "\u0301"]), max_size=12).map(
        "".join
    ),
    st.lists(st.sampled_from([*PIECES, "-", "OR", "is:unread", "in:x"]), max_size=6).map(" ".join),
)


QUERIES = st.builds(
    ArticleQuery,
    text=HOSTILE,
    ranked=st.booleans(),
    begun=st.booleans(),
    sort=st.sampled_from(Sort),
    muted=st.booleans(),
)


@given(query=QUERIES)
@example(query=ArticleQuery(text="ﷺ OR ـ", begun=True))
@example(query=ArticleQuery(text="x" * 10_000, ranked=False, begun=True, sort=Sort.OLDEST))
@example(query=ArticleQuery(text="糖" * 10_000, sort=Sort.TITLE, muted=True))
def test_any_text_at_all_gives_a_list_in_any_language(shared: Library, query: ArticleQuery) -> None:
    page = shared.articles.page(query, limit=100)
    assert len({row.id for row in page.rows}) == len(page.rows) == shared.articles.count(query)
    assert page.next is None


@given(data=st.data())
def test_every_word_of_a_text_finds_it(shared: Library, data: st.DataObject) -> None:
    language = data.draw(st.sampled_from(sorted(TEXTS)))
    title, text = data.draw(st.sampled_from(sorted(TEXTS[language].items())))
    words = [word for word in text.split() if any(map(str.isalnum, word)) and ":" not in word]
    word = data.draw(st.sampled_from(words)).strip(".,;")
    assert title in found(shared, word)
    assert title in found(shared, f'"{word}"')
    assert title in found(shared, word[: max(1, len(word) - 1)], begun=True) or not word.isascii()


def test_a_library_of_before_is_searched_in_all_languages_too(tmp_path: Path) -> None:
    """Its texts are put into what is new here as soon as the index catches up."""
    make_version_1(tmp_path)
    library = a_library(tmp_path)
    assert library.articles.count(ArticleQuery(filter=ArticleFilter.NEW)) == 1
    assert library.search.pending() == 1
    index_all(library)
    assert found(library, "cuidador") == {"Los cuidadores"}
    assert [row.title for row in library.articles.page(ArticleQuery(sort=Sort.TITLE)).rows] == ["Los cuidadores"]
    assert library.search.is_sound()
    library.close()


def make_version_1(folder: Path) -> None:
    """Write a library as the first version left it, with one article."""
    with raw(folder) as connection:
        for statement in LIBRARY_SCHEMA.migrations[0].statements:
            connection.execute(statement)
        for statement in _ARTICLE_OF_BEFORE:
            connection.execute(statement)
        connection.execute("INSERT INTO search_index (search_index) VALUES ('rebuild')")
        connection.execute("DELETE FROM search_pending")
        connection.execute(f"PRAGMA application_id = {LIBRARY_SCHEMA.application_id}")
        connection.execute("PRAGMA user_version = 1")


_ARTICLE_OF_BEFORE = (
    """
    INSERT INTO source (id, uid, url, title, format, kind, language, country, homepage, allow_private, asks_first,
        enabled, note, added_at)
    VALUES (1, 'u', 'https://a.example/', 'A', 'feed', 'news', 'es', '', '', 0, 0, 1, '', 0)
    """,
    "INSERT INTO source_state (source_id) VALUES (1)",
    """
    INSERT INTO item (id, kind, uid, title, language, created_at)
    VALUES (1, 'article', 'i', 'Los cuidadores', 'es', 0)
    """,
    """
    INSERT INTO article (item_id, source_id, first_seen_at, sort_at, author, summary, words, text_hash)
    VALUES (1, 1, 0, 0, '', '', 2, '')
    """,
    "INSERT INTO article_html (item_id, html) VALUES (1, '')",
    "INSERT INTO item_text (item_id, title, text) VALUES (1, 'Los cuidadores', 'descansan')",
    """
    INSERT INTO article_entry (source_id, entry_key, item_id, raw_hash, in_feed) VALUES (1, 'g:1', 1, 'h', 1)
    """,
)

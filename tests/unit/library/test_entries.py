"""What sync decided is stored whole: new, joined, changed, seen and left."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from caregiver_app.library.entry_values import ChangedArticle, EntryChanges, KnownEntry, text_hash
from caregiver_app.library.store import Library
from caregiver_app.model.article import ItemId, MarkKind
from caregiver_app.model.entry import EntryText
from caregiver_app.model.errors import UnknownItem
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.source import NewSource, SourceId, SourceKind, SourceState
from caregiver_app.model.time import Millis
from tests.helpers.alerts import alert_facts
from tests.helpers.clock import MONDAY
from tests.helpers.entries import a_text
from tests.helpers.library import (
    DAY_MS,
    LATER,
    a_state,
    add_source,
    an_article,
    change,
    index_all,
    join,
    known_entry,
    raw,
    store,
)

MUCH_LATER = Millis(LATER + DAY_MS)


def test_a_new_article_is_stored_with_all_that_was_said(library: Library) -> None:
    source = add_source(library)
    (item,) = store(library, source, an_article("k", "Falls", "Keep a light on.", link="https://news.example/falls"))
    article = library.articles.get(item)
    assert (article.row.title, article.text, article.html) == ("Falls", "Keep a light on.", "<p>Keep a light on.</p>")
    assert (article.row.url, article.row.published_at) == ("https://news.example/falls", MONDAY)
    assert (article.first_seen_at, article.changed_at, article.revisions) == (MONDAY, None, ())
    assert article.sources == ("News",)
    assert (article.row.read, article.row.starred, article.row.archived, article.row.changed) == (False,) * 4


def test_ids_rise_with_the_time_of_the_articles_whatever_their_order_in_the_feed(library: Library) -> None:
    source = add_source(library)
    ids = store(library, source, *(an_article(f"k{n}", at=MONDAY - n * DAY_MS) for n in (2, 0, 3, 1)))
    by_age = [item for _, item in sorted(zip((2, 0, 3, 1), ids, strict=True), reverse=True)]
    assert by_age == sorted(ids)


def test_an_entry_of_a_second_source_joins_the_article(library: Library) -> None:
    first, second = add_source(library, "first"), add_source(library, "second")
    (item,) = store(library, first, an_article("k"))
    join(library, second, "other key", item)
    assert len(library.articles.page(ArticleQuery()).rows) == 1
    assert library.articles.get(item).sources == ("First", "Second")
    assert [row.id for row in library.articles.page(ArticleQuery(source_id=second)).rows] == [item]
    assert known_entry(library, second, "other key").item_id == item


def test_articles_of_others_are_offered_by_link_but_not_ones_own_nor_doubtful_ones(library: Library) -> None:
    first, second = add_source(library, "first"), add_source(library, "second")
    link = "https://news.example/a"
    (item,) = store(library, first, an_article("k", "Title", link=link))
    assert library.known_entries.elsewhere(second, [link, "https://news.example/none"]) == {link: (item, "Title")}
    assert library.known_entries.elsewhere(first, [link]) == {}
    store(library, first, an_article("k2", "Another under the same link", link=link))
    assert library.known_entries.elsewhere(second, [link]) == {}


def test_a_changed_text_keeps_the_earlier_one_as_a_revision(library: Library) -> None:
    source = add_source(library)
    (item,) = store(library, source, an_article("k", "One", "first words"))
    change(library, source, "k", "Two", "second words", at=LATER)
    change(library, source, "k", "Three", "third words", at=MUCH_LATER)
    article = library.articles.get(item)
    assert (article.row.title, article.text, article.changed_at) == ("Three", "third words", MUCH_LATER)
    assert [(r.n, r.seen_at, r.title, r.text, r.html) for r in article.revisions] == [
        (1, MONDAY, "One", "first words", "<p>first words</p>"),
        (2, LATER, "Two", "second words", "<p>second words</p>"),
    ]
    assert article.row.changed


def test_a_revision_says_by_which_rule_its_hash_was_made(library: Library, tmp_path: Path) -> None:
    source = add_source(library)
    store(library, source, an_article("k", "One", "first words"))
    change(library, source, "k", "Two", "second words")
    with raw(tmp_path) as connection:
        assert connection.execute("SELECT hash, hash_rule FROM revision").fetchall() == [
            (text_hash("One", "first words"), 1)
        ]


def test_changed_markup_alone_makes_no_revision_and_no_changed_sign(library: Library) -> None:
    source = add_source(library)
    (item,) = store(library, source, an_article("k", "One", "the words"))
    change(library, source, "k", "One", "the words", revise=False, raw_hash="new markup")
    article = library.articles.get(item)
    assert article.revisions == ()
    assert (article.row.changed, article.changed_at) == (False, None)
    assert known_entry(library, source, "k").raw_hash == "new markup"


def test_an_article_changed_before_keeps_its_sign_through_a_change_of_markup(library: Library) -> None:
    source = add_source(library)
    (item,) = store(library, source, an_article("k", "One", "a"))
    change(library, source, "k", "Two", "b", at=LATER)
    change(library, source, "k", "Two", "b", at=MUCH_LATER, revise=False)
    assert library.articles.get(item).changed_at == LATER


def test_an_article_is_changed_until_it_is_read_again(library: Library) -> None:
    source = add_source(library)
    (item,) = store(library, source, an_article("k", "One", "a"))
    library.marks.set([item], MarkKind.READ, True, at=MONDAY)
    change(library, source, "k", "Two", "b", at=LATER)
    assert library.articles.get(item).row.changed
    library.marks.set([item], MarkKind.READ, False, at=MUCH_LATER)
    library.marks.set([item], MarkKind.READ, True, at=MUCH_LATER)
    assert not library.articles.get(item).row.changed


def test_an_entry_may_take_a_new_key_without_becoming_another_article(library: Library) -> None:
    source = add_source(library)
    (item,) = store(library, source, an_article("old key", "One", "a"))
    changed = ChangedArticle(
        known=known_entry(library, source, "old key"),
        entry_key="new key",
        link=None,
        link_key=None,
        raw_hash="r",
        updated_at=None,
        text=a_text("One", "a"),
        revise=False,
    )
    library.entries.store(source, EntryChanges(changed=(changed,), seen=("new key",)), at=LATER)
    assert known_entry(library, source, "new key").item_id == item
    assert [entry.entry_key for entry in library.known_entries.find(source, (), ())] == ["new key"]


def test_what_left_the_feed_stays_in_the_library_and_is_known_again_by_key_or_link(library: Library) -> None:
    source = add_source(library)
    (item,) = store(library, source, an_article("k", link="https://news.example/a"))
    library.entries.store(source, EntryChanges(seen=()), at=LATER)
    assert library.known_entries.find(source, (), ()) == ()
    assert library.source_states.known_hashes(source) == frozenset()
    assert library.articles.get(item).row.title == "k"
    assert library.known_entries.find(source, ["k"], ())[0].item_id == item
    assert library.known_entries.find(source, (), ["https://news.example/a"])[0].item_id == item
    library.entries.store(source, EntryChanges(seen=("k",)), at=LATER)
    assert library.source_states.known_hashes(source) == {"raw of k"}


def test_one_sources_document_does_not_touch_anothers_entries(library: Library) -> None:
    first, second = add_source(library, "first"), add_source(library, "second")
    store(library, first, an_article("k"))
    store(library, second, an_article("k"))
    library.entries.store(first, EntryChanges(seen=()), at=LATER)
    assert len(library.known_entries.find(second, (), ())) == 1


def test_storing_is_whole_or_not_at_all(library: Library) -> None:
    """A document whose changes cannot all be stored leaves nothing of itself behind."""
    source = add_source(library)
    store(library, source, an_article("held"))
    broken = EntryChanges(new=(an_article("a"), an_article("b", title="\ud800 no text at all")), seen=("a", "b"))
    with pytest.raises(UnicodeEncodeError):
        library.entries.store(source, broken, at=LATER)
    assert [row.title for row in library.articles.page(ArticleQuery()).rows] == ["held"]
    assert [entry.entry_key for entry in library.known_entries.find(source, (), ())] == ["held"]
    assert all(check.ok for check in library.health.check())


def test_an_entry_that_is_stored_already_is_refused_and_makes_no_second_article(library: Library) -> None:
    """Calling it new is a mistake of the caller; an article without an entry would be left behind."""
    source = add_source(library)
    store(library, source, an_article("k"))
    with pytest.raises(RuntimeError, match="stored already"):
        library.entries.store(source, EntryChanges(new=(an_article("k"),), seen=("k",)), at=LATER)
    assert len(library.articles.page(ArticleQuery()).rows) == 1
    assert all(check.ok for check in library.health.check())


def test_storing_for_a_source_that_is_not_there_is_a_mistake_of_the_caller(library: Library) -> None:
    with pytest.raises(RuntimeError):
        library.entries.store(SourceId(99), EntryChanges(new=(an_article("k"),), seen=("k",)), at=MONDAY)


@pytest.mark.parametrize(
    "key", ["g:a\0b", "g:\ue000", "g:'; DROP TABLE item", "g:\U0001f600", 'g:"quoted"', "g:\\u0000", "g: \t\n"]
)
def test_odd_keys_are_found_again_as_they_are(library: Library, key: str) -> None:
    source = add_source(library)
    (item,) = store(library, source, an_article(key, "Title", link=f"https://news.example/{key}"))
    assert known_entry(library, source, key).item_id == item
    library.entries.store(source, EntryChanges(seen=(key,)), at=LATER)
    assert [entry.entry_key for entry in library.known_entries.find(source, (), ())] == [key]
    assert library.known_entries.find(source, (), [f"https://news.example/{key}"])[0].item_id == item


def test_sync_never_comes_near_a_mark(library: Library) -> None:
    source = add_source(library)
    ids = store(library, source, *(an_article(f"k{n}") for n in range(4)))
    for item, kind in zip(ids, MarkKind, strict=False):
        library.marks.set([item], kind, True, at=MONDAY)
    before = {kind: library.marks.times(ids, kind) for kind in MarkKind}
    change(library, source, "k0", "Other", "other")
    change(library, source, "k1", "k1", "text of k1", revise=False)
    library.entries.store(source, EntryChanges(seen=()), at=LATER)
    index_all(library)
    assert {kind: library.marks.times(ids, kind) for kind in MarkKind} == before


def test_a_deleted_entry_does_not_come_back(library: Library, tmp_path: Path) -> None:
    source = add_source(library)
    with library.write("test") as writer:
        writer.execute("INSERT INTO tombstone VALUES (:s, 'k', 0)", {"s": source})
    assert library.known_entries.tombstones(source) == {"k"}
    assert library.known_entries.tombstones(add_source(library, "other")) == frozenset()


def test_ids_unknown_to_the_library_are_told_apart(library: Library) -> None:
    with pytest.raises(UnknownItem):
        library.articles.get(ItemId(99))


def test_a_source_that_only_carries_an_article_cannot_change_its_words(library: Library) -> None:
    first, second = add_source(library, "first"), add_source(library, "second")
    (item,) = store(library, first, an_article("k", "One", "the whole text"))
    join(library, second, "j", item)
    assert not known_entry(library, second, "j").own
    change(library, second, "j", "One", "a summary")
    article = library.articles.get(item)
    assert (article.text, article.revisions, article.row.changed) == ("the whole text", (), False)
    assert known_entry(library, second, "j").raw_hash == "changed"
    change(library, first, "k", "One", "the newer text")
    assert library.articles.get(item).text == "the newer text"


@pytest.mark.parametrize("how", ["off", "removed", "gone"])
def test_an_article_whose_first_source_is_silent_follows_the_other_one(library: Library, how: str) -> None:
    first, second = add_source(library, "first"), add_source(library, "second")
    (item,) = store(library, first, an_article("k", "One", "the whole text"))
    join(library, second, "j", item)
    if how == "off":
        library.sources.set_enabled(first, False)
    elif how == "removed":
        library.sources.remove(first, at=LATER)
    else:
        library.source_states.put(replace(a_state(first), state=SourceState.GONE))
    change(library, second, "j", "One", "what is said now")
    assert library.articles.get(item).text == "what is said now"


def test_an_entrys_own_language_counts_before_its_sources(library: Library) -> None:
    source = library.sources.add(NewSource(url="https://news.example/", language="en"), at=MONDAY)
    spanish = replace(an_article("es"), text=replace(a_text("Hola", "Buenos"), language="es"))
    ids = store(library, source, spanish, an_article("en"))
    assert [library.articles.get(item).row.language for item in ids] == ["es", "en"]
    known = known_entry(library, source, "es")
    for language, expected in (("", "es"), ("ca", "ca")):
        text = replace(a_text("Hola", f"Buenos {language}"), language=language)
        changed = a_change(known, text)
        library.entries.store(source, EntryChanges(changed=(changed,), seen=("es", "en")), at=LATER)
        assert library.articles.get(ids[0]).row.language == expected


def test_what_an_article_warns_of_is_stored_with_it_and_goes_when_it_does_not_warn_any_more(library: Library) -> None:
    source = library.sources.add(NewSource(url="https://alerts.example/", kind=SourceKind.ALERTS), at=MONDAY)
    heat, flood = alert_facts(1), alert_facts(2)
    (item,) = store(library, source, replace(an_article("k"), alert=heat))
    assert library.alerts.facts_of(item) == heat
    known = known_entry(library, source, "k")
    for facts in (flood, None):
        changed = replace(a_change(known, a_text("k", "other")), alert=facts)
        library.entries.store(source, EntryChanges(changed=(changed,), seen=("k",)), at=LATER)
        assert library.alerts.facts_of(item) == facts


def test_when_an_article_was_published_and_where_it_stands_never_change(library: Library) -> None:
    source = add_source(library)
    (item,) = store(library, source, an_article("k", at=MONDAY))
    before = library.articles.get(item).row
    change(library, source, "k", "Two", "two", at=MUCH_LATER)
    after = library.articles.get(item).row
    assert (after.published_at, after.sort_at) == (before.published_at, before.sort_at) == (MONDAY, MONDAY)


def test_a_starred_article_that_changed_after_is_changed_though_nobody_opened_it(library: Library) -> None:
    source = add_source(library)
    (item,) = store(library, source, an_article("k", "One", "a"))
    library.marks.set([item], MarkKind.STARRED, True, at=MONDAY)
    assert not library.articles.get(item).row.changed
    change(library, source, "k", "Two", "b", at=LATER)
    assert library.articles.get(item).row.changed
    library.marks.set([item], MarkKind.READ, True, at=MUCH_LATER)
    assert not library.articles.get(item).row.changed


def a_change(known: KnownEntry, text: EntryText) -> ChangedArticle:
    """Return that a known entry says something else now."""
    return ChangedArticle(
        known=known,
        entry_key=known.entry_key,
        link=None,
        link_key=None,
        raw_hash=f"raw of {text.text}",
        updated_at=None,
        text=text,
        revise=True,
    )

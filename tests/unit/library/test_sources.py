"""Sources: one address is one source, a person's word wins, and what is removed can be put back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from caregiver_app.library.store import Library
from caregiver_app.model.article import ItemId, MarkKind
from caregiver_app.model.errors import UnknownItem, UnknownSource
from caregiver_app.model.organisation import Organisation
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.source import NewSource, SourceId, SourceKind, SourceState, Validators
from caregiver_app.model.time import Millis
from tests.helpers.clock import MONDAY
from tests.helpers.library import DAY_MS, LATER, a_state, add_source, an_article, join, store
from tests.helpers.organisations import put_organisation

STARTER = NewSource(
    url="https://trust.example/feed",
    uid="starter/trust",
    title="Trust",
    author="starter",
    organisation_uid="org/trust",
    kind=SourceKind.RESEARCH,
    language="en",
    country="GB",
    homepage="https://trust.example/",
    topics=("falls",),
    enabled=False,
)
OWN = NewSource(url="https://own.example/feed", title="My own")


def titles(library: Library) -> list[str]:
    return [source.title for source in library.sources.list()]


def rows(library: Library) -> list[str]:
    return sorted(row.title for row in library.articles.page(ArticleQuery()).rows)


def test_an_added_source_is_there_with_all_its_facts(library: Library) -> None:
    organisation = put_organisation(library, Organisation(uid="org/trust", name="The Trust"), author="starter")
    library.topics.define("falls", "Falls", 1, author="starter")
    source = library.sources.get(library.sources.add(STARTER, at=MONDAY))
    assert (source.uid, source.url, source.title) == ("starter/trust", "https://trust.example/feed", "Trust")
    assert (source.organisation_id, source.organisation, source.topics) == (organisation, "The Trust", ("falls",))
    assert (source.kind, source.language, source.country) == (SourceKind.RESEARCH, "en", "GB")
    assert (source.state, source.enabled, source.entries) == (SourceState.OFF, False, 0)


def test_a_source_of_ones_own_is_on_and_gets_a_uid(library: Library) -> None:
    source = library.sources.get(library.sources.add(OWN, at=MONDAY))
    assert source.enabled
    assert source.uid.startswith("user/")
    assert source.state is SourceState.NEVER_FETCHED


def test_the_same_address_added_twice_is_one_source(library: Library) -> None:
    first = library.sources.add(OWN, at=MONDAY)
    assert library.sources.add(replace(OWN, title="Again"), at=LATER) == first
    assert titles(library) == ["My own"]


def test_the_same_source_from_starter_content_and_a_person_has_two_authors_and_is_on(library: Library) -> None:
    first = library.sources.add(STARTER, at=MONDAY)
    assert not library.sources.get(first).enabled
    assert library.sources.add(replace(OWN, url=STARTER.url), at=LATER) == first
    source = library.sources.get(first)
    assert (source.enabled, source.uid) == (True, "starter/trust")


def test_adding_starter_content_again_brings_its_facts_up_to_date_and_keeps_a_persons_word(library: Library) -> None:
    source_id = library.sources.add(STARTER, at=MONDAY)
    library.sources.set_enabled(source_id, True)
    library.sources.set_title(source_id, "What I call it")
    library.sources.add(replace(STARTER, language="cy", homepage="https://new.example/", title="New"), at=LATER)
    source = library.sources.get(source_id)
    assert (source.language, source.homepage) == ("cy", "https://new.example/")
    assert (source.enabled, source.title) == (True, "What I call it")


def test_a_known_source_may_move_to_another_address(library: Library) -> None:
    source_id = library.sources.add(STARTER, at=MONDAY)
    assert library.sources.add(replace(STARTER, url="https://trust.example/new"), at=LATER) == source_id
    assert library.sources.get(source_id).url == "https://trust.example/new"


def test_a_known_source_that_moves_is_asked_anew(library: Library) -> None:
    """What the server said about the old address means nothing at the new one."""
    source_id = library.sources.add(STARTER, at=MONDAY)
    library.source_states.put(a_state(source_id))
    library.sources.add(replace(STARTER, url="https://trust.example/new"), at=LATER)
    (feed,) = library.source_states.for_sync([source_id])
    assert (feed.validators, feed.body_hash) == (Validators(), None)


def test_a_known_source_that_stays_keeps_what_the_server_said(library: Library) -> None:
    source_id = library.sources.add(STARTER, at=MONDAY)
    library.source_states.put(a_state(source_id))
    library.sources.add(replace(STARTER, title="New"), at=LATER)
    (feed,) = library.source_states.for_sync([source_id])
    assert (feed.validators, feed.body_hash) == (Validators(etag='"e"', last_modified="m"), "hash")


def test_a_known_source_cannot_move_onto_anothers_address(library: Library) -> None:
    """Starter content moves a source to where a person already found it: neither may be lost, nothing may fail."""
    trust = library.sources.add(STARTER, at=MONDAY)
    own = library.sources.add(replace(OWN, url="https://trust.example/new"), at=MONDAY)
    assert library.sources.add(replace(STARTER, url="https://trust.example/new", title="T"), at=LATER) == trust
    assert library.sources.get(trust).url == "https://trust.example/feed"
    assert library.sources.get(own).url == "https://trust.example/new"


def test_only_a_person_may_allow_a_private_address(library: Library) -> None:
    source_id = library.sources.add(replace(STARTER, allow_private=True), at=MONDAY)
    assert not library.sources.get(source_id).allow_private


def test_a_person_may_allow_it_for_a_source_that_is_there_already(library: Library) -> None:
    source_id = library.sources.add(OWN, at=MONDAY)
    library.sources.add(replace(OWN, allow_private=True), at=LATER)
    assert library.sources.get(source_id).allow_private
    library.sources.add(OWN, at=LATER)
    assert library.sources.get(source_id).allow_private


def test_that_permission_ends_when_the_source_moves(library: Library) -> None:
    source_id = library.sources.add(STARTER, at=MONDAY)
    library.sources.add(replace(OWN, url=STARTER.url, allow_private=True), at=LATER)
    library.sources.add(replace(STARTER, url="https://trust.example/new"), at=LATER)
    assert not library.sources.get(source_id).allow_private


def test_a_title_is_the_persons_then_the_lists_then_the_feeds_then_the_host(library: Library) -> None:
    """Never the whole address: it may hold a token."""
    source_id = library.sources.add(replace(OWN, url="https://own.example/feed?key=secret", title=""), at=MONDAY)
    assert library.sources.get(source_id).title == "own.example"
    library.source_states.put(replace(a_state(source_id), feed_title="As the feed says"))
    assert library.sources.get(source_id).title == "As the feed says"
    library.sources.set_title(source_id, "As I say")
    assert library.sources.get(source_id).title == "As I say"
    library.sources.set_title(source_id, None)
    assert library.sources.get(source_id).title == "As the feed says"


@pytest.mark.parametrize("blank", ["", "  ", "\n"])
def test_an_empty_title_of_ones_own_is_none(library: Library, blank: str) -> None:
    source_id = library.sources.add(OWN, at=MONDAY)
    library.sources.set_title(source_id, "As I say")
    library.sources.set_title(source_id, blank)
    assert library.sources.get(source_id).title == "My own"


def test_sources_are_listed_by_title_and_narrowed(library: Library) -> None:
    library.topics.define("falls", "Falls", 1, author="starter")
    library.sources.add(STARTER, at=MONDAY)
    for name in ("beta", "Alpha"):
        library.sources.add(NewSource(url=f"https://{name}.example/", title=name), at=MONDAY)
    assert titles(library) == ["Alpha", "beta", "Trust"]
    assert [source.title for source in library.sources.list(topic="falls")] == ["Trust"]
    assert [source.title for source in library.sources.list(enabled=True)] == ["Alpha", "beta"]
    assert [source.title for source in library.sources.list(enabled=False)] == ["Trust"]
    assert library.sources.list(topic="falls", enabled=True) == ()


def test_a_source_is_found_by_exactly_its_address(library: Library) -> None:
    source_id = library.sources.add(OWN, at=MONDAY)
    found = library.sources.by_url(OWN.url)
    assert found is not None
    assert found.id == source_id
    assert library.sources.by_url(f"{OWN.url}/") is None


def test_a_source_that_is_not_there_is_told(library: Library) -> None:
    for wrong in (
        lambda: library.sources.get(SourceId(9)),
        lambda: library.sources.set_enabled(SourceId(9), True),
        lambda: library.sources.set_title(SourceId(9), "x"),
        lambda: library.sources.remove(SourceId(9), at=MONDAY),
    ):
        with pytest.raises(UnknownSource):
            wrong()


def test_removing_takes_the_articles_along_and_putting_back_brings_all_back(library: Library) -> None:
    source_id = add_source(library)
    store(library, source_id, an_article("a"), an_article("b"))
    before = (library.sources.list(), library.articles.page(ArticleQuery()).rows)
    removed = library.sources.remove(source_id, at=LATER)
    assert (titles(library), rows(library)) == ([], [])
    assert removed.title == "News"
    with pytest.raises(UnknownSource):
        library.sources.get(source_id)
    library.sources.put_back(removed)
    assert (library.sources.list(), library.articles.page(ArticleQuery()).rows) == before


def test_articles_of_a_removed_source_are_found_nowhere(library: Library) -> None:
    source_id = add_source(library)
    (item,) = store(library, source_id, an_article("a", "Falls"))
    library.sources.remove(source_id, at=LATER)
    assert library.articles.page(ArticleQuery(text="falls")).rows == ()
    assert library.articles.count(ArticleQuery(text="falls")) == 0
    assert library.articles.count(ArticleQuery()) == 0
    with pytest.raises(UnknownItem):
        library.articles.get(item)


def test_what_a_person_starred_stays_when_its_source_is_removed(library: Library) -> None:
    source_id = add_source(library)
    kept, _ = store(library, source_id, an_article("kept"), an_article("gone"))
    library.marks.set([kept], MarkKind.STARRED, True, at=MONDAY)
    library.sources.remove(source_id, at=LATER)
    library.sources.purge(removed_before=Millis(LATER + 1))
    assert rows(library) == ["kept"]
    assert library.articles.get(kept).sources == ("News",)


def test_what_another_source_carries_stays(library: Library) -> None:
    first, second = add_source(library, "first"), add_source(library, "second")
    (item,) = store(library, first, an_article("shared"))
    join(library, second, "key", item)
    library.sources.remove(first, at=LATER)
    library.sources.purge(removed_before=Millis(LATER + 1))
    assert rows(library) == ["shared"]
    library.sources.remove(second, at=LATER)
    assert rows(library) == []
    assert all(check.ok for check in library.health.check())


def test_sync_leaves_removed_sources_alone(library: Library) -> None:
    source_id = add_source(library)
    library.sources.remove(source_id, at=LATER)
    assert library.source_states.for_sync(None) == ()
    assert library.source_states.for_sync([source_id]) == ()


def test_purging_deletes_for_good_what_was_removed_before(library: Library) -> None:
    source_id, other = add_source(library), add_source(library, "other")
    (item,) = store(library, source_id, an_article("a", "Falls"))
    store(library, other, an_article("b", "Falls too"))
    removed = library.sources.remove(source_id, at=LATER)
    library.sources.purge(removed_before=LATER)
    library.sources.put_back(removed)
    library.sources.remove(source_id, at=LATER)
    library.sources.purge(removed_before=Millis(LATER + 1))
    with pytest.raises(UnknownSource):
        library.sources.put_back(removed)
    assert rows(library) == ["Falls too"]
    assert item not in library.marks.times([item], MarkKind.READ)
    assert [row.title for row in library.articles.page(ArticleQuery(text="falls")).rows] == ["Falls too"]
    assert all(check.ok for check in library.health.check())


def test_a_purged_starter_source_stays_away_until_the_person_adds_it_and_is_then_asked_anew(library: Library) -> None:
    """Its articles are gone: a server that says "not changed" would leave it empty for ever."""
    source_id = library.sources.add(STARTER, at=MONDAY)
    store(library, source_id, an_article("a"))
    library.source_states.put(a_state(source_id))
    library.sources.remove(source_id, at=LATER)
    library.sources.purge(removed_before=Millis(LATER + 1))
    library.sources.add(STARTER, at=Millis(LATER + DAY_MS))
    assert titles(library) == []
    assert library.sources.add(replace(OWN, url=STARTER.url), at=Millis(LATER + DAY_MS)) == source_id
    assert titles(library) == ["Trust"]
    (feed,) = library.source_states.for_sync(None)
    assert (feed.validators, feed.body_hash) == (Validators(), None)


def test_an_article_of_two_removed_sources_goes_only_when_both_are_purged(library: Library) -> None:
    first, second = add_source(library, "first"), add_source(library, "second")
    (item,) = store(library, first, an_article("shared"))
    join(library, second, "key", item)
    library.sources.remove(first, at=MONDAY)
    removed = library.sources.remove(second, at=LATER)
    library.sources.purge(removed_before=LATER)
    library.sources.put_back(removed)
    assert rows(library) == ["shared"]


def test_a_source_removed_twice_and_added_again_comes_back_with_its_articles(library: Library) -> None:
    source_id = add_source(library)
    store(library, source_id, an_article("a"))
    library.sources.remove(source_id, at=LATER)
    assert add_source(library) == source_id
    assert rows(library) == ["a"]


def test_undoing_a_removal_does_not_bring_back_what_left_for_another_reason(library: Library) -> None:
    """Hidden is what a removal hid; an article deleted meanwhile is not made anew."""
    source_id = add_source(library)
    ids = store(library, source_id, an_article("a"), an_article("b"))
    removed = library.sources.remove(source_id, at=LATER)
    with library.write("test") as writer:
        writer.execute("DELETE FROM item WHERE id = :id", {"id": ids[0]})
    library.sources.put_back(removed)
    assert rows(library) == ["b"]
    assert ItemId(ids[1]) in {row.id for row in library.articles.page(ArticleQuery()).rows}


def test_what_several_sources_carry_counts_for_each_of_them(library: Library) -> None:
    first, second = add_source(library, "one"), add_source(library, "two")
    item, _ = store(library, first, an_article("a"), an_article("b"))
    join(library, second, "a too", item)
    join(library, second, "a once more", item)
    store(library, second, an_article("c"))
    assert [library.sources.get(source).entries for source in (first, second)] == [2, 2]
    library.sources.remove(first, at=LATER)
    assert [source.entries for source in library.sources.list()] == [2]

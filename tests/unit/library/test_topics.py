"""Choosing topics switches sources on and off, but never against a person's own word."""

from __future__ import annotations

import json
from dataclasses import replace

from caregiver_app.library.store import Library
from caregiver_app.model.source import NewSource, SourceId
from tests.helpers.clock import MONDAY
from tests.helpers.forks import ROOT
from tests.helpers.library import LATER

TABLES = ("packaging/starter/sources.json", "resources/helplines.json")


def starter(
    library: Library, name: str, *topics: str, asks_first: bool = False, country: str = "", language: str = ""
) -> SourceId:
    new = NewSource(
        url=f"https://{name}.example/feed",
        uid=f"starter/{name}",
        title=name,
        author="starter",
        topics=topics,
        asks_first=asks_first,
        country=country,
        language=language,
    )
    return library.sources.add(new, at=MONDAY)


def define(library: Library, *topics: str) -> None:
    for position, topic in enumerate(topics):
        library.topics.define(topic, topic.capitalize(), position, author="starter")


def enabled(library: Library) -> list[str]:
    return [source.title for source in library.sources.list(enabled=True)]


def test_starter_sources_are_off_until_a_topic_is_chosen(library: Library) -> None:
    define(library, "falls", "sleep")
    starter(library, "one", "falls")
    starter(library, "two", "sleep")
    starter(library, "both", "falls", "sleep")
    assert enabled(library) == []
    library.topics.choose(["falls"], at=MONDAY)
    assert enabled(library) == ["both", "one"]
    library.topics.choose(["sleep"], at=MONDAY)
    assert enabled(library) == ["both", "two"]
    library.topics.choose([], at=MONDAY)
    assert enabled(library) == []


def test_a_persons_own_word_on_a_source_wins_over_topics(library: Library) -> None:
    define(library, "falls", "sleep")
    off, on = starter(library, "off", "falls"), starter(library, "on", "sleep")
    library.sources.set_enabled(off, False)
    library.sources.set_enabled(on, True)
    library.topics.choose(["falls"], at=MONDAY)
    assert enabled(library) == ["on"]


def test_what_asks_first_is_not_switched_on_by_a_topic_but_by_name(library: Library) -> None:
    define(library, "falls")
    source_id = starter(library, "video", "falls", asks_first=True)
    library.topics.choose(["falls"], at=MONDAY)
    assert enabled(library) == []
    library.sources.set_enabled(source_id, True)
    assert enabled(library) == ["video"]


def test_a_source_that_comes_later_follows_the_topics_chosen_before(library: Library) -> None:
    define(library, "falls")
    library.topics.choose(["falls"], at=MONDAY)
    starter(library, "late", "falls")
    assert enabled(library) == ["late"]


def test_sources_of_ones_own_are_on_whatever_the_topics(library: Library) -> None:
    define(library, "falls")
    library.sources.add(NewSource(url="https://own.example/", title="own"), at=MONDAY)
    library.topics.choose(["falls"], at=MONDAY)
    library.topics.choose([], at=MONDAY)
    assert enabled(library) == ["own"]


def test_topics_are_listed_in_their_order_with_what_they_would_switch_on(library: Library) -> None:
    define(library, "sleep", "falls")
    library.topics.define("mine", "Mine", 0, author="user")
    starter(library, "one", "falls")
    starter(library, "two", "falls", asks_first=True)
    library.topics.choose(["falls"], at=MONDAY)
    assert [(topic.id, topic.chosen, topic.sources) for topic in library.topics.list()] == [
        ("sleep", False, 0),
        ("falls", True, 1),
        ("mine", False, 0),
    ]


def test_a_removed_source_is_not_counted(library: Library) -> None:
    define(library, "falls")
    library.sources.remove(starter(library, "one", "falls"), at=LATER)
    assert library.topics.list()[0].sources == 0


def test_choosing_can_be_undone_with_what_was_chosen_before(library: Library) -> None:
    define(library, "falls", "sleep")
    starter(library, "one", "falls")
    library.topics.choose(["falls"], at=MONDAY)
    before = library.topics.chosen()
    library.topics.choose(["sleep"], at=LATER)
    library.topics.choose(before, at=LATER)
    assert (library.topics.chosen(), enabled(library)) == (("falls",), ["one"])


def test_unknown_topics_are_passed_over(library: Library) -> None:
    define(library, "falls")
    library.topics.choose(["falls", "no such topic", "'; --", "\0"], at=MONDAY)
    assert library.topics.chosen() == ("falls",)


def test_a_topic_keeps_its_first_author_who_alone_may_rename_it(library: Library) -> None:
    define(library, "falls")
    library.topics.define("falls", "Planted", 9, author="pack/other")
    assert library.topics.list()[0].title == "Falls"
    library.topics.define("falls", "Falling", 9, author="starter")
    assert library.topics.list()[0].title == "Falling"


def test_topics_of_a_known_source_are_added_by_each_who_brings_it(library: Library) -> None:
    define(library, "falls", "sleep")
    source_id = starter(library, "one", "falls")
    own = NewSource(url="https://one.example/feed", topics=("sleep",))
    library.sources.add(replace(own, author="user"), at=LATER)
    assert library.sources.get(source_id).topics == ("falls", "sleep")


def test_topics_switch_on_what_speaks_for_the_country_and_in_the_language(library: Library) -> None:
    define(library, "alerts")
    for name, country, language in (
        ("america", "US", "en"),
        ("britain", "GB", "en"),
        ("europe", "EU", "en"),
        ("mexico", "MX", "es"),
        ("scotland", "GB-SCT", "en"),
        ("world", "INT", "en"),
        ("world in Spanish", "INT", "es"),
    ):
        starter(library, name, "alerts", country=country, language=language)
    library.topics.choose(["alerts"], at=MONDAY)
    assert len(enabled(library)) == 7
    assert library.topics.place() == ("", "")
    library.topics.live_in("GB", "en")
    assert library.topics.place() == ("GB", "en")
    assert enabled(library) == ["britain", "europe", "scotland", "world"]
    assert [topic.sources for topic in library.topics.list()] == [4]
    library.topics.live_in("GB-SCT", "en")
    assert enabled(library) == ["britain", "europe", "scotland", "world"]
    library.topics.live_in("GB-WLS", "en")
    assert enabled(library) == ["britain", "europe", "world"]
    library.topics.live_in("", "es")
    assert enabled(library) == ["mexico", "world in Spanish"]
    library.topics.live_in("", "")
    assert len(enabled(library)) == 7


def test_the_countries_of_the_shipped_data_can_always_be_chosen(library: Library) -> None:
    shipped = library.topics.countries()
    said = {each["country"][:2] for name in TABLES for each in json.loads((ROOT / name).read_text())}
    assert set(shipped) == said - {"IN", "EU"}
    define(library, "alerts")
    starter(library, "mexico", "alerts", country="MX", language="es")
    starter(library, "scotland", "alerts", country="GB-SCT", language="en")
    assert library.topics.countries() == tuple(sorted({*shipped, "MX"}))


def test_a_persons_own_word_wins_over_the_country_too(library: Library) -> None:
    define(library, "alerts")
    abroad = starter(library, "abroad", "alerts", country="US", language="en")
    library.topics.choose(["alerts"], at=MONDAY)
    library.topics.live_in("GB", "en")
    library.sources.set_enabled(abroad, True)
    assert enabled(library) == ["abroad"]

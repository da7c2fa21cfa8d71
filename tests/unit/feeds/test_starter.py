"""The content that ships: what the files hold, and what installing them does and leaves alone."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import make_starter
from caregiver_app.feeds.starter import install_starter, starter_uid
from caregiver_app.feeds.starter_topics import starter_titles, topic_title
from caregiver_app.library.store import Library
from caregiver_app.links.sites import site_trouble
from caregiver_app.links.tokens import has_token
from caregiver_app.model.organisation import Site
from caregiver_app.model.source import SourceKind
from caregiver_app.support.resources import resource
from caregiver_app.web.addresses import parse_address
from tests.helpers.clock import MONDAY
from tests.helpers.library import LATER, a_library


def read(name: str) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = json.loads(resource("resources", "starter", name).read_text(encoding="utf-8"))
    return made


SOURCES = read("sources.json")
ORGANISATIONS = read("organisations.json")
TOPICS = read("topics.json")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = a_library(tmp_path)
    install_starter(library, at=MONDAY)
    yield library
    library.close()


@pytest.mark.parametrize("name", ["topics.json", "organisations.json", "sources.json"])
def test_the_script_makes_the_files_that_ship_to_the_byte(name: str) -> None:
    assert make_starter.make_starter()[name].encode() == resource("resources", "starter", name).read_bytes()


@pytest.mark.parametrize("records", [SOURCES, ORGANISATIONS, TOPICS])
def test_ids_are_there_once(records: list[dict[str, Any]]) -> None:
    ids = [record["id"] for record in records]
    assert len(set(ids)) == len(ids)
    assert all(ids)


def test_every_address_is_public_secure_and_free_of_tokens() -> None:
    for source in SOURCES:
        for address in (source["url"], source["homepage"]):
            parsed = parse_address(address)
            assert parsed.is_secure, address
            assert not parsed.names_private_place, address
            assert not has_token(address), address
        assert parse_address(source["url"]).url == source["url"]


def test_every_site_can_be_somebodys_own_and_is_claimed_once() -> None:
    sites = [Site(host=s["host"], path_prefix=s["path_prefix"]) for o in ORGANISATIONS for s in o["sites"]]
    assert {site_trouble(site) for site in sites} == {None}
    assert len(set(sites)) == len(sites)


def test_forums_on_a_site_are_exceptions() -> None:
    exceptions = {exception for o in ORGANISATIONS for s in o["sites"] for exception in s["exceptions"]}
    assert {"forum.parkinsons.org.uk", "/forums"} <= exceptions


def test_every_source_has_its_organisation_and_known_topics() -> None:
    organisations, topics = {o["id"] for o in ORGANISATIONS}, {t["id"] for t in TOPICS}
    assert {source["organisation"] for source in SOURCES} == organisations
    assert {topic for source in SOURCES for topic in source["topics"]} == topics


def test_only_good_evidence_in_languages_of_the_window_ships_and_nothing_counts_as_checked() -> None:
    assert {source["confidence"] for source in SOURCES} == {"high", "medium"}
    assert {source["language"] for source in SOURCES} == {"en", "es"}
    assert {source["checked"] for source in SOURCES} == {False}


def test_what_tells_others_more_or_was_never_seen_asks_first() -> None:
    for source in SOURCES:
        host = parse_address(source["url"]).host
        if host in ("www.youtube.com", "bsky.app", "www.reddit.com") or source["kind"] == SourceKind.SOCIAL:
            assert source["asks_first"] in ("video-platform", "social-platform"), source["id"]
        if source["id"].startswith("gb-gov-uk-news-matching-"):
            assert source["asks_first"] == "pattern-derived"
    reasons = {source["id"]: source["asks_first"] for source in SOURCES}
    assert reasons["mplus-en-dementia"] == "pattern-derived"
    assert reasons["mplus-en-cancer"] == reasons["mplus-en-radiationtherapy"] == "nothing-seen"
    assert reasons["gb-medicines-and-healthcare-products-regulatory-agency-drug"] == "professional"
    assert {reason for source, reason in reasons.items() if source.startswith("eu-european-centre")} == {"professional"}


def test_at_most_eight_of_a_topic_and_country_are_switched_on_by_it() -> None:
    on = Counter((topic, s["country"]) for s in SOURCES if not s["asks_first"] for topic in s["topics"])
    assert max(on.values()) <= make_starter.AT_MOST_ON


def test_the_ninth_of_a_topic_and_country_asks_first_and_the_best_evidence_wins() -> None:
    row = {"kind": "news", "country": "IE", "topics": "dementia", "evidence_type": "probed", "notes": ""}
    row |= {"feed_url": "https://example.org/f", "language": "en"}
    rows = [{**row, "id": f"m{n}", "confidence": "medium"} for n in range(8)]
    rows += [
        {**row, "id": "z-high", "confidence": "high"},
        {**row, "id": "other", "confidence": "medium", "country": "GB"},
    ]
    reasons = make_starter.reasons_to_ask(rows, {"dementia": "dementia"})
    assert [name for name, reason in reasons.items() if reason == "enough"] == ["m7"]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"feed_url": "https://www.youtube.com/feeds/videos.xml?channel_id=UC1"}, "video-platform"),
        ({"feed_url": "https://www.reddit.com/r/dementia/.rss"}, "social-platform"),
        ({"evidence_type": "pattern-derived"}, "pattern-derived"),
        ({"notes": "robots.txt is reported to exclude this path"}, "robots"),
        ({"notes": "Overlaps the news feed."}, "overlap"),
        ({"notes": "Overlaps the news feed.", "asks_first": ""}, ""),
        ({}, ""),
    ],
)
def test_the_table_says_why_a_feed_asks_first(changes: dict[str, str], reason: str) -> None:
    row = {"id": "x", "kind": "news", "country": "GB", "topics": "dementia", "evidence_type": "probed", "notes": ""}
    row |= {"feed_url": "https://example.org/f", "confidence": "high", "language": "en"} | changes
    assert make_starter.reasons_to_ask([row], {"dementia": "dementia"}) == {"x": reason}


def test_topics_have_their_titles_in_the_code_that_translates_them() -> None:
    assert list(starter_titles().items()) == [(topic["id"], topic["title"]) for topic in TOPICS]
    assert topic_title("Our street", "Our street") == "Our street"


def test_every_topic_word_belongs_to_one_topic_or_openly_to_none() -> None:
    listed = [word for topic in make_starter.read_topics() for word in topic["words"]]
    assert len(set(listed)) == len(listed)
    used = {word for row in make_starter.read_feeds() for word in row["topics"].split(";")}
    assert used <= set(listed)


def test_all_is_in_place_and_off(library: Library) -> None:
    assert [topic.id for topic in library.topics.list()] == [topic["id"] for topic in TOPICS]
    assert len(library.sources.list()) == len(SOURCES)
    assert library.sources.list(enabled=True) == ()
    assert library.organisations.id_of(starter_uid("world-health-organization")) is not None


def test_a_source_has_its_organisation_with_its_sites(library: Library) -> None:
    source = library.sources.by_url("https://www.who.int/rss-feeds/news-english.xml")
    assert source is not None
    assert source.organisation == "World Health Organization"
    assert source.organisation_id is not None
    organisation = library.organisations.get(source.organisation_id)
    assert organisation is not None
    assert Site(host="who.int") in organisation.sites
    assert organisation.known == ""


def test_choosing_a_topic_switches_on_what_does_not_ask_first(library: Library) -> None:
    library.topics.choose(["cancer"], at=LATER)
    on = {source.uid for source in library.sources.list(enabled=True)}
    wanted = {starter_uid(s["id"]) for s in SOURCES if "cancer" in s["topics"] and not s["asks_first"]}
    assert on == wanted != set()


def test_installing_again_touches_nothing_that_a_person_chose(library: Library) -> None:
    library.topics.choose(["heart"], at=LATER)
    first, second, third = library.sources.list()[:3]
    library.sources.set_enabled(first.id, True)
    library.sources.set_title(second.id, "Mine")
    library.sources.remove(third.id, at=LATER)
    before = (library.sources.list(), library.topics.list())
    install_starter(library, at=LATER)
    library.choices.put("starter_hash", "an older one")
    install_starter(library, at=LATER)
    assert (library.sources.list(), library.topics.list()) == before


def test_the_example_in_the_documentation_is_a_source_that_ships() -> None:
    text = (make_starter.PROJECT / "docs" / "formats" / "starter.md").read_text(encoding="utf-8")
    example = json.loads(text.partition("```json\n")[2].partition("```")[0])
    assert example in SOURCES


def test_every_reason_in_the_files_is_explained_in_the_documentation() -> None:
    text = (make_starter.PROJECT / "docs" / "formats" / "starter.md").read_text(encoding="utf-8")
    reasons = {source["asks_first"] for source in SOURCES} - {""}
    assert [reason for reason in sorted(reasons) if f"`{reason}`" not in text] == []

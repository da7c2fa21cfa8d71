"""The content that packs are made from: what the files hold, and what installing them does and leaves alone."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

import make_starter
import starter_pages
from caregiver_app.bootstrap.built_in import INSTALLED, install_built_in
from caregiver_app.feeds.starter_topics import starter_titles, topic_title
from caregiver_app.library.store import Library
from caregiver_app.links.sites import site_trouble
from caregiver_app.links.tokens import has_token
from caregiver_app.model.organisation import Site
from caregiver_app.model.source import SourceFormat, SourceKind
from caregiver_app.packs.built_in import built_in_packs, read_built_in
from caregiver_app.packs.opening import peek
from caregiver_app.web.addresses import parse_address
from tests.helpers.clock import MONDAY
from tests.helpers.library import LATER, a_library
from tests.helpers.organisations import id_of_organisation


def read(name: str) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = json.loads(make_starter.place_of(name).read_text(encoding="utf-8"))
    return made


SOURCES = read("sources.json")
PAGES = read("pages.json")
BOTH = [*SOURCES, *PAGES]
ORGANISATIONS = read("organisations.json")
TOPICS = read("topics.json")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = a_library(tmp_path)
    install_built_in(library, at=MONDAY)
    yield library
    library.close()


@pytest.mark.parametrize("name", ["topics.json", "organisations.json", "sources.json", "pages.json"])
def test_the_script_makes_the_files_to_the_byte(name: str) -> None:
    assert make_starter.make_starter()[name].encode() == make_starter.place_of(name).read_bytes()


@pytest.mark.parametrize("records", [BOTH, ORGANISATIONS, TOPICS], ids=["sources", "organisations", "topics"])
def test_ids_are_there_once(records: list[dict[str, Any]]) -> None:
    ids = [record["id"] for record in records]
    assert len(set(ids)) == len(ids)
    assert all(ids)


def test_every_address_is_public_secure_and_free_of_tokens() -> None:
    for source in BOTH:
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
    assert {source["organisation"] for source in BOTH} == organisations
    assert {topic for source in SOURCES for topic in source["topics"]} == topics
    assert {topic for source in PAGES for topic in source["topics"]} <= topics


def test_only_good_evidence_in_languages_of_the_window_ships_and_nothing_counts_as_checked() -> None:
    assert {source["confidence"] for source in BOTH} == {"high", "medium"}
    assert {source["language"] for source in BOTH} == {"en", "es"}
    assert {source["checked"] for source in BOTH} == {False}


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


def test_at_most_eight_pages_of_a_topic_country_and_language_are_switched_on_by_it() -> None:
    on = Counter((topic, s["country"], s["language"]) for s in PAGES if not s["asks_first"] for topic in s["topics"])
    assert max(on.values()) <= starter_pages.AT_MOST_ON
    assert {topic for topic, _, _ in on} >= {"dementia", "stroke", "cancer", "heart", "diabetes", "carer-wellbeing"}


def test_pages_are_watched_as_pages_and_asked_once_a_day(library: Library) -> None:
    page = library.sources.by_url("https://www.nia.nih.gov/health/caregiving")
    assert page is not None
    assert (page.format, page.organisation) == (SourceFormat.PAGE, "National Institute on Aging")
    (asked,) = library.source_states.for_sync([page.id])
    assert (asked.format, asked.interval_s) == (SourceFormat.PAGE, 24 * 3600)


def test_pages_that_are_no_text_of_their_own_ask_first() -> None:
    reasons = {page["id"]: page["asks_first"] for page in PAGES}
    assert reasons["page-gb-gov-uk-care-act-statutory-guidance"] == "professional"
    assert reasons["page-us-samhsa-findtreatment-gov"] == "entry-page"
    home_pages = [page for page in PAGES if urlsplit(page["url"]).path in ("", "/")]
    assert {page["asks_first"] for page in home_pages} == {"entry-page"}


def test_a_page_on_a_host_that_keeps_programs_out_asks_first() -> None:
    table = [{**row, "id": f"{n}"} for n, row in enumerate(starter_pages_rows("a.example", "b.example"))]
    pages = starter_pages.read_pages(table, [])
    reasons = starter_pages.reasons_to_ask(pages, lambda _row: ["dementia"], {"a.example": "robots"})
    assert reasons == {"page-0": "robots", "page-1": ""}


def test_what_gathers_links_is_switched_on_last() -> None:
    rows = starter_pages_rows(*(f"h{n}.example" for n in range(9)))
    table = [{**row, "id": f"{n}", "confidence": "medium"} for n, row in enumerate(rows)]
    table[0] |= {"description": "Topic page gathering reviewed links", "confidence": "high"}
    reasons = starter_pages.reasons_to_ask(starter_pages.read_pages(table, []), lambda _row: ["dementia"], {})
    assert [name for name, reason in reasons.items() if reason] == ["page-0"]


@pytest.mark.parametrize(("identifier", "field"), [("nobody", "title"), ("0", "no-such-column")])
def test_a_correction_of_what_is_not_there_is_an_error(identifier: str, field: str) -> None:
    (row,) = starter_pages_rows("a.example")
    correction = {"id": f"page-{identifier}", "field": field, "value": "x", "why": ""}
    with pytest.raises(ValueError, match=field):
        starter_pages.read_pages([{**row, "id": "0"}], [correction])


def starter_pages_rows(*hosts: str) -> list[dict[str, str]]:
    row = {"topic": "dementia", "title": "T", "organisation": "O", "language": "en", "country": "GB"}
    row |= {"description": "Advice", "evidence": "", "evidence_date": "", "confidence": "high"}
    return [{**row, "url": f"https://{host}/advice"} for host in hosts]


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
    assert len(library.sources.list()) == len(BOTH)
    assert library.sources.list(enabled=True) == ()
    assert id_of_organisation(library, "starter/world-health-organization") is not None


def test_a_source_has_its_organisation_with_its_sites(library: Library) -> None:
    source = library.sources.by_url("https://www.who.int/rss-feeds/news-english.xml")
    assert source is not None
    assert source.organisation == "World Health Organization"
    assert source.organisation_id is not None
    organisation = library.organisations.get(source.organisation_id)
    assert organisation is not None
    assert Site(host="who.int") in organisation.sites
    assert organisation.known == "the registry of .int names, for organisations founded by treaty"


def test_a_register_is_named_with_its_evidence_or_nobody_is_called_known() -> None:
    """Public bodies by an ending that only they get, charities by an entry in a register; all others by nothing."""
    rows = list(csv.DictReader((make_starter.TABLES / "registers.csv").read_text(encoding="utf-8").splitlines()))
    assert all(row["register"] and row["evidence"] and row["checked"] for row in rows)
    named = {row["what"] for row in rows if row["kind"] == "organisation"}
    known = {each["name"]: each for each in ORGANISATIONS if each["known"]}
    assert named <= known.keys()
    endings = tuple(f".{row['what']}" for row in rows if row["kind"] == "ending")
    for each in known.values():
        hosts = [site["host"] for site in each["sites"] if site["path_prefix"] == "/"]
        assert each["name"] in named or all(f".{host}".endswith(endings) for host in hosts), each["name"]
    assert {"Mayo Clinic", "Patient.info", "AARP"} <= {each["name"] for each in ORGANISATIONS} - known.keys()


def test_choosing_a_topic_switches_on_what_does_not_ask_first(library: Library) -> None:
    library.topics.choose(["cancer"], at=LATER)
    on = {source.uid for source in library.sources.list(enabled=True)}
    packs = [peek(read_built_in(pack)) for pack in built_in_packs()]
    shipped = [source for pack in packs for source in (*pack.sources, *pack.pages)]
    wanted = {f"starter/{each.id}" for each in shipped if "cancer" in each.topics and not each.asks_first}
    assert on == wanted != set()


def test_installing_again_touches_nothing_that_a_person_chose(library: Library) -> None:
    library.topics.choose(["heart"], at=LATER)
    first, second, third = library.sources.list()[:3]
    library.sources.set_enabled(first.id, True)
    library.sources.set_title(second.id, "Mine")
    library.sources.remove(third.id, at=LATER)
    before = (library.sources.list(), library.topics.list())
    install_built_in(library, at=LATER)
    library.choices.put(INSTALLED, "an older one")
    install_built_in(library, at=LATER)
    assert (library.sources.list(), library.topics.list()) == before


def test_the_example_in_the_documentation_is_a_source_that_ships() -> None:
    text = (make_starter.PROJECT / "docs" / "formats" / "starter.md").read_text(encoding="utf-8")
    example = json.loads(text.partition("```json\n")[2].partition("```")[0])
    assert example in SOURCES


def test_every_reason_in_the_files_is_explained_in_the_documentation() -> None:
    text = (make_starter.PROJECT / "docs" / "formats" / "starter.md").read_text(encoding="utf-8")
    reasons = {source["asks_first"] for source in BOTH} - {""}
    assert [reason for reason in sorted(reasons) if f"`{reason}`" not in text] == []

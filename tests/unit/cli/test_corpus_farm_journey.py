"""The whole journey over many feeds on many hosts: list in, sync, sync again, some change, search, look after it."""

from __future__ import annotations

from collections import Counter
from typing import Any

from tests.helpers.command_line import CommandLine
from tests.helpers.farm import Farm, running_farm
from tests.helpers.shapes import ARTICLE, LEDGER_LINE, SYNC, assert_shape

FEEDS, HOSTS, ENTRIES = 40, 10, 8


def sync(caregiver: CommandLine) -> Any:
    report = caregiver.json("sync")
    assert_shape(report, SYNC)
    assert report["sources"] == FEEDS == report["ok"] + report["unchanged"] + report["paused"] + report["failed"]
    return report


def test_from_a_list_of_feeds_to_found_articles_and_only_what_changed_is_fetched(caregiver: CommandLine) -> None:
    with running_farm(feeds=FEEDS, hosts=HOSTS, entries=ENTRIES) as farm:
        imported = caregiver.json("opml", "import", "-", "--allow-private", typed=farm.opml())
        assert (imported["added"], imported["refused"]) == (FEEDS, [])

        first = sync(caregiver)
        assert (first["ok"], first["new"], first["changed"]) == (FEEDS, FEEDS * ENTRIES, 0)
        assert len(caregiver.json("article", "list", "--limit", "10000")) == FEEDS * ENTRIES
        assert all(source["entries"] == ENTRIES for source in caregiver.json("source", "list", "--on"))

        bodies = farm.stats().body_bytes
        second = sync(caregiver)
        assert (second["unchanged"], second["new"], second["changed"]) == (FEEDS, 0, 0)
        assert farm.stats().body_bytes == bodies
        assert farm.stats().answers == {200: FEEDS, 304: FEEDS}

        coming = farm.next_round()
        third = sync(caregiver)
        assert {result["url"] for result in third["results"] if result["state"] == "ok"} == set(coming.changed)
        assert (third["ok"], third["new"], third["changed"]) == (len(coming.changed), coming.new_entries, 0)

        found = caregiver.json("search", "respite", "--limit", "50")
        assert_shape(found, [ARTICLE])
        assert found
        assert all("**" in row["snippet"] or "respite" in row["title"].lower() for row in found)
        assert any("**" in row["snippet"] for row in found)

        assert_ledger_equals(caregiver, farm)
        assert caregiver.json("doctor")["ok"]


def assert_ledger_equals(caregiver: CommandLine, farm: Farm) -> None:
    """The ledger has a line for each request that the farm answered, with at least the bytes of its bodies."""
    lines = caregiver.json("ledger")
    assert_shape(lines, [LEDGER_LINE])
    by_result = Counter(int(line["result"]) for line in lines)
    assert by_result == farm.stats().answers
    assert sum(by_result.values()) == 3 * FEEDS
    assert len({line["host"] for line in lines}) == HOSTS
    bodies = farm.stats().body_bytes
    received = sum(line["received_bytes"] for line in lines)
    assert bodies < received < bodies + 1_000 * len(lines)
    assert all(50 < line["sent_bytes"] < 2_000 for line in lines)

"""The corpus of subscription lists: every feed that people's lists name is found, every stated condition holds.

Scores are ratios, held by the floors in tests/data/scores/opml.json. What libraries state about things that we do not
keep is left out: `bozo` (well-formedness as they see it), the version, dates of change.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from caregiver_app.feeds.opml import read_opml
from caregiver_app.feeds.subscriptions import Reference, Subscription, Subscriptions
from caregiver_app.links.address import normalise
from caregiver_app.model.errors import OpmlError
from tests.helpers.conditions import holds
from tests.helpers.corpora import zip_members

FLOORS: dict[str, float] = json.loads(
    (Path(__file__).parents[2] / "data" / "scores" / "opml.json").read_text(encoding="utf-8")
)["floors"]
FILES = dict(zip_members("opml"))
LISTS = {name: data for name, data in FILES.items() if not name.endswith(".json")}
XML_URL = re.compile(r"xmlurl\s*=\s*[\"']([^\"']+)[\"']", re.IGNORECASE)
CONDITION = re.compile(r"^\s*Eval:\s*(.+?)\s*$", re.MULTILINE)
NOT_KEPT = ("bozo", "version", "modified")


def files_of(folder: str) -> Iterator[tuple[str, bytes]]:
    return ((name, data) for name, data in LISTS.items() if name.startswith(f"{folder}/"))


def named_feeds(data: bytes) -> set[str]:
    """The feeds that the text of a list names, whoever could parse it."""
    text = re.sub(r"<!--.*?-->", "", data.decode("utf-8", "replace"), flags=re.DOTALL)
    return {normalise(html.unescape(url)) for url in XML_URL.findall(text) if url.strip()}


def as_listparser(found: Subscriptions) -> dict[str, Any]:
    """What is found, in the words of listparser's conditions."""

    def feed(subscription: Subscription) -> dict[str, Any]:
        return {
            "title": subscription.title,
            "url": subscription.url,
            "categories": [list(path) for path in subscription.paths],
            "tags": [path[0] for path in subscription.paths if len(path) == 1],
        }

    def reference(named: Reference) -> dict[str, str]:
        return {"title": named.title, "url": named.url}

    return {
        "feeds": [feed(subscription) for subscription in found.feeds],
        "lists": [reference(named) for named in found.lists],
        "opportunities": [reference(named) for named in found.pages],
        "meta": {"title": found.title},
    }


def linked_lists(outlines: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """The lists that feedsmith's expected value names, in the order of the file."""
    found: list[tuple[str, str]] = []
    for outline in outlines:
        if outline.get("url"):
            found.append((outline["text"], outline["url"]))
        found.extend(linked_lists(outline.get("outlines", [])))
    return found


@pytest.mark.parametrize("name", LISTS)
def test_every_file_is_a_list_or_a_named_trouble(name: str) -> None:
    try:
        found = read_opml(LISTS[name])
    except OpmlError as trouble:
        raise AssertionError(f"{name}: {trouble.kind}") from trouble
    assert all(feed.url for feed in found.feeds)


@pytest.mark.parametrize(
    "folder", ["awesome-rss-feeds", "infosec-opml", "netnewswire", "newsboat", "stringer", "commafeed"]
)
def test_every_feed_that_a_list_names_is_found(folder: str) -> None:
    lost: list[str] = []
    wanted = 0
    for _name, data in files_of(folder):
        named = named_feeds(data)
        wanted += len(named)
        lost += named - {normalise(feed.url) for feed in read_opml(data).feeds}
    assert wanted
    assert (wanted - len(lost)) / wanted >= FLOORS[folder], lost


def test_no_feed_is_made_up() -> None:
    for name, data in LISTS.items():
        text = html.unescape(data.decode("utf-8", "replace"))
        for feed in read_opml(data).feeds:
            assert feed.url in text, name


def test_titles_carry_no_markup_of_the_list_itself() -> None:
    titles = [feed.title for name, data in LISTS.items() for feed in read_opml(data).feeds]
    assert titles
    assert not [title for title in titles if re.search(r"xmlUrl|htmlUrl|<outline", title)]


def test_conditions_of_listparser_hold() -> None:
    broken: list[str] = []
    judged = 0
    for name, data in files_of("listparser"):
        given = {"result": as_listparser(read_opml(data))}
        for condition in CONDITION.findall(data.decode("utf-8", "replace")):
            if not any(word in condition for word in NOT_KEPT):
                judged += 1
                broken += [] if holds(condition, given) else [f"{name}: {condition}"]
    assert judged
    assert (judged - len(broken)) / judged >= FLOORS["listparser"], broken


def test_lists_that_lists_point_to_are_those_that_feedsmith_expects() -> None:
    right = wanted = 0
    for name, data in files_of("feedsmith"):
        expected = linked_lists(json.loads(FILES[name.replace(".opml", ".json")])["body"]["outlines"])
        found = [(named.title, named.url) for named in read_opml(data).lists]
        wanted += len(expected)
        right += len(set(expected) & set(found))
        assert len(found) == len(expected), name
    assert wanted
    assert right / wanted >= FLOORS["feedsmith"]

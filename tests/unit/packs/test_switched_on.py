"""A pack of somebody else switches on a bounded number of sources; whoever keeps to the bound loses none."""

from __future__ import annotations

from typing import Any

from caregiver_app.bootstrap.own_workshop import OwnWorkshop
from caregiver_app.model.pack import Pack
from caregiver_app.packs.opening import open_pack
from caregiver_app.packs.switched_on import MOST_ON, asked_sites, held_back
from tests.helpers.installing import NORTHFIELD, SHIPPED, content, pack_of


def a_feed(identifier: str, country: str = "GB", language: str = "en", **more: Any) -> dict[str, Any]:
    address = f"https://{identifier}.org.uk/feed"
    said = {"id": identifier, "title": identifier, "address": address, "language": language, "country": country}
    return {**said, "topics": ["dementia"], **more}


def opened(*feeds: dict[str, Any], **lists: Any) -> Pack:
    return open_pack(pack_of("feeds", sources=feeds, **lists), OwnWorkshop()).pack


def test_what_is_beyond_the_bound_of_a_country_and_language_stays_off() -> None:
    many = [a_feed(f"a{n:02}") for n in range(MOST_ON)]
    beyond = [a_feed("b1"), a_feed("b2", "GB-SCT")]
    free = [
        a_feed("c1", "IE"),
        a_feed("c2", language="cy"),
        a_feed("c3", kind="alerts"),
        a_feed("c4", asks_first="noisy"),
    ]
    pack = opened(*many, *beyond, *free, pages=[a_feed("d1")])
    assert held_back(pack) == {"b1", "b2"}
    assert asked_sites(pack) == MOST_ON + 3
    assert held_back(opened(*many)) == frozenset()


def test_a_thousand_feeds_of_somebody_else_ask_first_and_those_that_ship_do_not() -> None:
    archive = pack_of("feeds", sources=[a_feed(f"a{n}") for n in range(1_000)])
    taken = content(archive, NORTHFIELD).sources
    assert sum(not each.asks_first for each in taken) == MOST_ON
    assert {each.note for each in taken if each.asks_first} == {"enough"}
    assert not any(each.asks_first for each in content(archive, SHIPPED).sources)

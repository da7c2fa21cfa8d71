"""The alerts of the corpora give their facts, and go into a library and out of what is current as they should."""

from __future__ import annotations

import pytest

from caregiver_app.feeds.parse import parse_feed
from caregiver_app.feeds.worker_messages import answer_of, result_from
from caregiver_app.library.alert_rules import standing_of
from caregiver_app.library.store import Library
from caregiver_app.model.alert import AlertFacts
from caregiver_app.model.errors import FeedError
from caregiver_app.model.time import Millis, to_iso
from tests.helpers.alerts import alert_source, warn
from tests.helpers.corpora import zip_members
from tests.helpers.parsing import a_job
from tests.unit.library.conftest import library

__all__ = ["library"]

FOUND = {
    "cap-library/canada.cap": (
        ("Update", "Minor", "Past", "thunderstorm", "cap@ec.gc.ca"),
        ("2012-05-02T23:21:04+00:00", "2012-05-03T00:20:00+00:00", 2),
    ),
    "cap-library/earthquake.atom": (
        ("Alert", "Minor", "Past", "Earthquake", "trinet@caltech.edu"),
        ("2003-06-12T03:56:00+00:00", None, 0),
    ),
    "cap-library/weather.atom": (
        ("Alert", "Severe", "Expected", "Flash Flood Watch", "w-nws.webmaster@noaa.gov"),
        ("2012-08-30T10:07:00+00:00", "2012-08-30T18:00:00+00:00", 0),
    ),
    "cap-library/xee.cap": (
        ("Alert", "Severe", "Immediate", "SEVERE THUNDERSTORM", "KSTO@NWS.NOAA.GOV"),
        ("2003-06-17T21:57:00+00:00", "2003-06-17T23:00:00+00:00", 0),
    ),
    "cap-tools/example4.xml": (
        ("Alert", "Severe", "Immediate", "Child Abduction", "KARO@CLETS.DOJ.CA.GOV"),
        ("2003-06-12T05:39:00+00:00", None, 0),
    ),
}


def alerts_of(body: bytes) -> list[AlertFacts]:
    try:
        feed = result_from(answer_of(parse_feed(a_job(body))))
    except FeedError:
        return []
    return [entry.alert for entry in feed.entries if entry.alert is not None]


CORPUS = dict(zip_members("feeds-cap"))


@pytest.mark.parametrize("name", FOUND)
def test_facts_are_found_wherever_a_publisher_puts_them(name: str) -> None:
    (facts,) = alerts_of(CORPUS[name])
    words, (sent, expires, references) = FOUND[name]
    assert facts.status == "Actual"
    assert (facts.message_type, facts.severity, facts.urgency, facts.event, facts.sender) == words
    assert (to_iso(facts.sent_at), to_iso(facts.expires_at), len(facts.refers_to)) == (sent, expires, references)
    assert facts.area


def test_indexes_that_only_lead_to_alerts_have_none_of_their_own() -> None:
    names = ("cap-library/earthquake_index.atom", "cap-library/ny_index.rss", "cap-library/no_link.atom")
    assert [alerts_of(CORPUS[name]) for name in names] == [[], [], []]


def test_each_is_current_from_when_it_was_sent_until_it_expires(library: Library) -> None:
    source = alert_source(library)
    for name in FOUND:
        for facts in alerts_of(CORPUS[name]):
            warn(library, source, facts, title=name)
            assert facts.sent_at is not None
            at = Millis(facts.sent_at + 60_000)
            assert name in [row.title for row in library.alerts.current(at=at)]
            if facts.expires_at is not None:
                assert name not in [row.title for row in library.alerts.current(at=facts.expires_at)]


def test_those_that_are_grave_and_near_are_red_where_one_lives(library: Library) -> None:
    source = alert_source(library, country="US")
    red = set()
    for name in FOUND:
        for facts in alerts_of(CORPUS[name]):
            item = warn(library, source, facts, title=name)
            assert facts.sent_at is not None
            at = Millis(facts.sent_at + 60_000)
            (row,) = [row for row in library.alerts.current(at=at, country="US") if row.item_id == item]
            assert not standing_of(row, country="GB", now=at, named=False).is_red
            if standing_of(row, country="US", now=at, named=False).is_red:
                red.add(name)
    assert red == {"cap-library/weather.atom", "cap-library/xee.cap", "cap-tools/example4.xml"}

"""Alerts of the Common Alerting Protocol, alone and in indexes."""

from __future__ import annotations

import pytest

from caregiver_app.model.errors import FeedTrouble
from caregiver_app.model.time import to_iso
from tests.helpers.parsing import atom, only_entry, read, trouble_with

INFO = """<info><language>en-CA</language><category>Met</category><event>heat</event><urgency>Expected</urgency>
<severity>Severe</severity><certainty>Likely</certainty><senderName>Weather office</senderName>
<headline>Heat warning</headline><description>Very hot &amp; humid.

Nights stay warm.</description><instruction>Drink water.</instruction><web>https://weather.example/heat</web>
<area><areaDesc>North Bay</areaDesc></area><area><areaDesc>South Bay</areaDesc></area></info>"""


def alert(*, status: str = "Actual", kind: str = "Alert", info: str = INFO, version: str = "1.2") -> str:
    return (
        f'<?xml version="1.0"?><alert xmlns="urn:oasis:names:tc:emergency:cap:{version}"><identifier>A-1</identifier>'
        f"<sender>office@weather.example</sender><sent>2026-11-23T08:05:00-05:00</sent><status>{status}</status>"
        f"<msgType>{kind}</msgType><scope>Public</scope><note>As drilled</note>{info}</alert>"
    )


@pytest.mark.parametrize("version", ["1.1", "1.2"])
def test_an_alert_is_a_feed_with_one_entry(version: str) -> None:
    feed = read(alert(version=version))
    entry = only_entry(feed)
    assert (feed.title, feed.language) == ("Weather office", "en-CA")
    assert entry.guid == "office@weather.example,A-1,2026-11-23T08:05:00-05:00"
    assert entry.link == "https://weather.example/heat"
    assert to_iso(entry.published_at) == "2026-11-23T13:05:00+00:00"
    text = entry.text
    assert text is not None
    assert (text.title, text.author, text.categories) == ("Heat warning", "Weather office", ("heat",))
    assert text.text == (
        "Heat warning\n\nVery hot & humid.\n\nNights stay warm.\n\nDrink water.\n\n• North Bay\n• South Bay"
    )


@pytest.mark.parametrize("status", ["Exercise", "System", "Test", "Draft", ""])
def test_only_what_is_meant_is_an_entry(status: str) -> None:
    assert read(alert(status=status)).entries == ()


@pytest.mark.parametrize("scope", ["Restricted", "Private", "private", "Unheard"])
def test_what_is_not_for_the_public_is_no_entry(scope: str) -> None:
    assert read(alert().replace("<scope>Public", f"<scope>{scope}")).entries == ()


def test_updates_and_cancellations_are_entries_and_acknowledgements_are_not() -> None:
    assert len(read(alert(kind="Update")).entries) == len(read(alert(kind="Cancel")).entries) == 1
    assert read(alert(kind="Ack")).entries == read(alert(kind="Error")).entries == ()


def test_an_alert_without_words_has_its_note() -> None:
    entry = only_entry(read(alert(info="")))
    assert entry.text is not None
    assert (entry.text.title, entry.text.text) == ("As drilled", "As drilled")


def test_a_damaged_alert_is_not_believed() -> None:
    assert trouble_with(alert()[:-60]).kind is FeedTrouble.NOT_A_FEED
    assert trouble_with("<alert>Call 000!</alert>").kind is FeedTrouble.NOT_A_FEED


def test_an_index_of_alerts_is_a_feed() -> None:
    entry = (
        "<id>A-1</id><title>Heat warning</title><updated>2026-11-23T08:05:00Z</updated>"
        '<link rel="related" type="application/cap+xml" href="https://weather.example/A-1.cap"/>'
        f'<summary>Very hot.</summary><content type="text/xml">{alert().partition("?>")[2]}</content>'
    )
    parsed = only_entry(read(atom(entry)))
    assert (parsed.guid, parsed.link) == ("A-1", "https://weather.example/A-1.cap")
    assert parsed.text is not None
    assert parsed.text.title == "Heat warning"
    assert parsed.text.text

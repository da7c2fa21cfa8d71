"""Alerts inside feeds: their facts reach the entry, and what is no warning for people never becomes an article."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.feeds.parse_alert import alert_facts
from caregiver_app.feeds.raw import RawAlert
from caregiver_app.model.alert import AlertFacts
from caregiver_app.model.entry import ParsedFeed
from caregiver_app.model.errors import FeedError
from caregiver_app.model.time import to_iso
from tests.helpers.parsing import atom, only_entry, read, rss

CAP = "urn:oasis:names:tc:emergency:cap:1.2"
LOOSE = (
    "<cap:event>Heat</cap:event><cap:urgency>Expected</cap:urgency><cap:severity>Severe</cap:severity>"
    "<cap:certainty>Likely</cap:certainty><cap:areaDesc>North Bay</cap:areaDesc><cap:areaDesc>South Bay</cap:areaDesc>"
    "<cap:effective>2026-11-23T08:00:00Z</cap:effective><cap:expires>2026-11-24T08:00:00+01:00</cap:expires>"
)


def loose(status: str = "Actual", kind: str = "Alert", title: str = "Heat warning") -> str:
    said = f"<cap:status>{status}</cap:status><cap:msgType>{kind}</cap:msgType>" if status else ""
    return f"<title>{title}</title><guid>A-1</guid><description>Very hot.</description>{said}{LOOSE}"


def whole(status: str = "Actual", *, kind: str = "Alert", infos: str = "", references: str = "") -> str:
    return (
        f'<alert xmlns="{CAP}"><identifier>A-1</identifier><sender>office@weather.example</sender>'
        f"<sent>2026-11-23T08:05:00-05:00</sent><status>{status}</status><msgType>{kind}</msgType>"
        f"<references>{references}</references>{infos or info()}</alert>"
    )


def info(
    language: str = "en-CA", severity: str = "Severe", event: str = "heat", expires: str = "2026-11-24T08:00:00Z"
) -> str:
    return (
        f"<info><language>{language}</language><event>{event}</event><urgency>Expected</urgency>"
        f"<severity>{severity}</severity><certainty>Likely</certainty><expires>{expires}</expires>"
        f"<description>Very hot.</description><area><areaDesc>Bay of {event}</areaDesc></area></info>"
    )  # fmt: skip


def rss_of(*items: str) -> str:
    return rss(*items, root=f'rss version="2.0" xmlns:cap="{CAP}"')


def atom_with(content: str, *, kind: str = "text/xml", rest: str = "") -> str:
    entry = f"<id>A-1</id><title>Heat warning</title>{rest}<content type='{kind}'>{content}</content>"
    return atom(entry)


def facts_in(feed: ParsedFeed) -> AlertFacts:
    facts = only_entry(feed).alert
    assert facts is not None
    return facts


def test_elements_beside_an_entry_are_its_facts() -> None:
    facts = facts_in(read(rss_of(loose())))
    assert (facts.identifier, facts.status, facts.message_type, facts.event) == ("A-1", "Actual", "Alert", "Heat")
    assert (facts.urgency, facts.severity, facts.certainty) == ("Expected", "Severe", "Likely")
    assert facts.area == "North Bay; South Bay"
    assert (to_iso(facts.effective_at), to_iso(facts.expires_at)) == (
        "2026-11-23T08:00:00+00:00",
        "2026-11-24T07:00:00+00:00",
    )


@pytest.mark.parametrize(
    "document",
    [
        atom_with(whole()),
        atom_with(escape(whole()), kind="html"),
        atom_with(whole(), rest="<summary>Very hot.</summary>"),
        rss(f"<title>Heat warning</title>{whole()}"),
        rss(f"<title>Heat warning</title><description><![CDATA[{whole()}]]></description>"),
        rss(f"<title>Heat &warning</title>{whole()}<link>https://x.example/?a=1&b=2</link>"),
        atom_with(whole()).replace("</title>", "<b><i></b></i></title>"),
    ],
    ids=["in content", "escaped", "beside a summary", "in an item", "in CDATA", "in a mended feed", "in a broken feed"],
)
def test_a_whole_alert_in_an_entry_is_found_wherever_it_stands(document: str) -> None:
    facts = facts_in(read(document))
    assert facts.identifier == "office@weather.example,A-1,2026-11-23T13:05:00+00:00"
    assert (facts.sender, facts.event, facts.area) == ("office@weather.example", "heat", "Bay of heat")


def test_an_alert_gives_its_words_to_an_entry_that_has_none() -> None:
    text = only_entry(read(atom_with(whole()))).text
    assert text is not None
    assert "Very hot." in text.text


def test_of_several_parts_the_worst_counts_in_its_language_for_all_its_areas() -> None:
    infos = info() + info(severity="Extreme", event="fire", expires="2026-11-23T20:00:00Z") + info("fr-CA", event="feu")
    facts = facts_in(read(whole(infos=infos)))
    assert (facts.severity, facts.event, facts.area) == ("Extreme", "heat; fire", "Bay of heat; Bay of fire")
    assert to_iso(facts.expires_at) == "2026-11-24T08:00:00+00:00"


def test_references_are_written_as_the_alerts_that_they_name_are_called() -> None:
    first = facts_in(read(whole()))
    later = facts_in(read(whole(kind="Update", references="office@weather.example,A-1,2026-11-23T14:05:00+01:00 B-2")))
    assert later.refers_to == (first.identifier, "B-2")


BROKEN = "<link>https://x.example/?a=1&b=<2</link>"


@pytest.mark.parametrize("status", ["Exercise", "Test", "System", "Draft", "exercise", "Unheard"])
@pytest.mark.parametrize("broken", [False, True], ids=["sound", "broken"])
@pytest.mark.parametrize("form", ["loose", "whole", "escaped"])
def test_what_is_not_meant_is_no_entry_in_any_form(status: str, broken: bool, form: str) -> None:
    unmeant = {
        "loose": loose(status),
        "whole": f"<title>Heat warning</title>{whole(status)}",
        "escaped": f"<title>Heat warning</title><description>{escape(whole(status))}</description>",
    }[form]
    document = rss_of("<title>Before</title>", unmeant, loose(title="After"), *([BROKEN] if broken else []))
    feed = read(document)
    titles = [entry.text.title for entry in feed.entries if entry.text]
    assert titles[:2] == ["Before", "After"]
    assert "Heat warning" not in titles
    assert [entry.alert is not None for entry in feed.entries][:2] == [False, True]


def test_messages_between_machines_are_no_entries() -> None:
    assert read(rss_of(loose(kind="Ack"), loose(kind="Error"))).entries == ()


def test_a_whole_alert_must_say_that_it_is_meant_and_single_elements_need_not() -> None:
    assert read(rss(f"<title>Heat warning</title>{whole('')}")).entries == ()
    assert facts_in(read(rss_of(loose("")))).status == ""


def test_changed_facts_make_a_changed_entry() -> None:
    one, other = (only_entry(read(rss_of(loose(kind=kind)))) for kind in ("Alert", "Cancel"))
    assert one.raw_hash != other.raw_hash


def test_a_known_entry_says_no_facts_again() -> None:
    entry = only_entry(read(rss_of(loose())))
    assert only_entry(read(rss_of(loose()), known=[entry.raw_hash])).alert is None


@pytest.mark.parametrize("share", range(20, 100, 5))
def test_a_warning_that_was_cut_off_never_becomes_an_article(share: int) -> None:
    """What it was would have stood behind."""
    document = rss_of(loose("Exercise"))
    try:
        feed = read(document[: len(document) * share // 100])
    except FeedError:
        return
    assert feed.entries == ()


@given(st.text())
def test_any_references_are_read(written: str) -> None:
    assert len(alert_facts(RawAlert(references=written), guid="a").refers_to) <= len(written.split())

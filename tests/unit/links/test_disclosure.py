"""Accounts on services of others say who learns of them; an organisation's own feed says nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.links.disclosure import Service, disclosure_of
from caregiver_app.links.handles import expand_handle
from caregiver_app.support.sentences import disclosure_sentence


@pytest.mark.parametrize(
    ("typed", "service", "operator"),
    [
        ("https://www.youtube.com/channel/UC07-dOwgza1IguKA86jqxNA", Service.YOUTUBE, "Google"),
        ("r/dementia", Service.REDDIT, "Reddit"),
        ("https://www.reddit.com/user/carer_7", Service.REDDIT, "Reddit"),
        ("@who.int", Service.BLUESKY, "Bluesky Social"),
        ("@carers@mastodon.social", Service.FEDIVERSE, "mastodon.social"),
        ("@carers@social.clinic.org", Service.FEDIVERSE, "social.clinic.org"),
    ],
)
def test_an_account_says_who_learns_of_it(typed: str, service: Service, operator: str) -> None:
    handle = expand_handle(typed)
    assert handle is not None
    facts = disclosure_of(handle.feed)
    assert facts is not None
    assert (facts.service, facts.operator) == (service, operator)
    said = disclosure_sentence(facts.service.value, host=facts.host, operator=facts.operator)
    assert "your internet address" in said.means
    assert operator in said.happened or facts.host in said.happened


@pytest.mark.parametrize("page", ["https://social.clinic.org/@carers", "https://social.clinic.org/@carers/"])
def test_the_page_of_an_account_tells_its_server_what_the_feed_tells(page: str) -> None:
    facts = disclosure_of(page)
    assert facts is not None
    assert (facts.service, facts.operator) == (Service.FEDIVERSE, "social.clinic.org")


@pytest.mark.parametrize(
    "address",
    [
        "https://www.who.int/feed",
        "https://vimeo.example/x",
        "https://clinic.org/@carers/news",
        "https://clinic.org/@",
        "no address",
        "",
    ],
)
def test_an_own_feed_discloses_to_nobody_else(address: str) -> None:
    assert disclosure_of(address) is None


def test_other_services_are_named_by_their_host() -> None:
    facts = disclosure_of("https://vimeo.com/clinic/videos/rss")
    assert facts is not None
    assert (facts.service, facts.host) == (Service.OTHER, "vimeo.com")


@given(st.text())
def test_any_text_has_an_answer(address: str) -> None:
    disclosure_of(address)

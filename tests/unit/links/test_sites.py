"""Whose site an address lies on: what only looks like an organisation's own site never counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.links.sites import OwnSites, SiteTrouble, registrable_domain, site_trouble
from caregiver_app.model.organisation import Site

WHO = OwnSites([Site(host="who.int")])
ALZHEIMERS = OwnSites([Site(host="alzheimers.org.uk", exceptions=("/forum", "community.alzheimers.org.uk"))])
UKHSA = OwnSites([Site(host="www.gov.uk", path_prefix="/government/organisations/uk-health-security-agency")])
CHANNEL = OwnSites([Site(host="youtube.com", path_prefix="/channel/UC07-dOwgza1IguKA86jqxNA")])


@pytest.mark.parametrize(
    "address",
    [
        "https://who.int",
        "http://www.who.int/news/item/1",
        "https://WHO.INT./news",
        "https://www.afro.who.int/x?y=https://evil.example",
        "https://ｗｈｏ.int/",
        "https:\\\\who.int\\news",
    ],
)
def test_a_site_holds_its_host_and_its_subdomains(address: str) -> None:
    assert WHO.holds(address)


@pytest.mark.parametrize(
    "address",
    [
        "https://who.int.evil.example/",
        "https://evilwho.int/",
        "https://who.int@evil.example/",
        "https://evil.example\\@who.int/",
        "https://evil.example/who.int",
        "https://evil.example?who.int",
        "https://evil.example#@who.int/",
        "https://user:pw@who.int/",
        "https://who.int:8443/",
        "https://whо.int/",
        "https://who。int.evil.example/",
        "https://who.int%2eevil.example/",
        "ftp://who.int/",
        "javascript://who.int/%0aalert(1)",
        "who.int",
        "",
    ],
)
def test_what_only_mentions_a_host_is_not_on_it(address: str) -> None:
    assert not WHO.holds(address)


@pytest.mark.parametrize(
    ("address", "own"),
    [
        ("https://www.alzheimers.org.uk/about-dementia", True),
        ("https://www.alzheimers.org.uk/forums-of-the-past", True),
        ("https://www.alzheimers.org.uk/forum", False),
        ("https://www.alzheimers.org.uk/FORUM/topic", False),
        ("https://www.alzheimers.org.uk/about/../forum/topic", False),
        ("https://www.alzheimers.org.uk//forum/topic", False),
        ("https://www.alzheimers.org.uk/f%6Frum/topic", False),
        ("https://www.alzheimers.org.uk/forum;x=1/topic", False),
        ("https://community.alzheimers.org.uk/", False),
        ("https://a.community.alzheimers.org.uk/", False),
    ],
)
def test_exceptions_are_other_peoples_words(address: str, own: bool) -> None:
    assert ALZHEIMERS.holds(address) is own


@pytest.mark.parametrize(
    ("address", "own"),
    [
        ("https://www.gov.uk/government/organisations/uk-health-security-agency", True),
        ("https://www.gov.uk/government/organisations/uk-health-security-agency/about", True),
        ("https://www.gov.uk/government/organisations/uk-health-security-agency-fans", False),
        ("https://www.gov.uk/government/organisations/uk-health-security-agency/../dwp", False),
        ("https://www.gov.uk/", False),
        ("https://a.www.gov.uk/government/organisations/uk-health-security-agency", False),
    ],
)
def test_a_shared_host_counts_only_under_its_path(address: str, own: bool) -> None:
    assert UKHSA.holds(address) is own


def test_a_channel_is_told_from_its_neighbours_to_the_letter() -> None:
    assert CHANNEL.holds("https://youtube.com/channel/UC07-dOwgza1IguKA86jqxNA/videos")
    assert not CHANNEL.holds("https://youtube.com/channel/UC07-dOwgza1IguKA86jqxna")
    assert not CHANNEL.holds("https://youtube.com/watch?v=UC07-dOwgza1IguKA86jqxNA")


@pytest.mark.parametrize("host", ["nhs.uk", "gov.uk", "co.uk", "github.io", "uk", "com", "localhost", "nas.internal"])
def test_a_public_suffix_is_nobodys_own(host: str) -> None:
    site = Site(host=host)
    assert site_trouble(site) is SiteTrouble.PUBLIC_SUFFIX
    assert not OwnSites([site]).holds(f"https://somebody.{host}/")
    assert not OwnSites([site]).holds(f"https://{host}/")


@pytest.mark.parametrize(
    ("host", "path"),
    [
        ("www.gov.uk", "/"),
        ("www.gov.uk", "/government/organisations/"),
        ("youtube.com", "/channel"),
        ("www.youtube.com", ""),
        ("bsky.app", "/profile"),
        ("wordpress.com", "//"),
        ("reddit.com", "/r/"),
    ],
)
def test_a_shared_host_without_a_publishers_path_is_nobodys_own(host: str, path: str) -> None:
    assert site_trouble(Site(host=host, path_prefix=path)) is SiteTrouble.SHARED_HOST
    assert not OwnSites([Site(host=host, path_prefix=path)]).holds(f"https://{host}{path}/anything")


def test_subdomains_of_a_shared_host_are_other_peoples() -> None:
    site = Site(host="wordpress.com", path_prefix="/carers")
    assert not OwnSites([site]).holds("https://evil.wordpress.com/carers/")
    assert OwnSites([Site(host="carers.wordpress.com")]).holds("https://carers.wordpress.com/2026/")


@pytest.mark.parametrize("host", ["", " ", "192.0.2.1", "[2001:db8::1]", "2130706433", "a b", "a/b"])
def test_a_number_or_no_name_is_no_site(host: str) -> None:
    assert site_trouble(Site(host=host)) is SiteTrouble.NO_HOST


def test_two_hosts_without_a_registered_part_have_nothing_in_common() -> None:
    assert registrable_domain("nhs.uk") is None
    assert registrable_domain("somewhere.internal") is None
    assert registrable_domain("www.england.nhs.uk") == "england.nhs.uk"


@given(st.text(), st.text())
def test_any_site_and_any_address_have_an_answer(host: str, address: str) -> None:
    assert isinstance(OwnSites([Site(host=host, path_prefix=address, exceptions=(host,))]).holds(address), bool)

"""Whose site an address lies on: what only looks like an organisation's own site never counts."""

from __future__ import annotations

from urllib.parse import quote

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
        "https://www.afro.who.int/x?y=evil.example",
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
        ("https://www.alzheimers.org.uk/forum%2Ftopic", False),
        ("https://www.alzheimers.org.uk/forum%252ftopic", False),
        ("https://www.alzheimers.org.uk/%2Fforum", False),
        ("https://www.alzheimers.org.uk/forum%5Ctopic", False),
        ("https://www.alzheimers.org.uk/about%2F..%2Fforum/topic", False),
        ("https://www.alzheimers.org.uk/about/..;/forum/topic", False),
        ("https://www.alzheimers.org.uk/;x/forum/topic", False),
        ("https://www.alzheimers.org.uk/forum%3Bx/topic", False),
        ("https://www.alzheimers.org.uk/.//%2e/FORUM%20/topic", False),
        ("https://www.alzheimers.org.uk/forum./topic", False),
        ("https://www.alzheimers.org.uk\\forum\\topic", False),
        ("https://www.alzheimers.org.uk/a;b/c%2Fd/forums", True),
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


@pytest.mark.parametrize(
    "below",
    [
        "%2f..%2f..%2fother",
        "%2F..%2F../other",
        ";/..;/other",
        "%252f..%252f..%252fother",
        "%5c..%5cother",
    ],
)
def test_no_path_climbs_out_of_a_publishers_own(below: str) -> None:
    own = "https://www.gov.uk/government/organisations/uk-health-security-agency"
    assert UKHSA.holds(f"{own}/about%2Fus;x=1")
    assert not UKHSA.holds(f"{own}/{below}")


def _coded(text: str, times: int) -> str:
    for _time in range(times):
        text = quote(text, safe="")
    return text


@pytest.mark.parametrize(
    "address",
    [
        *("https://who.int/go?url=https://evil.example", "https://who.int/go?next=https%3A%2F%2Fevil.example%2Fa"),
        *("https://who.int/go?dest=%2F%2Fevil.example", "https://who.int/go?x=//evil.example/a"),
        *("https://who.int/go?url=https%253A%252F%252Fevil.example", "https://who.int/?https://evil.example"),
        *("https://who.int/go?to=evil.com/x", "https://who.int/go?a=1;url=http:evil.example"),
        *("https://who.int/go?url=\\\\evil.example", "https://who.int/go?return_url=https:\\evil.example"),
        *("https://who.int/out/https://evil.example", "https://who.int/out/https%3a%2f%2fevil.example"),
        *("https://who.int/go?u=aHR0cHM6Ly9ldmlsLmV4YW1wbGUv", "https://who.int/go?url=https://who.int@evil.example"),
        *("https://who.int/go?next=@evil.com", "https://who.int/go?url=https://who.int/go%3Furl=https://evil.example"),
        *("https://who.int/go#url=https://evil.example", "https://who.int/go?url=%20https://evil.example"),
        *("https://who.int/go?to=/%09/evil.com", "https://who.int/go?to=/%0a/evil.com", "https://who.int//evil.com/"),
        *("https://who.int/%5c%5cevil.com", "https://who.int/%2f%2fevil.com/a", "https://who.int/go/evil.com/x"),
        *("https://who.int/go/https:evil.com", "https://who.int/go/ht%09tps://evil.com", "https://who.int/\\/evil.com"),
        *("https://who.int/go?url=evil。com", "https://who.int/go?url=evil%E3%80%82com", "https://who.int/a?url=[::1]"),
        *("https://who.int/go?url=1.2.3.4/x", "https://who.int/go?url=0x7f000001", "https://who.int/go?v=1.2.3.4/x"),
        *(
            "https://who.int/go?path=evil.com/x",
            "https://who.int/go?goto_page=evil.com",
            "https://who.int/?a=evil.com/x",
        ),
        *(
            "https://who.int/go?to=%7B%22url%22%3A%22https%3A%2F%2Fevil.com%22%7D",
            "https://who.int/?q=a,https://evil.com",
        ),
        *("https://who.int/go?to=%7B%22url%22%3A%22%2F%2Fevil.com%22%7D", "https://who.int/go?to=ht%09tps://evil.com"),
        f"https://who.int/go?to=https{_coded('://', 5)}evil.com",
        f"https://who.int/go?to=https{_coded('://', 40)}evil.com",
        "https://who.int/go?to=https%3A%2F%2Fwho.int%252F@evil.com",
    ],
)
def test_what_names_another_site_to_go_on_to_is_no_page_of_this_one(address: str) -> None:
    assert not WHO.holds(address)


@pytest.mark.parametrize(
    "address",
    [
        *("https://who.int/a?next=/news", "https://who.int/a?url=https://www.who.int/b", "https://who.int/a?page=2.5"),
        *("https://who.int/a?utm_source=https://x.example", "https://who.int/a?file=report.pdf&v=1.0"),
        *("https://who.int/a?q=dose%2Fday", "https://who.int/a#:~:text=https://x.example", "https://who.int/a//b.c"),
        *("https://who.int/a?url=report.pdf", "https://who.int/http-errors", "https://who.int/a?next=https%3A%2F%2F"),
        *(
            "https://who.int/a?next=https%3A%2F%2Fwho.int%252Fb",
            "https://who.int//news/a.html",
            "https://who.int/go/to/a.b",
        ),
        *("https://who.int/news/v1.2.3.4/notes", "https://who.int/a?v=1.2.3.4", "https://who.int/a?path=/news/a.html"),
        *("https://who.int/a?q=50%25%20off%3F", "https://who.int/a%2fb/c.html", "https://who.int/go/news.html?page=2"),
    ],
)
def test_values_that_lead_nowhere_else_do_not_matter(address: str) -> None:
    assert WHO.holds(address)


def test_links_within_links_within_links_have_an_answer() -> None:
    assert not WHO.holds("https://who.int/?u=" * 2_000 + "https://evil.example")


def test_a_value_coded_again_and_again_has_an_answer() -> None:
    for coded in ("%" + "25" * 4_000 + "41", "%%32%35" * 1_000 + "32F", "/%2f" * 2_000):
        assert WHO.holds(f"https://who.int/a?x={coded}")


@given(st.text(), st.text())
def test_any_site_and_any_address_have_an_answer(host: str, address: str) -> None:
    assert isinstance(OwnSites([Site(host=host, path_prefix=address, exceptions=(host,))]).holds(address), bool)

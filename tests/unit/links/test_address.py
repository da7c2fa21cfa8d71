"""The plain form of an address, and the key by which the same page is recognised."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from caregiver_app.links.address import address_key, normalise
from caregiver_app.links.parts import take_apart

WEB_ADDRESSES = st.builds(
    "{}{}{}{}{}".format,
    st.sampled_from(["http://", "https://", "HTTPS://", "http:", "https:\\\\", "http:///"]),
    st.text(alphabet="aB.-1%[]:@é。ß\\", max_size=12),
    st.text(alphabet="/.%2eFfa;=\\ é\ud800\t", max_size=20),
    st.sampled_from(["", "?"]) | st.text(alphabet="?&=%2aéB+utm_source", max_size=20).map("?{}".format),
    st.sampled_from(["", "#", "#part"]),
)
ANY_ADDRESS = st.text() | WEB_ADDRESSES
USUAL_ADDRESSES = st.builds(
    "{}{}.{}{}{}".format,
    st.sampled_from(["http://", "https://", "http://www.", "https://www.www."]),
    st.text(alphabet="a0-.w", min_size=1, max_size=6),
    st.sampled_from(["example", "org", "1", ""]),
    st.sampled_from(["", ":80", ":443", ":8443", ":080", ":44", ":0", ":8"]),
    st.lists(st.text(alphabet="aZ_~-.9", max_size=4), max_size=4).map("/".join).map("/{}".format),
)


@given(ANY_ADDRESS)
@example("http://a:" + "9" * 5000)
@example("https://[::ffff:1.2.3.4%25eth0]/")
@example("http://\u2100/")
def test_every_string_has_a_plain_form_that_stays_as_it_is(address: str) -> None:
    plain = normalise(address)
    assert normalise(plain) == plain


@given(WEB_ADDRESSES)
def test_a_web_address_keeps_its_host_and_becomes_ascii(address: str) -> None:
    before, after = take_apart(address), take_apart(normalise(address))
    assert (before is None) == (after is None)
    if before is not None and after is not None:
        assert (before.host, before.port, before.userinfo) == (after.host, after.port, after.userinfo)
        assert after.fragment is None
        assert (after.host + after.path + (after.query or "")).isascii()


@given(ANY_ADDRESS)
def test_every_string_has_a_key_that_its_plain_form_shares(address: str) -> None:
    assert address_key(normalise(address)) == address_key(address)


@given(USUAL_ADDRESSES)
@example("https://www.example.org:8443/news/article/")
def test_a_usual_address_has_the_key_that_it_has_among_unusual_ones(address: str) -> None:
    """One with a fragment is never a usual one, and a fragment is no part of a key."""
    assert address_key(address) == address_key(f"{address}#part")


@pytest.mark.parametrize(
    ("address", "plain"),
    [
        ("HTTP://EXAMPLE.com", "http://example.com/"),
        ("http://example.com:80/", "http://example.com/"),
        ("https://example.com:0443/", "https://example.com/"),
        ("https://example.com:8443/", "https://example.com:8443/"),
        ("https://example.com/%7efoo/%c3%a9", "https://example.com/~foo/%C3%A9"),
        ("https://example.com/é b", "https://example.com/%C3%A9%20b"),
        ("https://example.com/a/./b/../c/..", "https://example.com/a/"),
        ("https://example.com/%2e%2E/a%2Fb", "https://example.com/a%2Fb"),
        ("https://example.com/50%", "https://example.com/50%25"),
        ("https://example.com/a?b=%zz#c", "https://example.com/a?b=%25zz"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://straße.example/", "https://xn--strae-oqa.example/"),
        ("https://ＷＨＯ。int/", "https://who.int/"),
        ("http://[2001:DB8:0::1]/", "http://[2001:db8::1]/"),
        ("  https://example.com/a\n b ", "https://example.com/a%20b"),
        ("https://who.int\\@evil.example/", "https://who.int/@evil.example/"),
        ("mailto:Someone@Example.org", "mailto:Someone@Example.org"),
        ("just words", "just words"),
    ],
)
def test_plain_forms(address: str, plain: str) -> None:
    assert normalise(address) == plain


@pytest.mark.parametrize(
    "other",
    [
        "http://example.org/news/article",
        "https://www.example.org/news/article/",
        "https://EXAMPLE.org./news/x/../article#part",
        "https://example.org:443/news/article?utm_source=feed&utm_medium=rss",
        "https://example.org/news/article?fbclid=abc&UTM_campaign=x",
        "https://example.org/news/article;jsessionid=0A1B2C",
        "https://someone@example.org/news/article?",
    ],
)
def test_the_same_page_has_the_same_key(other: str) -> None:
    assert address_key(other) == address_key("https://example.org/news/article")


@pytest.mark.parametrize(
    "other",
    [
        "https://example.org/news/Article",
        "https://example.org/news/article?id=1",
        "https://example.org/news/article?ref=1",
        "https://example.org/news/article?fbclid1=abc",
        "https://example.org/news/article.html",
        "https://example.org:8080/news/article",
        "https://blog.example.org/news/article",
        "https://example.com/news/article",
    ],
)
def test_another_page_has_another_key(other: str) -> None:
    assert address_key(other) != address_key("https://example.org/news/article")


def test_the_order_of_parameters_stays_since_a_server_may_mind_it() -> None:
    assert address_key("https://example.org/?b=1&utm_id=3&a=2&b=2") == "example.org?b=1&a=2&b=2"


def test_www_stays_where_nothing_but_a_top_level_domain_would_be_left() -> None:
    assert address_key("https://www.gouv/") == "www.gouv"

"""Addresses: what is taken, what is refused and why, and that each has one normal form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.model.errors import AddressRefused, AddressTrouble
from caregiver_app.web.addresses import MAX_ADDRESS, parse_address


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("https://example.org", "https://example.org/"),
        ("HTTPS://Example.ORG:443/Feed", "https://example.org/Feed"),
        ("http://example.org:80", "http://example.org/"),
        ("http://example.org:8080/a?b=c&d#part", "http://example.org:8080/a?b=c&d"),
        ("https://example.org:/x", "https://example.org/x"),
        ("https://example.org?q=1", "https://example.org/?q=1"),
        ("  https://example.org/feed \n", "https://example.org/feed"),
        ("https://example.org./x", "https://example.org/x"),
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("https://example.org/café?ü", "https://example.org/caf%C3%A9?%C3%BC"),
        ('https://example.org/"<>', "https://example.org/%22%3C%3E"),
        ("https://example.org/%zz|[x]", "https://example.org/%zz|[x]"),
        ("https://bücher.example/x", "https://xn--bcher-kva.example/x"),
        ("http://[::1]:8080/x", "http://[::1]:8080/x"),
        ("http://[2001:DB8:0:0::1]/", "http://[2001:db8::1]/"),
        ("http://0x7f.1/", "http://127.0.0.1/"),
        ("https://example.org/@user:x", "https://example.org/@user:x"),
    ],
)
def test_an_address_has_one_normal_form(written: str, normal: str) -> None:
    assert parse_address(written).url == normal
    assert parse_address(normal).url == normal


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("", AddressTrouble.MALFORMED),
        ("example.org/feed", AddressTrouble.MALFORMED),
        ("//example.org/feed", AddressTrouble.MALFORMED),
        ("https:example.org", AddressTrouble.MALFORMED),
        ("https:///feed", AddressTrouble.MALFORMED),
        ("https://", AddressTrouble.MALFORMED),
        ("https://:443/", AddressTrouble.MALFORMED),
        ("https://exa mple.org/", AddressTrouble.MALFORMED),
        ("https://exa\x00mple.org/", AddressTrouble.MALFORMED),
        ("https://example.org/a\r\nHost: b", AddressTrouble.MALFORMED),
        ("https://example.org/a\tb", AddressTrouble.MALFORMED),
        ("https://example.org/\x7f", AddressTrouble.MALFORMED),
        ("https://example.org/\x85", AddressTrouble.MALFORMED),
        ("https://example.org/\ud800", AddressTrouble.MALFORMED),
        ("https://example.org\\@evil.example/", AddressTrouble.MALFORMED),
        ("https://example.org/a\\b", AddressTrouble.MALFORMED),
        ("https://example.org:0/", AddressTrouble.MALFORMED),
        ("https://example.org:65536/", AddressTrouble.MALFORMED),
        ("https://example.org:99999999/", AddressTrouble.MALFORMED),
        ("https://example.org:-1/", AddressTrouble.MALFORMED),
        ("https://example.org:8O/", AddressTrouble.MALFORMED),
        ("https://example.org:８０/", AddressTrouble.MALFORMED),
        ("https://example.org:80:80/", AddressTrouble.MALFORMED),
        ("https://[::1/", AddressTrouble.MALFORMED),
        ("https://[fe80::1%25eth0]/", AddressTrouble.MALFORMED),
        ("https://::1/", AddressTrouble.MALFORMED),
        ("https://example.org/" + "a" * MAX_ADDRESS, AddressTrouble.MALFORMED),
        ("https://example.org/" + "é" * 400, AddressTrouble.MALFORMED),
        ("https://" + "a." * 200 + "org/", AddressTrouble.MALFORMED),
        ("ftp://example.org/", AddressTrouble.SCHEME),
        ("file:///etc/passwd", AddressTrouble.SCHEME),
        ("javascript:alert(1)", AddressTrouble.SCHEME),
        ("data:text/xml,x", AddressTrouble.SCHEME),
        ("feed://example.org/", AddressTrouble.SCHEME),
        ("https://user@example.org/", AddressTrouble.CREDENTIALS),
        ("https://user:secret@example.org/", AddressTrouble.CREDENTIALS),
        ("https://@example.org/", AddressTrouble.CREDENTIALS),
        ("https://example.org@127.0.0.1/", AddressTrouble.CREDENTIALS),
    ],
)
def test_an_address_is_refused_with_its_reason(text: str, trouble: AddressTrouble) -> None:
    with pytest.raises(AddressRefused) as refused:
        parse_address(text)
    assert refused.value.kind is trouble
    assert refused.value.address == text


@given(st.text(max_size=60).map(lambda rest: f"https://{rest}") | st.text(max_size=60))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    """What is taken is printable ASCII without user-info, and its normal form stands."""
    try:
        address = parse_address(text)
    except AddressRefused:
        return
    assert parse_address(address.url) == address
    assert address.url.isascii()
    assert address.url.isprintable()
    assert " " not in address.url
    assert "@" not in address.netloc
    assert address.target.startswith("/")


@pytest.mark.parametrize(
    ("url", "private"),
    [
        ("http://127.0.0.1/", True),
        ("http://2130706433/", True),
        ("http://[::ffff:10.0.0.1]/", True),
        ("http://localhost:8080/", True),
        ("http://printer.localhost/", True),
        ("https://example.org/", False),
        ("https://1.1.1.1/", False),
    ],
)
def test_a_private_place_is_known_from_its_name_where_it_says_so(url: str, private: bool) -> None:
    assert parse_address(url).names_private_place == private


def test_only_https_is_secure() -> None:
    assert parse_address("https://example.org/").is_secure
    assert not parse_address("http://example.org/").is_secure

"""Which addresses are of the public internet, in every form in which another can hide."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.web.hosts import (
    is_local_name,
    is_public_address,
    is_unicast,
    literal_address,
    normalise_host,
)

PUBLIC_V4 = [
    "1.1.1.1",
    "8.8.8.8",
    "93.184.215.14",
    "100.63.255.255",
    "100.128.0.0",
    "172.15.0.1",
    "172.32.0.1",
    "223.255.255.255",
]
INSIDE_V4 = [
    "0.0.0.0",
    "0.1.2.3",
    "10.0.0.1",
    "10.255.255.255",
    "100.64.0.1",
    "100.127.255.254",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.1",
    "192.0.0.170",
    "192.0.2.7",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.19.255.255",
    "198.51.100.7",
    "203.0.113.7",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
]


@pytest.mark.parametrize("text", PUBLIC_V4)
def test_public_numbers_are_public(text: str) -> None:
    assert is_public_address(IPv4Address(text))


@pytest.mark.parametrize("text", INSIDE_V4)
def test_special_numbers_are_not_public(text: str) -> None:
    assert not is_public_address(IPv4Address(text))


@pytest.mark.parametrize(
    "text",
    [
        "::",
        "::1",
        "100::1",
        "fc00::1",
        "fd12:3456:789a::1",
        "fe80::1",
        "febf::1",
        "fec0::1",
        "ff02::1",
        "ff0e::1",
        "2001:db8::1",
        "3fff::1",
        "2001:2::1",
        "2001:10::1",
        "2001:20::1",
        "5f00::1",
        "4000::1",
        "::ffff:0:8.8.8.8",
    ],
)
def test_special_ipv6_is_not_public(text: str) -> None:
    assert not is_public_address(IPv6Address(text))


@pytest.mark.parametrize(
    "text", ["2606:4700:4700::1111", "2a00:1450:4001:813::200e", "2001:4860:4860::8888", "3ffe::1"]
)
def test_given_out_ipv6_is_public(text: str) -> None:
    assert is_public_address(IPv6Address(text))


def _carriers(inner: str) -> dict[str, IPv6Address]:
    """Every form of IPv6 that carries an IPv4 address."""
    bits = int(IPv4Address(inner))
    return {
        "mapped": IPv6Address(0xFFFF << 32 | bits),
        "compatible": IPv6Address(bits),
        "nat64": IPv6Address(int(IPv6Address("64:ff9b::")) | bits),
        "local nat64": IPv6Address(int(IPv6Address("64:ff9b:1::")) | bits),
        "local nat64, subnet": IPv6Address(int(IPv6Address("64:ff9b:1:fffe::")) | bits),
        "6to4": IPv6Address(0x2002 << 112 | bits << 80 | 1),
        "teredo client": IPv6Address(0x2001 << 112 | int(IPv4Address("8.8.4.4")) << 64 | bits ^ 0xFFFF_FFFF),
    }


@pytest.mark.parametrize("inner", INSIDE_V4)
def test_an_inner_address_shows_through_every_carrier(inner: str) -> None:
    assert [form for form, ip in _carriers(inner).items() if is_public_address(ip)] == []


@pytest.mark.parametrize("inner", PUBLIC_V4)
def test_a_carrier_of_a_public_address_passes(inner: str) -> None:
    assert [form for form, ip in _carriers(inner).items() if not is_public_address(ip)] == []


def test_a_teredo_server_inside_is_not_public() -> None:
    bits = 0x2001 << 112 | int(IPv4Address("10.0.0.1")) << 64 | int(IPv4Address("8.8.8.8")) ^ 0xFFFF_FFFF
    assert not is_public_address(IPv6Address(bits))


@pytest.mark.parametrize(
    "hidden",
    [
        "64:ff9b:1:a00:0:100:808:808",  # 10.0.0.1 where the prefix is 48 bits long
        "64:ff9b:1:c0a8:1:100:808:808",  # 192.168.1.1 likewise
        "64:ff9b:1:7f:0:1:808:808",  # 127.0.0.1 where it is 56 bits long
        "64:ff9b:1:0:c0:a801:108:808",  # 192.168.1.1 where it is 64 bits long
    ],
)
def test_a_local_translator_with_a_shorter_prefix_cannot_be_used(hidden: str) -> None:
    assert not is_public_address(IPv6Address(hidden))


@given(st.ip_addresses())
def test_whatever_the_standard_library_calls_special_is_refused(ip: IPv4Address | IPv6Address) -> None:
    """Carriers of public addresses apart, which it does not look into."""
    carries = isinstance(ip, IPv6Address) and (int(ip) < 1 << 48 or str(ip).startswith(("64:ff9b:", "2002:", "2001:")))
    if not carries and (ip.is_private or ip.is_multicast or ip.is_reserved or ip.is_link_local):
        assert not is_public_address(ip)


@given(st.ip_addresses(v=4))
def test_a_mapped_address_is_judged_like_the_one_inside(ip: IPv4Address) -> None:
    assert is_public_address(IPv6Address(f"::ffff:{ip}")) == is_public_address(ip)


@pytest.mark.parametrize(
    ("text", "possible"),
    [
        ("127.0.0.1", True),
        ("192.168.0.1", True),
        ("::1", True),
        ("fe80::1", True),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("0.0.0.0", False),
        ("::", False),
        ("ff02::1", False),
        ("::ffff:224.0.0.1", False),
    ],
)
def test_consent_reaches_single_computers_only(text: str, possible: bool) -> None:
    assert is_unicast(ip_address(text)) == possible


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("example.org", "example.org"),
        ("EXAMPLE.Org", "example.org"),
        ("example.org.", "example.org"),
        ("my_blog.example.org", "my_blog.example.org"),
        ("bücher.example", "xn--bcher-kva.example"),
        ("BÜCHER.example", "xn--bcher-kva.example"),
        ("faß.example", "xn--fa-hia.example"),
        ("例え。example", "xn--r8jz45g.example"),
        ("ｅｘａｍｐｌｅ．org", "example.org"),
        ("127.0.0.1", "127.0.0.1"),
        ("127.1", "127.0.0.1"),
        ("127.0.1", "127.0.0.1"),
        ("2130706433", "127.0.0.1"),
        ("0x7f000001", "127.0.0.1"),
        ("0x7F.0.0.0x1", "127.0.0.1"),
        ("0177.0.0.01", "127.0.0.1"),
        ("017700000001", "127.0.0.1"),
        ("0x7f.1", "127.0.0.1"),
        ("127.0.0.1.", "127.0.0.1"),
        ("１２７.０.０.１", "127.0.0.1"),
        ("0", "0.0.0.0"),
        ("0x", "0.0.0.0"),
        ("4294967295", "255.255.255.255"),
        ("10.258", "10.0.1.2"),
        ("[::1]", "::1"),
        ("[0:0:0:0:0:0:0:1]", "::1"),
        ("[::FFFF:127.0.0.1]", "::ffff:7f00:1"),
    ],
)
def test_a_host_has_one_spelling(written: str, meant: str) -> None:
    host = normalise_host(written)
    known = literal_address(host)
    assert host == meant or known == literal_address(meant)
    assert normalise_host(f"[{host}]" if ":" in host else host) == host


@pytest.mark.parametrize(
    "text",
    [
        "",
        ".",
        "..",
        "a..b",
        ".example.org",
        "example.org..",
        "exa mple.org",
        "exa%6dple.org",
        "a" * 64 + ".org",
        ".".join(["abcdefgh"] * 30),
        "256.256.256.256",
        "1.2.3.4.5",
        "1.2.3.08",
        "4294967296",
        "1.2.3.256",
        "example.1",
        "example.0x1",
        "0xg.1",
        "[::1",
        "[::1%eth0]",
        "[fe80::1%25eth0]",
        "[127.0.0.1]",
        "[]",
        "☃.example",
        "a\u200db.example",
        "a\u2044b.example",
        "℀.example",
        "a/b",
        "a:b",
        "9" * 400,
    ],
)
def test_what_no_computer_is_called_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        normalise_host(text)


@given(st.text(max_size=40))
def test_any_host_is_normal_or_refused(text: str) -> None:
    """A host that is taken is plain ASCII, and taking it again changes nothing."""
    try:
        host = normalise_host(text)
    except ValueError:
        return
    assert host.isascii()
    assert host == host.lower()
    assert not set(host) & set("/?#@[]% \\")
    assert normalise_host(f"[{host}]" if ":" in host else host) == host


@pytest.mark.parametrize(
    ("name", "local"), [("localhost", True), ("a.b.localhost", True), ("localhost.example", False)]
)
def test_names_of_this_computer_are_known(name: str, local: bool) -> None:
    assert is_local_name(name) == local


def test_a_name_may_hold_underscores_as_some_sites_have_them() -> None:
    assert normalise_host("My_shop.example.org") == "my_shop.example.org"

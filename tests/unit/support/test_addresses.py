"""Addresses out of documents: absolute and plain, or nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.support.addresses import MAX_ADDRESS_CHARS, link_address, web_address

BASE = "https://clinic.example/news/feed.xml"


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://x.example/a?b=1&c=2#d", "https://x.example/a?b=1&c=2#d"),
        ("/a b", "https://clinic.example/a%20b"),
        ("../c", "https://clinic.example/c"),
        ("?q=1", "https://clinic.example/news/feed.xml?q=1"),
        ("//x.example/y", "https://x.example/y"),
        (" HTTPS://X.Example/Y ", "https://x.example/Y"),
        ("http:///x.example/y", "http://x.example/y"),
        ("ht\ntps://x.example/", "https://x.example/"),
        ("https://x.example/a|b\\c", "https://x.example/a%7Cb%5Cc"),
        ("https://bücher.example/ä", "https://bücher.example/ä"),
        ("https://[2001:db8::1]:8080/x", "https://[2001:db8::1]:8080/x"),
        ("https://x.example/\u202egnp.exe", "https://x.example/%E2%80%AEgnp.exe"),
        ("https://x.example/a\u2069\u200bb", "https://x.example/a%E2%81%A9%E2%80%8Bb"),
    ],
)
def test_what_leads_to_the_web_is_made_whole(written: str, address: str) -> None:
    assert web_address(written, BASE) == address


@pytest.mark.parametrize(
    "written",
    [
        "",
        "javascript:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "feed://x.example/",
        "https://user:pass@x.example/",
        "https://x.example@evil.example/",
        "https://x.example\\@evil.example/",
        "https://ex ample/",
        "https://x.example:80:90/",
        "https://x.example:999999/",
        "https://a%2eb/",
        "https://x\u202e.example/",
        "https://x\u200b.example/",
        "https://x\u00ad.example/",
        "http://[bad",
        "https:",
        "https://x.example/" + "a" * MAX_ADDRESS_CHARS,
    ],
)
def test_what_leads_elsewhere_is_nothing(written: str) -> None:
    assert web_address(written) is None


@pytest.mark.parametrize(
    "written",
    [
        "mailto:a@x.example%0D%0ABcc%3Ab%40y.example",
        "mailto:a@x.example%2Cb%40y.example",
        "mailto:a%3Fbody=words@x.example",
        "mailto:a@x.example%3Fbody=words",
    ],
)
def test_a_mail_address_hides_no_second_one_and_no_words(written: str) -> None:
    """Mail programs undo percent signs before they read an address (RFC 6068 section 2)."""
    assert link_address(written) is None


def test_a_mail_address_may_be_written_with_percent_signs() -> None:
    assert link_address("mailto:%20help%2Bnews@x.example") == "mailto:%20help%2Bnews@x.example"


def test_a_link_may_lead_to_a_mail_address_or_a_telephone_too() -> None:
    assert link_address("mailto:help@x.example?subject=a&body=b") == "mailto:help@x.example"
    assert link_address("MAILTO:a@x.example,b@x.example") == "mailto:a@x.example"
    assert link_address("tel:0800 11-11 ;ext=3") == "tel:080011-11"
    assert link_address("/x", BASE) == "https://clinic.example/x"
    for written in ("mailto:", "mailto:x", "tel:*31#", "tel:", "sms:1", "javascript:x"):
        assert link_address(written, BASE) is None


@given(
    st.text() | st.text(alphabet=":/\\@.?#%[] htpsjavcri\t\n1", max_size=30), st.sampled_from(["", BASE, "nonsense"])
)
def test_what_comes_out_is_plain_and_comes_out_again(written: str, base: str) -> None:
    for resolve in (web_address, link_address):
        address = resolve(written, base)
        if address is not None:
            assert address.startswith(("http://", "https://", "mailto:", "tel:"))
            assert not set(address) & set(" \t\n\r\"'<>\\^`{|}\x00".replace("'", ""))
            assert resolve(address) == address

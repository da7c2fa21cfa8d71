"""What somebody types becomes an address that may be asked, or is refused with the reason."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.feeds.typed_address import needs_permission, read_typed
from caregiver_app.model.errors import AddressRefused, AddressTrouble


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("https://example.org/feed", "https://example.org/feed"),
        (" example.org/feed ", "https://example.org/feed"),
        ("feed:https://example.org/feed#top", "https://example.org/feed"),
        ("http://example.org/feed", "https://example.org/feed"),
        ("HTTP://EXAMPLE.ORG:80", "https://example.org/"),
        ("@carers@mastodon.social", "https://mastodon.social/@carers.rss"),
        ("r/dementia", "https://www.reddit.com/r/dementia/.rss"),
    ],
)
def test_what_is_public_becomes_a_secure_address(typed: str, url: str) -> None:
    read = read_typed(typed, allow_private=False)
    assert (read.address.url, read.allow_private) == (url, False)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("", AddressTrouble.MALFORMED),
        ("two words", AddressTrouble.MALFORMED),
        ("file:///etc/passwd", AddressTrouble.SCHEME),
        ("javascript:alert(1)", AddressTrouble.SCHEME),
        ("https://anna:pw@example.org/", AddressTrouble.CREDENTIALS),
        ("anna@example.org", AddressTrouble.CREDENTIALS),
        ("http://127.0.0.1/feed", AddressTrouble.PRIVATE),
        ("https://192.168.0.1/feed", AddressTrouble.PRIVATE),
        ("http://[::ffff:10.0.0.1]/", AddressTrouble.PRIVATE),
        ("http://2130706433/", AddressTrouble.PRIVATE),
        ("localhost:8080/feed", AddressTrouble.PRIVATE),
        ("https://nas/feed", AddressTrouble.PRIVATE),
        ("https://printer.local/feed", AddressTrouble.PRIVATE),
        ("http://example.org:8080/feed", AddressTrouble.INSECURE),
    ],
)
def test_what_may_not_be_asked_is_refused(typed: str, kind: AddressTrouble) -> None:
    with pytest.raises(AddressRefused) as refused:
        read_typed(typed, allow_private=False)
    assert refused.value.kind is kind


@pytest.mark.parametrize(
    "typed", ["http://127.0.0.1:8080/feed", "http://example.org/feed", "http://nas/feed", "https://10.0.0.1/feed"]
)
def test_with_permission_an_address_is_taken_to_the_letter(typed: str) -> None:
    read = read_typed(typed, allow_private=True)
    assert (read.address.url, read.allow_private) == (typed, True)


@given(st.text() | st.from_regex(r"(http|https|feed)://[a-z.@0-9:\[\]]{1,12}(/\w{0,5})?", fullmatch=True))
def test_any_text_is_safe_or_refused(typed: str) -> None:
    try:
        read = read_typed(typed, allow_private=False)
    except AddressRefused:
        return
    assert not needs_permission(read.address)
    assert not read.allow_private

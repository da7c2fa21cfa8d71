"""A link is shown and opened without what only says where a visitor came from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.links.address import address_key, without_tracking


@pytest.mark.parametrize(
    ("address", "clean"),
    [
        ("https://trust.example/page?utm_source=mail&id=7", "https://trust.example/page?id=7"),
        ("https://trust.example/page?id=7&fbclid=abc#top", "https://trust.example/page?id=7#top"),
        ("https://trust.example/page?utm_source=mail", "https://trust.example/page"),
        ("https://trust.example/page?utm_source=mail#part", "https://trust.example/page#part"),
        ("https://trust.example/page?id=7", "https://trust.example/page?id=7"),
        ("https://trust.example/page#?utm_source=mail", "https://trust.example/page#?utm_source=mail"),
        ("mailto:nurse@trust.example", "mailto:nurse@trust.example"),
        ("tel:+443000000", "tel:+443000000"),
    ],
)
def test_only_tracking_is_taken_out(address: str, clean: str) -> None:
    assert without_tracking(address) == clean


@given(st.text(max_size=200))
def test_any_text_has_an_answer_that_leads_to_the_same_page(text: str) -> None:
    assert without_tracking(without_tracking(text)) == without_tracking(text)


@given(st.text(alphabet="abc=&?#;utm_source", max_size=40))
def test_the_page_stays_the_same(query: str) -> None:
    address = f"https://trust.example/page?{query}"
    assert address_key(without_tracking(address)) == address_key(address)

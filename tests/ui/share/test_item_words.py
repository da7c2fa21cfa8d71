"""What a page in the basket says of its link: how many codes were tracking, and nothing else is called so."""

from __future__ import annotations

import pytest

from caregiver_app.links.clean import clean_link
from caregiver_app.ui.share.item_card import removed_words


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("https://example.org/falls", "Nothing to remove from its link."),
        ("https://example.org/falls?utm_source=a&fbclid=b", "2 tracking codes removed."),
        ("https://joan@example.org/falls#:~:text=my%20mother", "Its link was made clean."),
        ("https://joan@example.org/falls?utm_source=a", "1 tracking code removed. Its link is clean."),
    ],
    ids=["clean", "tracking", "other", "both"],
)
def test_only_tracking_is_called_tracking(link: str, words: str) -> None:
    assert removed_words(clean_link(link)) == words

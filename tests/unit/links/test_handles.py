"""Names of accounts and channels become feed addresses; what is no such name is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.links.handles import expand_handle, kind_by_address, web_address
from caregiver_app.links.tokens import has_token
from caregiver_app.model.source import SourceKind

YOUTUBE = "https://www.youtube.com/feeds/videos.xml"


@pytest.mark.parametrize(
    ("typed", "feed", "kind"),
    [
        ("@CarersUK@mastodon.social", "https://mastodon.social/@CarersUK.rss", SourceKind.SOCIAL),
        (" @who.int ", "https://bsky.app/profile/who.int/rss", SourceKind.SOCIAL),
        ("carers.bsky.social", "https://bsky.app/profile/carers.bsky.social/rss", SourceKind.SOCIAL),
        ("https://bsky.app/profile/who.int", "https://bsky.app/profile/who.int/rss", SourceKind.SOCIAL),
        ("r/dementia", "https://www.reddit.com/r/dementia/.rss", SourceKind.SOCIAL),
        ("https://old.reddit.com/r/dementia/", "https://www.reddit.com/r/dementia/.rss", SourceKind.SOCIAL),
        (
            "https://m.youtube.com/channel/UC07-dOwgza1IguKA86jqxNA/videos",
            f"{YOUTUBE}?channel_id=UC07-dOwgza1IguKA86jqxNA",
            SourceKind.VIDEO,
        ),
        ("https://www.youtube.com/user/who", f"{YOUTUBE}?user=who", SourceKind.VIDEO),
        (
            "https://youtube.com/playlist?list=PLvrp9iOILTQayOi5lgk08QDgv3GHROtCf",
            f"{YOUTUBE}?playlist_id=PLvrp9iOILTQayOi5lgk08QDgv3GHROtCf",
            SourceKind.VIDEO,
        ),
        (
            "https://www.gov.uk/government/organisations/nhs-england",
            "https://www.gov.uk/government/organisations/nhs-england.atom",
            SourceKind.NEWS,
        ),
    ],
)
def test_names_lead_to_feeds(typed: str, feed: str, kind: SourceKind) -> None:
    handle = expand_handle(typed)
    assert handle is not None
    assert handle.feed == feed
    assert kind_by_address(handle.feed) is kind
    assert not has_token(handle.feed)


@pytest.mark.parametrize(
    "typed",
    [
        "https://www.youtube.com/@who",
        "https://www.youtube.com/feeds/videos.xml?channel_id=UC07-dOwgza1IguKA86jqxNA",
        "https://www.reddit.com/r/dementia/.rss",
        "https://example.org/channel/UC07-dOwgza1IguKA86jqxNA",
        "anna@example.org",
        "example.org",
        "",
    ],
)
def test_other_things_are_left_alone(typed: str) -> None:
    assert expand_handle(typed) is None


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("feed://example.org/rss", "https://example.org/rss"),
        ("feed:http://example.org/rss", "http://example.org/rss"),
        (" www.example.org/rss ", "https://www.example.org/rss"),
        ("localhost:8080/rss", "https://localhost:8080/rss"),
        ("http://example.org", "http://example.org"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("file:///etc/passwd", "file:///etc/passwd"),
        (" ", ""),
    ],
)
def test_a_missing_scheme_becomes_the_safe_one_and_others_are_kept_for_refusal(typed: str, address: str) -> None:
    assert web_address(typed) == address


@given(st.text())
def test_any_text_has_an_answer(typed: str) -> None:
    expand_handle(typed)
    kind_by_address(web_address(typed))

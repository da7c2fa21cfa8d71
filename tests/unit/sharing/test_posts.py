"""A post is never longer than its network takes, and says of each page whose it is and why it may be believed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.model.card import Channel, Network, ShareForm
from caregiver_app.model.errors import ShareError, ShareTrouble
from caregiver_app.sharing.rendering import render
from caregiver_app.sharing.social import RULES, as_posts, length_of
from tests.helpers.sharing import CHECKED_ON, KNOWN, card, content

KNOWN_PAGE = card("https://example.org/sleep", KNOWN, title="Sleep")


def test_all_that_fits_is_one_post() -> None:
    made = as_posts(content("See this.", [KNOWN_PAGE]), Network.ANY)
    (post,) = made.posts
    assert post == (
        "See this.\n\nSleep\nFrom Example Carers’s own site. Not checked by a person.\nhttps://example.org/sleep\n\n"
        "General information, not medical advice."
    )
    assert made.lengths == (len(made.posts[0]),)


def test_what_does_not_fit_is_a_post_a_page() -> None:
    made = as_posts(content("See these."), Network.BLUESKY)
    assert len(made.posts) == 4
    assert made.posts[0] == "See these."
    for shared, post in zip(content().cards, made.posts[1:], strict=False):
        assert all(word in post for word in (shared.title, shared.link, shared.label))
    assert "\n\nGeneral information" in made.posts[-1]
    assert max(made.lengths) <= 300


def test_facebook_takes_everything_in_one() -> None:
    made = as_posts(content("long " * 500), Network.FACEBOOK)
    assert (len(made.posts), made.limit) == (1, None)


@pytest.mark.parametrize(
    ("network", "post", "length"),
    [
        (Network.X, "https://example.org/" + "a" * 200, 23),
        (Network.MASTODON, "see https://example.org/" + "a" * 200, 27),
        (Network.BLUESKY, "https://example.org/abc", 23),
        (Network.X, "日本", 4),
        (Network.X, "é’", 2),
        (Network.BLUESKY, "日本", 2),
    ],
    ids=["x-link", "mastodon-link", "bluesky-link", "x-wide", "x-light", "bluesky-wide"],
)
def test_lengths_are_counted_as_the_network_counts(network: Network, post: str, length: int) -> None:
    assert length_of(post, RULES[network]) == length


def test_only_a_title_is_ever_shortened() -> None:
    long = card(title="When evenings feel harder and harder " * 5)
    made = as_posts(content("", [long]), Network.X)
    assert "…" in made.posts[0].splitlines()[0]
    assert long.label in made.posts[0]
    assert long.link in made.posts[0]


def test_words_that_fit_into_no_post_are_refused() -> None:
    with pytest.raises(ShareError) as refused:
        as_posts(content("x" * 281), Network.X)
    assert (refused.value.kind, refused.value.detail) == (ShareTrouble.POST_TOO_LONG, "280")


def test_the_file_holds_all_posts_and_says_how_long_they_are() -> None:
    made = render(content("See these."), ShareForm(channel=Channel.SOCIAL, network=Network.MASTODON), on=CHECKED_ON)
    assert made.text == "\n\n———\n\n".join(made.posts) + "\n"
    assert len(made.lengths) == len(made.posts)
    assert made.limit == 500


@given(st.text(max_size=400), st.text(min_size=1, max_size=220), st.sampled_from(Network))
def test_no_post_is_ever_longer_than_its_network_takes(words: str, title: str, network: Network) -> None:
    try:
        made = as_posts(content(words, [card(title=title), KNOWN_PAGE]), network)
    except ShareError:
        return
    limit = RULES[network].limit
    assert all(length == length_of(post, RULES[network]) for post, length in zip(made.posts, made.lengths, strict=True))
    assert limit is None or max(made.lengths) <= limit

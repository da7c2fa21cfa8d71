"""A share as posts for a social network, each within its length: one where all fits into it, else one a page.

Lengths are counted as the network counts them, and never too low where it is not certain.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from caregiver_app.model.card import Network, ShareableCard, ShareContent
from caregiver_app.model.errors import ShareError, ShareTrouble
from caregiver_app.sharing.plain import as_text
from caregiver_app.support.plain_text import shorten
from caregiver_app.support.sentences.shares import about_card, share_line

_LINK = re.compile(r"https?://\S+", re.IGNORECASE)
_LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))
"""Signs that X counts once, all others twice (twitter-text, configuration 3)."""

_SHORTEST_TITLE = 40
_ELLIPSIS = 2  # what the sign for a shortened title counts at most


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """How a network counts: `link` is what any link counts, None where it counts as long as it is."""

    limit: int | None
    link: int | None = None
    heavy: bool = False  # signs beyond Latin, Greek, Cyrillic and the like count twice


RULES = {
    Network.ANY: Rule(limit=280, heavy=True),
    Network.BLUESKY: Rule(limit=300),
    Network.FACEBOOK: Rule(limit=None),
    Network.MASTODON: Rule(limit=500, link=23),
    Network.THREADS: Rule(limit=500),
    Network.X: Rule(limit=280, link=23, heavy=True),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Posts:
    """The posts in their order, the length of each as the network counts, and how long one may be."""

    posts: tuple[str, ...]
    lengths: tuple[int, ...]
    limit: int | None


def as_posts(content: ShareContent, network: Network) -> Posts:
    """Return the posts.

    Raises:
        ShareError: the message, or a page with its label, does not fit into a post.
    """
    rule = RULES[network]
    whole = as_text(content).rstrip("\n")
    posts = (whole,) if _fits(whole, rule) else _one_a_page(content, rule)
    return Posts(posts=posts, lengths=tuple(length_of(post, rule) for post in posts), limit=rule.limit)


def length_of(post: str, rule: Rule) -> int:
    """Return how long a network takes a post to be."""
    links = _LINK.findall(post) if rule.link is not None else []
    rest = _LINK.sub("", post) if links else post
    signs = sum(1 if _is_light(sign) else 2 for sign in rest) if rule.heavy else len(rest)
    return signs + len(links) * (rule.link or 0)


def _one_a_page(content: ShareContent, rule: Rule) -> tuple[str, ...]:
    """Begin with the typed words; the fixed line stands in the last post where it fits, else in one of its own."""
    message, line = content.message.strip(), share_line(content.cards)
    posts = [message, *(_post(card, rule) for card in content.cards)]
    with_line = f"{posts[-1]}\n\n{line}"
    if _fits(with_line, rule):
        posts[-1] = with_line
    else:
        posts.append(line)
    if not all(_fits(post, rule) for post in posts):
        raise ShareError(ShareTrouble.POST_TOO_LONG, str(rule.limit))
    return tuple(post for post in posts if post)


def _post(card: ShareableCard, rule: Rule) -> str:
    """Return a page as one post; only its title is ever shortened."""
    rest = f"{about_card(card)}\n{card.link}"
    over = 0 if rule.limit is None else length_of(f"{card.title}\n{rest}", rule) - rule.limit
    if over <= 0:
        return f"{card.title}\n{rest}"
    return f"{shorten(card.title, max(_SHORTEST_TITLE, len(card.title) - over - _ELLIPSIS))}\n{rest}"


def _fits(post: str, rule: Rule) -> bool:
    return rule.limit is None or length_of(post, rule) <= rule.limit


def _is_light(sign: str) -> bool:
    return any(first <= ord(sign) <= last for first, last in _LIGHT)

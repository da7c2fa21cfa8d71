"""Tells pages made for telephones from the page itself, and goes from one to the other where the page said how. Pure.

AMP copies and mobile hosts show less and may go away. Which address is the page's own is never guessed: it is what the
article's `rel=canonical` said when it was kept, and only within the same registered domain.
"""

from __future__ import annotations

import re

from caregiver_app.links.parts import Parts, take_apart
from caregiver_app.links.sites import registrable_domain

_MOBILE_HOST = re.compile(r"(?:www\.)?(?:amp|m|mobile|mobi|touch|wap)\.")
_AMP_PATH = re.compile(r"/amp(?:/|$)|[./_\-]amp(?:\.html?)?/?$", re.IGNORECASE)
_AMP_QUERY = re.compile(r"(?:^|&)(?:amp(?:=(?:1|true)?)?|outputtype=amp|view=(?:amp|mobile))(?:&|$)", re.IGNORECASE)


def page_itself(address: str, canonical: str) -> str | None:
    """Return `canonical` where `address` is a variant of a page on the same registered domain; else None."""
    ours, own = take_apart(address), take_apart(canonical)
    if ours is None or own is None or not _is_variant(ours) or _is_variant(own):
        return None
    domain = registrable_domain(own.host)
    same = domain is not None and domain == registrable_domain(ours.host)
    return canonical if same and own.scheme == "https" else None


def _is_variant(parts: Parts) -> bool:
    return bool(_MOBILE_HOST.match(parts.host) or _AMP_PATH.search(parts.path) or _AMP_QUERY.search(parts.query or ""))

"""Telephone numbers and mail addresses of a page, kept out of what is weighed as menus. Pure.

Whoever finds the main text leaves out parts that are mostly links, and a list of helplines is all links. So those that
show their own number or address are plain words while the text is sought, and links again after that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape
from typing import TYPE_CHECKING

from caregiver_app.support.addresses import link_address
from caregiver_app.support.plain_text import TAGS

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST = 200
_LONGEST = 80
_SHOWS_ITSELF = re.compile(r"\d{3}|\d[\s-]\d\d|@")


def take_out(tree: HtmlElement) -> Mapping[str, str]:
    """Make plain words of links that show the number or address they lead to; return these by their words."""
    found: dict[str, str] = {}
    for link in tree.xpath("//a[starts-with(@href, 'tel:') or starts-with(@href, 'mailto:')]")[:MOST]:
        words = " ".join(link.text_content().split())
        target = link_address(str(link.get("href")))
        if target is not None and len(words) <= _LONGEST and _SHOWS_ITSELF.search(words):
            found[words] = target
            link.drop_tag()
    return found


def put_back(html: str, contacts: Mapping[str, str]) -> str:
    """Return `html` with these words as links again, wherever they are not within one."""
    if not contacts:
        return html
    targets = {escape(words, quote=False): target for words, target in contacts.items()}
    longest_first = sorted(targets, key=len, reverse=True)
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(words)}(?!\w)" for words in longest_first))
    return "".join(_linked(html, pattern, targets))


def _linked(html: str, pattern: re.Pattern[str], targets: Mapping[str, str]) -> Iterator[str]:
    within = False
    for at, piece in enumerate(TAGS.split(html)):
        if at % 2:
            within = piece.startswith("<a ") or (within and piece != "</a>")
            yield piece
        else:
            yield piece if within else pattern.sub(lambda match: _link(match[0], targets), piece)


def _link(words: str, targets: Mapping[str, str]) -> str:
    return f'<a href="{escape(targets[words])}">{words}</a>'

"""What a checked page says, as far as a check needs it: its title, a hash of its text, and whether to believe it. Pure.

A server may answer 200 and mean "not found"; a name may be for sale; a network may put its own door before every page.
Such pages are doubted, never called dead or changed. Read by cutting markup out (`support.plain_text.strip_markup`),
which is linear and total, so that no document can hang whoever reads it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from caregiver_app.feeds.charset import decode
from caregiver_app.feeds.doubtful_pages import ASKS_TO_SIGN_IN, IS_FOR_SALE, SAYS_NOT_FOUND
from caregiver_app.model.link_check import LinkDoubt
from caregiver_app.support.plain_text import one_line, strip_markup
from caregiver_app.support.public_suffixes import registered_part
from caregiver_app.support.real_changes import what_it_says
from caregiver_app.web.addresses import Address, parse_address

# By which rule a text was hashed: hashes of two rules are not compared, and a new version of a rule changes no page.
MAIN_TEXT_RULE = "main1"  # what `feeds.page_text` takes for the page's own text
PLAIN_TEXT_RULE = "plain1"  # all text but what frames it
BYTES_RULE = "bytes1"  # what is no web page

_MAX_CHARS = 300_000  # what stands behind is no longer the page's main text
_SHORT_CHARS = 2_500  # parking pages and doors have little text
_FRONT_PAGE = re.compile(r"/(?:[a-z]{2}(?:[-_][a-z]{2})?/?)?(?:(?:index|home|default)\.[a-z]{3,5})?", re.IGNORECASE)
_ERROR_PLACE = re.compile(r"/(?:404|410|error|errors|not-?found|page-?not-?found)(?:[./?#_-]|$)", re.IGNORECASE)
_TITLE = re.compile(r"<title[^>]{0,200}>([^<]{0,500})", re.IGNORECASE)
_HEADING = re.compile(r"<h1[^>]{0,500}>(.{0,200}?)</h1", re.IGNORECASE | re.DOTALL)
_ASIDE = re.compile(r"<(nav|header|footer|aside|form|noscript)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """`body_hash` is of the bytes, `text_hash` a rule and the hash of what the text says; `doubt` is why one should not
    believe the page.
    """

    body_hash: str
    text_hash: str
    doubt: LinkDoubt | None

    @property
    def may_have_main_text(self) -> bool:
        """Whether it is worth looking for the page's own text."""
        return self.doubt is None and not self.text_hash.startswith(BYTES_RULE)


def hash_text(text: str, rule: str) -> str:
    """Return the hash of what a text says, with the rule by which the text was got."""
    return f"{rule}:{hashlib.sha256(what_it_says(text).encode('utf-8', 'replace')).hexdigest()}"


def read_page(body: bytes, headers: Mapping[str, str], *, asked: str, arrived: str) -> PageFacts:
    """Return what a page says that was asked at one address and came from another, or the same."""
    body_hash = hashlib.sha256(body).hexdigest()
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in ("", "text/html", "application/xhtml+xml", "text/plain"):
        return PageFacts(body_hash=body_hash, text_hash=f"{BYTES_RULE}:{body_hash}", doubt=_doubt_way(asked, arrived))
    html = decode(body, headers.get("content-type", "")).text[:_MAX_CHARS]
    text = strip_markup(_without_asides(html))
    return PageFacts(
        body_hash=body_hash,
        text_hash=hash_text(text, PLAIN_TEXT_RULE),
        doubt=_doubt_words(html, text) or _doubt_way(asked, arrived),
    )


def _doubt_words(html: str, text: str) -> LinkDoubt | None:
    """Judge by what the page calls itself; a long page may speak of anything."""
    names = " ".join(
        one_line(strip_markup(found[1])) for found in (_TITLE.search(html), _HEADING.search(html)) if found
    )
    if SAYS_NOT_FOUND.search(names):
        return LinkDoubt.NOT_FOUND_PAGE
    is_short = len(text) <= _SHORT_CHARS
    if IS_FOR_SALE.search(names) or (is_short and IS_FOR_SALE.search(text)):
        return LinkDoubt.PARKED
    if is_short and ASKS_TO_SIGN_IN.search(f"{names} {text}"):
        return LinkDoubt.SIGN_IN
    if is_short and SAYS_NOT_FOUND.search(text[:300]):
        return LinkDoubt.NOT_FOUND_PAGE
    return None


def _doubt_way(asked: str, arrived: str) -> LinkDoubt | None:
    """Judge by where a redirect led."""
    start, end = parse_address(asked), parse_address(arrived)
    if start.url == end.url or (start.target == end.target and _site(start) == _site(end)):
        return None
    if _ERROR_PLACE.search(end.target) and not _ERROR_PLACE.search(start.target):
        return LinkDoubt.NOT_FOUND_PAGE
    if _is_front(end) and not _is_front(start):
        return LinkDoubt.FRONT_PAGE
    if not end.is_secure and _site(start) != _site(end):
        return LinkDoubt.SIGN_IN  # networks' own doors stand on plain http, on another site
    return None


def _is_front(address: Address) -> bool:
    return _FRONT_PAGE.fullmatch(address.target.partition("?")[0]) is not None


def _site(address: Address) -> str:
    return registered_part(address.host) or address.host


def _without_asides(html: str) -> str:
    """Return `html` without what frames the main text; a part that is never closed is kept."""
    kept: list[str] = []
    at = 0
    missing: set[str] = set()
    small = html.lower()
    while found := _ASIDE.search(html, at):
        name = found[1].lower()
        end = -1 if name in missing else small.find(f"</{name}", found.end())
        if end < 0:
            missing.add(name)
            kept.append(html[at : found.end()])
            at = found.end()
            continue
        kept.append(html[at : found.start()])
        at = end
    kept.append(html[at:])
    return "".join(kept)

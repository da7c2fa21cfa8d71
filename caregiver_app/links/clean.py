"""The clean form of a link that is to be passed on: unwrapped, and without what tells of the person who passes it on.

What cannot be left out is refused; what may be a person's is asked about. Harmless links come back to the letter, and
the host of the answer always stands in the link that was given, or is that of the page's own canonical address. Never
asks the network, total: any text has an answer. What is no web address comes back as it is unless it holds something
private: it is nobody's page, and whoever shares must ask for a web address besides.
"""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import quote

from caregiver_app.links.clean_part import CleanPart, Wishes
from caregiver_app.links.fragments import clean_fragment
from caregiver_app.links.parts import Parts, put_together, take_apart, trim
from caregiver_app.links.path_parts import clean_path
from caregiver_app.links.public_hosts import is_public_host
from caregiver_app.links.query_parts import clean_query
from caregiver_app.links.sites import registrable_domain
from caregiver_app.links.tokens import has_token
from caregiver_app.links.variants import page_itself
from caregiver_app.links.wrappers import unwrap
from caregiver_app.model.clean_link import CleanLink, LinkRefusal

LONGEST = 8_000
_DEEPEST = 6
_NO_WISHES = Wishes()
_OF_THE_COMPUTER = re.compile(r"(?:file|javascript|data|vbscript|blob|about|view-source|chrome)\s*:", re.IGNORECASE)
_OTHER_SCHEME = re.compile(r"(?!mailto:|tel:|sms:)[a-z][a-z0-9+.\-]*:", re.IGNORECASE)
_WITHOUT_SCHEME = re.compile(r"((?:[\w\-]+\.)+[^\W\d_]{2,})(?:[/?#]\S*)?")
_AS_WRITTEN = re.compile(r"https?://(?:\[[^\s\]]+\]|[^\s\\/?#@:\[\]]+)(:[0-9]+)?/[^\s\\]*", re.IGNORECASE)
_FEED = re.compile(r"(?:^|/)(?:feeds?|rss2?|atom|podcasts?|ical)(?:[./]|$)|\.(?:xml|rdf|rss|atom|ics)$", re.IGNORECASE)


def clean_link(address: str, *, canonical: str = "", wishes: Wishes = _NO_WISHES) -> CleanLink:
    """Return the clean form of a link, or why it has none.

    `canonical` is the page's own word for where it is, "" where it has none: a form for telephones gives way to it.
    """
    if len(address) > LONGEST:
        return CleanLink(input=address, output="", refused=LinkRefusal.TOO_LONG)
    plain, depth = innermost(trim(address))
    unwrapped = ("wrapper",) if depth else ()
    if plain is None or len(plain) > LONGEST:
        return CleanLink(input=address, output="", removed=unwrapped, refused=LinkRefusal.HIDDEN_TARGET)
    parts = take_apart(plain)
    cleaned = _cleaned_text(plain, wishes) if parts is None else _cleaned(plain, parts, wishes)
    own = page_itself(cleaned.output, canonical) if canonical and not cleaned.refused else None
    if own is not None:
        again = clean_link(own, wishes=wishes)
        cleaned = replace(again, removed=(*cleaned.removed, "variant", *again.removed))
    return replace(cleaned, input=address, removed=(*unwrapped, *cleaned.removed))


def innermost(address: str) -> tuple[str | None, int]:
    """Return the innermost address of a wrapped one, None where it is hidden or too deep; and how many were around."""
    for depth in range(_DEEPEST):
        inner = unwrap(address)
        if inner is None:
            return address, depth
        if not inner:
            return None, depth + 1
        address = trim(inner)
    return None, _DEEPEST


def _cleaned(typed: str, parts: Parts, wishes: Wishes) -> CleanLink:
    path = clean_path(parts.path, parts.host, wishes)
    query = clean_query(parts, wishes)
    fragment = clean_fragment(parts.fragment, parts.host, wishes)
    clean = replace(parts, userinfo=None, path=path.text or "/", query=query.text, fragment=fragment.text)
    found = (path, query, fragment)
    refused = _refusal(clean, found, had_login=bool(parts.userinfo))
    return CleanLink(
        input=typed,
        output=""
        if refused
        else typed
        if clean == parts and _is_as_written(typed, parts)
        else _escaped(put_together(clean)),
        removed=(*(() if parts.userinfo is None else ("credentials",)), *_unique(found)),
        refused=refused,
        doubtful=tuple(name for part in found for name in part.doubtful) if refused is LinkRefusal.UNSURE else (),
    )


def _refusal(clean: Parts, found: tuple[CleanPart, ...], *, had_login: bool) -> LinkRefusal | None:
    """Return the gravest reason; what can be settled by a question comes last.

    A feed is judged as strictly as where lists of sources are written: behind a login it is one person's.
    """
    if not is_public_host(clean.host):
        return LinkRefusal.NOT_PUBLIC
    reasons = {reason for part in found for reason in part.refused}
    if _is_feed(clean) and (had_login or has_token(put_together(replace(clean, fragment=None)))):
        reasons.add(LinkRefusal.SECRET)
    if any(part.doubtful for part in found):
        reasons.add(LinkRefusal.UNSURE)
    grave = (LinkRefusal.SECRET, LinkRefusal.PERSONAL, LinkRefusal.UNSURE)
    return next((reason for reason in grave if reason in reasons), None)


def _cleaned_text(text: str, wishes: Wishes) -> CleanLink:
    """Return what is no web address; one that only lacks its scheme is cleaned like one."""
    if _OF_THE_COMPUTER.match(text):
        return CleanLink(input=text, output="", refused=LinkRefusal.NOT_PUBLIC)
    if _OTHER_SCHEME.match(text) and has_token(text):
        return CleanLink(input=text, output="", refused=LinkRefusal.SECRET)
    named = _WITHOUT_SCHEME.fullmatch(text)
    if named is not None and registrable_domain(named[1]) is not None:
        with_scheme = clean_link(f"https://{text}", wishes=wishes)
        if with_scheme.refused or with_scheme.removed:
            return with_scheme
    return CleanLink(input=text, output=text)


def _is_as_written(typed: str, parts: Parts) -> bool:
    """Tell whether everybody reads `typed` alike: no sign that only browsers bend or none can see, no idle port."""
    written = _AS_WRITTEN.fullmatch(typed)
    return written is not None and typed.isprintable() and (written[1] is None) == (parts.port is None)


def _escaped(address: str) -> str:
    """Write blanks and signs that cannot be seen as browsers do, so that the link is one word wherever it is pasted."""
    return "".join(sign if sign.isprintable() and sign != " " else quote(sign, errors="replace") for sign in address)


def _is_feed(parts: Parts) -> bool:
    return _FEED.search(parts.path) is not None


def _unique(found: tuple[CleanPart, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for part in found for name in part.removed))

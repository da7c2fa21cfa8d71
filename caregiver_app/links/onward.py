"""Where a page may send its visitor on: addresses of others that stand in a link as a value. Pure; nothing is opened.

Many sites have a page that leads wherever it is told (`/login?next=https://...`). Such a link begins on a known site
and ends with a stranger. Services that do nothing else are known by a table (`links.wrappers`); this is about all
others, so every doubt counts. Total: any address has an answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, unquote_plus

from caregiver_app.links.parts import Parts, take_apart
from caregiver_app.links.tracking import is_tracking
from caregiver_app.links.wrapper_codings import from_base64
from caregiver_app.support.public_suffixes import registered_part

_DEEPEST = 3
_DEEPEST_ESCAPES = 3
_MAY_HOLD = re.compile(r"[/\\]|%(?:25)*(?:2f|5c)|aHR0c|\.", re.IGNORECASE)
_BETWEEN_PAIRS = re.compile(r"[&;]")
_WEB = re.compile(r"https?:[/\\]*[^/\\]", re.IGNORECASE)
_WITHOUT_SCHEME = re.compile(r"[/\\]{2,}[^/\\\s]+\.[^/\\\s]+")
_NAME = re.compile(r"[@.]?((?:[\w\-]{1,63}\.){1,12}[^\W\d_]{2,24})(?:[/\\?#:]|$)")
_IN_PATH = re.compile(r"[/=;,(](https?:[/\\]+.+)", re.IGNORECASE | re.DOTALL)
_QUOTES_TEXT = ":~:"
_BASE64_OF_HTTP = "aHR0c"
_NAMES = frozenset(
    (
        *("url", "uri", "u", "r", "q", "to", "go", "goto", "out", "exit", "next", "dest", "destination", "target"),
        *("redirect", "redirecturl", "redirecturi", "redir", "rurl", "rdr", "return", "returnurl", "returnto", "ret"),
        *("continue", "continueto", "forward", "fwd", "location", "loc", "link", "href", "site", "page", "ref", "view"),
        *("callback", "callbackurl", "successurl", "service", "checkouturl", "logout", "backurl", "back", "domain"),
    )
)
"""Names under which a bare host or a path says where to go on to."""


def onward_addresses(parts: Parts, *, deepest: int = _DEEPEST) -> Iterator[str]:
    """Yield the addresses of other registered domains that stand in an address, and what is too deep to be read."""
    own = _domain(parts.host)
    for found in _addresses_in(parts):
        target = take_apart(found)
        if target is not None and (not deepest or _domain(target.host) != own):
            yield found
        elif target is not None:
            yield from onward_addresses(target, deepest=deepest - 1)


def _addresses_in(parts: Parts) -> Iterator[str]:
    yield from _in_path(parts.path)
    for text in (parts.query, parts.fragment):
        if text and not text.startswith(_QUOTES_TEXT) and _MAY_HOLD.search(text):
            yield from _in_pairs(text)


def _in_path(path: str) -> Iterator[str]:
    for plain in _readings(path) if "http" in path.lower() or "%" in path else ():
        found = _IN_PATH.search(plain)
        if found is not None:
            yield found[1]
            return


def _in_pairs(text: str) -> Iterator[str]:
    for pair in _BETWEEN_PAIRS.split(text):
        name, sign, value = pair.partition("=")
        if not is_tracking(name):
            yield from _in_value(name if sign else "", value if sign else name)


def _in_value(name: str, value: str) -> Iterator[str]:
    leads = re.sub(r"[^a-z]", "", name.lower()) in _NAMES
    for plain in (*_readings(value), from_base64(value) if value.startswith(_BASE64_OF_HTTP) else ""):
        text = plain.strip()
        host = _NAME.match(text) if leads else None
        if _WEB.match(text):
            yield text
        elif _WITHOUT_SCHEME.match(text):
            yield f"https:{text}"
        elif host is not None and registered_part(host[1].lower()) is not None:
            yield f"https://{text.lstrip('@.')}"
        else:
            continue
        return


def _readings(text: str) -> Iterator[str]:
    """Yield a text as it stands and as it is read once, twice, thrice."""
    for _time in range(_DEEPEST_ESCAPES + 1):
        yield text
        plain = unquote_plus(text) if "%" in text else unquote(text)
        if plain == text:
            return
        text = plain


def _domain(host: str) -> str:
    plain = host.removesuffix(".")
    return registered_part(plain) or plain

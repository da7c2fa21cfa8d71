"""Where a page may send its visitor on: addresses of others that stand in a link as a value. Pure; nothing is opened.

Many sites have a page that leads wherever it is told (`/login?next=https://...`). Such a link begins on a known site
and ends with a stranger. Services that do nothing else are known by a table (`links.wrappers`); this is about all
others, so every doubt counts. Total: any address has an answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote_plus

from caregiver_app.links.parts import Parts, take_apart
from caregiver_app.links.tracking import is_tracking
from caregiver_app.links.wrapper_codings import from_base64
from caregiver_app.support.public_suffixes import registered_part

_DEEPEST = 3
_MAY_HOLD = re.compile(r"[/\\\[%.]|0x|aHR0c|[^\x00-\x7f]", re.IGNORECASE)
_PATH_MAY_HOLD = re.compile(r"[%.:]|[^\x00-\x7f]")
_DEEPEST_ESCAPES = 3
_BETWEEN_PAIRS = re.compile(r"[&;]")
_NESTED = re.compile("%(?:25)+")
_DROPPED = str.maketrans("\u3002\uff0e\uff61", "...", "\t\n\r\0")
"""What browsers drop wherever it stands, and what they take for a dot (UTS 46)."""

_EDGES = "".join(map(chr, range(0x21)))
_WEB = re.compile(r"https?:[/\\]*[^/\\]", re.IGNORECASE)
_WITHOUT_SCHEME = re.compile(r"[/\\]{2,}[^/\\\s]+\.[^/\\\s]+")
_ENDS = r"(?P<end>[/\\?#:]|$)"
_NAME = re.compile(rf"[@.]?(?P<host>(?:[\w\-]{{1,63}}\.){{1,12}}[^\W\d_]{{2,24}}){_ENDS}")
_NUMBER = re.compile(rf"(?:(?:\d{{1,3}}\.){{3}}\d{{1,3}}|0x[0-9a-f]{{8}}|\[[0-9a-f:.]{{2,45}}\]){_ENDS}", re.IGNORECASE)
_WITHIN = re.compile(r"[^a-z0-9](https?:[/\\]+[^\s\"'<>{}]+|(?<=[\"'])[/\\]{2,}[^\s\"'<>{}]+)", re.IGNORECASE)
_IN_PATH = re.compile(r"[/=;,(](https?:(?:[/\\]+.|[^/\\]+\.).*)", re.IGNORECASE | re.DOTALL)
_AT_START = re.compile(r"[/\\]{2,}(?P<rest>.+)", re.DOTALL)
_GOES_TO = re.compile(
    r"/(?:go|goto|to|out|exit|leave|external|redirect|redir)[/\\]+(?P<rest>.+)", re.IGNORECASE | re.DOTALL
)
_QUOTES_TEXT = ":~:"
_BASE64_OF_HTTP = "aHR0c"
_NAMES = frozenset(
    (
        *("url", "uri", "u", "r", "q", "to", "go", "goto", "out", "exit", "next", "dest", "destination", "target"),
        *("redirect", "redirecturl", "redirecturi", "redir", "rurl", "rdr", "return", "returnurl", "returnto", "ret"),
        *("continue", "continueto", "forward", "fwd", "location", "loc", "link", "href", "site", "page", "ref", "view"),
        *("callback", "callbackurl", "successurl", "service", "checkouturl", "logout", "backurl", "back", "domain"),
        *("path", "gotopage", "nextpage", "nexturl", "linkurl", "pageurl", "siteurl", "targeturl", "desturl", "host"),
    )
)
"""Names under which a bare host or a path says where to go on to."""


def onward_addresses(parts: Parts, *, seen: set[str] | None = None) -> Iterator[str]:
    """Yield the addresses of other registered domains that stand in an address, and what is too deep to be read.

    What is `seen` is passed over, and what is met is put there: the same one stands in many readings of others.
    """
    yield from _onward(parts, _DEEPEST, set() if seen is None else seen)


def _onward(parts: Parts, deepest: int, seen: set[str]) -> Iterator[str]:
    own = _domain(parts.host)
    for found in _addresses_in(parts):
        target = None if found in seen else take_apart(found)
        seen.add(found)
        if target is not None and (not deepest or _domain(target.host) != own):
            yield found
        elif target is not None:
            yield from _onward(target, deepest - 1, seen)


def _addresses_in(parts: Parts) -> Iterator[str]:
    yield from _in_path(parts.path)
    for text in (parts.query, parts.fragment):
        if text and not text.startswith(_QUOTES_TEXT) and _MAY_HOLD.search(text):
            yield from _in_pairs(text)


def _in_path(path: str) -> Iterator[str]:
    """Yield what a path leads on to: a whole address, or a host where servers read `//` or `/go/` as one."""
    for plain in _readings(path) if _PATH_MAY_HOLD.search(path) else ():
        found = _IN_PATH.search(plain)
        if found is not None:
            yield found[1]
        bare = _AT_START.match(plain) or _GOES_TO.search(plain)
        if bare is not None and _is_host(bare["rest"]):
            yield f"https://{bare['rest']}"


def _in_pairs(text: str) -> Iterator[str]:
    for pair in _BETWEEN_PAIRS.split(text):
        name, sign, value = pair.partition("=")
        if not is_tracking(name):
            yield from _in_value(name if sign else "", value if sign else name)


def _in_value(name: str, value: str) -> Iterator[str]:
    """Yield what each reading of a value leads on to: what one of them hides may be what a server reads."""
    leads = re.sub(r"[^a-z]", "", name.lower()) in _NAMES
    for plain in (*_readings(value), from_base64(value) if value.startswith(_BASE64_OF_HTTP) else ""):
        text = plain.strip(_EDGES)
        within = _WITHIN.search(text)
        if _WEB.match(text):
            yield text
        elif _WITHOUT_SCHEME.match(text):
            yield f"https:{text}"
        elif within is not None:
            yield within[1] if within[1][0] in "hH" else f"https:{within[1]}"
        elif _is_host(text, alone=leads):
            yield f"https://{text.lstrip('@.')}"


def _is_host(text: str, *, alone: bool = True) -> bool:
    """Tell whether a text begins with a host; unless it may stand `alone`, something of an address must follow it."""
    found = _NUMBER.match(text) or _NAME.match(text)
    if found is None or not (alone or found["end"]):
        return False
    return found.re is _NUMBER or registered_part(found["host"].lower()) is not None


def _readings(text: str) -> dict[str, None]:
    """Return a text as it stands, as it is read once, twice, thrice, and read to the end, however often it was coded.

    A text gets shorter by each reading, so there is an end; escapes of escapes are taken at once.
    """
    readings = {text.translate(_DROPPED): None}
    before, times = "", 0
    while text != before and "%" in text:
        before, times = text, times + 1
        text = unquote_plus(text if times <= _DEEPEST_ESCAPES else _NESTED.sub("%", text))
        if times <= _DEEPEST_ESCAPES:
            readings[text.translate(_DROPPED)] = None
    readings[text.translate(_DROPPED)] = None
    return readings


def _domain(host: str) -> str:
    plain = host.removesuffix(".")
    return registered_part(plain) or plain

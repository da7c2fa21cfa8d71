"""Finds what must stay private in a feed's address: user-info, keys and signatures, random parts, e-mail addresses.

Whoever has such an address reads the feed in its owner's name. When in doubt it counts as private: a public feed left
out of an exported list can be added again, a key that went out cannot be called back. Public ids that look random
(YouTube channels, Bluesky accounts, podcasts) are known by their place. Total: any string has an answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import unquote_plus

from caregiver_app.links.parts import trim
from caregiver_app.links.randomness import looks_drawn

MASK = "***"

Span = tuple[int, int]

_SECTIONS = re.compile(
    r"(?:[a-z][a-z0-9+.\-]*:[/\\]*)?([^/\\?#]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?", re.IGNORECASE | re.DOTALL
)
_SEGMENT = re.compile(r"[^/\\;]+")
_PAIR = re.compile(r"[^&;]+")
_NAME_PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_EMAIL = re.compile(r"(?<=[^\s@/:=&?])@[^\s@/:=&?]+\.[^\s@/:=&?]")
_EXTENSION = re.compile(r"\.(?:xml|rss2?|atom|json|rdf|ics|php|aspx?|html?)$", re.IGNORECASE)
_NESTED = re.compile(r"[a-z][a-z0-9+.\-]*:[/\\]{2}", re.IGNORECASE)
_DEEPEST = 3

_SECRET_WORDS = frozenset(
    (
        *("token", "secret", "password", "passwd", "pass", "pwd", "passphrase", "otp"),
        *("auth", "authkey", "authtoken", "authorization", "oauth", "jwt", "bearer", "credential", "credentials"),
        *("apikey", "accesskey", "userkey", "rsskey", "feedkey", "privatekey", "subscriber"),
        *("sig", "signature", "hmac", "sessionid", "sessid", "sid", "jsessionid", "phpsessid", "ticket"),
        *("email", "username", "login"),
    )
)
"""A parameter with one of these words in its name carries a secret, whatever the value looks like."""

_TELLING_WORDS = frozenset(
    (
        *("key", "k", "code", "hash", "h", "u", "uid", "user", "userid", "member", "id", "invite", "t", "s", "x"),
        *("license", "session", "private", "mail", "pin"),
    )
)
"""A parameter with one of these words in its name carries a secret when its value looks drawn, even if short."""

_HARMLESS_VALUES = frozenset(("", MASK, "0", "1", "true", "false", "yes", "no", "none", "null", "public"))

_PUBLIC_IDS = (
    re.compile(r"(?:(?:www|m)\.)?youtube\.com [a-z_]* (?:UC[\w\-]{22}|(?:PL|UU)[\w\-]{10,40}|[\w\-]{11})"),
    re.compile(r"[^ ]* [^ ]* did:(?:plc:[a-z2-7]{24}|web:[a-z0-9.\-]+)"),  # Bluesky
    re.compile(r"(?:us[0-9]+\.)?campaign-archive2?\.com (?:u|id) [0-9a-f]{10,25}"),  # Mailchimp's public newsletters
    re.compile(r"(?:www\.omnycontent\.com|feeds\.(?:acast|simplecast|megaphone)\.(?:com|fm))  [\w.\-]+"),  # podcasts
    re.compile(r"books\.google\.[a-z.]+ id [\w\-]{12}"),
    re.compile(r"github\.com  [0-9a-f]{40}"),  # a state of a file
)
"""`host name value` of ids that everybody may see although they look drawn; a path segment has no name."""


def has_token(address: str) -> bool:
    """Return True when `address` carries something private; such a source is never exported, packed or shared."""
    return _has_token(address, _DEEPEST)


def mask_address(address: str) -> str:
    """Return `address` for showing, with `***` in place of everything private."""
    shown = trim(address)
    for start, end in sorted(_private_spans(shown, _DEEPEST), reverse=True):
        shown = shown[:start] + MASK + shown[end:]
    return shown


def is_private(name: str, value: str, host: str) -> bool:
    """Return True when a parameter, or a segment of a path without a name, holds something private."""
    return _is_private(name, value, host)


def names_secret(name: str) -> bool:
    """Return True when a parameter of this name carries a secret, whatever its value looks like."""
    return bool(_words(unquote_plus(name)) & _SECRET_WORDS)


def is_harmless(value: str) -> bool:
    """Return True for values that everybody has, such as `true` and `all`."""
    return unquote_plus(value).lower() in _HARMLESS_VALUES


def shown_title(title: str) -> str:
    """Return the title of a source or a list for showing; an address that stands for one is masked."""
    return mask_address(title) if "://" in title else title


def _has_token(address: str, depth: int) -> bool:
    return any(True for _ in _private_spans(trim(address), depth))


def _private_spans(address: str, depth: int) -> Iterator[Span]:
    sections = _SECTIONS.fullmatch(address)
    if sections is None:
        return
    authority, start = sections[1], sections.start(1)
    userinfo, at, host = authority.rpartition("@")
    if at and userinfo not in ("", MASK):
        yield start, start + len(userinfo)
    host = host.partition(":")[0].lower()
    yield from _in_path(sections[2], sections.start(2), host)
    for group in (3, 4):
        if sections[group] is not None:
            yield from _in_pairs(sections[group], sections.start(group), host, depth)


def _in_path(path: str, offset: int, host: str) -> Iterator[Span]:
    for found in _SEGMENT.finditer(path):
        name, sign, value = _split_named(found[0])
        if _is_private(name if sign else "", value, host):
            yield offset + found.end() - len(value), offset + found.end()


def _split_named(segment: str) -> tuple[str, str, str]:
    """Split `token=abc` and `secret:abc`; other segments are all value."""
    for sign in ("=", ":"):
        name, found, value = segment.partition(sign)
        if found and (sign == "=" or _words(name) & _SECRET_WORDS):
            return name, sign, value
    return "", "", segment


def _in_pairs(query: str, offset: int, host: str, depth: int) -> Iterator[Span]:
    for found in _PAIR.finditer(query):
        name, sign, value = found[0].partition("=")
        if not sign:
            name, value = "", found[0]
        if _is_private(name, value, host) or _hides_private(value, depth):
            yield offset + found.end() - len(value), offset + found.end()


def _is_private(name: str, value: str, host: str) -> bool:
    plain = unquote_plus(value)
    if plain.lower() in _HARMLESS_VALUES:
        return False
    words = _words(unquote_plus(name))
    if words & _SECRET_WORDS or _EMAIL.search(plain):
        return True
    if any(known.fullmatch(f"{host} {name} {plain}") for known in _PUBLIC_IDS):
        return False
    bare = _EXTENSION.sub("", plain)
    if words & _TELLING_WORDS and looks_drawn(bare, shortest=8, enough=2.0):
        return True
    return looks_drawn(bare)


def _hides_private(value: str, depth: int) -> bool:
    plain = unquote_plus(value)
    return depth > 0 and bool(_NESTED.match(plain)) and _has_token(plain, depth - 1)


def _words(name: str) -> frozenset[str]:
    """Return the words of a parameter's name and its neighbouring words joined: `userApi_key` has key and apikey."""
    parts = [part.lower() for part in _NAME_PARTS.findall(name)]
    return frozenset(parts) | {left + right for left, right in pairwise(parts)}

"""How services write the target of a link inside their own: the codings of mail gateways and of trackers. Pure.

Each function takes what was found and returns the target, empty where it is not in there. None raises.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Callable
from string import ascii_lowercase, ascii_uppercase, digits

_PLAIN_BASE64 = re.compile(r"[A-Za-z0-9+/_\-]+=*")
_PROOFPOINT_3 = re.compile(r"/v3/__(.+?)__;([\w\-=]*)!", re.ASCII | re.DOTALL)
_LEFT_OUT = re.compile(r"\*(?:\*(.))?")
_RUNS = {sign: length for length, sign in enumerate(ascii_uppercase + ascii_lowercase + digits + "-_", start=2)}
_ONE_SLASH = re.compile(r"(https?):/(?!/)", re.IGNORECASE)
_UNDERLINED = re.compile(r"/v2/(?:[\w.]+/)?___(.+?)___\.", re.ASCII | re.DOTALL)
_LONGEST = 16_000


def from_base64(text: str) -> str:
    """Return what base64 of either alphabet, padded or not, stands for; empty where it is none or no text."""
    if len(text) > _LONGEST or not _PLAIN_BASE64.fullmatch(text):
        return ""
    plain = text.rstrip("=").replace("-", "+").replace("_", "/")
    try:
        return base64.b64decode(plain + "=" * (-len(plain) % 4)).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        return ""


def from_bing(text: str) -> str:
    """Return the target in the `u` of Bing's clicks: a version, then base64."""
    return from_base64(text.removeprefix("a1"))


def from_proofpoint_2(text: str) -> str:
    """Return the target in the `u` of URL Defense 2, which has `-` for `%` and `_` for `/`; still percent-encoded."""
    return text.replace("-", "%").replace("_", "/")


def from_jwt(text: str) -> str:
    """Return the `url` in the middle part of a token (RFC 7519), which govdelivery's short links are made of."""
    parts = text.split(".")
    try:
        claims = json.loads(from_base64(parts[1]) if len(parts) > 1 else "")
    except (ValueError, RecursionError):
        return ""
    url = claims.get("url") if isinstance(claims, dict) else None
    return url if isinstance(url, str) else ""


def from_proofpoint_3(tail: str) -> str:
    """Return the target in what follows the host of URL Defense 3.

    Signs that could not stand in it are `*` there, or `**` and a letter for how many; base64 behind it lists them.
    """
    found = _PROOFPOINT_3.match(tail)
    if found is None:
        return ""
    listed = iter(from_base64(found[2]))

    def put_back(gap: re.Match[str]) -> str:
        length = _RUNS.get(gap[1], 0) if gap[1] else 1
        return "".join(sign for _place, sign in zip(range(length), listed, strict=False))

    return _ONE_SLASH.sub(r"\1://", _LEFT_OUT.sub(put_back, found[1]), count=1)


def from_underlines(tail: str) -> str:
    """Return the target between the three underlines of Avanan's links."""
    found = _UNDERLINED.match(tail)
    return found[1] if found else ""


def from_ampersands(tail: str) -> str:
    """Return the target behind the last three ampersands of govdelivery's older links."""
    return tail.rpartition("&&&")[2] if "&&&" in tail else ""


OF_VALUES: dict[str, Callable[[str], str]] = {
    "": str,
    "base64": from_base64,
    "bing": from_bing,
    "proofpoint2": from_proofpoint_2,
    "jwt": from_jwt,
}
"""Codings of a value, by the table's word."""

OF_TAILS: dict[str, Callable[[str], str]] = {
    "proofpoint3": from_proofpoint_3,
    "underlined": from_underlines,
    "ampersands": from_ampersands,
}
"""Codings of all that follows the host, by the table's word."""

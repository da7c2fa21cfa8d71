"""Finds the link inside a link: of mail gateways, trackers, redirectors and AMP caches. Nothing is asked.

By the table that ships (`resources/links/wrappers.json`). A target is only ever read out of the link itself.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote

from caregiver_app.links.parts import Parts, take_apart
from caregiver_app.links.places import is_at
from caregiver_app.links.wrapper_codings import OF_TAILS, OF_VALUES
from caregiver_app.support.resources import resource

_HIDDEN = "hidden"
_PARAMETER = "parameter"
_DEEPEST_ESCAPES = 3
_SCHEME = re.compile(r"[a-z][a-z0-9+.\-]*:[/\\]", re.IGNORECASE)
_ANYWHERE = re.compile(r"/CL0/(https?:[^/]+)/", re.IGNORECASE)  # Amazon SES, on hosts of its customers' own
_TURBO = re.compile(r"/([^/]+)/s(/.*)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrapper:
    """One rule: where it holds, how the target lies there and how it is written. `name` is that of a parameter."""

    place: str
    name: str = ""
    how: str = _PARAMETER
    coding: str = ""
    scheme: str = ""


def unwrap(address: str) -> str | None:
    """Return the address inside a wrapped one, empty where it cannot be read, None where nothing is wrapped."""
    parts = take_apart(address)
    if parts is None:
        return None
    hidden = False
    for found in _findings(parts):
        target = _as_web(found)
        if target:
            return target
        hidden = True
    return "" if hidden else None


def _findings(parts: Parts) -> Iterator[str]:
    if anywhere := _ANYWHERE.match(parts.path):
        yield anywhere[1]
    for wrapper in _wrappers_of(parts.host):
        if is_at(wrapper.place, parts.host, parts.path):
            found = _find(wrapper, parts)
            if found is not None:
                yield _with_scheme(found, wrapper.scheme)


def _find(wrapper: Wrapper, parts: Parts) -> str | None:
    """Return what stands where the rule says, None where nothing is there, so that the link is an ordinary one."""
    if wrapper.how == _HIDDEN:
        return ""
    if wrapper.how in OF_TAILS:
        return OF_TAILS[wrapper.how](_tail(parts)) or None
    if wrapper.how == _PARAMETER:
        value = _value(parts.query or "", wrapper.name)
        return None if value is None else OF_VALUES[wrapper.coding](unquote(value))
    return _in_path(wrapper, parts) or None


def _in_path(wrapper: Wrapper, parts: Parts) -> str:
    prefix = wrapper.place.partition("/")[2]
    rest = parts.path.removeprefix(f"/{prefix}").removeprefix("/")
    match wrapper.how:
        case "rest":
            return rest + _tail(parts).removeprefix(parts.path)
        case "rest1":
            return rest.partition("/")[2] + _tail(parts).removeprefix(parts.path)
        case "segment":
            return rest.partition("/")[0]
        case "second":
            return unquote(rest.partition("/")[2].partition("/")[0])
        case "jwt":
            return OF_VALUES["jwt"](rest.partition("/")[0])
        case "named":
            return parts.path.partition(f"/{wrapper.name}")[2].partition("/")[0]
        case _:
            turbo = _TURBO.fullmatch(parts.path)
            return turbo[1] + turbo[2] if turbo else ""


def _as_web(found: str) -> str:
    """Return a web address as it stands in `found`, percent-encoded some times or not at all; else empty."""
    for _time in range(_DEEPEST_ESCAPES):
        if take_apart(found) is not None:
            return found
        found = unquote(found)
    return found if take_apart(found) is not None else ""


def _with_scheme(found: str, scheme: str) -> str:
    return f"{scheme}://{found}" if scheme and found and not _SCHEME.match(unquote(found)) else found


def _value(query: str, name: str) -> str | None:
    for pair in query.split("&"):
        own, sign, value = pair.partition("=")
        if sign and value and own.lower() == name.lower():
            return value
    return None


def _tail(parts: Parts) -> str:
    query = "" if parts.query is None else f"?{parts.query}"
    return parts.path + query + ("" if parts.fragment is None else f"#{parts.fragment}")


def _wrappers_of(host: str) -> tuple[Wrapper, ...]:
    """Return the rules that may hold for `host`: looked up by its names, since there are hundreds."""
    labels = host.removesuffix(".").split(".")
    return tuple(rule for label in dict.fromkeys(labels) for rule in _by_name().get(label, ()))


@cache
def _by_name() -> dict[str, tuple[Wrapper, ...]]:
    """Return the rules by the label that tells most: the one before the ending."""
    shipped = json.loads(resource("resources", "links", "wrappers.json").read_text(encoding="utf-8"))
    rules = [Wrapper(**rule) for rule in shipped]
    found: dict[str, list[Wrapper]] = {}
    for rule in rules:
        labels = rule.place.partition("/")[0].removesuffix(".*").split(".")
        found.setdefault(labels[0], []).append(rule)
    return {label: tuple(held) for label, held in found.items()}

"""What one link says by itself: where it leads, its clean form, whom it imitates, and what asks for care in it.

Pure: nothing is asked of anybody, and any text has an answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from caregiver_app.links.clean import LONGEST, clean_link, innermost
from caregiver_app.links.lookalikes import KnownNames
from caregiver_app.links.name_parts import readable
from caregiver_app.links.onward import onward_addresses
from caregiver_app.links.parts import Parts, take_apart, trim
from caregiver_app.links.places import is_at
from caregiver_app.links.shared_hosts import is_shared_host
from caregiver_app.links.shorteners import is_shortened
from caregiver_app.model.clean_link import TELLS_NOTHING, CleanLink, LinkRefusal
from caregiver_app.model.forwarded import LinkLook, LinkSign
from caregiver_app.model.lookalike import AddressFacts, KnownSite

_REFUSALS = {
    LinkRefusal.SECRET: LinkSign.SECRET,
    LinkRefusal.PERSONAL: LinkSign.PERSONAL,
    LinkRefusal.UNSURE: LinkSign.PERSONAL,
    LinkRefusal.HIDDEN_TARGET: LinkSign.HIDDEN_TARGET,
    LinkRefusal.NOT_PUBLIC: LinkSign.NOT_PUBLIC,
    LinkRefusal.TOO_LONG: LinkSign.TOO_LONG,
}


def look_at_link(address: str, known: KnownNames) -> LinkLook:
    """Return what a link says by itself, beside the sites that are known."""
    given = trim(address)
    inner, depth = (None, 0) if len(given) > LONGEST else innermost(given)
    clean = clean_link(given)
    parts = take_apart(inner or given)
    shortened = parts is not None and is_shortened(parts)
    facts = AddressFacts() if inner is None else known.facts(inner)
    host = "" if parts is None else readable_host(parts.host)
    leads_on = "" if shortened else leads_on_to(inner or given)
    signs = _signs(facts, parts, clean, wrapped=bool(depth and inner), leads_on=bool(leads_on))
    return LinkLook(
        given=given,
        target=None if shortened else inner,
        unwrapped=inner if depth else None,
        host=host,
        clean=clean,
        signs=tuple(dict.fromkeys(signs)),
        imitates=facts.imitates,
        leads_on=leads_on,
        differs_at=() if facts.imitates is None else differing(host, shown_host(facts.imitates)),
    )


def leads_on_to(address: str) -> str:
    """Return the host of somebody else that stands in an address as a value, "" where there is none."""
    parts = take_apart(address)
    onward = None if parts is None else take_apart(next(onward_addresses(parts), ""))
    return "" if onward is None else readable_host(onward.host)


def with_canonical(look: LinkLook, canonical: str) -> LinkLook:
    """Return the look with the clean form of a page that calls itself `canonical`, "" where it says nothing of that."""
    return replace(look, clean=clean_link(look.given, canonical=canonical)) if canonical else look


def readable_host(host: str) -> str:
    """Return a plain host in the letters that people read; a part with signs that nobody sees stays as it is."""
    labels = host.removesuffix(".").split(".")
    return ".".join(plain if (plain := readable(label)).isprintable() else label for label in labels)


def shown_host(site: KnownSite) -> str:
    """Return the host of a site as people know it, without `www.`."""
    return readable_host(site.host.lower()).removeprefix("www.")


def differing(host: str, known: str) -> tuple[tuple[int, int], ...]:
    """Return where `host` says something else than `known`: what stands around it, or what differs inside.

    Where letters are missing, those beside the gap.
    """
    begin = host.find(known) if known else -1
    if begin >= 0:
        return tuple((start, end) for start, end in ((0, begin), (begin + len(known), len(host))) if start < end)
    begin = len("www.") if host.startswith("www.") else 0
    if len(host) - begin == len(known):
        return _runs(
            [begin + n for n, (own, other) in enumerate(zip(host[begin:], known, strict=True)) if own != other]
        )
    start = begin + _same(host[begin:], known)
    end = len(host) - min(_same(host[::-1], known[::-1]), len(host) - start, len(known) - (start - begin))
    return ((start, end),) if start < end else ((max(0, start - 1), min(len(host), end + 1)),)


def _same(one: str, other: str) -> int:
    """Return how many letters both begin with."""
    return next(
        (n for n, (own, its) in enumerate(zip(one, other, strict=False)) if own != its), min(len(one), len(other))
    )


def _runs(places: list[int]) -> tuple[tuple[int, int], ...]:
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and runs[-1][1] == place:
            runs[-1] = (runs[-1][0], place + 1)
        else:
            runs.append((place, place + 1))
    return tuple(runs)


def _signs(
    facts: AddressFacts, parts: Parts | None, clean: CleanLink, *, wrapped: bool, leads_on: bool
) -> Iterator[LinkSign]:
    """Yield the signs, the gravest first."""
    yield from (LinkSign(sign.value) for sign in facts.signs)
    shortened = parts is not None and is_shortened(parts)
    if shortened:
        yield LinkSign.SHORTENER
    if clean.refused is not None:
        yield _REFUSALS[clean.refused]
    if wrapped:
        yield LinkSign.REDIRECTOR
    if leads_on:
        yield LinkSign.LEADS_ON
    if parts is not None and not shortened and _is_everybodys(parts):
        yield LinkSign.SHARED_HOST
    if not TELLS_NOTHING.issuperset(clean.removed):
        yield LinkSign.TRACKING


def _is_everybodys(parts: Parts) -> bool:
    """Tell whether anybody can publish there; a government's own site is shared by its own offices only."""
    host = parts.host.removesuffix(".")
    return is_shared_host(host) and not any(is_at(place, host, parts.path) for place in _OFFICIAL)


_OFFICIAL = ("www.gov.uk", "assets.publishing.service.gov.uk", "www.canada.ca", "api.io.canada.ca")

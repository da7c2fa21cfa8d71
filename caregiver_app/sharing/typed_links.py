"""Links among the typed words: one that is not clean is a finding, with its clean form to stand in its place. Pure.

One that is clean and may lead on to somebody else's site is one too, to be looked at: readers see only where it begins.

The guard looks for keys and the like in any text. What leaves as a share holds clean links only, so here each link is
cleaned as those of the cards are: what tells of the reader, of what they read or of the mail it came by is found too,
also where nobody typed `https://` before it. A link that is not clean is one detail with all that was found in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from caregiver_app.guard.links_in_text import find_links
from caregiver_app.links.clean import clean_link
from caregiver_app.links.in_messages import places_in
from caregiver_app.links.looking import leads_on_to
from caregiver_app.model.guard import Finding, FindingKind


def with_typed_links(text: str, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the findings with those of links that are not clean, in order; `rule` of these is the clean link or "".

    What was found within such a link goes with it. Where something reaches out of a link, both are one detail, and no
    clean link stands for it. That a link leads on (`rule` is where to) is said where nothing else was found in it.
    """
    found = [replace(each, rule=_clean_form(each.text)) if _is_link(each) else each for each in findings]
    links = [link for place in _links_in(text) if (link := _of_link(text, *place)) is not None]
    unclean = {id(link) for link in links if _is_link(link)}
    told: list[Finding] = []
    for group in _groups(sorted((*found, *links), key=lambda each: (each.start, each.end))):
        has_link = any(id(each) in unclean for each in group)
        told += [_joined(text, group)] if has_link else _without_leading_on(group)
    return tuple(told)


def _of_link(text: str, start: int, end: int, address: str) -> Finding | None:
    """Return what is to be said of a link that was typed, None for one that is clean and ends where it begins."""
    if not _is_clean(address):
        return _private_link(text, start, end, _clean_form(address))
    host = leads_on_to(address)
    if not host:
        return None
    return Finding(kind=FindingKind.LEADS_ON, start=start, end=end, text=text[start:end], rule=host)


def _without_leading_on(group: list[Finding]) -> list[Finding]:
    """Return what else was found at one place, else that a link there leads on, once."""
    others = [each for each in group if each.kind is not FindingKind.LEADS_ON]
    return others or [max(group, key=lambda each: each.end - each.start)]


def _groups(pieces: Sequence[Finding]) -> Iterator[list[Finding]]:
    """Yield pieces that share characters with each other together; `pieces` are in order."""
    group: list[Finding] = []
    reached = 0
    for each in pieces:
        if group and each.start >= reached:
            yield group
            group = []
        group.append(each)
        reached = max(reached, each.end)
    if group:
        yield group


def _joined(text: str, group: list[Finding]) -> Finding:
    """Return one detail for all of a group: the link that takes it all in, or what is longer than any."""
    start, end = group[0].start, max(each.end for each in group)
    whole = (each for each in group if _is_link(each) and (each.start, each.end) == (start, end))
    return next(whole, _private_link(text, start, end, ""))


def _private_link(text: str, start: int, end: int, rule: str) -> Finding:
    return Finding(kind=FindingKind.PRIVATE_LINK, start=start, end=end, text=text[start:end], rule=rule)


def _links_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the links of a text with what they open: whole ones of any scheme, and names without one."""
    yield from places_in(text)
    yield from ((start, end, text[start:end]) for start, end in find_links(text))


def _is_link(finding: Finding) -> bool:
    return finding.kind is FindingKind.PRIVATE_LINK


def _is_clean(link: str) -> bool:
    cleaned = clean_link(link)
    return cleaned.refused is None and not cleaned.removed


def _clean_form(link: str) -> str:
    cleaned = clean_link(link)
    return "" if cleaned.refused or cleaned.output == link else cleaned.output

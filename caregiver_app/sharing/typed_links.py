"""Links among the typed words: one that is not clean is a finding, with its clean form to stand in its place. Pure.

The guard looks for keys and the like in any text. What leaves as a share holds clean links only, so here each link is
cleaned as those of the cards are: what tells of the reader, of what they read or of the mail it came by is found too,
also where nobody typed `https://` before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from caregiver_app.guard.private_links import find_links
from caregiver_app.links.clean import clean_link
from caregiver_app.links.in_messages import places_in
from caregiver_app.model.guard import Finding, FindingKind


def with_typed_links(text: str, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the findings with those of links that are not clean, in order; `rule` of these is the clean link or ""."""
    told = [replace(each, rule=_clean_form(each.text)) if _is_link(each) else each for each in findings]
    taken = [(each.start, each.end) for each in findings]
    new = list[Finding]()
    for start, end, address in _links_in(text):
        if _is_clean(address) or any(begin < end and start < over for begin, over in taken):
            continue
        taken.append((start, end))
        new.append(
            Finding(
                kind=FindingKind.PRIVATE_LINK, start=start, end=end, text=text[start:end], rule=_clean_form(address)
            )
        )
    return tuple(sorted((*told, *new), key=lambda each: (each.start, each.end)))


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

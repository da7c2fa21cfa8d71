"""Cleans the fragment of a link: a heading's name stays; what quotes the page, tells of a reader or looks drawn goes.

A text directive (`#:~:text=`, WICG scroll-to-text-fragment) quotes what somebody read. Without its fragment a link
leads to the same page, save where a site keeps its pages in there (`#/page`, `#!page`): such a one is asked about.
"""

from __future__ import annotations

import re

from caregiver_app.links.clean_part import CleanPart, Wishes
from caregiver_app.links.personal import Part, judge, judge_segments
from caregiver_app.links.tracking_table import tracking_table

_DIRECTIVE = ":~:"
_LABEL = "fragment"
_SEGMENT = re.compile(r"[^/;?&]+")


def clean_fragment(fragment: str | None, host: str, wishes: Wishes) -> CleanPart:
    """Return the fragment of a link without what tells who follows it."""
    if not fragment:
        return CleanPart(text=fragment)
    quoted, directive, _quote = fragment.partition(_DIRECTIVE)
    is_route = quoted.startswith(("/", "!"))
    plain = quoted if is_route else _without_readers(quoted, host)
    removed = bool(directive) or plain != quoted
    doubtful = is_route and not _is_plain_route(quoted, host) and _LABEL not in wishes.keep
    if doubtful and _LABEL in wishes.leave_out:
        return CleanPart(text=None, removed=(_LABEL,))
    return CleanPart(
        text=(plain or None) if removed else fragment,
        removed=(_LABEL,) if removed else (),
        doubtful=(_LABEL,) if doubtful else (),
    )


def _without_readers(quoted: str, host: str) -> str:
    pairs = quoted.split("&")
    tracked = _tracked(pairs, host)
    return "&".join(pair for pair in pairs if _name(pair) not in tracked and _is_fine(pair, host))


def _is_plain_route(route: str, host: str) -> bool:
    parts = _SEGMENT.findall(route)
    segments = (part for part in parts if "=" not in part)
    return (
        not _tracked(parts, host)
        and all(_is_fine(part, host) for part in parts if "=" in part)
        and all(part is Part.FINE for part in judge_segments(segments, host))
    )


def _tracked(pairs: list[str], host: str) -> frozenset[str]:
    names = {_name(pair) for pair in pairs if "=" in pair}
    return tracking_table().of(names, host=host, path="")


def _name(pair: str) -> str:
    return pair.partition("=")[0].lstrip("?").lower()


def _is_fine(pair: str, host: str) -> bool:
    name, sign, value = pair.partition("=")
    return all(part is Part.FINE for part in ([judge(name, value, host)] if sign else judge_segments([pair], host)))

"""Cleans the fragment of a link: a heading's name stays; what quotes the page, tells of a reader or looks drawn goes.

A text directive (`#:~:text=`, WICG scroll-to-text-fragment) quotes what somebody read. Without its fragment a link
leads to the same page, save where a site keeps its pages in there (`#/page`, `#!page`): such a one is asked about.
"""

from __future__ import annotations

import re

from caregiver_app.links.clean_part import CleanPart, Wishes
from caregiver_app.links.personal import Part, judge, judge_segment
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
    plain = quoted if is_route else "&".join(pair for pair in quoted.split("&") if _stays(pair, host))
    removed = bool(directive) or plain != quoted
    doubtful = is_route and not _is_plain_route(quoted, host) and _LABEL not in wishes.keep
    if doubtful and _LABEL in wishes.leave_out:
        return CleanPart(text=None, removed=(_LABEL,))
    return CleanPart(
        text=(plain or None) if removed else fragment,
        removed=(_LABEL,) if removed else (),
        doubtful=(_LABEL,) if doubtful else (),
    )


def _stays(pair: str, host: str) -> bool:
    name, sign, value = pair.partition("=")
    if sign:
        plain = name.lstrip("?").lower()
        is_tracking = plain in tracking_table().of((plain,), host=host, path="")
        return not is_tracking and judge(name, value, host) is Part.FINE
    return judge_segment(pair, host) is Part.FINE


def _is_plain_route(route: str, host: str) -> bool:
    return all(_stays(found[0], host) for found in _SEGMENT.finditer(route))

"""Which parameters the pages of known sites need; all others can go. Only what is sure stands here. Pure.

A list for each path of a site; sites and paths that are not named are judged parameter by parameter.
"""

from __future__ import annotations

_NONE: frozenset[str] = frozenset()

_NEEDED: dict[str, dict[str, frozenset[str]]] = {
    "nhs.uk": dict.fromkeys(
        ("conditions", "medicines", "mental-health", "live-well", "social-care-and-support", "tests-and-treatments"),
        _NONE,
    ),
    "gov.uk": dict.fromkeys(("guidance", "carers-allowance", "attendance-allowance", "pip"), _NONE),
    "medlineplus.gov": dict.fromkeys(("ency", "druginfo", "lab-tests", "genetics"), _NONE),
    "youtube.com": {
        "watch": frozenset({"v", "list", "t", "start", "index", "end"}),
        "playlist": frozenset({"list"}),
        "results": frozenset({"search_query", "sp"}),
        "shorts": frozenset({"t"}),
        "feeds": frozenset({"channel_id", "playlist_id", "user"}),
    },
    "youtu.be": {"": frozenset({"t", "list", "start", "index"})},
    "pubmed.ncbi.nlm.nih.gov": {"": frozenset({"term", "filter", "sort", "page", "size", "linkname", "from_uid"})},
}


def needed_parameters(host: str, path: str) -> frozenset[str] | None:
    """Return the names that a page needs, None where that is not known."""
    by_path = _NEEDED.get(host.removesuffix(".").removeprefix("www.").removeprefix("m."))
    if by_path is None:
        return None
    first = path.lstrip("/").partition("/")[0]
    return by_path.get(first, by_path.get(""))

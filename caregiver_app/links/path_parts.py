"""Cleans the path of a link: session ids go, what is private is refused or asked about, the rest stays."""

from __future__ import annotations

import re

from caregiver_app.links.clean_part import CleanPart, Wishes, refusal_for
from caregiver_app.links.personal import judge_segments
from caregiver_app.links.places import is_at
from caregiver_app.model.clean_link import LinkRefusal

_SESSION = re.compile(r";(?:j?sess(?:ion)?_?id|phpsessid|sid|cfid|cftoken)=[^/;]*", re.IGNORECASE)
_COOKIELESS = re.compile(r"/\((?:[A-Z]\([^/()]*\))+\)(?=/)", re.IGNORECASE)  # ASP.NET without cookies
_WHERE_FROM = re.compile(r"/ref=[^/]*")  # on Amazon's pages
_PARAMETER = re.compile(r"[^/;]+")
_LABEL = "path"


def clean_path(path: str, host: str, wishes: Wishes) -> CleanPart:
    """Return the path of a link without sessions."""
    whole = _WHERE_FROM.sub("", path) if is_at("amazon.*", host, path) else path
    plain = _COOKIELESS.sub("", _SESSION.sub("", whole))
    judged = {refusal_for(part) for part in judge_segments(_PARAMETER.findall(plain), host)}
    unsure = LinkRefusal.UNSURE in judged and _LABEL not in wishes.keep
    return CleanPart(
        text=plain or "/",
        removed=(*(() if whole == path else ("ref",)), *(() if plain == whole else ("session",))),
        refused=tuple(grave for grave in (LinkRefusal.SECRET, LinkRefusal.PERSONAL) if grave in judged),
        doubtful=(_LABEL,) if unsure else (),
    )

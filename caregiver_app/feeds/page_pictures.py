"""Pictures of a page, readied for who finds its main text, and knows pictures by how their address ends. Pure.

Pages write the real address into one of several attributes and let a script put it in place; here it is in `src` while
the text is sought. Pictures of one point show nothing: they count readers, and go.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from caregiver_app.support.addresses import web_address

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ENDING = "#picture.jpg"
_LATER = ("data-src", "data-lazy-src", "data-original", "data-lazy")
_PIXELS = re.compile(r"\s*(\d{1,5})(?:px)?\s*\Z")


def ready_pictures(tree: HtmlElement, base: str) -> None:
    """Give each picture its whole address with an ending that is known for a picture's."""
    for picture in tree.xpath("//img"):
        address = _address_of(picture, base)
        if address is None or _is_pixel(picture):
            picture.drop_tree()
            continue
        for name in (*_LATER, "srcset"):
            picture.attrib.pop(name, None)
        picture.set("src", address + _ENDING)


def without_endings(html: str) -> str:
    """Return HTML in which the pictures have their own addresses again."""
    return html.replace(_ENDING, "")


def _address_of(picture: HtmlElement, base: str) -> str | None:
    """Return where a picture is, without fragment; what a script would put in place comes before what stands there."""
    written = [str(picture.get(name) or "") for name in (*_LATER, "src")]
    candidates = [*written, str(picture.get("srcset") or picture.get("data-srcset") or "").split(",")[0].split(" ")[0]]
    found = (web_address(each, base) for each in candidates if each)
    address = next(filter(None, found), None)
    return None if address is None else address.partition("#")[0]


def _is_pixel(picture: HtmlElement) -> bool:
    sizes = [int(size[1]) for name in ("width", "height") if (size := _PIXELS.match(str(picture.get(name) or "")))]
    return bool(sizes) and max(sizes) <= 1

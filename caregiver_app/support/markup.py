"""HTML from outside, made harmless: the only place where a `SafeHtml` comes into being.

The result knows a few dozen elements and no style, script, form or frame. Links are absolute and lead to the web, a
mail address or a telephone. Nothing in it makes a reader load anything: a picture is kept as
`<picture data-address="https://...">its description</picture>`, an element without effect that shows its description
(Qt would ask for a resource even for an `<img>` without `src`).
Never fetches, never looks at what a link leads to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from html import escape, unescape

import nh3

from caregiver_app.model.entry import SafeHtml
from caregiver_app.support import markup_bounds
from caregiver_app.support.addresses import UNSEEN, link_address, web_address
from caregiver_app.support.paragraphs import escaped, from_text, quoted
from caregiver_app.support.plain_text import TAGS, strip_markup, summary_of, text_of, to_text, visible

__all__ = [
    "from_text",
    "is_safe",
    "pictures_in",
    "replace_pictures",
    "sanitise",
    "sanitise_and_read",
    "summary_of",
    "to_text",
]

_PLAIN_TAGS = frozenset(
    "abbr b blockquote br caption cite code dd del dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i ins kbd "
    "li mark ol p pre q s samp small strong sub sup table tbody td tfoot th thead tr u ul var".split()
)
# Written as something simpler once they are known to be well placed.
_WRITTEN_AS = {
    **dict.fromkeys(
        "address article aside center details fieldset footer header main nav section summary".split(), "div"
    ),
    "strike": "s",
    "tt": "code",
}
_DROPPED_WHOLE = frozenset(
    "audio button canvas iframe noembed noframes noscript object script select style svg template textarea title "
    "video".split()
)
_PICTURE_SOURCES = ("src", "data-src", "data-lazy-src", "data-original")
_ATTRIBUTES = {
    "a": {"href"},
    "img": {"alt", "width", "height", *_PICTURE_SOURCES},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}
_NUMBERS = {
    "start": re.compile(r"-?\d{1,6}\Z"),
    "colspan": re.compile(r"\d{1,2}\Z"),
    "rowspan": re.compile(r"\d{1,3}\Z"),
}
_MAX_TRIES = 4
_OTHER_PORT = re.compile(r"http://[^/?#]*:\d+(?:[/?#]|\Z)")
_PIXELS = re.compile(r"\s*(\d{1,5})(?:px)?\s*\Z")

_PICTURE = re.compile(r'<picture data-address="([^"<>]*)">([^<>]*)</picture>')
_CONTAINER = re.compile(rf"<(/?)({'|'.join(_WRITTEN_AS)})>")
_IMAGE = re.compile(r'<img((?: [a-z-]+="[^"]*")*)>')
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
_PLAIN_LINK = re.compile(
    rf'<a href="https?://[a-z0-9][a-z0-9.-]*(?::\d{{1,5}})?(?:[/?#][^\s\x00-\x20\x7f-\x9f"<>\\^`{{|}}&{UNSEEN}]{{0,3000}})?">'
)
_OTHER_TAG = re.compile(
    r'<a href="(?P<link>[^"<>]+)">|<ol start="-?\d{1,6}">|<picture data-address="(?P<picture>[^"<>]*)">'
    r'|<t[dh](?: (?:colspan|rowspan)="\d{1,3}"){1,2}>'
)
_SIMPLE_TAGS = frozenset(f"<{slash}{name}>" for name in (*_PLAIN_TAGS, "a") for slash in ("", "/")) | {"</picture>"}


def sanitise(html: str, *, base: str) -> SafeHtml:
    """Return `html` made harmless, its links resolved against `base`; what is too big or too tangled comes as text."""
    return sanitise_and_read(html, base=base)[0]


def sanitise_and_read(html: str, *, base: str) -> tuple[SafeHtml, str]:
    """Return `html` made harmless as `sanitise` does, and its text as `to_text` gives it, in one go."""
    if "<" not in html:
        return _as_text(unescape(html))
    if markup_bounds.refuses(html):
        return _as_text(strip_markup(html))
    pieces = _pieces(html, base)
    written = "".join(pieces)
    if len(pieces) == 1:
        return _as_text(unescape(written))
    if not _are_known(pieces[1::2]) or not _is_whole(written, len(pieces) // 2):
        return _as_text(strip_markup(html))
    return SafeHtml(written), text_of(pieces)


def is_safe(html: str) -> bool:
    """Return True where `html` is written in the small language that `sanitise` writes, and nothing else.

    It is checked without parsing HTML: every `<` must begin one of the known tags, letter by letter. What another
    process calls safe is believed after this.
    """
    tags: list[str] = TAGS.findall(html)
    return _are_known(tags) and _is_whole(html, len(tags)) and visible(html) is html


def replace_pictures(html: SafeHtml, show: Callable[[str, str], str]) -> str:
    """Return `html` with each picture replaced by `show(description, address)`; the address is empty where unusable.

    What `show` returns goes into the HTML as it is; description and address are given as plain text.
    """
    return _PICTURE.sub(lambda match: show(unescape(match[2]), unescape(match[1])), html)


def pictures_in(html: SafeHtml) -> tuple[tuple[str, str], ...]:
    """Return description and address of each picture, as plain text; the address is empty where unusable."""
    return tuple((unescape(description), unescape(address)) for address, description in _PICTURE.findall(html))


@lru_cache(maxsize=64)
def _cleaner(base: str) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags={*_PLAIN_TAGS, *_WRITTEN_AS, "a", "img"},
        clean_content_tags=set(_DROPPED_WHOLE),
        attributes=_ATTRIBUTES,
        attribute_filter=partial(_kept_value, base),
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    )


def _kept_value(base: str, _tag: str, name: str, value: str) -> str | None:
    """Return the value of an attribute as it may stay. An error here would go unseen, so there must be none."""
    if name == "href":
        return None if value.lstrip().startswith("#") else link_address(value, base)
    if name in _PICTURE_SOURCES:
        return _picture_address(value, base)
    number = _NUMBERS.get(name)
    return value if number is None or number.match(value) else None


def _picture_address(written: str, base: str) -> str | None:
    """Return where a picture is to be had by https, which is tried where http is written, as browsers do."""
    address = web_address(written, base)
    if address is None or address.startswith("https:"):
        return address
    return None if _OTHER_PORT.match(address) else f"https{address[4:]}"


def _as_image(match: re.Match[str]) -> str:
    """Write a picture that an earlier run kept as the element that this run understands."""
    return f'<img src="{match[1]}" alt="{quoted(unescape(match[2]))}">'


def _as_text(text: str) -> tuple[SafeHtml, str]:
    html = from_text(text)
    return html, to_text(html)


def _pieces(html: str, base: str) -> list[str]:
    """Return `html` cleaned and taken apart into text and tags, pictures and containers written in the simpler way."""
    if "data-address" in html:
        html = _PICTURE.sub(_as_image, html)
    cleaned = _cleaned(markup_bounds.eased(html), _cleaner(base))
    if "<img" in cleaned:
        cleaned = _IMAGE.sub(_as_picture, cleaned)
    return TAGS.split(_CONTAINER.sub(_as_simpler, cleaned))


def _cleaned(html: str, cleaner: nh3.Cleaner) -> str:
    """Return `html` cleaned. A parser moves what stands wrong in tables, and may move it again in what it wrote: so it
    is asked again until it leaves it alone, and what never settles is taken for text.
    """
    cleaned = visible(cleaner.clean(html))
    for _ in range(_MAX_TRIES):
        if "<table" not in cleaned and "<pre" not in cleaned:
            return cleaned
        before, cleaned = cleaned, visible(cleaner.clean(cleaned))
        if cleaned == before:
            return cleaned
    return escape(strip_markup(html))


def _as_simpler(match: re.Match[str]) -> str:
    return f"<{match[1]}{_WRITTEN_AS[match[2]]}>"


def _as_picture(match: re.Match[str]) -> str:
    given = {name: unescape(value) for name, value in _ATTRIBUTE.findall(match[1])}
    if _is_pixel(given):
        return ""
    address = next((given[source] for source in _PICTURE_SOURCES if source in given), "")
    description = escaped(" ".join(given.get("alt", "").split()))
    return f'<picture data-address="{quoted(address)}">{description}</picture>' if address or description else ""


def _is_pixel(given: dict[str, str]) -> bool:
    """Pictures of one pixel show nothing: they count readers."""
    sizes = [int(size[1]) for name in ("width", "height") if (size := _PIXELS.match(given.get(name, "")))]
    return bool(sizes) and max(sizes) <= 1


def _is_whole(html: str, tags: int) -> bool:
    """Return True where every `<` begins one of the `tags`, which are known ones, and all of it is within bounds."""
    within = len(html) <= markup_bounds.MAX_OUTPUT_CHARS and html.count("<") == tags
    return within and not ("<table>" in html and markup_bounds.nests_tables(html))


def _are_known(tags: Iterable[str]) -> bool:
    return all(map(_is_known, set(tags).difference(_SIMPLE_TAGS)))


def _is_known(tag: str) -> bool:
    if _PLAIN_LINK.fullmatch(tag):
        return True
    match = _OTHER_TAG.fullmatch(tag)
    if match is None:
        return False
    if match["link"] is not None:
        link = unescape(match["link"])
        return link_address(link) == link
    if match["picture"]:
        address = unescape(match["picture"])
        return address.startswith("https://") and web_address(address) == address
    return True

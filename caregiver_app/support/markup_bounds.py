"""How big and how tangled HTML may be before a parser sees it. Pure arithmetic over the text; nothing is parsed here.

Each bound answers an attack that was measured. HTML parsers are quadratic in nesting (200,000 open `<div>` took 209 s);
they repeat open formatting elements in each paragraph (190 different `<b>` and 9,000 `<p>` gave 12 MB); and the layout
of nested tables takes twice the time for each level (16 levels: 1.1 s).
"""

from __future__ import annotations

import re

from caregiver_app.support.plain_text import shorten

MAX_FIELD_CHARS = 100_000
MAX_OUTPUT_CHARS = 1_000_000
MAX_OPEN_TAGS = 200
MAX_NESTED_TABLES = 3
MAX_PLAIN_CHARS = 150_000  # an ampersand is written with five

_MAX_FORMATS_WITH_ATTRIBUTES = 20
_TAG_NAME = re.compile(r"<(/?)([a-z][a-z0-9]*)", re.IGNORECASE)
# These stand alone or are closed by the next of their kind, so that many open ones are no nesting.
_NOT_COUNTED = frozenset(
    "area base br caption col colgroup dd dt embed hr img input li link meta option p param source tbody td tfoot th "
    "thead tr track wbr".split()
)
_FORMATS = re.compile(r"<(b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/])[^>]*>", re.IGNORECASE)
# A parser takes all that follows them, up to the end of the text, for their content.
_SWALLOWERS = tuple(
    "audio button canvas iframe noembed noframes noscript object select svg template textarea title video".split()
)
# Formulas are no HTML and would go with all that is in them; their letters and numbers stay as text.
_FORMULA = re.compile(
    r"</?(?:math|semantics|annotation|mi|mn|mo|ms|mtext|mrow|mfrac|mfenced|msup|msub|msubsup|msqrt|mroot|mover|munder|"
    r"munderover|mspace|mstyle|mpadded|mphantom|menclose|merror|maction|mmultiscripts|mtable|mtr|mtd)(?=[\s/>])[^>]*>",
    re.IGNORECASE,
)
_TO_BE_EASED = re.compile(rf"<(?:table|math|{'|'.join(_SWALLOWERS)})", re.IGNORECASE)
_TABLE = re.compile(r"<(/?)table\b", re.IGNORECASE)
_TABLE_PARTS = re.compile(
    r"<(/?)(?:table|caption|colgroup|col|thead|tbody|tfoot|tr|td|th)(?=[\s/>])[^>]*>", re.IGNORECASE
)


def refuses(html: str) -> bool:
    """Return True where `html` is too long or too deep to be parsed."""
    if len(html) > MAX_FIELD_CHARS:
        return True
    return html.count("<") > MAX_OPEN_TAGS and _most_open(html) > MAX_OPEN_TAGS


def eased(html: str) -> str:
    """Return `html` without what costs time or text: attributes of many formatting elements, tables deep in tables,
    and beginnings without an end.
    """
    many = html.count("<") > MAX_OPEN_TAGS
    if many and len(_FORMATS.findall(html, 0, _last_end(html))) > _MAX_FORMATS_WITH_ATTRIBUTES:
        html = _up_to_last_end(_FORMATS, r"<\1>", html)
    if not _TO_BE_EASED.search(html):
        return html
    if nests_tables(html):
        html = _up_to_last_end(_TABLE_PARTS, r"<\1div>", html)
    if "<math" in html:
        html = _up_to_last_end(_FORMULA, "", html)
    for name in _SWALLOWERS:
        if f"<{name}" in html and f"</{name}" not in html:
            html = _up_to_last_end(re.compile(rf"<{name}(?=[\s/>])[^>]*>"), "", html)
    return html


def nests_tables(html: str) -> bool:
    """Return True where tables stand in tables deeper than a window can lay out at once."""
    if "<table" not in html and "<TABLE" not in html and "<Table" not in html:
        return False
    level = 0
    for close in _TABLE.findall(html):
        level = max(level - 1, 0) if close else level + 1
        if level > MAX_NESTED_TABLES:
            return True
    return False


def shortened(text: str) -> str:
    """Return `text` within the bound for plain text."""
    return shorten(text, MAX_PLAIN_CHARS)


def _most_open(html: str) -> int:
    """Return how many elements are open at most, a close counting only for an element of its own name."""
    open_now: dict[str, int] = {}
    now = most = 0
    for close, written in _TAG_NAME.findall(html):
        name = written.lower()
        if name in _NOT_COUNTED:
            continue
        if not close:
            open_now[name] = open_now.get(name, 0) + 1
            now += 1
            most = max(most, now)
        elif open_now.get(name):
            open_now[name] -= 1
            now -= 1
    return most


def _last_end(html: str) -> int:
    return html.rfind(">") + 1


def _up_to_last_end(pattern: re.Pattern[str], replacement: str, html: str) -> str:
    """Replace where a `>` is sure to follow: a search that must run to the end of the text would do so each time."""
    end = _last_end(html)
    return pattern.sub(replacement, html[:end]) + html[end:]

"""Text without markup: what is searched, counted, read aloud and shown in one line.

Takes any string at all, in time that grows with its length and no faster. Never makes HTML: that is `markup`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import unescape

from caregiver_app.model.entry import SafeHtml

SUMMARY_CHARS = 300

# Characters that no text may carry: controls but tab and line ends, halves of pairs, non-characters, and the two marks
# that the library puts around search hits (model.article.HIT_START, HIT_END).
_INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue000\ue001\ufdd0-\ufdef\ufeff\ufffe\uffff]")
# Marks that turn the direction of all that follows; in one line of a list they would turn the neighbours too.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")

_PIECES = re.compile(r"<[^<>]*>|[^<]+")
_TAG = re.compile(r"</?([a-z][a-z0-9]*)", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\n\r\f]+")
_TWO_SPACES = re.compile(r" {2,}")

_PARAGRAPHS = frozenset("article aside blockquote figure footer h1 h2 h3 h4 h5 h6 header hr main p pre section".split())
_LINES = frozenset(
    "address caption center dd details div dl dt figcaption form li nav ol option summary table tr ul".split()
)
_LINE_ENDS = ("", "\n", "\n\n")
_ONE_MORE = 3
_HIDDEN = re.compile(
    r"<(script|style|template|noscript|iframe|title|textarea|svg|select|button|object|audio|video|canvas)(?=[\s/>])",
    re.IGNORECASE,
)


def visible(text: str) -> str:
    """Return `text` without characters that cannot be seen and must not be stored."""
    return _INVISIBLE.sub("", text) if _INVISIBLE.search(text) else text


def one_line(text: str) -> str:
    """Return `text` with all white space folded to single spaces, fit for a line of a list."""
    folded = " ".join(visible(text).split())
    return folded if folded.isascii() else _TURNING.sub("", folded)


def shorten(text: str, limit: int) -> str:
    """Return `text` in at most `limit` characters, cut between words where there are any, with an ellipsis."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    words = head.rpartition(" ")[0]
    return (words if len(words) > limit // 2 else head).rstrip(" ,;:-–—") + "…"


def summary_of(text: str, limit: int = SUMMARY_CHARS) -> str:
    """Return the beginning of `text` in one line of at most `limit` characters."""
    return shorten(one_line(text[: limit * 4]), limit)


def count_words(text: str) -> int:
    """Return how many words stand in `text`, as its white space parts them."""
    return len(text.split())


def to_text(html: SafeHtml) -> str:
    """Return what a reader of `html` sees: a blank line between paragraphs, a line for each item and row."""
    pieces = _pieces_with_lines(html) if "<pre" in html else _PIECES.findall(" ".join(html.split()))
    return _laid_out(pieces)


def strip_markup(html: str) -> str:
    """Return the text of any HTML, however broken: markup is cut out, entities are decoded once.

    A `<` that begins no tag stays: "blood pressure < 120".
    """
    if "<" not in html:
        return visible(unescape(html)).strip()
    return visible(_laid_out(_text_and_tags(" ".join(html.split()))))


def _pieces_with_lines(html: str) -> Iterator[str]:
    kept = 0
    for piece in _PIECES.findall(html):
        if piece[0] == "<":
            kept += {"<pre>": 1, "</pre>": -1}.get(piece, 0)
            yield piece
        else:
            yield piece if kept else _SPACES.sub(" ", piece)


def _text_and_tags(html: str) -> Iterator[str]:
    """Walk from `<` to `<`; each search goes on where the last one ended, so the whole is read once."""
    hidden_ends = _HiddenEnds(html)
    at = 0
    while (start := html.find("<", at)) != -1:
        if start > at:
            yield html[at:start]
        end = hidden_ends.after(start)
        yield "&lt;" if end is None else html[start : min(end, start + 16)]
        at = start + 1 if end is None else end
    if at < len(html):
        yield html[at:]


class _HiddenEnds:
    """Finds where the markup that starts at a `<` ends. Remembers which ends do not come any more."""

    def __init__(self, html: str) -> None:
        self._html = html
        self._lower = html.lower()
        self._missing: set[str] = set()

    def after(self, start: int) -> int | None:
        """Return the first position after the markup at `start`, None where the `<` there is just a sign."""
        following = self._html[start + 1 : start + 2]
        if self._html.startswith("<!--", start):
            return self._find("-->", start + 4)
        if hidden := _HIDDEN.match(self._html, start):
            close = self._find(f"</{hidden[1].lower()}", hidden.end())
            return self._find(">", close)
        if following in ("!", "?") or _TAG.match(self._html, start):
            return None if ">" in self._missing else self._find(">", start)
        return None

    def _find(self, what: str, start: int) -> int:
        """Return the position after the next `what`, the end of the text where there is none."""
        if what not in self._missing:
            found = self._lower.find(what, start)
            if found != -1:
                return found + len(what)
            self._missing.add(what)
        return len(self._html)


def _laid_out(pieces: Iterable[str]) -> str:
    """Join texts; what stands between them as tags becomes nothing, a space, a new line or an empty line."""
    out: list[str] = []
    lines, mark = 0, ""
    for piece in pieces:
        if piece[0] == "<":
            ends, sign = _break_at(piece)
            if ends:
                lines = max(lines, ends) if ends != _ONE_MORE else min(lines + 1, 2)
                mark = "" if piece[1] == "/" else sign or mark
            elif sign:
                out.append(sign)
        elif not lines:
            out.append(piece)
        elif text := piece.lstrip(" \n"):
            out.append(f"{_LINE_ENDS[lines]}{mark}{text}")
            lines, mark = 0, ""
    return _decoded(_TWO_SPACES.sub(" ", "".join(out)).replace(" \n", "\n").strip())


@lru_cache(maxsize=4096)
def _break_at(tag: str) -> tuple[int, str]:
    """Return how many line ends a tag stands for, and what begins the text after it."""
    match = _TAG.match(tag)
    name = match[1].lower() if match else ""
    if name in _PARAGRAPHS:
        return 2, ""
    if name == "li":
        return 1, "" if tag[1] == "/" else "• "
    if name == "br":
        return _ONE_MORE, ""
    if name in ("td", "th"):
        return 0, " "
    return (1, "") if name in _LINES else (0, "")


def _decoded(text: str) -> str:
    if "&" in text:
        text = unescape(text)
    return text if text.isascii() else text.replace("\xa0", " ")

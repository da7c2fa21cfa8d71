"""Text without markup: what is searched, counted, read aloud and shown in one line.

Takes any string at all, in time that grows with its length and no faster. Never makes HTML: that is `markup`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape

from caregiver_app.model.entry import SafeHtml
from caregiver_app.support.mark_piles import without_piles

SUMMARY_CHARS = 300

# Characters that no text may carry: controls but tab and line ends, halves of pairs, non-characters, and the two marks
# that the library puts around search hits (model.article.HIT_START, HIT_END).
_INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue000\ue001\ufdd0-\ufdef\ufeff\ufffe\uffff]")
_CONTROLS = bytes((*range(9), 11, 12, *range(14, 32), 127))
_LEADS_OF_INVISIBLE = (b"\xc2", b"\xee", b"\xef")  # in UTF-8; the controls apart
# Marks that turn the direction of all that follows; in one line of a list they would turn the neighbours too.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")

_LONG_WORD = re.compile(r"\S{24}(?=\S)")
_MAY_BREAK = "\u200b"  # zero width space: a line may end here

_CAPITALS = re.compile("[A-Z]+")
TAGS = re.compile(r"(<[^<>]*>)")
_TAG = re.compile(r"</?([a-z][a-z0-9]*)", re.IGNORECASE)

_BREAK, _LINE, _PARAGRAPH = "\x01", "\x02", "\x03"  # what tags stand for until the text is laid out
_ITEM = "• "
_REFERENCES = (("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&"))  # all that SafeHtml has
_PARAGRAPHS = frozenset("article aside blockquote figure footer h1 h2 h3 h4 h5 h6 header hr main p pre section".split())
_LINES = frozenset(
    "address caption center dd details div dl dt figcaption form li nav ol option summary table tr ul".split()
)
_HIDDEN = re.compile(
    r"<(script|style|template|noscript|iframe|title|textarea|svg|select|button|object|audio|video|canvas)(?=[\s/>])",
    re.IGNORECASE,
)


def visible(text: str) -> str:
    """Return `text` without characters that cannot be seen and must not be stored, and without piles of marks."""
    if text.isprintable():  # most titles and names: it refuses all of these, and more
        return without_piles(text)
    kept = text if _is_plainly_visible(text) or not _INVISIBLE.search(text) else _INVISIBLE.sub("", text)
    return without_piles(kept)


def _is_plainly_visible(text: str) -> bool:
    """Return True where the bytes alone show that nothing is invisible; three times as fast as a look at each one."""
    try:
        raw = text.encode()
    except UnicodeEncodeError:
        return False
    if len(raw.translate(None, _CONTROLS)) != len(raw):
        return False
    return len(raw) == len(text) or not any(lead in raw for lead in _LEADS_OF_INVISIBLE)


def one_line(text: str) -> str:
    """Return `text` with all white space folded to single spaces, fit for a line of a list."""
    folded = " ".join(visible(text).split())
    return folded if folded.isascii() else without_piles(_TURNING.sub("", folded))


def shorten(text: str, limit: int) -> str:
    """Return `text` in at most `limit` characters, cut between words where there are any, with an ellipsis."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    words = head.rpartition(" ")[0]
    return (words if len(words) > limit // 2 else head).rstrip(" ,;:-–—") + "…"


def with_breaks(text: str) -> str:
    """Return `text` for a label, in which a line may end inside of words that are longer than any word."""
    return _LONG_WORD.sub(rf"\g<0>{_MAY_BREAK}", text)


def summary_of(text: str, limit: int = SUMMARY_CHARS) -> str:
    """Return the beginning of `text` in one line of at most `limit` characters."""
    return shorten(one_line(text[: 2 * limit]), limit)


def count_words(text: str) -> int:
    """Return how many words stand in a text as `to_text` lays it out."""
    spaces = text.count(" ") + text.count("\n") - text.count("\n\n") - text.count(_ITEM)
    return spaces + 1 if text else 0


def to_text(html: SafeHtml) -> str:
    """Return what a reader of `html` sees: a blank line between paragraphs, a line for each item and row."""
    return text_of(TAGS.split(html))


def text_of(pieces: Sequence[str]) -> str:
    """Return the text of HTML that `TAGS.split` has taken apart: text and tag in turn, tags of `SafeHtml` only."""
    inside = list(pieces)
    if "<pre>" in inside:
        _keep_lines(inside)
    inside[1::2] = [_BREAKS[tag] for tag in inside[1::2]]
    text = _laid_out("".join(inside))
    for reference, meant in _REFERENCES if "&" in text else ():
        text = text.replace(reference, meant)
    return text


def strip_markup(html: str) -> str:
    """Return the text of any HTML, however broken: markup is cut out, entities are decoded once.

    A `<` that begins no tag stays: "blood pressure < 120".
    """
    if "<" not in html:
        return visible(unescape(html)).strip()
    text = _laid_out("".join(_text_and_breaks(visible(html))))
    return visible(unescape(text)).replace("\xa0", " ")


def _keep_lines(pieces: list[str]) -> None:
    """Make the lines in preformatted text lines that are kept."""
    inside = 0
    for at, piece in enumerate(pieces):
        if at % 2:
            inside += {"<pre>": 1, "</pre>": -1}.get(piece, 0)
        elif inside > 0:
            pieces[at] = piece.replace("\n", _BREAK)


def _text_and_breaks(html: str) -> Iterator[str]:
    """Walk from `<` to `<`; each search goes on where the last one ended, so the whole is read once."""
    hidden_ends = _HiddenEnds(html)
    at = 0
    while (start := html.find("<", at)) != -1:
        yield html[at:start]
        end = hidden_ends.after(start)
        yield "&lt;" if end is None else _BREAKS[html[start : min(end, start + 16)]]
        at = start + 1 if end is None else end
    yield html[at:]


def _lowered(match: re.Match[str]) -> str:
    return match[0].lower()


class _HiddenEnds:
    """Finds where the markup that starts at a `<` ends. Remembers which ends do not come any more."""

    def __init__(self, html: str) -> None:
        self._html = html
        self._lower = _CAPITALS.sub(_lowered, html)  # str.lower makes two characters of some
        self._missing: set[str] = set()

    def after(self, start: int) -> int | None:
        """Return the first position after the markup at `start`, None where the `<` there is just a sign."""
        following = self._html[start + 1 : start + 2]
        if not (following.isalpha() or (following and following in "/!?")):
            return None
        if self._html.startswith("<!--", start):
            return self._find("-->", start + 4)
        hidden = _HIDDEN.match(self._html, start)
        if hidden and (close := self._end_of_hidden(hidden[1].lower(), hidden.end())):
            return self._find(">", close)
        if following in "!?" or _TAG.match(self._html, start):
            return None if ">" in self._missing else self._find(">", start)
        return None

    def _end_of_hidden(self, name: str, start: int) -> int | None:
        """Return where what is not shown ends; an element that is never closed hides nothing, but script and style."""
        close = f"</{name}"
        end = self._find(close, start)
        return None if close in self._missing and name not in ("script", "style") else end

    def _find(self, what: str, start: int) -> int:
        """Return the position after the next `what`, the end of the text where there is none."""
        if what not in self._missing:
            found = self._lower.find(what, start)
            if found != -1:
                return found + len(what)
            self._missing.add(what)
        return len(self._html)


class _Breaks(dict[str, str]):
    """What tags stand for in text: nothing, a space, a new line, an empty line."""

    def __missing__(self, tag: str) -> str:
        match = _TAG.match(tag)
        name = match[1].lower() if match else ""
        if name in _PARAGRAPHS:
            return _PARAGRAPH
        if name == "li" and tag[1] != "/":
            return _LINE + _ITEM
        if name in _LINES:
            return _LINE
        return {"br": _BREAK, "td": " ", "th": " "}.get(name, "")


_BREAKS = _Breaks()
for _name in (*_PARAGRAPHS, *_LINES, "br", "td", "th", "a", "b", "em", "i", "strong"):
    for _tag in (f"<{_name}>", f"</{_name}>"):
        _BREAKS[_tag] = _BREAKS[_tag]


def _laid_out(text: str) -> str:
    text = _folded(text)
    if _BREAK in text:
        text = text.replace(f"{_BREAK} {_BREAK}", _PARAGRAPH).replace(_BREAK * 2, _PARAGRAPH).replace(_BREAK, _LINE)
    if _ITEM in text:
        text = text.replace(_ITEM + _PARAGRAPH, _ITEM).replace(_ITEM + _LINE, _ITEM)
    paragraphs = (_lines(paragraph) for paragraph in text.split(_PARAGRAPH))
    return "\n\n".join(filter(None, paragraphs))


def _folded(text: str) -> str:
    """Return `text` with runs of white space as single spaces; plain English text takes a fifth of the time."""
    if not text.isascii():
        return " ".join(text.split())
    for sign in "\n\t\r":
        text = text.replace(sign, " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text.strip()


def _lines(paragraph: str) -> str:
    if _LINE not in paragraph:
        return paragraph.strip()
    return "\n".join(filter(None, map(str.strip, paragraph.split(_LINE))))

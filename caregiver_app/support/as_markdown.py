"""Sanitised HTML as Markdown (CommonMark, and tables as GitHub writes them), for whoever reads it elsewhere.

Reads the small language that `support.markup` writes and nothing else, tag by tag, without a parser and without
recursion. Headings, lists, links, quotations and tables stay; how a word looks does not. Pictures become words.
"""

from __future__ import annotations

from html import unescape

from caregiver_app.model.entry import SafeHtml
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.markdown_text import BREAK, begun, escaped, target
from caregiver_app.support.plain_text import TAGS

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_ENDS_PARAGRAPHS = frozenset("caption dd div dl dt figcaption figure p".split())
_LINE_END = "\x02"
_INDENT = "    "


def to_markdown(html: SafeHtml) -> str:
    """Return `html` as Markdown that ends with a line end; "" for nothing."""
    writer = _Writer()
    for place, piece in enumerate(TAGS.split(html)):
        if place % 2:
            writer.tag(piece)
        else:
            writer.text(unescape(piece))
    return writer.written()


class _Writer:
    """Where one is in a text while it is read piece by piece."""

    def __init__(self) -> None:
        self._blocks: list[str] = []
        self._line: list[str] = []
        self._links: list[tuple[int, str]] = []
        self._lists: list[int | None] = []  # the next number of each open list, None without numbers
        self._said: str | None = None  # what the picture shows that is open now
        self._marker = ""  # of an item of which nothing is written yet
        self._quotes = 0
        self._keeps_lines = False
        self._tables = 0
        self._rows: list[list[list[str]]] = []

    def text(self, text: str) -> None:
        """Take what stands between two tags."""
        plain = text.replace(_LINE_END, " ")
        if self._said is not None:
            self._said += plain
            return
        self._line.append(escaped(plain.replace("\n", _LINE_END) if self._keeps_lines else plain))

    def tag(self, tag: str) -> None:
        """Take a tag as it is written."""
        closes, name = tag.startswith("</"), tag.strip("</>").partition(" ")[0]
        if name == "br":
            self._line.append(_LINE_END)
        elif name == "a":
            self._link(tag, closes=closes)
        elif name == "picture":
            self._picture(closes=closes)
        elif name in ("table", "tr", "td", "th"):
            self._table_tag(name, closes=closes)
        elif name in ("ul", "ol", "li"):
            self._list_tag(name, tag, closes=closes)
        else:
            self._block_tag(name, closes=closes)

    def written(self) -> str:
        """Return all of it."""
        self._flush()
        return "\n\n".join(self._blocks) + "\n" if self._blocks else ""

    def _block_tag(self, name: str, *, closes: bool) -> None:
        if name in _HEADINGS:
            self._flush(_HEADINGS[name] if closes else 0)
        elif name == "blockquote":
            self._flush()
            self._quotes += -1 if closes else 1
        elif name == "pre":
            self._flush()
            self._keeps_lines = not closes
        elif name == "hr":
            self._flush()
            self._put(["* * *"])
        elif name in _ENDS_PARAGRAPHS:
            self._flush()

    def _link(self, tag: str, *, closes: bool) -> None:
        if not closes:
            self._links.append((len(self._line), _value_of(tag)))
        elif self._links:
            start, address = self._links.pop()
            inner = "".join(self._line[start:])
            words = " ".join(inner.replace(_LINE_END, " ").split())
            if words and address:
                before, after = inner[:1].isspace(), inner[-1:].isspace()
                self._line[start:] = [" " * before, f"[{words}](<{target(address)}>)", " " * after]

    def _picture(self, *, closes: bool) -> None:
        said, self._said = self._said, None if closes else ""
        words = " ".join((said or "").split())
        if words:
            # Translators: {words} say what a picture shows that is not printed here
            self._line.append(escaped(_("[Picture: {words}]").format(words=words)))

    def _list_tag(self, name: str, tag: str, *, closes: bool) -> None:
        self._flush()
        if self._tables:
            return
        if name != "li":
            if closes:
                self._lists[-1:] = []
            else:
                self._lists.append(None if name == "ul" else _start_of(tag))
            self._marker = ""
        elif not closes and self._lists:
            number = self._lists[-1]
            self._marker = "- " if number is None else f"{number}. "
            self._lists[-1] = None if number is None else number + 1

    def _table_tag(self, name: str, *, closes: bool) -> None:
        self._flush()
        if name == "table":
            self._tables += -1 if closes else 1
            if closes and not self._tables:
                self._put_table()
        elif self._tables == 1 and not closes:
            if name == "tr" or not self._rows:
                self._rows.append([])
            if name != "tr":
                self._rows[-1].append([])

    def _put_table(self) -> None:
        rows, self._rows = [row for row in self._rows if row], []
        width = max(map(len, rows), default=0)
        lines = [f"| {' | '.join(' '.join(cell) for cell in [*row, *[[]] * (width - len(row))])} |" for row in rows]
        if lines:
            self._put([lines[0], f"|{' --- |' * width}", *lines[1:]])

    def _flush(self, level: int = 0) -> None:
        """End the line and put it where it belongs; `level` is that of a heading."""
        lines = [" ".join(line.split()) for line in "".join(self._line).split(_LINE_END)]
        self._line, self._links = [], []
        lines = [line for line in lines if line]
        if not lines:
            return
        cell = self._rows[-1][-1] if self._rows and self._rows[-1] else None
        if cell is not None:
            cell.extend(lines)
        elif level and not self._lists:
            self._put([f"{'#' * level} {' '.join(lines)}"])
        else:
            self._put(BREAK.join(map(begun, lines)).split("\n"))

    def _put(self, lines: list[str]) -> None:
        depth, marker = len(self._lists), self._marker
        self._marker = ""
        first = _INDENT * (depth - 1) + marker if marker else _INDENT * depth
        quoted = "> " * self._quotes
        heads = [first, *[_INDENT * depth] * (len(lines) - 1)]
        self._blocks.append("\n".join(quoted + head + line for head, line in zip(heads, lines, strict=True)))


def _value_of(tag: str) -> str:
    """Return the value of a tag's first attribute, "" without one."""
    parts = tag.split('"')
    return unescape(parts[1]) if len(parts) > 1 else ""


def _start_of(tag: str) -> int:
    value = _value_of(tag)
    return max(0, int(value)) if value.lstrip("-").isdigit() else 1

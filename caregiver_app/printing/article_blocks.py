"""Sanitised HTML of the library as blocks of a sheet: headings, paragraphs, lists, tables, pictures.

Reads the small language that `support.markup` writes and nothing else, tag by tag, without a parser and without
recursion. What it does not know is text. Loads nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from html import unescape

from caregiver_app.model.entry import SafeHtml
from caregiver_app.model.sheets.blocks import Block
from caregiver_app.printing.inline import Inline, Leading, in_any_font, plain, with_plain_boxes
from caregiver_app.printing.list_blocks import ListReader
from caregiver_app.printing.outline import Outline, Section
from caregiver_app.printing.table_blocks import TableReader
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import TAGS

Showing = Callable[[str, str], Block]
"""Returns the block of a picture by its description and address."""

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_ENDS_PARAGRAPHS = frozenset("blockquote caption dd div dl dt figcaption figure hr p pre".split())


def sections_of(html: SafeHtml, *, title: str, show: Showing, leading: Leading) -> tuple[Section, ...]:
    """Return a text under its headings; one that says the title again at its beginning is left out."""
    reader = _Reader(title, show, leading)
    for place, piece in enumerate(TAGS.split(html)):
        if reader.outline.is_full:
            break
        if place % 2:
            reader.tag(piece)
        else:
            reader.text(unescape(piece))
    reader.flush()
    return reader.outline.sections()


class _Reader:
    """Where one is in a text while it is read piece by piece."""

    def __init__(self, title: str, show: Showing, leading: Leading) -> None:
        self.outline = Outline()
        self._title = title
        self._show = show
        self._inline = Inline(leading)
        self._table: TableReader | None = None
        self._list: ListReader | None = None
        self._picture: str | None = None
        self._said = ""
        self._is_term = False
        self._begun = False

    def text(self, text: str) -> None:
        if self._picture is not None:
            self._said += text
        else:
            self._inline.text(text)

    def tag(self, tag: str) -> None:
        """Take a tag as it is written."""
        closes = tag.startswith("</")
        name = tag.strip("</>").partition(" ")[0]
        if name == "br":
            self._inline.line_end()
        elif name == "picture":
            self._picture_tag(tag, closes=closes)
        elif name in _HEADINGS:
            self._heading(_HEADINGS[name], closes=closes)
        elif name in ("ul", "ol", "li"):
            self._list_tag(name, tag, closes=closes)
        elif name in ("table", "tr", "td", "th"):
            self._table_tag(name, tag, closes=closes)
        else:
            self._other(name, tag, closes=closes)

    def flush(self) -> None:
        """End the paragraph and put it where it belongs."""
        runs = self._inline.take()
        if not runs:
            return
        self._begun = True
        if self._table is not None and self._table.has_cell:
            self._table.add(with_plain_boxes(plain(runs)))
        elif self._list is not None:
            self._list.add(plain(runs))
        else:
            self.outline.paragraph(in_any_font(runs), strong=self._is_term or self._table is not None)
        self._cut_where_full()

    def _cut_where_full(self) -> None:
        """End a list or table that is longer than what there is room for."""
        open_now = self._table or self._list
        if open_now is None or self.outline.has_room(open_now.size):
            return
        block = open_now.block()
        if block is not None:
            self.outline.block(block, 0, cut=True)

    def _other(self, name: str, tag: str, *, closes: bool) -> None:
        if name in _ENDS_PARAGRAPHS:
            self.flush()
            self._is_term = name == "dt" and not closes
        if closes:
            self._inline.leave(name)
        else:
            self._inline.enter(name, _value_of(tag))

    def _heading(self, level: int, *, closes: bool) -> None:
        if not closes or self._table is not None or self._list is not None:
            self.flush()
            return
        runs = self._inline.take()
        text = " ".join(plain(runs).split())
        doubled = not self._begun and text.casefold() == " ".join(self._title.split()).casefold()
        if text and not doubled:
            self.outline.heading(level, with_plain_boxes(text))
        self._begun = True

    def _list_tag(self, name: str, tag: str, *, closes: bool) -> None:
        self.flush()
        if self._table is not None:
            return
        if name == "li":
            if self._list is not None and not closes:
                self._list.item()
        elif not closes:
            self._list = self._list or ListReader()
            self._list.open(_start_of(name, tag))
        elif self._list is not None and self._list.close():
            block, size, self._list = self._list.block(), self._list.size, None
            if block is not None:
                self.outline.block(block, size)

    def _table_tag(self, name: str, tag: str, *, closes: bool) -> None:
        self.flush()
        if self._list is not None:
            return
        if name == "table":
            self._whole_table(closes=closes)
        elif self._table is not None and self._table.depth == 1:
            if name == "tr" and not closes:
                self._table.row()
                self._cut_where_full()
            elif name != "tr":
                self._table.end_cell() if closes else self._table.cell(tag)

    def _whole_table(self, *, closes: bool) -> None:
        if self._table is None:
            self._table = None if closes else TableReader()
            return
        self._table.depth += -1 if closes else 1
        if self._table.depth == 0:
            block, size, self._table = self._table.block(), self._table.size, None
            if block is not None:
                self.outline.block(block, size)

    def _picture_tag(self, tag: str, *, closes: bool) -> None:
        if not closes:
            self._picture, self._said = _value_of(tag), ""
            return
        address, self._picture = self._picture or "", None
        if self._table is not None or self._list is not None:
            # Translators: {words} say what a picture shows that is not printed here
            self._inline.text(_("[Picture: {words}]").format(words=self._said) if self._said.strip() else "")
        else:
            self.flush()
            self.outline.block(self._show(" ".join(self._said.split()), address), len(self._said))


def _value_of(tag: str) -> str:
    """Return the value of a tag's first attribute, "" without one."""
    parts = tag.split('"')
    return unescape(parts[1]) if len(parts) > 1 else ""


def _start_of(name: str, tag: str) -> int | None:
    if name == "ul":
        return None
    value = _value_of(tag)
    return int(value) if value.lstrip("-").isdigit() else 1

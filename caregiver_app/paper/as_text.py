"""A sheet as plain text in the order in which it is read: for those who cannot see its pages, and for looking it over.

It says what stands on paper and nothing else: the same words, and what is drawn there in words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from caregiver_app.model.sheets.blocks import (
    BlankLines,
    Block,
    Chart,
    Entries,
    Items,
    Known,
    Mark,
    Notice,
    Picture,
    Row,
    Rows,
    Table,
    Words,
)
from caregiver_app.model.sheets.sheet import Sheet, SheetPart
from caregiver_app.paper.breaking import shown
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import ngettext, pgettext, speaking

Lines = list[str]


def as_text(sheets: Sequence[Sheet]) -> str:
    """Return what stands on sheets as they are chosen, each in its own language, empty lines between its parts."""
    said = []
    for sheet in sheets:
        with speaking(sheet.language):
            said.append("\n\n".join("\n".join(piece) for piece in _pieces(sheet) if piece))
    return "\n\n\n".join(said)


def _pieces(sheet: Sheet) -> Iterable[Lines]:
    heads = [head.text for head in sheet.heads]
    yield _filled([_("Private") if sheet.private else "", *heads, sheet.title, *sheet.below_title])
    for part in sheet.parts:
        yield from _part(part)
    yield _filled(sheet.closing)
    yield _filled([*sheet.foot, sheet.printed_on])


def _part(part: SheetPart) -> Iterable[Lines]:
    blocks = [_filled(_LINES[type(block)](block)) for block in part.blocks]
    first = blocks[0] if blocks else []
    yield [*_filled([part.heading]), *first]
    yield from blocks[1:]


def _filled(lines: Iterable[str]) -> Lines:
    plain = (shown(line).strip("\n") for line in lines)
    return [line for line in plain if line.strip()]


def _words(words: Words) -> Lines:
    return ["".join(run.text for run in paragraph.runs) for paragraph in words.paragraphs]


def _rows(rows: Rows) -> Lines:
    return [_named(row.label, _value(row)) for row in rows.rows]


def _value(row: Row) -> str:
    match row.known:
        case Known.NONE_KNOWN:
            return pgettext("field", "None known")
        case Known.NOT_ASKED:
            return pgettext("field", "Not asked")
    return row.value


def _named(name: str, value: str) -> str:
    # Translators: a field on a sheet and what stands in it, read as text
    return _("{name}: {value}").format(name=name, value=value) if name and value else name or value


def _items(items: Items) -> Lines:
    lines: Lines = []
    for number, item in enumerate(items.items, start=1):
        lines.append(_marked(items.mark, number, item.text))
        lines += [*item.lines, _to_write_on(item.blank_lines)]
    return lines


def _marked(mark: Mark, number: int, text: str) -> str:
    match mark:
        case Mark.NUMBER:
            return f"{number}. {text}"
        case Mark.BOX:
            # Translators: an item with a box to tick with a pen, read as text
            return _("[ ] {text}").format(text=text)
        case Mark.DOT:
            return f"- {text}"
    return text


def _entries(entries: Entries) -> Lines:
    lines: Lines = []
    for number, entry in enumerate(entries.entries, start=1):
        lines += [_marked(entry.mark, number, entry.title), entry.big, entry.lead, *entry.lines, entry.link]
    return lines


def _table(table: Table) -> Lines:
    """Return a line for each row, after the headings where cells are empty: else nobody hears of those columns."""
    headings = [column.heading for column in table.columns]
    is_whole = bool(table.rows) and all(cell.strip() for row in table.rows for cell in row)
    first = [] if is_whole else ["; ".join(filter(None, headings))]
    named = headings if is_whole else ["", *headings[1:]]
    rows = ("; ".join(_cells(named, row)) for row in table.rows)
    return [table.name, *first, *rows, _rows_to_write(table.blank_rows)]


def _cells(headings: Sequence[str], row: Sequence[str]) -> Iterable[str]:
    return (_named(heading, cell) for heading, cell in zip(headings, row, strict=False) if cell.strip())


def _rows_to_write(count: int) -> str:
    words = ngettext("{count} empty row to write on", "{count} empty rows to write on", count)
    return words.format(count=count) if count else ""


def _blank(lines: BlankLines) -> Lines:
    return [_named(lines.label, _to_write_on(lines.count))]


def _to_write_on(count: int) -> str:
    words = ngettext("{count} line to write on", "{count} lines to write on", count)
    return words.format(count=count) if count else ""


def _chart(chart: Chart) -> Lines:
    return [chart.name, chart.says]


def _notice(notice: Notice) -> Lines:
    return [notice.title, notice.text]


def _picture(picture: Picture) -> Lines:
    # Translators: stands for a picture where a sheet is read as text
    return [_("Picture: {says}").format(says=picture.says)]


_LINES: Mapping[type[Block], Callable[[Any], Lines]] = {
    Words: _words,
    Rows: _rows,
    Items: _items,
    Entries: _entries,
    Table: _table,
    BlankLines: _blank,
    Chart: _chart,
    Notice: _notice,
    Picture: _picture,
}

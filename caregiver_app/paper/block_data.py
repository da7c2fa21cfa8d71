"""Blocks of a sheet as data for the templates: text in lines and pieces, codes and charts as pictures. No markup."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from caregiver_app.model.sheets.blocks import (
    BlankLines,
    Block,
    Chart,
    CutLine,
    Entries,
    Entry,
    Item,
    Items,
    Known,
    Notice,
    Paragraph,
    Picture,
    Row,
    Rows,
    Run,
    Table,
    Words,
)
from caregiver_app.paper.breaking import lines_of
from caregiver_app.paper.chart_picture import chart_picture
from caregiver_app.paper.qr_code import qr_code
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import pgettext

Data = dict[str, Any]

_LEADS = frozenset({"http", "https", "mailto", "tel"})


def block_data(block: Block) -> Data:
    """Return what the templates need of a block; `kind` says which one it is."""
    name, data = _DATA[type(block)]
    return {"kind": name, **data(block)}


def _words(words: Words) -> Data:
    return {"paragraphs": [_paragraph(each) for each in words.paragraphs]}


def _paragraph(paragraph: Paragraph) -> Data:
    return {
        "runs": [_run(run) for run in paragraph.runs],
        "level": paragraph.level,
        "small": paragraph.small,
        "strong": paragraph.strong,
    }


def _run(run: Run) -> Data:
    return {
        "text": lines_of(run.text) or [[""]],
        "strong": run.strong,
        "emphasis": run.emphasis,
        "link": leading(run.link),
    }


def leading(link: str) -> str:
    """Return an address that a sheet may lead to on a screen, else ""."""
    try:
        return link if urlsplit(link).scheme.lower() in _LEADS else ""
    except ValueError:
        return ""


def _rows(rows: Rows) -> Data:
    return {"rows": [_row(row) for row in rows.rows]}


def _row(row: Row) -> Data:
    said = {Known.NONE_KNOWN: pgettext("field", "None known"), Known.NOT_ASKED: pgettext("field", "Not asked")}
    return {
        "label": lines_of(row.label),
        "value": lines_of(said.get(row.known, row.value)),
        "asked": row.known is not Known.NOT_ASKED,
        "strong": row.strong,
        "blank": row.blank_lines,
    }


def _items(items: Items) -> Data:
    return {"mark": items.mark.value, "items": [_item(each) for each in items.items]}


def _item(item: Item) -> Data:
    return {
        "text": lines_of(item.text) or [[""]],
        "lines": [lines_of(line) for line in item.lines],
        "blank": item.blank_lines,
    }


def _entries(entries: Entries) -> Data:
    return {"entries": [_entry(each) for each in entries.entries]}


def _entry(entry: Entry) -> Data:
    code = qr_code(entry.link) if entry.code and entry.link else None
    return {
        "title": lines_of(entry.title) or [[""]],
        "big": lines_of(entry.big),
        "lines": [lines_of(line) for line in entry.lines],
        "link": leading(entry.link),
        "shown": lines_of(entry.link),
        "code": code.svg if code else "",
        "side": code.side_mm if code else 0,
        "alt": _("QR code of {link}").format(link=entry.link) if code else "",
        "mark": entry.mark.value,
        "long": sum(map(len, entry.lines)) > _LONG_ENTRY,
    }


_LONG_ENTRY = 1_200  # characters: longer ones may be broken over pages


def _table(table: Table) -> Data:
    return {
        "name": table.name,
        "headings": [lines_of(column.heading) for column in table.columns],
        "shares": [column.share for column in table.columns],
        "rows": [[lines_of(cell) for cell in row] for row in table.rows],
        "blank": table.blank_rows,
        "tall": table.tall,
    }


def _blank(lines: BlankLines) -> Data:
    return {"count": lines.count, "label": lines_of(lines.label)}


def _chart(chart: Chart) -> Data:
    return {"svg": chart_picture(chart), "alt": chart.says, "name": lines_of(chart.name)}


def _notice(notice: Notice) -> Data:
    return {"title": lines_of(notice.title), "text": lines_of(notice.text)}


def _picture(picture: Picture) -> Data:
    return {"bytes": list(picture.data) if picture.data else [], "alt": picture.says, "says": lines_of(picture.says)}


def _cut(cut: CutLine) -> Data:
    return {"words": lines_of(cut.words)}


_DATA: Mapping[type, tuple[str, Callable[[Any], Data]]] = {
    Words: ("words", _words),
    Rows: ("rows", _rows),
    Items: ("items", _items),
    Entries: ("entries", _entries),
    Table: ("table", _table),
    BlankLines: ("blank", _blank),
    Chart: ("chart", _chart),
    Notice: ("notice", _notice),
    Picture: ("picture", _picture),
    CutLine: ("cut", _cut),
}

"""Blocks of a sheet as data for the templates: text in lines and pieces, codes and charts as pictures. No markup."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from caregiver_app.model.sheets.blocks import (
    BlankLines,
    Block,
    Chart,
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
from caregiver_app.paper.breaking import address_of, lines_of, runs_of, shown, widest
from caregiver_app.paper.chart_picture import chart_legend, chart_picture
from caregiver_app.paper.embedded import embedded
from caregiver_app.paper.qr_code import qr_code
from caregiver_app.paper.table_data import table_data
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import pgettext

Data = dict[str, Any]

_LEADS = frozenset({"http", "https", "mailto", "tel"})
_LONGEST_LEADING = 2_000  # characters: the typesetter refuses 8,000, and no browser is sure to take as many
_LINE = 40  # characters: a line of its own counts as so many


def block_data(block: Block, points: float) -> Data:
    """Return what the templates need of a block on a sheet of so many points; `kind` says which one it is."""
    if isinstance(block, Chart):
        return {"kind": "chart", **_chart(block, points)}
    name, data = _DATA[type(block)]
    return {"kind": name, **data(block)}


def leading(link: str) -> str:
    """Return an address that a sheet may lead to on a screen, else ""."""
    try:
        scheme = urlsplit(link).scheme.lower()
    except ValueError:
        return ""
    return link if scheme in _LEADS and len(link) <= _LONGEST_LEADING else ""


def _words(words: Words) -> Data:
    return {"paragraphs": [_paragraph(each) for each in words.paragraphs]}


def _paragraph(paragraph: Paragraph) -> Data:
    lines = runs_of([run.text for run in paragraph.runs])
    runs = [_run(run, said) for run, said in zip(paragraph.runs, lines, strict=True)]
    return {
        "runs": runs,
        "level": paragraph.level if any(run["text"] for run in runs) else 0,
        "small": paragraph.small,
        "strong": paragraph.strong,
    }


def _run(run: Run, lines: list[list[str]]) -> Data:
    return {
        "text": lines,
        "strong": run.strong,
        "emphasis": run.emphasis,
        "link": leading(run.link),
    }


def _rows(rows: Rows) -> Data:
    return {"rows": [_row(row) for row in rows.rows]}


def _row(row: Row) -> Data:
    said = {Known.NONE_KNOWN: pgettext("field", "None known"), Known.NOT_ASKED: pgettext("field", "Not asked")}
    value = said.get(row.known, row.value)
    return {
        "label": lines_of(row.label),
        "widest": widest(lines_of(row.label)),
        "value": lines_of(value),
        "asked": row.known is not Known.NOT_ASKED,
        "strong": row.strong,
        "blank": row.blank_lines,
        "length": _length(row.label, value) + _LINE * row.blank_lines,
    }


def _items(items: Items) -> Data:
    return {"mark": items.mark.value, "items": [_item(each) for each in items.items]}


def _item(item: Item) -> Data:
    return {
        "text": lines_of(item.text),
        "lines": [lines_of(line) for line in item.lines],
        "blank": item.blank_lines,
        "length": _length(item.text, *item.lines) + _LINE * item.blank_lines,
    }


def _entries(entries: Entries) -> Data:
    return {"entries": [_entry(each) for each in entries.entries]}


def _entry(entry: Entry) -> Data:
    code = qr_code(entry.link) if entry.code and entry.link else None
    return {
        "title": lines_of(entry.title),
        "big": lines_of(entry.big),
        "lead": lines_of(entry.lead),
        "lines": [lines_of(line) for line in entry.lines],
        "link": leading(entry.link),
        "shown": address_of(entry.link),
        "code": code.svg if code else "",
        "side": code.side_mm if code else 0,
        "alt": _("QR code of {link}").format(link=entry.link) if code else "",
        "mark": entry.mark.value,
        "length": _length(entry.title, entry.big, entry.lead, *entry.lines, entry.link),
    }


def _length(*texts: str) -> int:
    """Return about how many characters of room texts take."""
    return sum(len(text) + _LINE * (text.count("\n") + 1) for text in texts if text)


def _blank(lines: BlankLines) -> Data:
    return {"count": lines.count, "label": lines_of(lines.label)}


def _chart(chart: Chart, points: float) -> Data:
    return {
        "svg": chart_picture(chart, points),
        "alt": shown(chart.says).strip() or shown(chart.name).strip() or _("Chart"),
        "name": lines_of(chart.name),
        "unit": lines_of(chart.unit),
        "length": _length(chart.name, chart.unit, *(series.name for series in chart.series)),
        "legend": [{"svg": svg, "name": lines_of(name)} for svg, name in chart_legend(chart, points)],
    }


def _notice(notice: Notice) -> Data:
    return {
        "title": lines_of(notice.title),
        "text": lines_of(notice.text),
        "length": _length(notice.title, notice.text),
    }


def _picture(picture: Picture) -> Data:
    drawn = embedded(picture.data) if picture.data else None
    return {
        "svg": drawn.svg if drawn else "",
        "width": drawn.width if drawn else 0,
        "height": drawn.height if drawn else 0,
        "alt": shown(picture.says).strip() or _("Picture"),
        "says": lines_of(picture.says) or lines_of(_("Picture")),
    }


_DATA: Mapping[type, tuple[str, Callable[[Any], Data]]] = {
    Words: ("words", _words),
    Rows: ("rows", _rows),
    Items: ("items", _items),
    Entries: ("entries", _entries),
    Table: ("table", table_data),
    BlankLines: ("blank", _blank),
    Notice: ("notice", _notice),
    Picture: ("picture", _picture),
}

"""What a sheet says, text by text in the order in which it is read, and the search for it in what a reader hears."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from caregiver_app.model.sheets.blocks import (
    BlankLines,
    Block,
    Chart,
    Entries,
    Items,
    Known,
    Notice,
    Picture,
    Row,
    Rows,
    Table,
    Words,
)
from caregiver_app.model.sheets.sheet import Sheet

SOFT_HYPHEN = "\u00ad"
_STATES = {Known.NONE_KNOWN: "None known", Known.NOT_ASKED: "Not asked"}


def said_on(sheet: Sheet) -> Iterator[str]:
    """Yield all texts of an English sheet that stand on paper, as its writer gave them."""
    yield sheet.title
    yield "Private" if sheet.private else ""
    yield from (head.text for head in sheet.heads)
    yield from (*sheet.below_title, *sheet.foot, sheet.printed_on)
    for part in sheet.parts:
        yield part.heading
        for block in part.blocks:
            yield from said_in(block)
    yield from sheet.closing


def said_in(block: Block) -> Iterator[str]:
    """Yield the texts of a block; what a chart or a picture says instead of itself is no text on paper."""
    match block:
        case Words() | Rows() | Items() | Entries() | Table():
            yield from _said_in_many(block)
        case BlankLines():
            yield block.label
        case Notice():
            yield from (block.title, block.text)
        case Chart():
            yield from (block.name, block.unit)
        case Picture():
            yield "" if block.data else block.says
        case _:
            assert_never(block)


def _said_in_many(block: Words | Rows | Items | Entries | Table) -> Iterator[str]:
    match block:
        case Words():
            yield from (run.text for paragraph in block.paragraphs for run in paragraph.runs)
        case Rows():
            yield from (text for row in block.rows for text in _said_in_row(row))
        case Items():
            yield from (text for item in block.items for text in (item.text, *item.lines))
        case Entries():
            for entry in block.entries:
                yield from (entry.title, entry.big, entry.lead, *entry.lines, entry.link)
        case Table():
            yield from (column.heading for column in block.columns)
            yield from (cell for row in block.rows for cell in row)


def _said_in_row(row: Row) -> tuple[str, ...]:
    return (row.label, *_STATES.get(row.known, row.value).splitlines())


def close(text: str) -> str:
    """Return a text without spaces, line ends and places where words may be divided."""
    return "".join(text.replace(SOFT_HYPHEN, "").split())


def missing(texts: Iterator[str], heard: str) -> list[str]:
    """Return which texts do not stand in what was heard, each looked for behind the one before it."""
    whole, at, lost = close(heard), 0, []
    for text in texts:
        found = whole.find(close(text), at)
        if found < 0:
            lost.append(text)
        else:
            at = found + len(close(text))
    return lost

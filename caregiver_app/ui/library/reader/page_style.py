"""The style of a page's document, made from the theme; and what Qt's HTML reader cannot be told by a style sheet."""

from __future__ import annotations

from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextTable,
)

from caregiver_app.ui.library.reader.marks_of_html import ADDED, CAPTION, LEAD, PICTURE, QUOTE, REMOVED
from caregiver_app.ui.theme import Theme, TypeRole

_LINE_PERCENT = 122.0  # of the font's natural line, 1.24 em for Atkinson: 1.5 em
_HEADING_PERCENT = 100.0
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
_SECOND_LEVEL = 2


def page_css(theme: Theme) -> str:
    """Return the style sheet of the document."""
    tokens, px = theme.tokens, theme.px
    edge = f"border-width: {theme.edge}px; border-style: solid; border-collapse: collapse;"
    gap = paragraph_gap(theme)
    quote_edge = f"{edge} border-color: {tokens.info.line};" if tokens.high_contrast else ""
    return f"""
a {{ color: {tokens.link}; text-decoration: underline; }}
h1 {{ margin: 0 0 {px(14)}px 0; }}
h2, h3, h4, h5, h6 {{ margin: {px(24)}px 0 {px(6)}px 0; }}
p, pre, dl, ul, ol {{ margin: 0 0 {gap}px 0; }}
p.{LEAD} {{ font-size: {px(20)}px; color: {tokens.text_2}; margin-bottom: {px(10)}px; }}
p.{CAPTION} {{ font-size: {px(16)}px; color: {tokens.text_2}; }}
li {{ margin: 0 0 {px(6)}px 0; }}
blockquote {{ margin: 0 {px(22)}px {px(14)}px {px(22)}px; }}
mark {{ background-color: {tokens.mark}; color: {tokens.on_mark}; }}
th {{ text-align: left; font-weight: 700; padding: {px(6)}px; }}
td {{ padding: {px(6)}px; }}
table {{ margin: 0 0 {px(14)}px 0; }}
table.{QUOTE} {{ {quote_edge} }}
table.{QUOTE} td {{ background-color: {tokens.info.ground}; padding: {px(14)}px; }}
span.{ADDED} {{ background-color: {tokens.ok.ground}; color: {tokens.ok.ink}; }}
span.{REMOVED} {{ background-color: {tokens.warn.ground}; color: {tokens.warn.ink}; }}
table.{PICTURE} {{ {edge} border-color: {tokens.line_strong}; }}
table.{PICTURE} td {{ background-color: {tokens.surface_alt}; color: {tokens.text_2}; padding: {px(14)}px; }}
"""


def paragraph_gap(theme: Theme) -> int:
    """Return the room below a paragraph, in device-independent pixels."""
    return theme.px(14 * theme.reading.room.gaps)


def settle(document: QTextDocument, theme: Theme) -> None:
    """Give headings their own size, all lines their height, and boxes the same room on every side."""
    whole = QTextCursor(document)
    whole.beginEditBlock()  # one layout for all changes instead of one for each
    block = document.begin()
    while block.isValid():
        _settle_block(block, theme)
        block = block.next()
    whole.endEditBlock()


def _settle_block(block: QTextBlock, theme: Theme) -> None:
    level = block.blockFormat().headingLevel()
    cursor = QTextCursor(block)
    line = QTextBlockFormat()
    line_percent = _LINE_PERCENT * theme.reading.room.lines
    line.setLineHeight(_HEADING_PERCENT if level else line_percent, _PROPORTIONAL)
    table = _table_at(cursor)
    if table is None:
        if not level and block.textList() is None and block.blockFormat().bottomMargin() == 0:
            line.setBottomMargin(paragraph_gap(theme))
    elif _ends_cell(table, block):
        line.setBottomMargin(0)
    cursor.mergeBlockFormat(line)
    if level:
        _settle_heading(block, level, theme)


def _table_at(cursor: QTextCursor) -> QTextTable | None:
    return cursor.currentTable()


def _ends_cell(table: QTextTable, block: QTextBlock) -> bool:
    return table.cellAt(block.position()).lastCursorPosition().block() == block


def _settle_heading(block: QTextBlock, level: int, theme: Theme) -> None:
    """Qt gives headings a size relative to the text that wins over any style sheet."""
    roles = {1: TypeRole.READING_H1, _SECOND_LEVEL: TypeRole.READING_H2}
    size = theme.font(roles.get(level, TypeRole.READING_BODY)).pixelSize()
    for start, length, look in _pieces(block):
        look.clearProperty(QTextFormat.Property.FontSizeAdjustment.value)
        look.setProperty(QTextFormat.Property.FontPixelSize.value, size)
        cursor = QTextCursor(block)
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(look)


def _pieces(block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
    """Return all pieces at once: a change would end a walk over them."""
    pieces = []
    walk = block.begin()
    while not walk.atEnd():
        piece = walk.fragment()
        pieces.append((piece.position(), piece.length(), piece.charFormat()))
        walk += 1
    return pieces

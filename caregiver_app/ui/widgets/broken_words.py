"""Words in a row that is narrower than they are: a second line before anything is cut."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption


def width_of(words: str, font: QFont) -> int:
    """Return the width of words in one line, in device-independent pixels."""
    return QFontMetrics(font).horizontalAdvance(words) + 1


def broken(words: str, font: QFont, room: int) -> tuple[str, ...]:
    """Return words as one line, or as two where one is too short; the second ends in an ellipsis where both are.

    `room` is the width of a line in device-independent pixels; without any the words stay one line.
    """
    if room <= 0 or width_of(words, font) <= room:
        return (words,)
    first = _first_line(words, font, room)
    rest = words[len(first) :].strip()
    if not rest:
        return (words,)
    return first.rstrip(), QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, room)


def _first_line(words: str, font: QFont, room: int) -> str:
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(room)
    layout.endLayout()
    # Qt counts in units of UTF-16, of which some letters take two.
    return words.encode("utf-16-le")[: 2 * line.textLength()].decode("utf-16-le", "ignore")

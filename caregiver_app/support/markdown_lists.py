"""Lists as people write them, brought to the form that the Markdown reader takes for one. Pure; changes nothing else.

The reader wants an empty line before a list, and four spaces for what stands within an entry; people leave out the line
and put two or three. CommonMark (sections 5.2 and 5.3) takes what they write, and so do their editors.
"""

from __future__ import annotations

import re

_ENTRY = re.compile(r"( *)(?:[-*+]|\d{1,9}[.)])[ \t]+\S")
_MAY_INTERRUPT = re.compile(r"(?:[-*+]|1[.)])[ \t]+\S")  # of numbered lists only one that begins at 1
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,})$")
_STEP = 4
_DEEPEST = 10


def plain_lists(text: str) -> str:
    """Return a text with its lists as the reader wants them."""
    lists = _Lists()
    for line in text.split("\n"):
        lists.take(line)
    return "\n".join(lists.written)


class _Lists:
    """Where one is in a text while it is read line by line."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self._before = ""
        self._inside = False
        self._unit = 0  # spaces by which this list stands in, as its first inner line says; 0: not known yet

    def take(self, line: str) -> None:
        """Write one line, moved where it stands in a list."""
        entry = None if _RULE.match(line) else _ENTRY.match(line)
        if entry is None:
            self._take_other(line)
        elif entry[1] and self._inside:
            self.written.append(self._moved(line))
        else:
            if self._interrupts(line):
                self.written.append("")
            self._inside = self._inside or self.written[-1:] in ([], [""]) or not self._before.strip()
            self.written.append(line)
        self._before = line

    def _take_other(self, line: str) -> None:
        after_gap = not self._before.strip()
        if self._inside and line.strip() and after_gap and not line.startswith("  "):
            self._inside, self._unit = False, 0
        self.written.append(self._moved(line) if self._inside and after_gap and line.startswith("  ") else line)

    def _interrupts(self, line: str) -> bool:
        """Return whether a list begins here right below a line of text."""
        below_text = bool(self._before.strip()) and not self._before.startswith((" ", "\t", ">", "|"))
        return not self._inside and below_text and _MAY_INTERRUPT.match(line) is not None

    def _moved(self, line: str) -> str:
        bare = line.lstrip(" ")
        spaces = len(line) - len(bare)
        self._unit = self._unit or min(max(spaces, 2), _STEP)
        return " " * (_STEP * min(max(round(spaces / self._unit), 1), _DEEPEST)) + bare

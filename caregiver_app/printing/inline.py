"""Running text of sanitised HTML in pieces that look the same, its white space as a reader of HTML sees it.

What would mean something else once it is plain is said in words: raised digits stay raised, what is crossed out is
called so.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from caregiver_app.model.sheets.blocks import Run
from caregiver_app.support.i18n import gettext as _

_WHITE = re.compile(r"[ \t\n\r\f]+")
_RAISED = str.maketrans("0123456789+-()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-()", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎")
_STRONG, _EMPHASIS = frozenset({"b", "strong"}), frozenset({"blockquote", "em", "i"})
_CROSSED_OUT = frozenset({"s", "del"})
_BOX = "\N{BALLOT BOX}"

Leading = Callable[[str], str]
"""Returns where a link may lead from paper, "" for nowhere."""


class Inline:
    """Collects a paragraph. `take` ends it; elements that are still open go on in the next one."""

    def __init__(self, leading: Leading) -> None:
        self._leading = leading
        self._runs: list[Run] = []
        self._open: list[str] = []
        self._link = ""

    def text(self, text: str) -> None:
        """Add text as it stands between two tags."""
        if "pre" not in self._open:
            text = _WHITE.sub(" ", text)
            if self._ends_in_white():
                text = text.removeprefix(" ")
        self._add(self._shifted(text))

    def line_end(self) -> None:
        """End a line within a paragraph."""
        if self._runs:
            self._runs[-1] = replace(self._runs[-1], text=self._runs[-1].text.removesuffix(" "))
            self._add("\n")

    def enter(self, name: str, link: str = "") -> None:
        """Begin an element."""
        if name == "q":
            self._add("“")
        elif name in _CROSSED_OUT:
            # Translators: stands before words that are crossed out, in brackets with them
            self._add("(" + _("crossed out:") + " ")
        elif name == "a":
            self._link = self._leading(link)
        self._open.append(name)

    def leave(self, name: str) -> None:
        """End an element."""
        if name not in self._open:
            return
        del self._open[len(self._open) - 1 - self._open[::-1].index(name)]
        if name == "q":
            self._add("”")
        elif name in _CROSSED_OUT:
            self._add(")")
        elif name == "a":
            self._link = ""

    def take(self) -> tuple[Run, ...]:
        """Return the paragraph without white space around it, and begin another one; none where nothing is in it."""
        runs, self._runs = self._runs, []
        while runs and not runs[-1].text.strip():
            runs.pop()
        while runs and not runs[0].text.strip():
            runs.pop(0)
        if runs:
            runs[0] = replace(runs[0], text=runs[0].text.lstrip())
            runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip())
        return tuple(runs)

    def _add(self, text: str) -> None:
        if not text:
            return
        run = Run(
            text=text,
            strong=not _STRONG.isdisjoint(self._open),
            emphasis=not _EMPHASIS.isdisjoint(self._open),
            link=self._link,
        )
        last = self._runs[-1] if self._runs else None
        if last is not None and replace(last, text="") == replace(run, text=""):
            self._runs[-1] = replace(last, text=last.text + text)
        else:
            self._runs.append(run)

    def _ends_in_white(self) -> bool:
        return not self._runs or self._runs[-1].text[-1:] in (" ", "\n")

    def _shifted(self, text: str) -> str:
        for name, table, sign in (("sup", _RAISED, "^"), ("sub", _LOWERED, "_")):
            if name in self._open and any(map(str.isdigit, text)):
                shifted = text.strip().translate(table)
                return shifted if set(shifted).isdisjoint(text.strip()) else f"{sign}{text}"
        return text


def plain(runs: tuple[Run, ...]) -> str:
    """Return pieces as one text."""
    return "".join(run.text for run in runs)


def without_box(text: str) -> str | None:
    """Return what stands behind a box to tick, None where a text does not begin with one."""
    return text[1:].lstrip() if text.startswith(_BOX) else None


def with_plain_boxes(text: str) -> str:
    """Return a text whose boxes can be typeset in any font."""
    return text.replace(_BOX, "[  ]")


def in_any_font(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return pieces whose boxes can be typeset in any font."""
    return tuple(replace(run, text=with_plain_boxes(run.text)) for run in runs)

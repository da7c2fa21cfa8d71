"""What changed, as HTML for the eye and the ear: the words "Added" and "Removed" stand before each change."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.word_changes import Fate, Piece
from caregiver_app.ui.library.reader.marks_of_html import ADDED, REMOVED

_AROUND = 160
"""How much of what stayed is shown before and after a change, in characters."""


def changes_html(pieces: Sequence[Piece]) -> str:
    """Return the document; long stretches that stayed are shortened around the changes."""
    last = len(pieces) - 1
    shown = [_shown(piece, first=place == 0, last=place == last) for place, piece in enumerate(pieces)]
    return f"<p>{''.join(shown)}</p>"


def count_changes(pieces: Sequence[Piece]) -> int:
    """Return how many stretches were added or removed."""
    return sum(piece.fate is not Fate.SAME for piece in pieces)


def _shown(piece: Piece, *, first: bool, last: bool) -> str:
    if piece.fate is Fate.SAME:
        return _lines(_context(piece.text, first=first, last=last))
    if piece.fate is Fate.ADDED:
        return f'<span class="{ADDED}"><b>{_plain(_("Added:"))}</b> <u>{_lines(piece.text.strip())}</u></span> '
    return f'<span class="{REMOVED}"><b>{_plain(_("Removed:"))}</b> <s>{_lines(piece.text.strip())}</s></span> '


def _context(text: str, *, first: bool, last: bool) -> str:
    if first and last:
        return text
    head = "" if first else text[:_AROUND].rpartition(" ")[0]
    tail = "" if last else text[-_AROUND:].partition(" ")[2]
    if len(head) + len(tail) + 40 >= len(text):
        return text
    return f"{head} … {tail}" if head and tail else (f"… {tail}" if tail else f"{head} …")


def _lines(text: str) -> str:
    return _plain(text).replace("\n\n", "</p><p>").replace("\n", "<br>")


def _plain(text: str) -> str:
    return escape(text, quote=False)

"""What changed, as HTML for the eye and the ear: the words "Added" and "Removed" stand before each change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import shorten
from caregiver_app.support.word_changes import Fate, Piece
from caregiver_app.ui.library.reader.marks_of_html import ADDED, CHANGE, REMOVED

_AROUND = 160
"""How much of what stayed is shown before and after a change, in characters."""

_SPOKEN_CHARS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesText:
    """The document, and for each change in it what is spoken on the way to it. Change n is at the anchor `CHANGE`n."""

    html: str
    spoken: tuple[str, ...]


def changes_text(pieces: Sequence[Piece]) -> ChangesText:
    """Return the document; long stretches that stayed are shortened around the changes."""
    last = len(pieces) - 1
    shown: list[str] = []
    spoken: list[str] = []
    for place, piece in enumerate(pieces):
        if piece.fate is Fate.SAME:
            shown.append(_lines(_context(piece.text, first=place == 0, last=place == last)))
        else:
            shown.append(_change(piece, len(spoken)))
            spoken.append(f"{_word(piece.fate)} {shorten(' '.join(piece.text.split()), _SPOKEN_CHARS)}")
    return ChangesText(html=f"<p>{''.join(shown)}</p>", spoken=tuple(spoken))


def _change(piece: Piece, number: int) -> str:
    kind, mark = (ADDED, "u") if piece.fate is Fate.ADDED else (REMOVED, "s")
    anchor = f'<a name="{CHANGE}{number}"></a>'
    words = f"<{mark}>{_plain(piece.text.strip()).replace(chr(10), '<br>')}</{mark}>"
    return f'{anchor}<span class="{kind}"><b>{_plain(_word(piece.fate))}</b> {words}</span>{_after(piece.text)}'


def _word(fate: Fate) -> str:
    return _("Added:") if fate is Fate.ADDED else _("Removed:")


def _after(text: str) -> str:
    """Keep a paragraph that a change ended: what follows must not run on in the same line."""
    ends = text[len(text.rstrip()) :]
    return "</p><p>" if "\n\n" in ends else "<br>" if "\n" in ends else " "


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

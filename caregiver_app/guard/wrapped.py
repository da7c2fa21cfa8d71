"""Text that was broken into lines of one length, as mail and paper do it: its line ends are blanks of the sentence.

Pure. Short lines, and such as end with a sentence, were ended by whoever wrote them, and stay.
"""

from __future__ import annotations

import re

from caregiver_app.guard.plain import Place, Plain

_SHORTEST_LINE = 30
_WRAP = re.compile(rf"(?<=[^\n]{{{_SHORTEST_LINE}}})(?<![.!?:;\s])[ \t]?\r?\n[ \t>]*(?=[^\W_]|[+(\"']|-\d)")


def unwrapped(plain: Plain) -> Plain:
    """Return a plain text with a blank for each line end within a sentence."""
    wraps = [found.span() for found in _WRAP.finditer(plain.text)] if "\n" in plain.text else []
    if not wraps:
        return plain
    text, reached = "", 0
    places: list[Place] = []
    for start, end in wraps:
        text += f"{plain.text[reached:start]} "
        places += plain.places_of(reached, start)
        places.append(plain.span(start, end))
        reached = end
    places += plain.places_of(reached, len(plain.text))
    return Plain(text=text + plain.text[reached:], places=tuple(places))

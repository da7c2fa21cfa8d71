"""Plain words and addresses in Markdown (CommonMark): no sign of them is read as markup, whatever reads it."""

from __future__ import annotations

import re
from html import escape
from urllib.parse import quote

BREAK = "  \n"
"""Two blanks at its end break a line, by whatever reads it."""

_MARKUP = re.compile(r"([\\`*_\[\]{}|~$])")  # also what is markup on pages that understand more than CommonMark
_AT_A_START = re.compile(r"^(?=[#+=:!-])|^(\d+)(?=[.)])")
_NOT_IN_TARGET = re.compile(r"[<>\\()\[\]`*_~|\"'\s]|[^\x21-\x7e]")


def escaped(text: str) -> str:
    """Return words that stand in a line; what begins one goes through `begun` too."""
    return _MARKUP.sub(r"\\\1", escape(text, quote=False))


def begun(line: str) -> str:
    """Return an escaped line whose first signs are no markup either."""
    return _AT_A_START.sub(lambda start: f"{start[1] or ''}\\", line)


def target(link: str) -> str:
    """Return an address as it stands between `<` and `>`."""
    return _NOT_IN_TARGET.sub(lambda sign: quote(sign[0], safe=""), link)

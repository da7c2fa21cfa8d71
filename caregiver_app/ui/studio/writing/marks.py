"""What the buttons above a text put into it, in Markdown. Pure: a piece of text in, another one out."""

from __future__ import annotations

import re

_LINE_START = re.compile(r"(?:#{1,6} |[-*+] (?:\[[ xX]\] )?|\d{1,3}[.)] )?")


def as_heading(lines: str) -> str:
    """Return lines as headings of the second level; headings become plain again."""
    return _toggled(lines, "## ")


def as_list(lines: str) -> str:
    """Return lines as entries of a list; entries become plain again."""
    return _toggled(lines, "- ")


def as_boxes(lines: str) -> str:
    """Return lines as boxes to be ticked; boxes become plain again."""
    return _toggled(lines, "- [ ] ")


def as_bold(words: str, otherwise: str) -> str:
    """Return words in bold, bold ones plain; `otherwise` where no words are marked."""
    bare = words.strip()
    if len(bare) > 4 and bare.startswith("**") and bare.endswith("**"):
        return bare[2:-2]
    return f"**{bare or otherwise}**"


def as_link(words: str, address: str) -> str:
    """Return words that lead to an address."""
    return f"[{_inside(words)}]({_target(address)})"


def as_picture(description: str, file: str) -> str:
    """Return a picture of the pack with what it shows."""
    return f"![{_inside(description)}]({file})"


def _toggled(lines: str, mark: str) -> str:
    given = lines.split("\n")
    marked = [line for line in given if line.strip()]
    if marked and all(line.startswith(mark) for line in marked):
        return "\n".join(line.removeprefix(mark) for line in given)
    return "\n".join(
        _LINE_START.sub(mark, line, count=1) if line.strip() or len(given) == 1 else line for line in given
    )


def _inside(words: str) -> str:
    """Return words that cannot end the brackets they stand in."""
    return re.sub(r"[\[\]\\`]|\s+", " ", words).strip()


def _target(address: str) -> str:
    """Return an address that cannot end the brackets it stands in."""
    return re.sub(r"\s+", "", address).replace("(", "%28").replace(")", "%29").replace("<", "%3C").replace(">", "%3E")

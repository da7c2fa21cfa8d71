"""Running text on a sheet of care notes: what people typed, paragraph by paragraph; lines stay lines."""

from __future__ import annotations

from caregiver_app.model.sheets.blocks import Paragraph, Run, Words


def words(text: str, *, small: bool = False) -> Words:
    """Return a text as paragraphs, with an empty line between them; a text without any has none."""
    told = (part.strip("\n") for part in text.split("\n\n"))
    return Words(paragraphs=tuple(Paragraph(runs=(Run(text=part),), small=small) for part in told if part.strip()))


def heading(text: str, *, level: int) -> Words:
    """Return a heading within a part, of level 3 or 4."""
    return Words(paragraphs=(Paragraph(runs=(Run(text=text),), level=level),))

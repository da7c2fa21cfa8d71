"""Running text on a sheet of care notes: what people typed, paragraph by paragraph; lines stay lines."""

from __future__ import annotations

from caregiver_app.model.sheets.blocks import Paragraph, Run, Words


def words(text: str, *, small: bool = False) -> Words:
    """Return a text as paragraphs, with an empty line between them; a text without any has none."""
    told = (part.strip("\n") for part in text.split("\n\n"))
    return Words(paragraphs=tuple(Paragraph(runs=(Run(text=part),), small=small) for part in told if part.strip()))


def small_heading(text: str) -> Paragraph:
    """Return a heading within a part."""
    return Paragraph(runs=(Run(text=text),), level=3)

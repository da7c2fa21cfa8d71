"""What matters to somebody, in their own words, as a part of a sheet."""

from __future__ import annotations

from caregiver_app.model.sheets.blocks import Paragraph, Run, Words
from caregiver_app.model.sheets.sheet import SheetPart
from caregiver_app.support.i18n import gettext as _
from caregiver_app.vault.sheets.ground import Ground


def matters_part(ground: Ground) -> SheetPart:
    """Return the part, without blocks where nobody wrote anything."""
    lines = [line for line in ground.person.matters.splitlines() if line.strip()]
    words = Words(paragraphs=tuple(Paragraph(runs=(Run(text=line),)) for line in lines))
    return SheetPart(heading=_("What matters to me"), code="matters", blocks=(words,) if lines else ())

"""How the text of pages and notes is set, as a person wants it: whose letters, and how much room between them.

The interface stays as it is; only texts that are read take part. The widest step reaches what WCAG 2.2, 1.4.12 asks
of a person's own spacing: words 0.16 and letters 0.12 of the size apart, paragraphs two lines.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QFont, QFontDatabase

from caregiver_app.ui.theme.type_roles import FAMILIES, TypeRole

READING_ROLES = (TypeRole.READING_H1, TypeRole.READING_H2, TypeRole.READING_BODY, TypeRole.READING_LEAD)


class Spacing(StrEnum):
    """How much room there is between lines, words and letters."""

    NORMAL = "normal"
    WIDE = "wide"
    WIDEST = "widest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """`lines` and `gaps` (between paragraphs) are factors, `words` and `letters` parts of the size of the font."""

    lines: float
    gaps: float
    words: float
    letters: float


_ROOMS = {
    Spacing.NORMAL: Room(lines=1.0, gaps=1.0, words=0.0, letters=0.0),
    Spacing.WIDE: Room(lines=1.2, gaps=1.5, words=0.08, letters=0.05),
    Spacing.WIDEST: Room(lines=1.4, gaps=2.75, words=0.16, letters=0.12),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a person chose. `own_font` means the computer's own in place of Atkinson Hyperlegible."""

    own_font: bool = False
    spacing: Spacing = Spacing.NORMAL

    @property
    def room(self) -> Room:
        """The room between things."""
        return _ROOMS[self.spacing]

    def families(self) -> list[str]:
        """Return the fonts, the first that has a letter counts."""
        own = [QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()] if self.own_font else []
        return [*own, *FAMILIES]

    def dress(self, font: QFont) -> None:
        """Put what was chosen on a font whose size in pixels is set."""
        font.setFamilies(self.families())
        font.setWordSpacing(self.room.words * font.pixelSize())
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, self.room.letters * font.pixelSize())


def read_spacing(word: str) -> Spacing:
    """Return the spacing a kept word means; NORMAL for an unknown one."""
    return Spacing(word) if word in tuple(Spacing) else Spacing.NORMAL

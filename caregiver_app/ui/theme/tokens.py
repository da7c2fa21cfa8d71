"""The names of all colours (design tokens). A widget asks for a meaning, never for a colour of its own."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """What a pill, callout or status means. Violet (private) is kept for care notes and for nothing else."""

    NEUTRAL = "neutral"
    INFO = "info"
    OK = "ok"
    WARN = "warn"
    URGENT = "urgent"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToneColors:
    """Words and icon, the tinted ground below them, and its edge."""

    ink: str
    ground: str
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """One theme. Each value is `#RRGGBB`; `high_contrast` asks for thicker edges and strokes and no shadow."""

    name: str
    dark: bool
    high_contrast: bool

    canvas: str
    surface: str
    surface_alt: str
    sidebar: str
    sunken: str

    text: str
    text_2: str
    text_disabled: str

    line: str
    line_strong: str

    accent: str
    accent_hover: str
    accent_press: str
    on_accent: str
    accent_soft: str
    accent_soft_2: str

    link: str
    link_visited: str

    selection: str
    on_selection: str
    selection_line: str

    focus: str
    focus_gap: str

    info: ToneColors
    ok: ToneColors
    warn: ToneColors
    urgent: ToneColors
    private: ToneColors
    urgent_solid: str

    mark: str
    on_mark: str

    toast: str
    on_toast: str
    toast_action: str

    def tone(self, tone: Tone) -> ToneColors:
        """Return the three colours of `tone`; neutral is made of the plain text colours."""
        match tone:
            case Tone.INFO:
                return self.info
            case Tone.OK:
                return self.ok
            case Tone.WARN:
                return self.warn
            case Tone.URGENT:
                return self.urgent
            case Tone.PRIVATE:
                return self.private
            case Tone.NEUTRAL:
                return ToneColors(ink=self.text_2, ground=self.surface_alt, line=self.line_strong)

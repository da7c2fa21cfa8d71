"""Every ink is read on every ground it may sit on, in all four themes: 7:1 for text, 3:1 for edges and the disabled."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from caregiver_app.ui.theme.colours import ALL_THEMES, LIGHT
from caregiver_app.ui.theme.tokens import Tokens, Tone
from tests.helpers.contrast import contrast

PLAIN = ("canvas", "surface", "surface_alt", "sidebar", "sunken")
TINTED = ("info.ground", "ok.ground", "warn.ground", "urgent.ground", "private.ground")

TEXT_PAIRS: dict[str, tuple[str, ...]] = {
    "text": (*PLAIN, *TINTED, "accent_soft", "accent_soft_2"),
    "text_2": (*PLAIN, *TINTED, "accent_soft"),
    "accent": (*PLAIN, *TINTED, "accent_soft"),
    "on_accent": ("accent", "accent_hover", "accent_press", "urgent_solid"),
    "link": (*PLAIN, "info.ground", "ok.ground", "warn.ground"),
    "link_visited": ("canvas", "surface", "surface_alt", "info.ground", "ok.ground", "warn.ground"),
    "on_selection": ("selection",),
    "on_mark": ("mark",),
    "on_toast": ("toast",),
    "toast_action": ("toast",),
    **{f"{tone}.ink": (*PLAIN, f"{tone}.ground") for tone in Tone if tone is not Tone.NEUTRAL},
}
"""Where words and icons with a meaning stand: at least 7:1."""

OTHER_PAIRS: dict[str, tuple[str, ...]] = {
    "text_disabled": (*PLAIN, *TINTED),
    "line_strong": (*PLAIN, *TINTED),
    "selection_line": ("surface", "surface_alt"),
    "focus": (*PLAIN, *TINTED, "accent_soft", "focus_gap"),
    **{f"{tone}.line": ("canvas", "surface", f"{tone}.ground") for tone in Tone if tone is not Tone.NEUTRAL},
}
"""Edges, the focus ring and what is switched off: at least 3:1."""

LOWEST: dict[str, tuple[float, float, float, float]] = {
    "on_accent": (8.1, 9.8, 10.0, 12.2),
    "on_selection": (12.6, 11.1, 12.1, 16.5),
    "on_mark": (12.4, 7.1, 17.7, 16.5),
    "on_toast": (14.1, 15.1, 21.0, 21.0),
    "toast_action": (9.8, 8.0, 17.0, 15.0),
    "text": (11.2, 8.5, 15.0, 12.0),
}
"""Measured when the colours were chosen; a change may not fall below these without a decision."""


def colour(tokens: Tokens, name: str) -> str:
    """Return a token such as "text", or a part of a tone such as "ok.ink"."""
    first, _, part = name.partition(".")
    value = getattr(tokens, first)
    return str(getattr(value, part) if part else value)


def pairs(table: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    for ink, grounds in table.items():
        for ground in grounds:
            yield ink, ground


def str_of(value: Tokens | int) -> str:
    return value.name if isinstance(value, Tokens) else str(value)


@pytest.mark.parametrize("tokens", ALL_THEMES, ids=str_of)
def test_text_is_read_everywhere(tokens: Tokens) -> None:
    weak = {
        (ink, ground): round(ratio, 2)
        for ink, ground in pairs(TEXT_PAIRS)
        if (ratio := contrast(colour(tokens, ink), colour(tokens, ground))) < 7.0
    }
    assert weak == {}


@pytest.mark.parametrize("tokens", ALL_THEMES, ids=str_of)
def test_edges_focus_and_the_disabled_are_seen_everywhere(tokens: Tokens) -> None:
    weak = {
        (ink, ground): round(ratio, 2)
        for ink, ground in pairs(OTHER_PAIRS)
        if (ratio := contrast(colour(tokens, ink), colour(tokens, ground))) < 3.0
    }
    assert weak == {}


@pytest.mark.parametrize(("place", "tokens"), list(enumerate(ALL_THEMES)), ids=str_of)
def test_no_contrast_falls_below_what_was_measured(place: int, tokens: Tokens) -> None:
    for ink, lowest in LOWEST.items():
        found = min(contrast(colour(tokens, ink), colour(tokens, ground)) for ground in TEXT_PAIRS[ink])
        assert found >= lowest[place], ink


@pytest.mark.parametrize("tokens", ALL_THEMES, ids=str_of)
def test_every_colour_is_written_in_full(tokens: Tokens) -> None:
    """Style sheets, icons and pixmaps all take `#RRGGBB`, and nothing else is compared by the tests above."""
    names = [name for name in Tokens.__slots__ if name not in ("name", "dark", "high_contrast")]
    for name in names:
        value = getattr(tokens, name)
        for part in [value] if isinstance(value, str) else [value.ink, value.ground, value.line]:
            assert re.fullmatch(r"#[0-9A-F]{6}", part), name


def test_violet_is_for_private_things_alone() -> None:
    assert LIGHT.tone(Tone.PRIVATE) == LIGHT.private
    assert all(LIGHT.tone(tone) != LIGHT.private for tone in Tone if tone is not Tone.PRIVATE)

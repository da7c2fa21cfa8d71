"""Our own drawings: one colour placeholder, one stroke, inside the margin, and turned round where they point."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from caregiver_app.support.resources import resource
from caregiver_app.ui.theme import Icon, Theme, ThemeChoice
from caregiver_app.ui.theme.icons import MIRRORED, Drawn, IconCache, drawing
from caregiver_app.ui.theme.logo import FIRST, GROUND, SECOND, logo
from tests.helpers.contrast import contrast

INK = "#102030"


def render(icon: Icon, *, size: int = 96, stroke: float = 1.75, mirrored: bool = False) -> QImage:
    drawn = Drawn(icon=icon, colour=INK, size=size, stroke=stroke, mirrored=mirrored)
    return IconCache().pixmap(drawn).toImage()


def inked(image: QImage) -> list[tuple[int, int]]:
    return [(x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y).alpha() > 40]


@pytest.mark.parametrize("icon", list(Icon))
def test_a_drawing_has_one_placeholder_for_colour_and_one_for_the_stroke(icon: Icon) -> None:
    svg = drawing(icon)
    assert 'viewBox="0 0 24 24"' in svg
    assert svg.count('stroke-width="1.75"') == svg.count("stroke-width") == 1
    assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', svg)) <= {"none", "currentColor"}
    assert "#" not in svg
    assert "<script" not in svg
    assert "href" not in svg


@pytest.mark.parametrize("icon", list(Icon))
def test_a_drawing_keeps_clear_of_its_edges_in_both_strokes(qapp: QApplication, icon: Icon) -> None:
    """Two of 24 units are the margin; half of the thicker stroke may reach into it."""
    for stroke in (1.75, 2.25):
        points = inked(render(icon, stroke=stroke))
        assert points
        assert min(min(point) for point in points) >= 4
        assert max(max(point) for point in points) <= 96 - 5


def test_every_file_is_an_icon_and_every_icon_is_a_file() -> None:
    files = {path.stem for path in resource("icons").glob("*.svg")}
    assert files - {"app"} == {icon.value for icon in Icon}


def test_only_what_points_is_turned_round(qapp: QApplication, theme: Theme) -> None:
    for icon in (Icon.BACK, Icon.CHECK):
        plain = theme.pixmap(icon, INK, 24).toImage()
        turned = theme.pixmap(icon, INK, 24, mirrored=True).toImage()
        assert (turned == plain) == (icon not in MIRRORED)
    plain, turned = render(Icon.BACK).flipped(Qt.Orientation.Horizontal), render(Icon.BACK, mirrored=True)
    differing = [
        point
        for point in inked(plain)
        if plain.pixelColor(*point).alpha() > 200 > turned.pixelColor(*point).alpha() + 60
    ]
    assert len(differing) < len(inked(plain)) / 50  # smoothing of edges may differ


def test_icons_take_the_colour_they_are_given(qapp: QApplication) -> None:
    image = render(Icon.STOP)
    assert QColor(image.pixel(48, 23)).name() == INK


def test_high_contrast_draws_thicker_strokes(theme: Theme) -> None:
    normal = len(inked(theme.pixmap(Icon.SEARCH, INK, 96).toImage()))
    theme.set_choice(ThemeChoice.HIGH_CONTRAST_LIGHT)
    assert len(inked(theme.pixmap(Icon.SEARCH, INK, 96).toImage())) > normal * 1.1


def test_the_cache_has_a_bound(qapp: QApplication) -> None:
    cache = IconCache()
    first = cache.pixmap(Drawn(icon=Icon.STOP, colour=INK, size=1, stroke=1.75)).cacheKey()
    for size in range(2, 700):
        cache.pixmap(Drawn(icon=Icon.STOP, colour=INK, size=size % 50 + 1, stroke=size))
    assert cache.pixmap(Drawn(icon=Icon.STOP, colour=INK, size=1, stroke=1.75)).cacheKey() != first


@pytest.mark.parametrize("choice", list(ThemeChoice))
def test_the_mark_is_seen_in_every_theme(qapp: QApplication, theme: Theme, choice: ThemeChoice) -> None:
    theme.set_choice(choice)
    tokens = theme.tokens
    image = logo(tokens, 256).toImage()
    ground, first, second = (image.pixelColor(*place).name().upper() for place in ((128, 160), (85, 49), (174, 63)))
    assert ground == tokens.accent
    assert first == tokens.on_accent
    assert contrast(first, ground) >= 7
    assert contrast(second, ground) >= 3


def test_the_drawing_of_the_mark_has_the_colours_that_themes_replace() -> None:
    svg = resource("icons", "app.svg").read_text(encoding="utf-8")
    assert set(re.findall(r"#[0-9A-F]{6}", svg)) == {GROUND, FIRST, SECOND}

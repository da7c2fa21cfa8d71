"""One theme moves every colour and every size; a first start takes what the computer asks for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QPalette, QRawFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caregiver_app.ui.theme import Icon, SystemLook, Theme, ThemeChoice, TypeRole, read_choice, system_look
from caregiver_app.ui.theme.choice import tokens_for
from caregiver_app.ui.theme.colours import ALL_THEMES, DARK, HIGH_CONTRAST_DARK, HIGH_CONTRAST_LIGHT, LIGHT
from caregiver_app.ui.theme.fonts import load_fonts
from caregiver_app.ui.theme.palette import palette_of
from caregiver_app.ui.theme.qss import style_sheet
from caregiver_app.ui.theme.scale import STEPS, first_step, nearest_step, next_step
from caregiver_app.ui.theme.tokens import Tokens
from caregiver_app.ui.theme.type_roles import SIZES
from caregiver_app.ui.widgets.plain import PlainLabel
from tests.helpers.qt_app import settle


@pytest.mark.parametrize(
    ("system", "expected"),
    [
        (SystemLook(), LIGHT),
        (SystemLook(dark=True), DARK),
        (SystemLook(high_contrast=True), HIGH_CONTRAST_LIGHT),
        (SystemLook(dark=True, high_contrast=True), HIGH_CONTRAST_DARK),
    ],
)
def test_following_takes_what_the_computer_asks_for(system: SystemLook, expected: object) -> None:
    assert tokens_for(ThemeChoice.FOLLOW, system) is expected


def test_an_explicit_choice_wins_over_the_computer() -> None:
    system = SystemLook(dark=True, high_contrast=True)
    chosen = [tokens_for(choice, system) for choice in ThemeChoice if choice is not ThemeChoice.FOLLOW]
    assert chosen == list(ALL_THEMES)


@given(st.text())
def test_any_word_in_the_settings_gives_a_choice(word: str) -> None:
    assert read_choice(word) in list(ThemeChoice)


def test_a_system_that_does_not_say_counts_as_light_and_still(qapp: QApplication) -> None:
    assert system_look(qapp) == SystemLook(dark=False, high_contrast=False, motion=False)


@pytest.mark.parametrize(
    ("system_pt", "platform_pt", "factor", "step"),
    [
        (11, 11, 100, 100),
        (9, 11, 100, 100),  # smaller letters than usual never make ours smaller
        (14, 11, 100, 130),
        (11, 11, 150, 150),
        (16, 11, 115, 150),
        (40, 11, 225, 200),
        (-1, 11, 100, 100),  # a font given in pixels says nothing
    ],
)
def test_a_first_start_takes_the_larger_of_the_systems_two_wishes(
    system_pt: float, platform_pt: float, factor: float, step: int
) -> None:
    assert first_step(system_pt=system_pt, platform_pt=platform_pt, text_factor_percent=factor) == step


@given(st.floats(min_value=-1e6, max_value=1e6))
def test_the_nearest_step_is_a_step_and_none_is_nearer(percent: float) -> None:
    step = nearest_step(percent)
    assert step in STEPS
    assert all(abs(step - percent) <= abs(other - percent) for other in STEPS)


def test_steps_go_one_by_one_and_stop_at_the_ends() -> None:
    assert [next_step(step, 1) for step in STEPS] == [115, 130, 150, 175, 200, 200]
    assert [next_step(step, -1) for step in STEPS] == [100, 100, 115, 130, 150, 175]


def test_sizes_grow_with_the_text_and_edges_do_not(theme: Theme) -> None:
    assert (theme.px(44), theme.edge) == (44, 1)
    theme.set_percent(150)
    assert (theme.px(44), theme.edge) == (66, 1)
    theme.set_choice(ThemeChoice.HIGH_CONTRAST_DARK)
    assert (theme.px(44), theme.edge) == (66, 2)


def test_a_change_is_told_once_and_only_when_something_changed(qtbot: QtBot, theme: Theme) -> None:
    told: list[int] = []
    theme.changed.connect(lambda: told.append(theme.percent))
    theme.set_percent(100)
    theme.set_choice(ThemeChoice.LIGHT)
    theme.set_system(SystemLook(dark=True))
    assert told == []
    theme.step_scale(1)
    theme.set_choice(ThemeChoice.DARK)
    theme.set_choice(ThemeChoice.FOLLOW)  # the computer asks for dark as well
    theme.set_system(SystemLook(dark=False))
    assert told == [115, 115, 115, 115]


def test_nothing_moves_unless_the_computer_or_the_person_says_so() -> None:
    theme = Theme()
    assert theme.motion(120) == 0
    theme.set_system(SystemLook(motion=True))
    assert theme.motion(120) == 120
    theme.set_still(True)
    assert theme.motion(120) == 0
    theme.set_still(False)
    theme.set_system(SystemLook(motion=False))
    assert theme.motion(120) == 120


def test_both_fonts_come_from_their_packages(qapp: QApplication) -> None:
    assert set(load_fonts()) == {"Atkinson Hyperlegible", "Noto Sans"}


@pytest.mark.parametrize("letters", ["carer Oo0 Il1", "Łódź Ğİş ŵŷ", "Ελληνικά Українська", "“Miracle” · 4 × 6"])
def test_no_letter_of_the_languages_we_speak_falls_back_to_a_font_of_the_system(theme: Theme, letters: str) -> None:
    ours = [QRawFont.fromFont(_only(family)) for family in load_fonts()]
    for letter in letters:
        assert any(font.supportsCharacter(ord(letter)) for font in ours), letter


@pytest.mark.parametrize("role", list(TypeRole))
def test_a_label_of_a_role_is_as_large_as_the_role_says(theme: Theme, role: TypeRole) -> None:
    theme.set_percent(150)
    label = PlainLabel("Words", role=role)
    label.show()
    settle()
    assert label.font().pixelSize() == theme.px(SIZES[role].px)
    assert label.font().bold() == SIZES[role].bold
    assert QFontMetrics(theme.font(role)).height() <= theme.line_height(role) + theme.px(1)


@pytest.mark.parametrize("percent", STEPS)
@pytest.mark.parametrize("choice", [choice for choice in ThemeChoice if choice is not ThemeChoice.FOLLOW])
def test_no_radius_of_the_style_sheet_is_more_than_half_the_height(
    qapp: QApplication, percent: int, choice: ThemeChoice
) -> None:
    """A larger one turns round corners into square ones; the style sheet holds no unfilled place either."""
    theme = Theme(choice, percent)
    sheet = style_sheet(theme)
    assert "{theme" not in sheet
    chip = sheet.split('[kind="chip"] {')[1].split("}")[0]
    numbers = {part.split(":")[0].strip(): part.split(":")[1] for part in chip.split(";") if ":" in part}
    height = int(numbers["min-height"].strip().removesuffix("px")) + 2 * theme.edge
    assert int(numbers["border-radius"].strip().removesuffix("px")) <= height / 2


@pytest.mark.parametrize("tokens", ALL_THEMES, ids=lambda tokens: tokens.name)
def test_the_palette_holds_nothing_but_tokens(qapp: QApplication, tokens: Tokens) -> None:
    palette = palette_of(tokens)
    known = set(_colours(tokens))
    for role in QPalette.ColorRole:
        if role not in (QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles):
            assert palette.color(QPalette.ColorGroup.Active, role).name().upper() in known, role


def test_dressing_reaches_the_application(qapp: QApplication, theme: Theme) -> None:
    theme.set_choice(ThemeChoice.DARK)
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.canvas
    assert DARK.accent in qapp.styleSheet()
    assert qapp.font().families()[0] == "Atkinson Hyperlegible"


def test_pixmaps_are_sharp_on_dense_screens_and_kept(theme: Theme) -> None:
    pixmap = theme.pixmap(Icon.SEARCH, theme.tokens.text, 20, ratio=2.0)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (40, 2.0)
    assert theme.pixmap(Icon.SEARCH, theme.tokens.text, 20, ratio=2.0).cacheKey() == pixmap.cacheKey()
    theme.set_percent(200)
    assert theme.pixmap(Icon.SEARCH, theme.tokens.text, 20, ratio=2.0).width() == 80


def _only(family: str) -> QFont:
    font = QFont(family)
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    return font


def _colours(tokens: Tokens) -> list[str]:
    values = [getattr(tokens, name) for name in Tokens.__slots__]
    return [value for value in values if isinstance(value, str)]


def test_the_direction_of_the_language_is_that_of_the_window(qapp: QApplication, theme: Theme) -> None:
    label = PlainLabel("Harbour Dementia Trust")
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settle()
    assert label.alignment() & Qt.AlignmentFlag.AlignRight
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    settle()
    assert label.alignment() & Qt.AlignmentFlag.AlignLeft

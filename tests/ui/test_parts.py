"""The parts one by one: what they say, what they do when pressed, how they behave when there is little room."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import use_language
from caregiver_app.ui.announce import announce
from caregiver_app.ui.theme import Icon, Theme, Tone
from caregiver_app.ui.widgets.button import Button, ButtonKind, IconButton
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from caregiver_app.ui.widgets.draw import PillLook, pill_size
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.page import ScreenHeader
from caregiver_app.ui.widgets.pill import Pill
from caregiver_app.ui.widgets.plain import PlainLabel, tooltip_text, without_mnemonic
from caregiver_app.ui.widgets.progress import PHASE_MS, ProgressStrip, WorkPhase, WorkPhases
from caregiver_app.ui.widgets.status_pill import StatusPill
from tests.helpers.qt_app import Listener, Stage, press, settle

HOUR = 3_600_000
NOW = Millis(1_763_971_500_000)  # 24 November 2025, 8:05 in London


def chips(theme: Theme, stage: Stage) -> ChipGroup:
    group = ChipGroup(theme, "Show", [ChipChoice(key=key, text=key.title()) for key in ("all", "new", "saved")])
    stage.hold(group)
    return group


def test_an_endless_word_makes_no_label_wider_than_others(theme: Theme, stage: Stage) -> None:
    """A web address in a note takes several lines; what is copied of a label has nothing in it that was not there."""
    address = "https://example.org/" + "a" * 300
    label = PlainLabel(address, wrap=True)
    stage.hold(label)
    assert label.minimumSizeHint().width() < theme.px(300)
    assert label.heightForWidth(theme.px(300)) > 5 * label.fontMetrics().height()
    assert label.text() == address
    assert QLabel.text(PlainLabel(address, wrap=True, selectable=True)) == address


@given(st.text())
def test_a_label_never_takes_text_for_html(text: str) -> None:
    assert PlainLabel(text).textFormat() is Qt.TextFormat.PlainText


@given(st.text(max_size=60))
def test_a_tooltip_holds_no_html_but_its_own_paragraph(text: str) -> None:
    inner = tooltip_text(text).removeprefix("<p>").removesuffix("</p>")
    assert "<" not in inner
    assert ">" not in inner


@pytest.mark.parametrize("text", ["Questions & answers", "R&D", "A && B", "plain"])
def test_an_ampersand_is_shown_and_spoken_and_makes_no_shortcut(theme: Theme, text: str) -> None:
    button = Button(theme, text)
    assert button.words == text
    assert button.accessibleName() == text
    assert button.text() == without_mnemonic(text)
    assert button.shortcut().isEmpty()


def test_a_button_at_work_keeps_its_width_and_the_focus_and_takes_no_second_press(theme: Theme, stage: Stage) -> None:
    button = Button(theme, "Get all updates now", kind=ButtonKind.MAIN)
    stage.hold(button)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    button.setFocus()
    width = button.width()
    button.set_working(True)
    settle()
    button.click()
    assert (button.text(), button.width(), pressed) == ("Working", width, [])
    assert button.hasFocus()
    button.set_working(False)
    settle()
    button.click()
    assert (button.text(), button.width(), pressed) == ("Get all updates now", width, [True])


def test_a_button_with_an_icon_alone_has_a_name_and_a_square(theme: Theme, stage: Stage) -> None:
    button = IconButton(theme, Icon.CLOSE, "Close the drawer")
    stage.hold(button)
    assert button.accessibleName() == "Close the drawer"
    assert button.accessibleDescription() == ""
    assert (button.width(), button.height()) == (44, 44)


def test_switching_a_button_on_shows_another_icon(theme: Theme, stage: Stage) -> None:
    button = Button(theme, "Star", icon=Icon.STAR, icon_on=Icon.STAR_ON, checkable=True)
    stage.hold(button)
    off = button.grab().toImage()
    button.setChecked(True)
    assert button.grab().toImage() != off


def test_a_double_press_counts_once_where_it_could_do_a_second_thing(theme: Theme, stage: Stage) -> None:
    button, again = Button(theme, "Continue"), Button(theme, "Next change", repeats=True)
    pressed: list[str] = []
    for each in (button, again):
        each.clicked.connect(lambda _on=False, words=each.words: pressed.append(words))
        stage.hold(each)
        QTest.mouseClick(each, Qt.MouseButton.LeftButton)
        QTest.mouseDClick(each, Qt.MouseButton.LeftButton)
        QTest.mouseRelease(each, Qt.MouseButton.LeftButton)
    assert pressed == ["Continue", "Next change", "Next change"]


def test_one_of_several_chips_is_on_and_arrow_keys_choose(theme: Theme, stage: Stage) -> None:
    group = chips(theme, stage)
    chosen: list[str] = []
    group.chosen.connect(chosen.append)
    group.chip("all").setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Home):
        press(key)
    assert chosen == ["new", "saved", "all", "saved", "all"]
    assert group.current == "all"


def test_arrow_keys_follow_the_direction_of_the_language(theme: Theme, stage: Stage, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    group = chips(theme, stage)
    group.chip("all").setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Left)
    assert group.current == "new"


def test_chips_are_one_tab_stop_at_the_one_that_is_on(theme: Theme, stage: Stage) -> None:
    before, after = Button(theme, "before"), Button(theme, "after")
    stage.hold(before)
    group = chips(theme, stage)
    stage.hold(after)
    group.set_current("saved")
    before.setFocus()
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is group.chip("saved")
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is after


def test_hidden_chips_are_passed_over(theme: Theme, stage: Stage) -> None:
    group = chips(theme, stage)
    group.chip("new").setVisible(False)
    group.chip("all").setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Right)
    assert group.current == "saved"


def test_a_chip_chosen_by_the_program_tells_nobody(theme: Theme, stage: Stage) -> None:
    group = chips(theme, stage)
    chosen: list[str] = []
    group.chosen.connect(chosen.append)
    group.set_current("new")
    group.set_text("new", "New 6", name="New, 6 pages")
    assert chosen == []
    assert group.chip("new").accessibleName() == "New, 6 pages"
    with pytest.raises(KeyError):
        group.set_current("none")


def test_the_whole_row_of_a_check_box_can_be_pressed(theme: Theme, stage: Stage) -> None:
    box = CheckBox(theme, "Who do we call at night?")
    stage.hold(box)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(box.width() - 3, 3))
    assert box.isChecked()
    press_at_start = QPoint(2, box.height() - 3)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=press_at_start)
    assert not box.isChecked()


def test_a_check_box_with_many_words_grows(theme: Theme) -> None:
    box = CheckBox(theme, "Who do we call if she falls at night? " * 6)
    assert box.heightForWidth(300) > box.heightForWidth(1200) > box.heightForWidth(6000)
    assert box.heightForWidth(6000) == theme.px(36)


def test_a_field_is_named_by_its_label_and_tells_what_to_mend(theme: Theme, stage: Stage, listener: Listener) -> None:
    line = QLineEdit()
    field = Field(theme, "Web address", line, hint="Of a page or a feed.")
    stage.hold(field)
    assert (line.accessibleName(), line.accessibleDescription()) == ("Web address", "Of a page or a feed.")
    field.show_error("Enter an address, like example.org.")
    assert line.hasFocus()
    assert line.accessibleDescription() == field.error == "Enter an address, like example.org."
    assert listener.heard == [("Enter an address, like example.org.", True)]
    field.set_error("")
    assert line.accessibleDescription() == "Of a page or a feed."
    assert len(listener.heard) == 1


def test_tab_leaves_a_field_of_many_lines(theme: Theme, stage: Stage) -> None:
    notes = QPlainTextEdit()
    stage.hold(Field(theme, "Notes", notes))
    after = Button(theme, "Done")
    stage.hold(after)
    notes.setFocus()
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is after
    assert notes.toPlainText() == ""


def test_a_callout_takes_two_buttons_and_stacks_them_where_it_is_narrow(theme: Theme, stage: Stage) -> None:
    callout = Callout(theme, Tone.INFO, Icon.INFO, "Carers Rights Day is on Thursday", "Two drop-ins near you.")
    look, other = Button(theme, "Look"), Button(theme, "Not for us")
    callout.add_button(look)
    callout.add_button(other)
    with pytest.raises(RuntimeError):
        callout.add_button(Button(theme, "Third"))
    stage.hold(callout, width=900)
    assert look.mapTo(callout, QPoint(0, 0)).x() > callout.width() / 2
    stage.resize(420, 600)
    settle()
    assert look.mapTo(callout, QPoint(0, 0)).x() < callout.width() / 2
    assert callout.accessibleName() == "Carers Rights Day is on Thursday"


def test_a_header_stacks_its_actions_below_the_title(theme: Theme, stage: Stage) -> None:
    header = ScreenHeader(theme, "Library", "Saved on this computer.")
    button = Button(theme, "Get updates")
    header.add_action(button)
    stage.hold(header)
    beside = button.mapTo(header, QPoint(0, 0))
    header.set_stacked(True)
    settle()
    below = button.mapTo(header, QPoint(0, 0))
    assert below.y() > beside.y()
    assert below.x() < beside.x()


@given(widths=st.lists(st.integers(10, 400), max_size=12), room=st.integers(50, 900))
def test_a_flow_keeps_order_stays_inside_and_never_overlaps(qapp: QApplication, widths: list[int], room: int) -> None:
    theme = Theme()
    holder = QWidget()
    flow = Flow(theme, gap=8, parent=holder)
    parts = [QWidget() for _ in widths]
    for part, width in zip(parts, widths, strict=True):
        part.setFixedSize(width, 30)
        flow.addWidget(part)
    height = flow.heightForWidth(room)
    flow.setGeometry(QRect(0, 0, room, height))
    places = [part.geometry() for part in parts]
    assert all(place.right() < room or place.x() == 0 for place in places)
    assert all(place.bottom() < height for place in places)
    for one, other in pairwise(places):
        assert not one.intersects(other)
        assert (other.y(), other.x()) > (one.y(), one.x())


def test_gaps_grow_with_the_text(theme: Theme) -> None:
    column = Column(theme, margins=(1, 2, 3, 4), gap=8)
    theme.set_percent(200)
    margins = column.contentsMargins()
    assert (margins.left(), margins.top(), margins.right(), margins.bottom()) == (2, 4, 6, 8)
    assert column.spacing() == 16


def test_a_pill_is_as_wide_as_its_words_and_says_them(theme: Theme) -> None:
    pill = Pill(theme, "Trusted source", tone=Tone.OK, icon=Icon.SHIELD)
    assert pill.text() == "Trusted source"
    assert pill.sizeHint() == pill_size(theme, pill.look)
    assert pill.sizeHint().height() == 26
    before = pill.sizeHint().width()
    pill.set_look(PillLook(text="New", tone=Tone.INFO))
    assert pill.sizeHint().width() < before


@pytest.fixture
def status(theme: Theme) -> StatusPill:
    use_language("en_GB")
    return StatusPill(theme)


def test_the_status_says_how_current_the_library_is(status: StatusPill) -> None:
    said = [status.text()]
    status.show_current(NOW, NOW)
    said.append(status.text())
    status.show_offline(Millis(NOW - 48 * HOUR), NOW)
    said.append(status.text())
    status.show_offline(None, NOW)
    said.append(status.text())
    status.show_updating(4, 12)
    said.append(status.text())
    status.show_silent_sources(1)
    said.append(status.text())
    status.show_silent_sources(3)
    said.append(status.text())
    status.show_off()
    said.append(status.text())
    assert said == [
        "No updates yet",
        "Up to date, 08:05",
        "Offline copy, 22 November",
        "Offline copy",
        "Updating, 4 of 12",
        "1 source did not answer",
        "3 sources did not answer",
        "Updates are off",
    ]


def test_being_offline_is_never_red_nor_a_warning(status: StatusPill) -> None:
    status.show_offline(None, NOW)
    tones = [status.look.tone]
    status.show_silent_sources(3)
    assert [*tones, status.look.tone] == [Tone.INFO, Tone.WARN]


def test_progress_has_words_a_true_measure_and_stop(theme: Theme, stage: Stage) -> None:
    strip = ProgressStrip(theme)
    stage.hold(strip)
    assert not strip.isVisible()
    stopped: list[bool] = []
    strip.stop_pressed.connect(lambda: stopped.append(True))
    strip.show_words("Getting updates: Harbour Trust", done=4, total=12)
    bar = strip.bar
    assert (bar.value(), bar.maximum(), bar.accessibleName()) == (4, 12, "Getting updates: Harbour Trust")
    strip.show_words("Looking for sources")
    assert bar.value() == 0
    strip.stop.click()
    assert stopped == [True]
    assert strip.stop.text() == "Stopping"
    strip.finish()
    strip.show_words("Again", done=1, total=2)
    assert strip.stop.text() == "Stop"


def test_stop_is_told_once(theme: Theme, stage: Stage) -> None:
    strip = ProgressStrip(theme)
    stage.hold(strip)
    stopped: list[bool] = []
    strip.stop_pressed.connect(lambda: stopped.append(True))
    strip.show_words("Getting updates")
    strip.stop.click()
    strip.stop.click()
    assert stopped == [True]


def test_work_is_felt_after_a_third_of_a_second_long_after_one_and_background_after_ten() -> None:
    assert PHASE_MS == {WorkPhase.SHORT: 300, WorkPhase.LONG: 1_000, WorkPhase.BACKGROUND: 10_000}


def test_phases_come_in_order_and_end_with_the_work(qtbot: QtBot, qapp: QApplication) -> None:
    phases = WorkPhases(after_ms={WorkPhase.SHORT: 1, WorkPhase.LONG: 5, WorkPhase.BACKGROUND: 3_600_000})
    entered: list[WorkPhase] = []
    phases.entered.connect(entered.append)
    phases.begin()
    qtbot.waitUntil(lambda: len(entered) == 2)
    assert entered == [WorkPhase.SHORT, WorkPhase.LONG]
    assert phases.end() is WorkPhase.LONG
    assert phases.phase is WorkPhase.UNNOTICED


def test_announcements_are_trimmed_and_empty_ones_are_silent(theme: Theme, listener: Listener) -> None:
    announce("  14 pages found ")
    announce("   ")
    announce("Care notes are locked", urgent=True)
    assert listener.heard == [("14 pages found", False), ("Care notes are locked", True)]

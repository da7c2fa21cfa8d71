"""A first start, step by step: without a network, left at any step and gone on with, and taken back in one piece."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget

from caregiver_app.bootstrap.notices import notices_of
from caregiver_app.library.store import Library
from caregiver_app.model.installed_pack import PackUid
from caregiver_app.model.source import NewSource
from caregiver_app.ui.automatic_updates import WHEN
from caregiver_app.ui.first_run.bringing_back import BringBackDrawer
from caregiver_app.ui.first_run.packs_step import PacksStep
from caregiver_app.ui.first_run.place import PLACE, StepKey
from caregiver_app.ui.first_run.starters import FOR_EVERYBODY
from caregiver_app.ui.first_run.updates_step import UpdatesStep
from caregiver_app.ui.first_run.welcome_step import WelcomeStep
from caregiver_app.ui.first_run.when_step import WhenStep
from caregiver_app.ui.first_tips import FirstTip
from caregiver_app.ui.library.empties import Wish
from caregiver_app.ui.restoring import From, RestoreWish
from caregiver_app.ui.screen_help.drawer import HelpDrawer
from caregiver_app.ui.speaking import SpeakWish
from caregiver_app.ui.theme import Theme, ThemeChoice
from caregiver_app.ui.topics.questions import Wanted, contacts
from caregiver_app.ui.topics.screen import TopicsScreen
from caregiver_app.ui.topics.tiles import FIRST_SHOWN
from caregiver_app.ui.widgets.confirm import Confirm
from tests.helpers.accessible import assert_accessible
from tests.helpers.clock import MONDAY
from tests.helpers.first_run import frame_of, go_on, skip, skip_all, step_of, tile, topics_of
from tests.helpers.fitting import assert_fits_smallest, assert_targets
from tests.helpers.home_window import home
from tests.helpers.picking import pick
from tests.helpers.qt_app import press, settle, show
from tests.helpers.whole_window import Opened, open_whole

pytestmark = pytest.mark.usefixtures("undressed")

SMALLEST = (960, 640)
Content = TypeVar("Content", bound=QWidget)


def here_in_the_navigation(opened: Opened) -> list[str]:
    return [button.key for button in opened.whole.window.bars.sidebar.list.buttons if button.is_here]


def words(opened: Opened) -> list[str]:
    return [label.text() for label in frame_of(opened).findChildren(QLabel) if label.isVisible()]


def here(opened: Opened) -> set[str]:
    return {pack.uid.rpartition("/")[2] for pack in opened.library.packs.list()}


def the_welcome_makes_it_readable_at_once_and_cannot_be_passed_over(opened: Opened, theme: Theme, folder: Path) -> None:
    step = step_of(opened, WelcomeStep)
    assert not frame_of(opened).foot.skip.isVisible()
    assert here_in_the_navigation(opened) == [], "who takes the first steps is nowhere yet"
    assert_accessible(frame_of(opened))
    press(Qt.Key.Key_F1)
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    assert isinstance(panel.content, HelpDrawer)
    assert panel.content.accessibleName() == "Help: First steps"
    press(Qt.Key.Key_F1)
    step.sizes.chip("130").click()
    step.colours.chip("dark").click()
    assert (theme.percent, theme.choice) == (130, ThemeChoice.DARK)
    step.sizes.chip("100").click()
    step.colours.chip("high-contrast-light").click()
    theme.step_scale(1)
    assert step.colours.current == "high-contrast-light", "whoever needs contrast sees what holds"
    step.sizes.chip("100").click()
    step.colours.chip("light").click()
    step.languages.chip("es-US").click()
    assert step.change.isVisible()  # arrow keys pass through all languages: none is spoken before a press
    assert (opened.wishes, step.change.words) == ([], "Change to Español (EE. UU.)")
    step.change.click()
    assert opened.wishes == [
        SpeakWish(language="es-US", before="", in_first_steps=True)
    ]  # the next window offers to take it back
    step.languages.chip("en-GB").click()
    assert not step.change.isVisible()
    what_one_had_is_brought_back_or_the_step_waits(opened, step, folder)
    go_on(opened)


def what_one_had_is_brought_back_or_the_step_waits(opened: Opened, step: WelcomeStep, folder: Path) -> None:
    """One thing to do, named so: the file, then the question. Each way out of it leads back to the step."""
    opened.wishes.clear()
    step.backup.setFocus()
    step.backup.click()
    drawer = content_of(opened, BringBackDrawer)
    assert drawer.accessibleName() == "Bring back what you had"
    assert_accessible(drawer)
    drawer.back.click()
    assert opened.whole.window.overlay.panel is None
    assert step.backup.hasFocus(), "as if nothing had been pressed"

    backup = folder / "before.caregiver-backup"
    opened.services.create_backup(backup, on_progress=lambda _progress: None)
    step.backup.click()
    content_of(opened, BringBackDrawer).choose.click()
    pick(opened, backup)
    asked = content_of(opened, Confirm)
    asked.act.click()
    settle()
    assert opened.wishes == [RestoreWish(source=From.BACKUP, path=backup)]
    assert step_of(opened, WelcomeStep) is step


def content_of(opened: Opened, kind: type[Content]) -> Content:
    """Return what lies over the window, which must be of this kind."""
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    assert isinstance(panel.content, kind), panel.content
    return panel.content


def the_nation_is_asked_where_there_are_nations(opened: Opened) -> None:
    countries = topics_of(opened).countries
    assert not countries.nations.isVisible()
    countries.chips.chip("GB").click()
    assert (countries.nations.isVisible(), countries.current) == (True, "GB")
    countries.nations.chip("SCT").click()
    assert countries.current == "GB-SCT"


def topics_are_ticked_by_keyboard_everyday_ones_first(opened: Opened) -> None:
    assert "What would you like help with?" in words(opened)
    assert "Your choices stay on this computer." in words(opened)
    frame, tiles = frame_of(opened), topics_of(opened).tiles
    shown = [topic for topic, one in tiles.tiles.items() if one.isVisible()]
    assert len(shown) == FIRST_SHOWN
    assert "end-of-life" not in shown
    tiles.more.click()
    settle()
    assert all(one.isVisible() for one in tiles.tiles.values())
    assert frame.foot.main.words == "Continue without topics"
    tile(opened, "dementia").setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Space)
    assert frame.foot.main.words == "Continue with 1 topic"
    assert_accessible(frame)


def packs_are_ticked_by_topic_and_those_unticked_are_taken_out(opened: Opened) -> None:
    go_on(opened)
    step = step_of(opened, PacksStep)
    assert {uid.rpartition("/")[2] for uid in step.wanted} == {"dementia", *FOR_EVERYBODY}
    dementia = step.rows[PackUid("starter/dementia")].box
    assert dementia.hasFocus()
    assert "Comes with Caregiver, as of " in dementia.accessibleDescription()
    assert "8 guides" in dementia.accessibleDescription()
    step.rows[PackUid("starter/scams")].box.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Space)
    assert frame_of(opened).foot.main.words == "Continue with 4 packs"
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    frame_of(opened).foot.main.click()  # a second press counts for nothing, here and in the step that follows
    opened.quiet()
    assert here(opened) == {"dementia", *FOR_EVERYBODY} - {"scams"}
    assert opened.message == ""  # the step said what is kept


def one_step_back_brings_all_packs_back_and_forth(opened: Opened) -> None:
    opened.whole.window.messages.undo()
    opened.quiet()
    assert len(here(opened)) == 10
    opened.whole.window.messages.redo()
    opened.quiet()
    assert len(here(opened)) == 4


def who_would_be_asked_is_said_first(opened: Opened) -> None:
    step = step_of(opened, UpdatesStep)
    assert "Only these. Nothing about you is sent." in words(opened)
    expected = contacts(opened.library.sources.list(enabled=True))
    assert expected
    assert {contact.name for contact in expected} <= set(words(opened))
    assert step.contacts is not None
    assert step.contacts.shows_addresses is False
    step.contacts.addresses.click()
    assert [step.contacts.shows_addresses] == [True]


def going_back_shows_what_was_chosen_and_every_topic_still(opened: Opened) -> None:
    press(Qt.Key.Key_Escape)
    opened.quiet()
    assert {uid.rpartition("/")[2] for uid in step_of(opened, PacksStep).wanted} == here(opened)
    frame_of(opened).row.buttons[StepKey.TOPICS].click()
    opened.quiet()
    assert tile(opened, "dementia").isChecked()
    tile(opened, "stroke").click()  # its pack was taken out
    go_on(opened)
    assert PackUid("starter/stroke") in step_of(opened, PacksStep).wanted
    go_on(opened)
    assert here(opened) == {"dementia", "stroke", *FOR_EVERYBODY} - {"scams"}


@pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)
def test_a_first_start_is_left_and_gone_on_with_and_asks_nobody_before_it_may(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    with open_whole(theme, tmp_path / "data", start=starter_folder) as opened:
        the_welcome_makes_it_readable_at_once_and_cannot_be_passed_over(opened, theme, tmp_path)
        topics_are_ticked_by_keyboard_everyday_ones_first(opened)
        the_nation_is_asked_where_there_are_nations(opened)
        packs_are_ticked_by_topic_and_those_unticked_are_taken_out(opened)
        one_step_back_brings_all_packs_back_and_forth(opened)
        who_would_be_asked_is_said_first(opened)
        going_back_shows_what_was_chosen_and_every_topic_still(opened)
        opened.whole.library.show_shelf()
        opened.whole.window.open_screen("settings")
        (go_on_with,) = opened.whole.find.commands.find("go on with the first steps")
        go_on_with.action()
        assert frame_of(opened).key == StepKey.UPDATES
        it_calls_itself_welcome_and_home_leads_back_to_it(opened)
        assert opened.door.asked == []
        frame_of(opened).foot.back.click()
        opened.quiet()
        skip(opened)
        left = how_steps_stand(opened)
        assert (left[StepKey.TOPICS], left[StepKey.PACKS]) == ("Done", "Skipped")
    with open_whole(theme, tmp_path / "data") as again:
        assert frame_of(again).key == StepKey.UPDATES
        assert how_steps_stand(again) == left
        expected = {source.url for source in again.library.sources.list(enabled=True)}
        go_on(again)
        safety_notices_of_the_country_are_ticked_by_name(again)
        assert again.library.choices.get(WHEN, "") == ""
        go_on(again)
        assert again.library.choices.get(WHEN, "") == "daily"
        assert notices_of(again.library, MONDAY) is not None
        when_home_is_shown_the_end_is_kept(again)
        assert again.library.topics.place()[0] == "GB-SCT"
        assert set(again.door.asked) <= expected
        assert again.door.asked
        assert again.whole.library.behind is None
        assert again.whole.window.nav.current == "home"
        assert again.message.startswith("There is no network right now.")
        assert again.whole.find.commands.find("go on with the first steps") == ()
        assert home(again).offer.isHidden()
        assert home(again).doing.steps.isHidden()
        tips_are_put_away_one_by_one_and_come_back_by_undo_alone(again)
    with open_whole(theme, tmp_path / "data", screen="home") as last:
        assert last.whole.library.behind is None
        assert home(last).tips.isHidden()
        (once_more,) = last.whole.find.commands.find("first steps again")
        once_more.action()
        last.quiet()
        assert frame_of(last).key == StepKey.WELCOME
        assert topics_of(last).wanted == Wanted(topics=("dementia", "stroke"), country="GB-SCT")


def it_calls_itself_welcome_and_home_leads_back_to_it(opened: Opened) -> None:
    window = opened.whole.window
    assert window.windowTitle() == "Welcome, Caregiver"
    window.open_screen("home")
    opened.quiet()
    assert window.windowTitle() == "Home, Caregiver"
    home(opened).doing.steps.click()
    opened.quiet()
    assert (window.nav.current, window.nav.title()) == ("library", "Welcome")
    assert frame_of(opened).isVisible()


def safety_notices_of_the_country_are_ticked_by_name(opened: Opened) -> None:
    row = step_of(opened, WhenStep).notices
    assert row.box.isVisible()
    assert row.box.isChecked()
    assert row.box.text().startswith("Safety notices from: ")
    assert "Food Standards Agency" in row.box.text()


def when_home_is_shown_the_end_is_kept(opened: Opened) -> None:
    nav, kept = opened.whole.window.nav, list[str]()

    def look() -> None:
        if nav.current == "home":
            kept.append(opened.library.choices.get(PLACE, ""))

    nav.changed.connect(look)
    skip(opened)
    nav.changed.disconnect(look)
    assert kept
    assert set(kept) == {"over"}
    assert here_in_the_navigation(opened) == ["home"]


def tips_are_put_away_one_by_one_and_come_back_by_undo_alone(opened: Opened) -> None:
    tips = home(opened).tips
    assert [tip for tip, button in tips.buttons.items() if button.isVisible()] == list(FirstTip)
    assert_accessible(tips)
    tips.buttons[FirstTip.FIND].setFocus()
    press(Qt.Key.Key_Space)
    opened.quiet()
    assert not tips.buttons[FirstTip.FIND].isVisible()
    assert tips.buttons[FirstTip.LARGER].hasFocus()
    opened.whole.window.messages.undo()
    opened.quiet()
    assert tips.buttons[FirstTip.FIND].isVisible()
    for button in tips.buttons.values():
        button.click()
        opened.quiet()
    assert tips.isHidden()


def test_passing_over_keeps_every_pack_and_an_empty_library_says_what_to_do(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    with open_whole(theme, tmp_path, start=starter_folder) as opened:
        skip(opened)
        step = step_of(opened, PacksStep)
        assert step.wanted == step.rows.keys()  # nobody said what they do not need
        skip(opened)
        nobody_would_be_asked_for_pages_so_that_step_is_neither_seen_nor_ticked(opened)
        skip_all(opened)
        assert len(here(opened)) == 10
        opened.whole.window.open_screen("library")
        opened.quiet()
        empty = opened.whole.library.shelf.pane.empty
        assert empty.emptiness is not None
        assert empty.emptiness.heading == "Your library is empty."
        assert empty.emptiness.wishes == (Wish.TOPICS, Wish.ADD_SOURCE, Wish.GUIDES)
        empty.wished.emit(Wish.TOPICS)
        opened.quiet()
        assert isinstance(opened.whole.library.behind, TopicsScreen)
        assert opened.door.asked == []


def how_steps_stand(opened: Opened) -> dict[str, str]:
    return {key: button.accessibleDescription() for key, button in frame_of(opened).row.buttons.items()}


def nobody_would_be_asked_for_pages_so_that_step_is_neither_seen_nor_ticked(opened: Opened) -> None:
    row, said = frame_of(opened).row, how_steps_stand(opened)
    assert (frame_of(opened).key, said[StepKey.UPDATES]) == (StepKey.NOTES, "Not needed")
    assert (said[StepKey.WELCOME], said[StepKey.TOPICS], said[StepKey.PACKS]) == ("Done", "Skipped", "Skipped")
    assert not row.buttons[StepKey.UPDATES].isEnabled()
    assert row.buttons[StepKey.TOPICS].isEnabled()
    assert_accessible(frame_of(opened))


def has_ring(opened: Opened) -> bool:
    return opened.whole.window.ring.target is not None


def nothing_has_a_ring_before_it_is_known_what_comes_first(opened: Opened) -> None:
    press(Qt.Key.Key_Tab)
    opened.whole.window.focus_navigation()
    assert has_ring(opened)
    opened.whole.library.hold_back()
    settle()
    assert not has_ring(opened)
    opened.whole.library.let_go()
    settle()
    assert has_ring(opened), "the keyboard goes on where something can be done"


def test_somebody_with_a_source_of_their_own_is_not_asked(theme: Theme, tmp_path: Path, starter_folder: Path) -> None:
    def add(library: Library) -> None:
        library.sources.add(NewSource(url="https://village.example/feed"), at=MONDAY)

    with open_whole(theme, tmp_path, start=starter_folder, fill=add) as opened:
        assert opened.whole.library.behind is None
        nothing_has_a_ring_before_it_is_known_what_comes_first(opened)


def in_sight(window: QWidget, part: QWidget) -> bool:
    """Return whether all of it is seen: nothing of it is below the edge of what scrolls."""
    return part.visibleRegion().boundingRect() == part.rect() and window.isAncestorOf(part)


def assert_only_the_number_of_the_step_is_said(opened: Opened) -> None:
    frame = frame_of(opened)
    place = list(StepKey).index(StepKey(frame.key)) + 1
    assert (frame.row.isVisible(), frame.short.text()) == (False, f"Step {place} of 6")


@pytest.mark.usefixtures("dressed")
def test_every_step_fits_the_smallest_window_with_the_largest_text(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    with open_whole(theme, tmp_path, start=starter_folder) as opened:
        theme.set_percent(200)
        show(opened.whole.window, *SMALLEST)
        opened.quiet()
        assert_fits_smallest(opened.whole.window)
        assert_targets(frame_of(opened), theme)
        tile(opened, "dementia").click()
        topics_of(opened).countries.chips.chip("GB").setFocus()  # as arrow keys do, which choose
        topics_of(opened).countries.chips.chip("GB").click()
        for _key in (StepKey.TOPICS, StepKey.PACKS, StepKey.UPDATES, StepKey.WHEN):
            opened.quiet()
            assert_fits_smallest(opened.whole.window)
            assert_targets(frame_of(opened), theme)
            assert_accessible(frame_of(opened))
            assert in_sight(opened.whole.window, frame_of(opened).foot.main)
            assert_only_the_number_of_the_step_is_said(opened)
            go_on(opened)
        skip(opened)
        home_begins_with_what_one_can_do_and_ends_with_tips_that_need_no_keys(opened)


def home_begins_with_what_one_can_do_and_ends_with_tips_that_need_no_keys(opened: Opened) -> None:
    part = home(opened)
    stand = [part.header, part.notices, part.doing, part.private.shut, part.news, part.tips]
    tops = [each.mapTo(part.page, QPoint()).y() for each in stand if each.isVisible()]
    assert tops == sorted(tops)
    assert all(each.isVisible() for each in stand)
    assert [tip for tip, button in part.tips.buttons.items() if button.isVisible()] == [FirstTip.EMERGENCY]

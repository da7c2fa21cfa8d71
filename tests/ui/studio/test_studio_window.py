"""A nurse with little time makes a pack in a real window: begins it, fills it, looks it over, mends what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from caregiver_app.bootstrap.pack_folders import read_pack
from caregiver_app.model.trust import Answer
from caregiver_app.support.settings import Settings
from caregiver_app.ui.checking.check_drawer import CheckDrawer
from caregiver_app.ui.frame import SMALLEST
from caregiver_app.ui.packs.commands import PACKS
from caregiver_app.ui.studio.contents.content_step import ContentStep
from caregiver_app.ui.studio.contents.take_drawer import ORGANISATIONS, TakeDrawer
from caregiver_app.ui.studio.contents.withdraw_drawer import WithdrawDrawer
from caregiver_app.ui.studio.joining import MAKE
from caregiver_app.ui.studio.looking.look_step import LookStep
from caregiver_app.ui.studio.looking.settle_drawer import SettleDrawer
from caregiver_app.ui.studio.making_part import MakingPart
from caregiver_app.ui.studio.place import place_of
from caregiver_app.ui.studio.screen import StudioScreen
from caregiver_app.ui.studio.steps import CONTENTS, LOOK_OVER, THE_PACK
from caregiver_app.ui.studio.the_pack.begin_drawer import BeginDrawer
from caregiver_app.ui.studio.the_pack.head_step import HeadStep
from caregiver_app.ui.studio.the_pack.left_out_drawer import LeftOutDrawer
from caregiver_app.ui.theme import Theme
from tests.helpers.accessible import assert_accessible
from tests.helpers.fitting import assert_fits_smallest, assert_targets
from tests.helpers.packs import CHECKLIST, GUIDE, HEADED, example, lamp, write_pack_folder
from tests.helpers.packs_window import body_of, panel_of
from tests.helpers.picking import pick, words_in
from tests.helpers.qt_app import assert_dressed, show
from tests.helpers.refusing_door import RefusingDoor
from tests.helpers.whole_window import Opened, open_whole

pytestmark = [
    pytest.mark.usefixtures("undressed"),
    pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True),
]


@pytest.fixture
def opened(theme: Theme, tmp_path: Path, starter_folder: Path) -> Iterator[Opened]:
    settings = Settings(checks_for_others=True)
    with open_whole(theme, tmp_path / "data", start=starter_folder, settings=settings) as opened:
        yield opened


def tab_of(opened: Opened) -> MakingPart:
    body = body_of(opened)
    body.show_tab(MAKE)
    tab = opened.whole.gate.side.studio.tab
    assert tab is not None
    return tab


def studio_of(opened: Opened) -> StudioScreen:
    screen = opened.whole.gate.side.studio.screen
    assert screen is not None
    return screen


def begin(opened: Opened, place: Path, filled_from: Path | None = None) -> Path:
    tab_of(opened).begin.click()
    drawer = panel_of(opened, BeginDrawer)
    if filled_from is not None:
        drawer.choose_list.click()
        pick(opened, filled_from)
    drawer.act.click()
    assert drawer.fields["title"].error
    drawer.title.setText("Evenings with dementia")
    drawer.publisher.setText("Northfield Nurses")
    drawer.act.click()
    assert drawer.topics.error
    drawer.topics.boxes["dementia"].click()
    drawer.act.click()
    pick(opened, place)
    opened.whole.window.activateWindow()
    return place / "evenings-with-dementia"


def test_a_nurse_begins_a_pack_and_says_what_it_is(opened: Opened, tmp_path: Path) -> None:
    rows = "title,address\nDementia guide,https://www.nhs.uk/conditions/dementia/\nNot safe,http://example.org/\n"
    (tmp_path / "pages.csv").write_text(rows)
    folder = begin(opened, tmp_path, tmp_path / "pages.csv")
    words = words_in(panel_of(opened, LeftOutDrawer))
    assert {"1 item is in the pack.", "Row 3: This web address does not begin with https."} <= set(words)
    opened.whole.window.overlay.close_panel()
    assert [link.title for link in read_pack(folder).links] == ["Dementia guide"]
    studio = studio_of(opened)
    assert studio.isVisible()
    step = studio.step
    assert isinstance(step, HeadStep)
    step.edits["title"].selectAll()
    step.edits["title"].insert("Evenings")
    step.edits["title"].textEdited.emit("Evenings")
    step.edits["review_by"].setText("soon")
    say_in_spanish(step)
    studio.back.click()
    opened.quiet()
    pack = read_pack(folder)
    assert pack.title == "Evenings"
    assert [(word.language, word.title) for word in pack.words] == [("es", "Las tardes")]
    assert [(gap.country, gap.words) for gap in pack.gaps] == [("IE", "No phone lines yet.")]
    assert "not a day" in step.fields["review_by"].error
    assert [row.go_on.accessibleName() for row in tab_of(opened).rows.values()] == ["Go on with Evenings"]


def say_in_spanish(step: HeadStep) -> None:
    step.edits["languages"].setText("en, es")
    step.edits["languages"].textEdited.emit("en, es")
    step.other_words.edits["es", "title"].setText("Las tardes")
    step.gaps.setPlainText("ie: No phone  lines yet.\n\n")


def test_each_thing_that_is_wrong_leads_to_its_place_until_nothing_is(opened: Opened, tmp_path: Path) -> None:
    folder = begin(opened, tmp_path)
    studio = studio_of(opened)
    (folder / "guides" / "lamps.md").write_text(f"{HEADED}Turn on a lamp.\n")
    manifest = folder / "pack.json"
    manifest.write_text(manifest.read_text().replace('"Evenings with dementia"', '"Call me on 07700 900 461"'))
    step = look_over(opened)
    assert [line.pill.text for line in step.list.lines if line.pill is not None] == ["To mend"]
    assert step.looked is not None
    assert step.looked.errors == 1

    step.list.opened.emit(step.list.lines[0])
    assert step.isVisible()  # a detail may stay in, too: that is to be chosen
    step.list.show_key("0")
    step.list.picked.emit(step.list.lines[0])
    step.keep.click()
    panel_of(opened, SettleDrawer).answers[0].click()
    opened.quiet()
    assert "07700 900 461" in (folder / "settled.json").read_text()
    assert "Nothing is wrong with this pack." in words_in(step)
    opened.whole.window.messages.undo()
    opened.quiet()
    assert not (folder / "settled.json").exists()

    opened.whole.window.activateWindow()
    studio.go_to(place_of("title"))
    opened.quiet()
    head = head_of(opened)
    assert head.edits["title"].hasFocus()
    head.edits["title"].setText("Evenings")
    head.edits["title"].textEdited.emit("Evenings")
    assert look_over(opened).list.lines == ()
    assert opened.door.asked == []


def test_links_are_looked_at_only_when_asked_and_what_was_found_stays_known(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    door, settings = RefusingDoor(), Settings(checks_for_others=True)
    with open_whole(theme, tmp_path / "data", start=starter_folder, settings=settings, fetcher=door) as opened:
        opened.whole.window.open_screen(PACKS)
        opened.whole.gate.side.studio.open_folder(example_in(tmp_path))
        opened.quiet()
        step = look_over(opened)
        assert door.asked == []
        step.links.click()
        opened.quiet()
        hosts = {urlsplit(address).hostname for address in door.asked}
        assert hosts == {"www.alzheimers.org.uk", "www.nhs.uk", "forum.alzheimers.org.uk"}
        assert said(step).count("This page could not be opened. Try it by hand.") == len(door.asked)
        asked = len(door.asked)
        step.again.click()
        opened.quiet()
        assert said(step).count("This page could not be opened. Try it by hand.") == asked
        assert len(door.asked) == asked


def said(step: LookStep) -> list[str]:
    return [line.title for line in step.list.lines]


def example_in(place: Path) -> Path:
    files: dict[str, str | bytes] = {
        "guides/evenings.md": GUIDE,
        "checklists/evening.md": CHECKLIST,
        "pictures/lamp.png": lamp(),
    }
    return write_pack_folder(place / "evenings", example(), files)


def head_of(opened: Opened) -> HeadStep:
    step = studio_of(opened).step
    assert isinstance(step, HeadStep)
    return step


def look_over(opened: Opened) -> LookStep:
    studio = studio_of(opened)
    studio.show_step(LOOK_OVER)
    opened.quiet()
    step = studio.step
    assert isinstance(step, LookStep)
    return step


def test_what_is_in_the_library_is_taken_in_checked_taken_out_and_withdrawn(opened: Opened, tmp_path: Path) -> None:
    folder = begin(opened, tmp_path)
    studio = studio_of(opened)
    studio.show_step(CONTENTS)
    opened.quiet()
    step = studio.step
    assert isinstance(step, ContentStep)
    step.take.click()
    opened.quiet()
    drawer = panel_of(opened, TakeDrawer)
    drawer.kinds.chip(ORGANISATIONS).click()
    drawer.search.search("Alzheimer")
    opened.quiet()
    for number in (0, 1):
        drawer.list.opened.emit(drawer.list.lines[number])
        opened.quiet()
    assert [line.pill is not None for line in drawer.list.lines[:2]] == [True, True]
    opened.whole.window.overlay.close_panel()
    opened.quiet()
    first, second = (each.id for each in read_pack(folder).organisations)

    reach(step, f"organisations {first}")
    step.check.click()
    opened.quiet()
    check(panel_of(opened, CheckDrawer))
    opened.quiet()
    assert [each.appraisal is not None for each in read_pack(folder).organisations] == [True, False]
    assert step.current is not None
    assert step.current.line.pill is not None
    assert step.current.line.pill.text == "Checked"
    step.take_out.click()
    opened.quiet()
    assert [each.id for each in read_pack(folder).organisations] == [second]
    opened.whole.window.messages.undo()
    opened.quiet()
    assert [each.id for each in read_pack(folder).organisations] == [first, second]

    reach(step, f"organisations {second}")
    step.withdraw.click()
    withdrawing = panel_of(opened, WithdrawDrawer)
    withdrawing.act.click()
    assert withdrawing.field.error
    withdrawing.reason.setPlainText("It was closed.")
    withdrawing.act.click()
    opened.quiet()
    pack = read_pack(folder)
    assert [(word.item, word.reason) for word in pack.withdrawals] == [(second, "It was closed.")]
    assert [each.id for each in pack.organisations] == [first]
    reach(step, "withdrawals 1")
    step.word_back.click()
    opened.quiet()
    assert read_pack(folder).withdrawals == ()
    assert opened.door.asked == []


def check(drawer: CheckDrawer) -> None:
    for row in drawer.rows:
        row.answers.chip(Answer.YES).click()
    drawer.reviewer.role.setText("Dementia nurse")
    drawer.save.click()


def reach(step: ContentStep, key: str) -> None:
    step.list.show_key(key)
    step.list.picked.emit(next(line for line in step.list.lines if line.key == key))


@pytest.mark.usefixtures("dressed")
def test_the_studio_fits_the_smallest_window_and_is_spoken_whole(opened: Opened, tmp_path: Path, theme: Theme) -> None:
    assert_dressed()
    folder = example_in(tmp_path)
    show(opened.whole.window, *SMALLEST)
    tab_of(opened).begin.click()
    panel_of(opened, BeginDrawer)
    opened.whole.window.overlay.close_panel()
    for percent in (100, 200):
        theme.set_percent(percent)
        tab_of(opened)
        check_fits(opened, theme)
        opened.whole.gate.side.studio.open_folder(folder)
        for key in (THE_PACK, CONTENTS, LOOK_OVER):
            opened.quiet()
            studio_of(opened).show_step(key)
            opened.quiet()
            step = studio_of(opened).step
            if isinstance(step, ContentStep):
                reach(step, "links nhs-dementia")
            if isinstance(step, HeadStep):
                studio_of(opened).go_to(place_of("languages[2]"))
                opened.quiet()
                assert step.other_words.edits["es", "title"].hasFocus()
            check_fits(opened, theme)
        assert opened.whole.window.stack.shown is not None
        assert opened.whole.window.stack.shown.go_back()
        opened.quiet()
        assert tab_of(opened).isVisible()


def check_fits(opened: Opened, theme: Theme) -> None:
    opened.quiet()
    assert_fits_smallest(opened.whole.window)
    assert_targets(opened.whole.window, theme)
    assert_accessible(opened.whole.window)

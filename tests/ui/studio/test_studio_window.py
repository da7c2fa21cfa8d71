"""A nurse with little time makes a pack in a real window: begins it, fills it, looks it over, mends what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from caregiver_app.bootstrap.pack_folders import read_pack
from caregiver_app.support.settings import Settings
from caregiver_app.ui.studio.joining import MAKE
from caregiver_app.ui.studio.looking.look_step import LookStep
from caregiver_app.ui.studio.making_part import MakingPart
from caregiver_app.ui.studio.screen import StudioScreen
from caregiver_app.ui.studio.steps import LOOK_OVER
from caregiver_app.ui.studio.the_pack.begin_drawer import BeginDrawer
from caregiver_app.ui.studio.the_pack.head_step import HeadStep
from caregiver_app.ui.theme import Theme
from tests.helpers.packs_window import body_of, panel_of
from tests.helpers.picking import pick
from tests.helpers.whole_window import Opened, open_whole

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)


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


def begin(opened: Opened, place: Path) -> Path:
    tab_of(opened).begin.click()
    drawer = panel_of(opened, BeginDrawer)
    drawer.act.click()
    assert drawer.fields["title"].error
    drawer.title.setText("Evenings with dementia")
    drawer.publisher.setText("Northfield Nurses")
    drawer.act.click()
    assert drawer.topics.error
    drawer.topics.boxes["dementia"].click()
    drawer.act.click()
    pick(opened, place)
    return place / "evenings-with-dementia"


def test_a_nurse_begins_a_pack_and_says_what_it_is(opened: Opened, tmp_path: Path) -> None:
    folder = begin(opened, tmp_path)
    studio = studio_of(opened)
    assert studio.isVisible()
    step = studio.step
    assert isinstance(step, HeadStep)
    step.edits["title"].selectAll()
    step.edits["title"].insert("Evenings")
    step.edits["title"].textEdited.emit("Evenings")
    step.edits["review_by"].setText("soon")
    studio.back.click()
    opened.quiet()
    assert read_pack(folder).title == "Evenings"
    assert "not a day" in step.fields["review_by"].error
    assert [row.go_on.accessibleName() for row in tab_of(opened).rows.values()] == ["Go on with Evenings"]


def test_each_thing_that_is_wrong_leads_to_its_place_until_nothing_is(opened: Opened, tmp_path: Path) -> None:
    folder = begin(opened, tmp_path)
    studio = studio_of(opened)
    manifest = folder / "pack.json"
    manifest.write_text(manifest.read_text().replace('"Evenings with dementia"', '"Call my neighbour on 07700 900 461"'))
    studio.show_step(LOOK_OVER)
    opened.quiet()
    step = studio.step
    assert isinstance(step, LookStep)
    print([line.spoken for line in step.list.lines], step.said)

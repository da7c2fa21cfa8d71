"""A stick that a nurse prepared: found or chosen, shown before anything is set, compared like any maker of packs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from caregiver_app.bootstrap.set_up_file import NAME
from caregiver_app.bootstrap.sticks import set_up_files
from caregiver_app.model.set_up import SetUp, SetUpChannel, SetUpUpdates
from caregiver_app.packs.channels.documents import fingerprint_of
from caregiver_app.packs.set_up_format import set_up_bytes
from caregiver_app.ui.automatic_updates import WHEN
from caregiver_app.ui.first_run.packs_step import PacksStep
from caregiver_app.ui.first_run.place import StepKey, stopped_at
from caregiver_app.ui.first_run.set_up_part import SetUpPart
from caregiver_app.ui.first_run.set_up_sheet import SetUpSheet
from caregiver_app.ui.first_run.welcome_step import WelcomeStep
from caregiver_app.ui.packs.compare_drawer import CompareDrawer
from caregiver_app.ui.packs.install_sheet import InstallSheet
from caregiver_app.ui.speaking import SpeakWish
from caregiver_app.ui.theme import Theme
from tests.helpers.accessible import assert_accessible
from tests.helpers.first_run import frame_of, go_on, skip_all, step_of, tile, topics_of
from tests.helpers.installing import a_link, pack_of
from tests.helpers.own_channels import PUBLISHER, Maker, a_family
from tests.helpers.packs_window import install, panel_of, said_in, type_groups
from tests.helpers.picking import pick
from tests.helpers.whole_window import Opened, open_whole

pytestmark = [
    pytest.mark.usefixtures("undressed"),
    pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True),
]

NEWS = "https://packs.northfield-nurses.org/"


@pytest.fixture
def opened(theme: Theme, tmp_path: Path, starter_folder: Path) -> Iterator[Opened]:
    with open_whole(theme, tmp_path / "data", start=starter_folder) as opened:
        yield opened


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A stick with two packs, of which the set-up file asks for one."""
    sticks = tmp_path / "sticks" / "north"
    maker = Maker(sticks / "packs")
    maker.begin()
    for slug in ("evenings", "mornings"):
        maker.add(slug, pack_of(slug, links=[a_link(f"page-{slug}")]))
    channel = SetUpChannel(copy="packs", address=NEWS, fingerprint=fingerprint_of(a_family(sticks / "packs").root))
    write(
        sticks,
        SetUp(
            country="GB-SCT",
            text_size=140,
            updates=SetUpUpdates.DAILY,
            starter=("dementia", "stroke"),
            channel=channel,
            packs=(f"{PUBLISHER}/evenings",),
        ),
    )
    return sticks


def write(stick: Path, set_up: SetUp) -> None:
    stick.mkdir(parents=True, exist_ok=True)
    (stick / NAME).write_bytes(set_up_bytes(set_up))


def set_up_of(opened: Opened) -> SetUpPart:
    return step_of(opened, WelcomeStep).set_up


def a_stick_that_is_plugged_in_is_offered_and_shown(opened: Opened, stick: Path) -> None:
    part = set_up_of(opened)
    assert part.found.isHidden()
    part.look_for_sticks([stick.parent])
    opened.quiet()
    assert part.found.isVisible()
    part.look.click()
    sheet = panel_of(opened, SetUpSheet)
    assert_accessible(sheet)
    said = dict(sheet.lines)
    assert said["Country"] == "Scotland"
    assert said["Text size"] == "150%"
    assert said["Get updates"].startswith("Once a day")
    assert said["Packs on the stick"].startswith("1 pack is wanted. First you compare")
    assert NEWS in said["Where their news are"]
    assert opened.library.topics.place() == ("", "")


def its_choices_are_set_at_once(opened: Opened, theme: Theme) -> None:
    panel_of(opened, SetUpSheet).act.click()
    opened.quiet()
    assert opened.message == "Set up as the stick says."
    assert opened.library.topics.place()[0] == "GB-SCT"
    assert theme.percent == 150
    assert step_of(opened, WelcomeStep).sizes.current == "150"


def they_are_taken_back_as_one(opened: Opened, theme: Theme) -> None:
    opened.whole.window.messages.undo()
    opened.quiet()
    assert opened.library.topics.place()[0] == ""
    assert opened.library.choices.get(WHEN, "") == ""
    assert theme.percent == 100
    opened.whole.window.messages.redo()
    opened.quiet()
    assert opened.library.choices.get(WHEN, "") == "daily"


def nothing_is_installed_before_two_groups_were_typed(opened: Opened, stick: Path) -> None:
    drawer = panel_of(opened, CompareDrawer)
    type_groups(drawer, stick / "packs", wrong=True)
    opened.quiet()
    assert opened.library.channels.list() == ()
    type_groups(drawer, stick / "packs")
    opened.quiet()
    (channel,) = opened.library.channels.list()
    assert channel.address == ""  # what stands beside the packs is proven by no sign
    assert "evenings, version 1" in [words.lower() for words in said_in(panel_of(opened, InstallSheet))]
    install(opened)
    own = [pack.uid for pack in opened.library.packs.list() if not pack.is_built_in]
    assert own == [f"{channel.id}/{PUBLISHER}/evenings"]


def the_packs_that_it_names_stand_ticked_and_those_of_the_stick_go_again(opened: Opened) -> None:
    assert topics_of(opened).wanted.country == "GB-SCT"
    tile(opened, "dementia").click()
    go_on(opened)
    ticked = {uid.rpartition("/")[2] for uid in step_of(opened, PacksStep).wanted}
    assert ticked == {"dementia", "stroke", "alerts", "scams", "carer-wellbeing", "mental-health"}
    opened.whole.window.messages.undo()
    opened.quiet()
    assert all(pack.is_built_in for pack in opened.library.packs.list())
    opened.whole.window.messages.undo()
    opened.quiet()
    assert opened.library.choices.get(WHEN, "") == ""
    for _step in (StepKey.TOPICS, StepKey.WELCOME):
        frame_of(opened).foot.back.click()
        opened.quiet()
    assert set_up_of(opened).choose.isVisible()


def test_a_prepared_stick_is_offered_shown_followed_and_its_makers_compared(
    opened: Opened, stick: Path, theme: Theme
) -> None:
    a_stick_that_is_plugged_in_is_offered_and_shown(opened, stick)
    its_choices_are_set_at_once(opened, theme)
    they_are_taken_back_as_one(opened, theme)
    nothing_is_installed_before_two_groups_were_typed(opened, stick)
    the_packs_that_it_names_stand_ticked_and_those_of_the_stick_go_again(opened)
    assert opened.door.asked == []


def test_a_stick_whose_file_and_packs_do_not_belong_together_installs_nothing(opened: Opened, stick: Path) -> None:
    """Nor does one without a file, or with one that a link on the stick leads to."""
    channel = SetUpChannel(copy="packs", fingerprint="0" * 64)
    write(stick, SetUp(channel=channel))
    set_up_of(opened).choose.click()
    pick(opened, stick)
    panel_of(opened, SetUpSheet).act.click()
    opened.quiet()
    assert "do not belong together" in set_up_of(opened).outcome.words
    assert opened.whole.window.overlay.panel is None
    assert opened.library.channels.list() == ()
    set_up_of(opened).read(stick / "packs")
    opened.quiet()
    assert set_up_of(opened).outcome.words.startswith("There is no set-up file here.")
    linked = stick.parent.parent / "links"
    linked.mkdir()
    (linked / "one").symlink_to(stick, target_is_directory=True)
    (linked / "two").mkdir()
    (linked / "two" / NAME).symlink_to(stick / NAME)
    assert set_up_files([linked]) == ()
    assert set_up_files([stick.parent, stick / "nowhere"]) == (stick / NAME,)


def the_address_beside_the_packs_counts_after_a_yes(opened: Opened, stick: Path) -> None:
    drawer = panel_of(opened, CompareDrawer)
    assert drawer.news is not None
    assert NEWS in drawer.news.text()
    assert not drawer.news.isChecked()
    drawer.news.click()
    type_groups(drawer, stick / "packs")
    opened.quiet()
    (channel,) = opened.library.channels.list()
    assert channel.address == NEWS


def test_another_language_is_spoken_in_a_new_window_which_goes_on_with_the_packs(
    theme: Theme, tmp_path: Path, starter_folder: Path, stick: Path
) -> None:
    channel = SetUpChannel(copy="packs", address=NEWS, fingerprint=fingerprint_of(a_family(stick / "packs").root))
    packs = (f"{PUBLISHER}/evenings",)
    write(stick, SetUp(language="en-US", starter=("dementia",), channel=channel, packs=packs))
    with open_whole(theme, tmp_path / "data", start=starter_folder) as opened:
        set_up_of(opened).read(stick)
        panel_of(opened, SetUpSheet).act.click()
        opened.quiet()
        assert opened.wishes == [SpeakWish(language="en-US")]
        assert opened.saved[-1].language == "en-US"
        assert opened.library.topics.place()[1] == "en"
    with open_whole(theme, tmp_path / "data") as again:
        assert frame_of(again).key == StepKey.WELCOME
        the_address_beside_the_packs_counts_after_a_yes(again, stick)
    with open_whole(theme, tmp_path / "data") as last:
        assert last.whole.window.overlay.panel is None  # offered once
        skip_all(last)
        last.whole.opened_files.look_at(stick / NAME)
        sheet = panel_of(last, SetUpSheet)
        assert dict(sheet.lines)["Packs that come with Caregiver"] == "You can add these in Packs, under More packs."
        sheet.act.click()
        last.quiet()
        assert last.wishes == [SpeakWish(language="en-US")]
    with open_whole(theme, tmp_path / "data") as over:
        assert over.whole.library.behind is None, "nothing is asked again"
        install(over)
        assert [pack.uid for pack in over.library.packs.list() if not pack.is_built_in] != []
        over.whole.window.messages.undo()
        over.quiet()
        assert stopped_at(over.library, has_begun=False) is None

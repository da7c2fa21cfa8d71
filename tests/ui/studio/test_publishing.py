"""A nurse signs a pack in a real window: makes a channel, mistypes, publishes, shows the signs, saves a copy."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from caregiver_app.bootstrap.pack_folders import read_pack
from caregiver_app.bootstrap.set_up_file import NAME, read_set_up_file
from caregiver_app.support.settings import Settings
from caregiver_app.ui.printing import PrintPanel
from caregiver_app.ui.studio.contents.withdraw_drawer import WithdrawDrawer
from caregiver_app.ui.studio.publishing.keys_drawer import KeysDrawer
from caregiver_app.ui.studio.publishing.make_drawer import MakeDrawer
from caregiver_app.ui.studio.publishing.publish_step import PublishStep
from caregiver_app.ui.studio.publishing.set_up_drawer import SetUpDrawer
from caregiver_app.ui.studio.publishing.signs_drawer import SignsDrawer
from caregiver_app.ui.studio.round.round_step import RoundStep
from caregiver_app.ui.studio.steps import LOOK_OVER, PUBLISH, ROUND
from caregiver_app.ui.theme import Theme
from tests.helpers.accessible import assert_accessible
from tests.helpers.packs import HEADED, small_manifest, write_pack_folder
from tests.helpers.packs_window import panel_of, said_in, studio_step
from tests.helpers.picking import pick
from tests.helpers.print_window import way_to
from tests.helpers.printers import PretendPrinter
from tests.helpers.whole_window import Opened, open_whole, wait_until

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)

PASSPHRASE = "walnut harbour simple candle orbit"


@pytest.fixture
def opened(theme: Theme, tmp_path: Path, starter_folder: Path) -> Iterator[Opened]:
    settings = Settings(checks_for_others=True)
    with open_whole(theme, tmp_path / "data", start=starter_folder, settings=settings) as opened:
        yield opened


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    lines = [_line("old", "2026-01-10"), _line("older", "2025-01-10"), _line("new", "2026-11-01")]
    guide = {"guides/evenings.md": f"{HEADED}Turn on a lamp.\n"}
    return write_pack_folder(tmp_path / "pack", small_manifest(helplines=lines), guide)


def _line(name: str, checked_on: str) -> dict[str, Any]:
    said = {"id": name, "name": name, "kind": "caring", "country": "GB", "languages": ["en"]}
    return {**said, "phone": "0808 157 0192", "checked_on": checked_on}


def step_of(opened: Opened, pack: Path) -> PublishStep:
    """Open the pack in the studio, at its last step."""
    return studio_step(opened, pack, PUBLISH, PublishStep)


def test_a_nurse_makes_a_channel_publishes_and_hands_a_copy_over(opened: Opened, pack: Path, tmp_path: Path) -> None:
    step = step_of(opened, pack)
    assert not step.going_out.isVisible()
    make_a_channel(opened, step, tmp_path)
    publish_after_a_mistake(opened, step)
    show_the_signs(opened, step)
    step.hand_over.file.click()
    pick(opened, tmp_path / "stick.carepack")
    wait_until((tmp_path / "stick.carepack").is_file, "the copy")
    opened.quiet()
    step.hand_over.contents_file.click()
    pick(opened, tmp_path / "contents.pdf")
    wait_until((tmp_path / "contents.pdf").is_file, "the contents")
    make_a_stick(opened, step, tmp_path / "stick")
    go_round(opened, pack)
    break_the_guide(opened, step, pack)


def make_a_channel(opened: Opened, step: PublishStep, tmp_path: Path) -> None:
    step.channel.make.click()
    drawer = panel_of(opened, MakeDrawer)
    assert drawer.name.text() == "Example Nurses"
    assert_accessible(drawer)
    drawer.act.click()
    assert drawer.problem.isVisible()
    drawer.choose_folder.click()
    pick(opened, new_folder(tmp_path / "channel"))
    drawer.passphrase.field.line.setText("secret")
    drawer.act.click()
    wait_until(lambda: bool(drawer.passphrase.field.error), "a word on the weak passphrase")
    drawer.passphrase.field.line.setText(PASSPHRASE)
    drawer.act.click()
    keys = panel_of(opened, KeysDrawer)
    assert {"root-1.key", "root-2-spare.key", "publishing.key"} <= set(said_in(keys))
    keys.copy_it.click()
    assert len([words for words in said_in(keys.groups) if len(words.split()) == 3]) == 8
    step.ways.print_with(way_to(opened, PretendPrinter(())))
    keys.print_it.click()
    asked = panel_of(opened, PrintPanel)
    opened.quiet()
    asked.save_it.click()
    pick(opened, opened.services.paths.data_dir / "sheet.pdf")
    keys = panel_of(opened, KeysDrawer)
    assert keys.problem.isVisible()
    keys.done.click()
    opened.quiet()


def publish_after_a_mistake(opened: Opened, step: PublishStep) -> None:
    field = step.going_out.passphrase
    field.line.setText("another harbour candle")
    step.going_out.act.click()
    wait_until(lambda: bool(field.error), "a word on the wrong passphrase")
    assert "does not open" in field.error
    field.line.setText(PASSPHRASE)
    step.going_out.act.click()
    wait_until(lambda: bool(step.told.words), "what came of it")
    assert step.told.words.startswith("Published: Evenings, version 1 Families can be sure of it until")
    assert field.text() == ""
    opened.quiet()
    assert_accessible(step)
    opened.quiet()


def show_the_signs(opened: Opened, step: PublishStep) -> None:
    step.channel.signs.click()
    drawer = panel_of(opened, SignsDrawer)
    assert step.state.facts is not None
    signs = [words.replace(" ", "") for words in said_in(drawer)]
    assert step.state.facts.fingerprint in "".join(each for each in signs if len(each) == 8)
    drawer.closed.emit()
    opened.quiet()


def make_a_stick(opened: Opened, step: PublishStep, stick: Path) -> None:
    step.hand_over.set_up.click()
    drawer = panel_of(opened, SetUpDrawer)
    assert_accessible(drawer)
    drawer.country.chip("GB").click()
    drawer.text_size.chip("150").click()
    drawer.starters["dementia"].click()
    drawer.act.click()
    pick(opened, new_folder(stick))
    wait_until((stick / NAME).is_file, "the set-up file")
    opened.quiet()
    found = read_set_up_file(stick)
    assert found.copy is not None
    assert (found.set_up.country, found.set_up.text_size, found.set_up.starter) == ("GB", 150, ("dementia",))
    assert (found.set_up.language, found.set_up.updates) == ("", None)


def go_round(opened: Opened, pack: Path) -> None:
    """One key for each row, then one that is taken back."""
    studio = opened.whole.gate.side.studio.screen
    assert studio is not None
    studio.show_step(ROUND)
    opened.quiet()
    step = studio.step
    assert isinstance(step, RoundStep)
    assert [line.title for line in step.list.lines] == ["old", "older"]
    assert_accessible(step)
    step.list.setFocus()
    QTest.keyClick(step.list, Qt.Key.Key_S)
    opened.quiet()
    assert [line.title for line in step.list.lines] == ["older"]
    QTest.keyClick(step.list, Qt.Key.Key_W)
    drawer = panel_of(opened, WithdrawDrawer)
    drawer.reason.setPlainText("It is not answered any more.")
    drawer.act.click()
    opened.quiet()
    assert not step.list.lines
    assert [each.item for each in read_pack(pack).withdrawals] == ["older"]
    opened.whole.window.messages.undo()
    opened.quiet()
    assert [line.title for line in step.list.lines] == ["older"]
    assert [str(each.checked_on) for each in read_pack(pack).helplines] == [
        "2026-11-23",
        "2025-01-10",
        "2026-11-01",
    ]
    studio.show_step(PUBLISH)
    opened.quiet()


def break_the_guide(opened: Opened, step: PublishStep, pack: Path) -> None:
    (pack / "guides" / "evenings.md").write_text("no head\n", encoding="utf-8")
    step.going_out.passphrase.line.setText(PASSPHRASE)
    step.going_out.act.click()
    wait_until(lambda: "Look it over" in step.told.words, "what is in the way")
    opened.quiet()
    step.told.see.click()
    opened.quiet()
    studio = opened.whole.gate.side.studio.screen
    assert studio is not None
    assert studio.row.current == LOOK_OVER


def new_folder(path: Path) -> Path:
    path.mkdir()
    return path

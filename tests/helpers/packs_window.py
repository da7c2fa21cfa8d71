"""What a person does on the screen of packs, and what a test wants to know of it."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QLineEdit, QWidget

from caregiver_app.model.channel import Fingerprint
from caregiver_app.packs.channels.documents import fingerprint_of
from caregiver_app.packs.channels.fingerprints import groups_of
from caregiver_app.ui.packs.body import PacksBody
from caregiver_app.ui.packs.commands import PACKS
from caregiver_app.ui.packs.compare_drawer import CompareDrawer
from caregiver_app.ui.packs.install_sheet import InstallSheet
from caregiver_app.ui.widgets.plain import PlainLabel
from tests.helpers.accessible import assert_named
from tests.helpers.own_channels import a_family
from tests.helpers.picking import pick
from tests.helpers.whole_window import Opened, wait_until

Panel = TypeVar("Panel", bound=QWidget)


def body_of(opened: Opened) -> PacksBody:
    """Open the screen and return its inside."""
    if opened.whole.window.nav.current != PACKS:
        opened.whole.window.open_screen(PACKS)
    opened.quiet()
    body = opened.whole.gate.side.packs.body
    assert body is not None
    return body


def panel_of(opened: Opened, kind: type[Panel]) -> Panel:
    """Wait until a drawer or question of this kind is open, check what is heard in it, and return it."""

    def found() -> QWidget | None:
        panel = opened.whole.window.overlay.panel
        return None if panel is None else panel.content

    wait_until(lambda: isinstance(found(), kind), kind.__name__)
    opened.quiet()
    content = found()
    assert isinstance(content, kind)
    assert_named(content)
    return content


def studio_step(opened: Opened, pack: Path, key: str, kind: type[Panel]) -> Panel:
    """Open the pack in a folder in the studio, at the step of this key, and return that step."""
    body_of(opened)
    studio = opened.whole.gate.side.studio
    studio.open_folder(pack)
    opened.quiet()
    assert studio.screen is not None
    studio.screen.show_step(key)
    opened.quiet()
    step = studio.screen.step
    assert isinstance(step, kind)
    return step


def choose_stick(opened: Opened, folder: Path) -> None:
    """Choose a folder as a person does, and wait for what comes of it."""
    body_of(opened).taking_in.ask_place().folder.click()
    pick(opened, folder)


def type_groups(drawer: CompareDrawer, folder: Path, *, wrong: bool = False) -> None:
    """Type the groups that are asked for, as the makers say them, or others."""
    fingerprint = Fingerprint("0" * 64) if wrong else fingerprint_of(a_family(folder).root)
    for number, field in drawer.fields.items():
        assert isinstance(field.control, QLineEdit)
        field.control.setText(groups_of(fingerprint)[number - 1])
    drawer.act.click()


def trust_stick(opened: Opened, folder: Path) -> None:
    """Choose a stick of somebody unknown and compare their signs."""
    choose_stick(opened, folder)
    type_groups(panel_of(opened, CompareDrawer), folder)
    opened.quiet()


def said_in(part: QWidget) -> list[str]:
    """Return the words of all labels of a part, in order."""
    return [label.text() for label in part.findChildren(PlainLabel)]


def install(opened: Opened) -> None:
    """Say yes on the sheet that is open."""
    panel_of(opened, InstallSheet).act.click()
    opened.quiet()

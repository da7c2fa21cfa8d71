"""Packs, for the eye: what is here, a stick's pack about to be installed, and a guide being written in the studio."""

from __future__ import annotations

from pathlib import Path

from caregiver_app.packs.archive_writing import write_archive
from caregiver_app.packs.manifest import MANIFEST
from caregiver_app.ui.packs.compare_drawer import CompareDrawer
from caregiver_app.ui.packs.install_sheet import InstallSheet
from caregiver_app.ui.studio.steps import WRITE
from caregiver_app.ui.studio.writing.writing_step import WritingStep
from tests.helpers.clock import MONDAY
from tests.helpers.installing import a_guide, a_line, a_link
from tests.helpers.own_channels import NAME, Maker
from tests.helpers.packs import canonical, small_manifest, write_pack_folder
from tests.helpers.packs_window import body_of, panel_of, studio_step, type_groups
from tests.helpers.whole_window import Opened, wait_until

_TITLE = "When evenings feel harder"
_HEAD = f"---\ntitle: {_TITLE}\nlanguage: en\nsummary: What to try first, and whom to ask.\n---\n\n"
_WORDS = """Many people with dementia feel more upset late in the day. A steady evening can help.

## Before it gets dark

- Close the curtains an hour before sunset.
- Turn on **warm, even lights**.
- Keep supper small, and the main meal at lunchtime.

## If they become upset

Speak slowly. Say what you can see: "You look worried. I am here." Leave the room for a minute if you both need it.

Call the nurse if the change is sudden.
"""


def packs_install(opened: Opened) -> None:
    """The sheet that says what a pack brings before it is here."""
    _leave_what_is_open(opened)
    stick = Maker(_beside(opened) / "stick", at=MONDAY)
    stick.begin()
    stick.add("evenings", _pack())
    body_of(opened).taking_in.look_at_path(stick.folder)
    type_groups(panel_of(opened, CompareDrawer), stick.folder)
    panel_of(opened, InstallSheet)


def packs_list(opened: Opened) -> None:
    """The packs that are here."""
    _leave_what_is_open(opened)
    body_of(opened)


def studio_writing(opened: Opened) -> None:
    """A guide, and beside it what families will see."""
    _leave_what_is_open(opened)
    manifest = small_manifest(title="Calm evenings", publisher=NAME, summary="For families, from the evening on.")
    pack = write_pack_folder(_beside(opened) / "calm", manifest, {"guides/evenings.md": f"{_HEAD}{_WORDS}"})
    step = studio_step(opened, pack, WRITE, WritingStep)
    step.shelf.opened.emit("guides/evenings.md")
    wait_until(lambda: _TITLE in step.text.seen.view.toPlainText(), "what families will see")
    step.text.edit.go_to_line(1)


VIEWS = (packs_list, packs_install, studio_writing)


def _pack() -> bytes:
    manifest = small_manifest(
        title="Calm evenings",
        publisher=NAME,
        guides=[{**a_guide("evenings"), "title": _TITLE}],
        links=[{**a_link("dementia"), "title": "About dementia"}],
        helplines=[{**a_line("night"), "name": "Night line"}],
    )
    return write_archive({MANIFEST: canonical(manifest).encode(), "guides/evenings.md": _WORDS.encode()})


def _leave_what_is_open(opened: Opened) -> None:
    opened.whole.window.overlay.close_panel()
    opened.whole.window.messages.forget_all()
    opened.quiet()


def _beside(opened: Opened) -> Path:
    return opened.services.paths.data_dir.parent / f"{opened.services.paths.data_dir.name}-packs"

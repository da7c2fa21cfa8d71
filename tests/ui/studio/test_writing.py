"""A nurse writes a pack in a real window: a guide, a picture, a translation, a phone line, what others changed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtTest import QTest

from caregiver_app.packs.folder_reading import read_folder
from caregiver_app.support.settings import Settings
from caregiver_app.ui.studio.place import place_of
from caregiver_app.ui.studio.steps import WRITE
from caregiver_app.ui.studio.writing.line_controls import LineControl
from caregiver_app.ui.studio.writing.picture_asking import PictureAsking
from caregiver_app.ui.studio.writing.writing_step import WritingStep
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.name_edit import NamePopover
from tests.helpers.accessible import assert_accessible
from tests.helpers.packs import HEADED, lamp, small_manifest, write_pack_folder
from tests.helpers.packs_window import panel_of, studio_step
from tests.helpers.whole_window import Opened, open_whole, wait_until

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)

HOSTILE = '<img src="https://evil.example/x.png"><script>x</script> ![y](https://evil.example/y.png)\n'


@pytest.fixture
def opened(theme: Theme, undressed: None, tmp_path: Path, starter_folder: Path) -> Iterator[Opened]:
    settings = Settings(checks_for_others=True)
    with open_whole(theme, tmp_path / "data", start=starter_folder, settings=settings) as opened:
        yield opened


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    manifest = small_manifest(languages=["en", "es"])
    return write_pack_folder(tmp_path / "pack", manifest, {"guides/evenings.md": f"{HEADED}Turn on a lamp.\n"})


def raw(pack: Path) -> Any:
    return json.loads((pack / "pack.json").read_text(encoding="utf-8"))


def step_of(opened: Opened, pack: Path) -> WritingStep:
    """Open the pack in the studio, where it is written."""
    return studio_step(opened, pack, WRITE, WritingStep)


def saved(opened: Opened, step: WritingStep) -> None:
    """Wait until all that was typed is in the folder."""
    wait_until(lambda: step.text.autosave.is_clean and step.entry.autosave.is_clean, "saved")
    opened.quiet()


def test_a_nurse_writes(opened: Opened, pack: Path, tmp_path: Path) -> None:
    step = step_of(opened, pack)
    begin_a_guide(opened, step, pack)
    assert_accessible(step)
    paste_something_hostile(opened, step, pack)
    put_a_picture_in(opened, step, pack, tmp_path)
    translate(opened, step, pack)
    meet_another_program(opened, step, pack)
    delete_and_undo(opened, step, pack)
    fill_in_a_phone_line(opened, step, pack)
    go_where_problems_are(opened, step)
    type_and_close(opened, step, pack)
    assert opened.door.asked == []


def begin_a_guide(opened: Opened, step: WritingStep, pack: Path) -> None:
    step.shelf.new.click()
    panel_of(opened, NamePopover).named.emit("When a day is long")
    opened.quiet()
    assert step.text.text is not None
    assert step.text.text.file == "guides/when-a-day-is-long.md"
    QTest.keyClicks(step.text.edit, "Sit down first.")
    step.text.buttons.heading.click()
    saved(opened, step)
    assert (pack / step.text.text.file).read_text().endswith("---\n\n## Sit down first.\n")
    wait_until(lambda: "Sit down first." in step.text.seen.view.toPlainText(), "the look at it")


def paste_something_hostile(opened: Opened, step: WritingStep, pack: Path) -> None:
    data = QMimeData()
    data.setHtml("<b>not taken</b>")
    data.setText(f"\n\n{HOSTILE}\x07")
    assert not step.text.edit.canInsertFromMimeData(dropped_file())
    step.text.edit.moveCursor(step.text.edit.textCursor().MoveOperation.End)
    step.text.edit.insertFromMimeData(data)
    saved(opened, step)
    wait_until(lambda: bool(step.text.seen.problems.isVisible()), "what is wrong")
    assert "<script>" in step.text.seen.view.toPlainText()  # shown as it is typed
    assert "\x07" not in step.text.edit.toPlainText()
    step.text.edit.undo()
    saved(opened, step)
    assert "evil" not in (pack / "guides/when-a-day-is-long.md").read_text()


def dropped_file() -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl("file:///etc/hostname")])
    data.setText("file:///etc/hostname")
    return data


def put_a_picture_in(opened: Opened, step: WritingStep, pack: Path, tmp_path: Path) -> None:
    (tmp_path / "My lamp.png").write_bytes(lamp(40))
    step.text.buttons.picture.click()
    opened.quiet()
    panel_of(opened, PictureAsking).add.click()
    opened.quiet()
    step.shelf.new.click()
    opened.quiet()
    step.entry.picture.take_file(tmp_path / "My lamp.png")
    opened.quiet()
    saved(opened, step)
    assert not (pack / "pictures/my-lamp.png").exists()  # its rights are not said yet
    type_into(step, "licence", "CC0 1.0")
    saved(opened, step)
    assert raw(pack)["pictures"] == [{"file": "pictures/my-lamp.png", "licence": "CC0 1.0"}]
    assert (pack / "pictures/my-lamp.png").is_file()
    step.go_to(place_of("guides/when-a-day-is-long.md"))
    opened.quiet()
    step.text.edit.moveCursor(step.text.edit.textCursor().MoveOperation.End)
    step.text.buttons.picture.click()
    opened.quiet()
    asking = panel_of(opened, PictureAsking)
    asking.take.click()
    assert asking.field.error
    asking.line.setText("A lamp")
    asking.take.click()
    saved(opened, step)
    wait_until(lambda: "A lamp" in step.text.seen.view.toPlainText(), "the picture's words")
    assert "![A lamp](pictures/my-lamp.png)" in (pack / "guides/when-a-day-is-long.md").read_text()


def translate(opened: Opened, step: WritingStep, pack: Path) -> None:
    step.text.translation_asked.emit("guides/when-a-day-is-long.md", "es")
    opened.quiet()
    assert step.text.text is not None
    assert step.text.text.head["translation_of"] == "evenings-when-a-day-is-long"
    assert step.go_back()
    opened.quiet()
    assert len(step.shelf.list.lines) == 3
    assert not step.go_back()


def meet_another_program(opened: Opened, step: WritingStep, pack: Path) -> None:
    step.shelf.opened.emit("guides/evenings.md")
    opened.quiet()
    file = pack / "guides/evenings.md"
    file.write_text(f"{HEADED}By another program.\n")
    QTest.keyClicks(step.text.edit, "Mine. ")
    saved(opened, step)
    assert step.text.other.is_open
    assert "By another program." in file.read_text()
    step.text.other.keep_mine.click()
    saved(opened, step)
    assert "Mine. Turn on a lamp." in file.read_text()


def delete_and_undo(opened: Opened, step: WritingStep, pack: Path) -> None:
    file = pack / "guides/evenings.md"
    before = file.read_bytes()
    step.text.head.remove.click()
    opened.quiet()
    assert not file.exists()
    assert opened.message.startswith("Removed When evenings feel harder")
    opened.whole.undo.undo()
    opened.quiet()
    assert file.read_bytes() == before
    assert len(step.shelf.list.lines) == 3


def fill_in_a_phone_line(opened: Opened, step: WritingStep, pack: Path) -> None:
    step.shelf.chips.chip("helplines").click()
    opened.quiet()
    step.shelf.new.click()
    opened.quiet()
    assert step.entry.form is not None
    type_into(step, "name", "Night line")
    type_into(step, "page", "http://www.nhs.uk/")
    saved(opened, step)
    assert "helplines" not in raw(pack)
    assert "https" in said_at(step, "page")
    assert said_at(step, "kind") == ""  # nobody was there yet
    step.entry.leave()
    opened.quiet()
    assert [line.pill is not None for line in step.shelf.list.lines] == [True]  # not finished, and not lost
    step.shelf.new.click()
    opened.quiet()
    saved(opened, step)
    assert "https" in said_at(step, "page")
    assert step.entry.form is not None
    step.entry.form.show_record(
        {**step.entry.form.read_record(), "kind": "caring", "country": "GB", "languages": ["en"]}
    )
    type_into(step, "page", "https://www.nhs.uk/")
    type_into(step, "phone", "0808 157 0192")
    step.entry.leave()
    saved(opened, step)
    assert raw(pack)["helplines"] == [
        {
            "id": "gb-night-line",
            "name": "Night line",
            "kind": "caring",
            "country": "GB",
            "languages": ["en"],
            "phone": "0808 157 0192",
            "page": "https://www.nhs.uk/",
        }
    ]
    assert [line.title for line in step.shelf.list.lines] == ["Night line"]


def go_where_problems_are(opened: Opened, step: WritingStep) -> None:
    assert step.go_to(place_of("helplines[gb-night-line].zone"))
    opened.quiet()
    assert step.entry.form is not None
    zone = step.entry.form.controls["zone"]
    assert isinstance(zone, LineControl)
    assert opened.whole.window.focusWidget() is zone.line
    assert_accessible(step)
    assert step.go_to(place_of("guides/evenings.md:6"))
    opened.quiet()
    assert opened.whole.window.focusWidget() is step.text.edit
    assert step.go_to(place_of("guides/evenings.md:4"))  # a line of the head
    opened.quiet()
    assert step.text.tabs.current == "about"
    assert not step.go_to(place_of("languages[2]"))
    assert not step.go_to(place_of("links[a].appraisal"))


def type_and_close(opened: Opened, step: WritingStep, pack: Path) -> None:
    step.text.go_to(6, "")
    QTest.keyClicks(step.text.edit, "To the last word. ")
    opened.whole.window.hide()
    opened.quiet()
    assert "To the last word." in (pack / "guides/evenings.md").read_text()
    assert [each.where for each in read_folder(pack).problems] == []


def said_at(step: WritingStep, name: str) -> str:
    """Return what is said to be wrong beside a field."""
    assert step.entry.form is not None
    shown = step.entry.form.controls[name].shown
    assert shown is not None
    return shown.error


def type_into(step: WritingStep, name: str, words: str) -> None:
    """Type into a field of the form as a person does."""
    assert step.entry.form is not None
    control = step.entry.form.controls[name]
    assert isinstance(control, LineControl)
    control.line.clear()
    QTest.keyClicks(control.line, words)

"""Lists of sources come from files and go into files, and the window says what became of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from caregiver_app.ui.frame import SMALLEST
from caregiver_app.ui.sources.opml_drawer import OpmlDrawer
from caregiver_app.ui.theme import Theme
from tests.helpers.accessible import assert_accessible
from tests.helpers.fitting import assert_fits_smallest, assert_targets
from tests.helpers.qt_app import settle, show
from tests.helpers.walking import step
from tests.helpers.whole_window import Opened

pytestmark = pytest.mark.usefixtures("undressed")

LIST = """<?xml version="1.0"?><opml version="2.0"><body><outline text="Nearby">
<outline type="rss" text="Clinic" xmlUrl="https://clinic.example/feed"/>
<outline type="rss" text="At home" xmlUrl="http://192.168.1.2/feed"/>
</outline></body></opml>"""


def bring(opened: Opened, path: Path) -> OpmlDrawer:
    opened.whole.ways.files.import_from(path)
    opened.quiet()
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    assert isinstance(panel.content, OpmlDrawer)
    return panel.content


def listed(drawer: OpmlDrawer) -> list[tuple[str, str]]:
    return [(line.title, line.pill.text if line.pill is not None else "") for line in drawer.list.lines]


def titles(opened: Opened) -> list[str]:
    return [source.title for source in opened.library.sources.list(enabled=True)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "list.opml"
    path.write_text(LIST, encoding="utf-8")
    return path


def test_a_list_is_shown_before_anything_is_taken(opened: Opened, path: Path) -> None:
    drawer = bring(opened, path)
    assert drawer.summary.text() == "1 new source, 1 that is not taken."
    assert listed(drawer) == [("At home", "Not taken"), ("Clinic", "New")]
    assert drawer.topics.text() == "New topics: Nearby"
    assert drawer.take.hasFocus()
    assert_accessible(drawer)
    drawer.leave.click()
    opened.quiet()
    assert opened.whole.window.overlay.panel is None
    assert "Clinic" not in titles(opened)


def test_a_list_is_taken_its_folders_become_topics_and_it_can_be_undone(opened: Opened, path: Path) -> None:
    bring(opened, path).take.click()
    opened.quiet()
    taken = titles(opened)
    topics = [topic.title for topic in opened.library.topics.list()]
    assert opened.message == "Added “Clinic”"
    opened.whole.window.messages.undo()
    opened.quiet()
    assert "Clinic" in taken
    assert "Nearby" in topics
    assert "Clinic" not in titles(opened)


def test_addresses_at_home_are_taken_only_when_the_person_says_so(opened: Opened, path: Path) -> None:
    drawer = bring(opened, path)
    drawer.allow.click()
    opened.quiet()
    assert listed(drawer) == [("Clinic", "New"), ("At home", "New")]
    assert drawer.take.words == "Import 2 sources"
    drawer.take.click()
    opened.quiet()
    assert {"Clinic", "At home"} <= set(titles(opened))


def test_a_private_address_and_a_damaged_file_are_said(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "list.opml"
    address = "https://a.example/feed?token=s3cr3tT0kenXyz98765"
    path.write_text(
        f'<opml version="2.0"><body><outline text="A & B" type="rss" xmlUrl="{address}"/>', encoding="utf-8"
    )
    drawer = bring(opened, path)
    assert drawer.damaged.isVisible()
    assert drawer.notes.text().startswith("1 address holds something private.")
    assert not any("s3cr3tT0kenXyz98765" in line.spoken for line in drawer.list.lines)


def test_an_account_stays_off_and_it_is_said_before_and_after(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "list.opml"
    path.write_text(
        '<opml version="2.0"><body><outline text="Night talk" xmlUrl="https://www.reddit.com/r/dementia/.rss"/></body></opml>',
        encoding="utf-8",
    )
    drawer = bring(opened, path)
    assert "1 stays off" in drawer.notes.text()
    drawer.take.click()
    opened.quiet()
    (after,) = opened.whole.window.toasts.waiting
    assert "1 stays off" in after.text
    assert "Night talk" not in titles(opened)


def test_what_is_given_can_be_brought_back(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "out.opml"
    opened.whole.ways.files.export_to(path)
    opened.quiet()
    assert opened.message.startswith("Saved ")
    assert b"harbour-dementia-trust.example/feed.xml" in path.read_bytes()
    drawer = bring(opened, path)
    assert {pill for _title, pill in listed(drawer)} == {"Here already"}
    drawer.take.click()
    opened.quiet()
    assert "were here already" in opened.message


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("percent", [100, 200])
def test_the_preview_fits_at_every_size(opened: Opened, theme: Theme, path: Path, percent: int) -> None:
    theme.set_percent(percent)
    show(opened.whole.window, *SMALLEST)
    drawer = bring(opened, path)
    assert_fits_smallest(opened.whole.window)
    assert_targets(drawer, theme)


def test_a_file_that_is_no_list_or_not_there_changes_nothing_and_says_so(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "bad.opml"
    before = opened.library.sources.list()
    for content in (b"", b"not a list", b"\x00" * 100, b"<html><body>no</body></html>"):
        with step(content):
            path.write_bytes(content)
            opened.whole.window.toasts.clear()
            assert opened.message == ""
            opened.whole.ways.files.import_from(path)
            opened.quiet()
            assert "Nothing was added." in opened.message
            assert opened.library.sources.list() == before
    opened.whole.window.toasts.clear()
    assert opened.message == ""
    opened.whole.ways.files.import_from(tmp_path / "missing.opml")
    opened.quiet()
    assert opened.message


@pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)
def test_the_dialogs_do_not_block_the_window(opened: Opened, path: Path) -> None:
    dialog = opened.whole.ways.files.ask_for_import()
    assert dialog.isVisible()
    dialog.fileSelected.emit(str(path))
    dialog.close()
    opened.quiet()
    assert isinstance(opened.whole.ways.files.drawer, OpmlDrawer)
    saving = opened.whole.ways.files.ask_for_export()
    assert saving.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    saving.close()
    settle()

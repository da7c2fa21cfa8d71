"""Lists of sources come from files and go into files, and the window says what became of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.helpers.qt_app import settle
from tests.helpers.whole_window import Opened

LIST = """<?xml version="1.0"?><opml version="2.0"><body><outline text="Nearby">
<outline type="rss" text="Clinic" xmlUrl="https://clinic.example/feed"/>
<outline type="rss" text="At home" xmlUrl="http://192.168.1.2/feed"/>
</outline></body></opml>"""


def test_a_list_is_brought_and_its_folders_become_topics(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "list.opml"
    path.write_text(LIST, encoding="utf-8")
    opened.whole.ways.files.import_from(path)
    opened.quiet()
    assert "Clinic" in [source.title for source in opened.library.sources.list(enabled=True)]
    assert "Nearby" in [topic.title for topic in opened.library.topics.list()]
    assert opened.message == "1 source added. 1 address was not taken."


def test_what_is_given_can_be_brought_back(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "out.opml"
    opened.whole.ways.files.export_to(path)
    opened.quiet()
    assert opened.message.startswith("Saved ")
    assert b"harbour-dementia-trust.example/feed.xml" in path.read_bytes()
    opened.whole.ways.files.import_from(path)
    opened.quiet()
    assert "were here already" in opened.message


@pytest.mark.parametrize("content", [b"", b"not a list", b"\x00" * 100, b"<html><body>no</body></html>"])
def test_a_file_that_is_no_list_changes_nothing_and_says_so(opened: Opened, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.opml"
    path.write_bytes(content)
    before = opened.library.sources.list()
    opened.whole.ways.files.import_from(path)
    opened.quiet()
    assert "Nothing was added." in opened.message
    assert opened.library.sources.list() == before


def test_a_file_that_is_not_there_says_so(opened: Opened, tmp_path: Path) -> None:
    opened.whole.ways.files.import_from(tmp_path / "missing.opml")
    opened.quiet()
    assert opened.message


@pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)
def test_the_dialogs_do_not_block_the_window(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "list.opml"
    path.write_text(LIST, encoding="utf-8")
    dialog = opened.whole.ways.files.ask_for_import()
    assert dialog.isVisible()
    dialog.fileSelected.emit(str(path))
    dialog.close()
    opened.quiet()
    assert "Clinic" in [source.title for source in opened.library.sources.list(enabled=True)]
    saving = opened.whole.ways.files.ask_for_export()
    assert saving.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    saving.close()
    settle()

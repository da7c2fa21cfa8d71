"""A page whose text is not here: found last, shown with what is known of it; nothing is asked for it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from caregiver_app.library.store import Library
from caregiver_app.model.article import ItemKind
from tests.helpers.clock import MONDAY
from tests.helpers.installing import NORTHFIELD, VETTED, a_link, an_owner, install, pack_of
from tests.helpers.qt_app import settle
from tests.helpers.whole_window import Opened
from tests.ui.library.test_about_page import labels

pytestmark = pytest.mark.usefixtures("undressed")

ADDRESS = "https://www.alzheimers.org.uk/curtains"


def test_it_stands_last_and_says_what_it_is(opened: Opened) -> None:
    bring(opened.library)
    shelf = opened.whole.library.shelf
    shelf.pane.filters.search.search("curtains")
    opened.quiet()
    assert opened.titles == ["Evening routines", "About curtains"]
    words = opened.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Web page, not saved yet" in words
    assert "Checked by Northfield Nurses" in words
    opened.pick("About curtains")
    reader = shelf.reader
    assert reader.row is not None
    assert reader.row.kind is ItemKind.LINK
    assert reader.top.unsaved.isVisible()
    assert reader.top.unsaved.address.accessibleName() == ADDRESS
    assert "Light and dark." in reader.page.toPlainText()
    assert reader.toolbar.share.text() == "Share"
    reader.top.about.click()
    settle()
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    said = labels(panel.content)
    assert "Length" not in said
    assert any("Checked by Northfield Nurses" in each for each in said)
    assert opened.door.asked == []
    opened.whole.window.overlay.close_panel()
    opened.pick("Evening routines")
    assert not reader.top.unsaved.isVisible()


def bring(library: Library) -> None:
    """Put a pack with one checked page into the library."""
    link = a_link("curtains", ADDRESS, title="About curtains", summary="Light and dark.", organisation="alz")
    owner = an_owner("alz", "alzheimers.org.uk", known="A register")
    install(
        library,
        pack_of("evenings", organisations=[owner], links=[{**link, "appraisal": VETTED}]),
        NORTHFIELD,
        at=MONDAY,
    )
    while library.search.catch_up():
        pass

"""Print fits the smallest window at every size of the text, can be hit and is named, wherever one is in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from caregiver_app.model.sheets.kinds import PrintSet, SheetKind
from caregiver_app.ui.frame import SMALLEST
from caregiver_app.ui.sheets.joining import PRINT
from caregiver_app.ui.sheets.places import ON_IT, SEE, SHEETS
from caregiver_app.ui.sheets.preview_part import PreviewPart
from caregiver_app.ui.sheets.wanted import Wanted
from caregiver_app.ui.theme import Theme
from tests.helpers.accessible import assert_accessible
from tests.helpers.care_notes import fill_family
from tests.helpers.care_window import unlock
from tests.helpers.fitting import assert_fits_smallest, assert_targets
from tests.helpers.print_window import about_the_first, body_of, seen
from tests.helpers.qt_app import settle
from tests.helpers.vaults import filled_care
from tests.helpers.walking import step
from tests.helpers.whole_window import open_whole

SCALES = (100, 150, 200)
ACROSS = {100: 2, 150: 1, 200: 1}


def see_a_page_in_full(preview: PreviewPart, window: QWidget) -> None:
    """Check the preview of a set in the lowest window."""
    with step("all of a page scrolls by one bar, and what turns it into words stands first"):
        pages = preview.pages
        assert pages.height() >= pages.paper.minimumHeight() > preview.height()
        assert not pages.verticalScrollBar().isVisible()
        assert preview.read.mapTo(window, QPoint()).x() < preview.smaller.mapTo(window, QPoint()).x()
        assert preview.read.isVisible()
        assert preview.larger.isVisible()
    with step("keys move over the page, then turn it"):
        pages.setFocus()
        QTest.keyClick(pages, Qt.Key.Key_PageDown)
        assert (pages.at, pages.over.value() > 0) == (0, True)
        pages.over.setValue(pages.over.maximum())
        QTest.keyClick(pages, Qt.Key.Key_PageDown)
        assert (pages.at, pages.over.value()) == (1, 0)


def test_every_part_fits_at_every_scale(theme: Theme, tmp_path: Path, starter_folder: Path) -> None:
    folder = tmp_path / "data"
    filled_care(folder, fill_family)
    with open_whole(theme, folder, start=starter_folder, size=SMALLEST, screen=PRINT) as opened:
        window = opened.whole.window
        assert_accessible(window)
        body_of(opened).tiles.tiles[PrintSet.CLINIC_VISIT].click()
        unlock(opened)
        body = about_the_first(opened)
        for percent in SCALES:
            theme.set_percent(percent)
            settle()
            assert body.places.across == ACROSS[percent]
            for place in (SHEETS, ON_IT, SEE):
                with step(f"{place} at {percent} %"):
                    body.places.show_place(place)
                    settle()
                    assert_fits_smallest(window)
                    assert_targets(body, theme)
                    assert_accessible(window)
        see_a_page_in_full(body.preview, window)
        with step("the words in the place of the pages"):
            body.preview.set_reading(True)
            assert body.preview.text.hasFocus()
            assert "Memory clinic" in body.preview.text.toPlainText()
            assert_fits_smallest(window)
        with step("nobody said yet where the household lives, and that can be chosen"):
            body.choose(SheetKind.HELPLINES)
            seen(opened)
            assert body.options.country.fold.button.text() == "Choose one"
        with step("words that are in the way of a sheet, with what can be done"):
            theme.set_percent(200)
            opened.whole.care.access.lock()
            body = body_of(opened)
            body.show_wanted(Wanted(what=SheetKind.RESOURCE_LIST, topic="sleep", title="Sleep at home"))
            seen(opened)
            body.places.show_place(SEE)
            settle()
            assert body.preview.nothing.keep.isVisible()
            assert_fits_smallest(window)
            assert_targets(body, theme)
            assert_accessible(window)
        with step("wide enough, all three stand side by side"):
            theme.set_percent(100)
            window.resize(1280, 860)
            settle()
            assert body.places.across == 3
            assert all(part.isVisible() for part in (body.tiles, body.on_it, body.preview))

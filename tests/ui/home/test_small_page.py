"""The small sheet on Home: paper that shows something from the first moment, whoever it is about."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage

from caregiver_app.ui.home.small_page import SmallPage
from caregiver_app.ui.theme import Theme
from tests.helpers.qt_app import Stage

pytestmark = pytest.mark.usefixtures("undressed")


def seen_on(page: SmallPage) -> set[int]:
    """Return the colours on the paper, without its edge."""
    image = page.grab().toImage()
    return {image.pixel(x, y) for x in range(4, image.width() - 4) for y in range(4, image.height() - 4)}


def a_picture(colour: Qt.GlobalColor) -> bytes:
    image = QImage(210, 297, QImage.Format.Format_RGB32)
    image.fill(colour)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide's stub wants bytes for the format
    return bytes(buffer.data().data())


def test_paper_is_never_an_empty_frame(theme: Theme, stage: Stage) -> None:
    page = SmallPage(theme)
    stage.hold(page)
    assert not page.has_picture
    sketched = seen_on(page)
    assert len(sketched) > 1
    page.show_picture(a_picture(Qt.GlobalColor.darkBlue))
    assert sketched.isdisjoint(seen_on(page))
    page.forget()
    assert seen_on(page) == sketched

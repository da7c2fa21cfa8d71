"""The contact sheets lay every place beside itself at each text size, and the documents have those of each theme."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from tests.pictures.contact_sheet import FOLDER, MOST_POINTS, in_parts, sheet
from tests.pictures.make_pictures import LOOKS, PERCENTS
from tests.pictures.walks import WALKS

pytestmark = pytest.mark.usefixtures("qapp")

_COLOURS = ("#0B524D", "#C0392B", "#2F7FAE")


def coloured(name: str) -> QImage:
    image = QImage(220, 155, QImage.Format.Format_RGB32)
    image.fill(QColor(name))
    return image


def test_each_place_stands_in_every_size_it_has(qapp: QApplication) -> None:
    small = {("home", percent): coloured(colour) for percent, colour in zip(PERCENTS, _COLOURS, strict=True)}
    image = sheet(["home", "wide"], {**small, ("wide", 100): coloured(_COLOURS[0])})
    seen = [QColor(image.pixel(120 + 230 * column, 110)).name().upper() for column in range(2 * len(PERCENTS))]
    assert seen == [*_COLOURS, _COLOURS[0], "#FFFFFF", "#FFFFFF"]


def test_no_sheet_is_larger_than_programs_show() -> None:
    names = [str(number) for number in range(200)]
    sizes = [sheet(part, {}).size() for part in in_parts(names)]
    assert len(sizes) > 1
    assert all(0 < size.width() * size.height() <= MOST_POINTS for size in sizes)


def test_there_is_something_to_walk() -> None:
    assert len(WALKS) > 2


@pytest.mark.parametrize("choice", LOOKS)
def test_the_documents_have_the_sheets(choice: str) -> None:
    first = QImage(str(FOLDER / f"{choice}-1.jpg"))
    assert first.width() > 1_000
    assert first.width() * first.height() <= MOST_POINTS
    assert sum(path.stat().st_size for path in FOLDER.glob("*.jpg")) < 8_000_000

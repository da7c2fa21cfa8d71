"""The pictures in the documents can be made anew, and show something."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.pictures.make_pictures import DOCUMENTED, FOLDER, FOR_THE_EYE, make


def test_the_pictures_of_the_documents_can_be_made_anew(qapp: QApplication, tmp_path: Path) -> None:
    make(DOCUMENTED, tmp_path)
    for view in DOCUMENTED:
        image = QImage(str(tmp_path / f"{view.name}.png"))
        assert (image.width(), image.height()) == view.size
        colours = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
        assert len(colours) > 20


def test_the_documents_have_their_pictures() -> None:
    assert all((FOLDER / f"{view.name}.png").is_file() for view in DOCUMENTED)


def test_each_view_has_a_name_of_its_own() -> None:
    names = [view.name for view in (*DOCUMENTED, *FOR_THE_EYE)]
    assert len(set(names)) == len(names)

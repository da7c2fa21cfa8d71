"""The icon of the application is drawn in every size that desktops ask for, and is to be seen in each."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

SCRIPT = Path(__file__).resolve().parents[3] / "packaging" / "make_icons.py"


def test_every_size_is_drawn_with_clear_corners_and_both_colours_of_the_two(qapp: QApplication, tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("make_icons", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    making = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(making)
    files = making.make(tmp_path / "icons")
    assert [file.name for file in files] == [f"caregiver-{size}.png" for size in making.SIZES]
    for size, file in zip(making.SIZES, files, strict=True):
        image = QImage(str(file))
        assert (image.width(), image.height()) == (size, size)
        assert image.pixelColor(0, 0).alpha() == 0
        first, second = (
            image.pixelColor(size * 85 // 256, size * 49 // 256),
            image.pixelColor(size * 174 // 256, size * 63 // 256),
        )
        assert first.lightness() > second.lightness() > image.pixelColor(size // 10, size // 2).lightness()

"""Draws the icon of the application in the sizes that desktops ask for: `python packaging/make_icons.py FOLDER`.

Each becomes `caregiver-SIZE.png`. They are made when a package is made, and not kept beside the drawing, icons/app.svg.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).resolve().parents[1] / "icons" / "app.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""In pixels: those of the freedesktop icon theme, of Windows and of macOS."""


def draw(size: int) -> QImage:
    """Return the icon `size` pixels wide, on nothing."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


def make(folder: Path) -> list[Path]:
    """Write the icon in every size into a folder, and return the files.

    Raises:
        OSError: a file cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / f"caregiver-{size}.png" for size in SIZES]
    for size, file in zip(SIZES, files, strict=True):
        if not draw(size).save(str(file)):
            raise OSError(str(file))
    return files


def main() -> None:
    """Write the icons into the folder that was named."""
    parser = argparse.ArgumentParser(description="Draw the icon of the application in all sizes.")
    parser.add_argument("folder", type=Path)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    for file in make(parser.parse_args().folder):
        print(file)
    application.quit()


if __name__ == "__main__":
    main()

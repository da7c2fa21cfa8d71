"""Makes the contact sheets: `python -m tests.pictures.contact_sheet [FOLDER]`, docs/look by default.

Every place of `tests/helpers/all_places.py`, and what is beside it in `walks.py`, small, at 100, 150 and 200 %: some
sheets for each theme. Each look is a window of its own in a process of its own, so that two are made at a time.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from caregiver_app.ui.theme import Theme, ThemeChoice, TypeRole
from tests.helpers.qt_app import settle
from tests.helpers.starter import folder_with_starter
from tests.helpers.whole_window import open_whole
from tests.pictures.make_pictures import LOOKS, PERCENTS, dressed
from tests.pictures.walks import WALKS, Walk

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "look"

_WINDOW = (1280, 900)
_SMALL = QSize(214, 150)
_GAP = 10
_LABEL = 24
_IN_A_ROW = 2  # views side by side, each at every text size
_ROWS = 24
MOST_POINTS = 6_000_000
"""A sheet has no more of them: programs refuse to show larger pictures, or make them smaller until nothing is read."""
_QUALITY = 38
_AT_A_TIME = 2

Look = tuple[ThemeChoice, int]


def pictures_of(look: Look, walks: Sequence[Walk], elsewhere: Path) -> Iterator[tuple[str, QImage]]:
    """Yield every place in one look, each with its name."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    start = folder_with_starter(elsewhere / "start")
    for number, walk in enumerate(walks):
        data = elsewhere / str(number)
        walk.prepare(data)
        with (
            dressed(application, *look) as theme,
            open_whole(theme, data, start=start, fill=walk.fill, size=_WINDOW) as opened,
        ):
            for name in walk.places(opened):
                settle()
                yield name, opened.whole.window.grab().toImage()


def write_look(look: Look, walks: Sequence[Walk], folder: Path) -> None:
    """Write a PNG file for each place in one look into a folder, numbered in their order."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as elsewhere:
        for number, (name, image) in enumerate(pictures_of(look, walks, Path(elsewhere))):
            image.save(str(folder / f"{number:03} {name}.png"))


def make(folder: Path, full: Path) -> None:
    """Write the sheets of every theme into `folder`, and every place as large as it is into `full`.

    Raises:
        CalledProcessError: a place cannot be come to; what the process said of it was printed.
    """
    looks = [(choice, percent) for choice in LOOKS for percent in PERCENTS]
    with ThreadPoolExecutor(_AT_A_TIME) as pool:
        list(pool.map(lambda look: _in_a_process(look, full), looks))
    folder.mkdir(parents=True, exist_ok=True)
    for choice in LOOKS:
        found = {percent: sorted(_of_look(full, (choice, percent)).glob("*.png")) for percent in PERCENTS}
        names = [_name(path) for path in found[PERCENTS[0]]]
        small = {(_name(path), percent): _reduced(path) for percent, paths in found.items() for path in paths}
        for number, part in enumerate(in_parts(names), 1):
            sheet(part, small).save(str(folder / f"{choice.value}-{number}.jpg"), None, _QUALITY)


def in_parts(names: Sequence[str]) -> Iterator[Sequence[str]]:
    """Return the names on each of the sheets, in order."""
    in_a_part = _ROWS * _IN_A_ROW
    return (names[first : first + in_a_part] for first in range(0, len(names), in_a_part))


def sheet(names: Sequence[str], small: Mapping[tuple[str, int], QImage]) -> QImage:
    """Return a sheet of these places in one theme: two a row, each with its name above its pictures."""
    width = _GAP + _IN_A_ROW * len(PERCENTS) * (_SMALL.width() + _GAP)
    row = _LABEL + _SMALL.height() + _GAP
    image = QImage(width, _GAP + -(-len(names) // _IN_A_ROW) * row, QImage.Format.Format_RGB32)
    image.fill(QColor(Qt.GlobalColor.white))
    painter = QPainter(image)
    painter.setFont(Theme(ThemeChoice.LIGHT, PERCENTS[0]).font(TypeRole.SMALL_STRONG))
    for place, name in enumerate(names):
        top = _GAP + place // _IN_A_ROW * row
        left = _GAP + place % _IN_A_ROW * len(PERCENTS) * (_SMALL.width() + _GAP)
        label = QRect(left, top, len(PERCENTS) * _SMALL.width(), _LABEL)
        painter.drawText(label, Qt.AlignmentFlag.AlignVCenter, name.replace("-", " "))
        for column, percent in enumerate(PERCENTS):
            if (name, percent) in small:  # not every place is one of a window with little room
                painter.drawImage(left + column * (_SMALL.width() + _GAP), top + _LABEL, small[name, percent])
    painter.end()
    return image


def _in_a_process(look: Look, full: Path) -> None:
    choice, percent = look
    command = [sys.executable, "-m", "tests.pictures.contact_sheet", str(_of_look(full, look))]
    subprocess.run([*command, "--look", choice.value, str(percent)], check=True)


def _of_look(full: Path, look: Look) -> Path:
    return full / f"{look[0].value}-{look[1]}"


def _name(path: Path) -> str:
    """Return the name of a place without the number in the name of its file."""
    return path.stem.partition(" ")[2]


def _reduced(path: Path) -> QImage:
    keeps, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return QImage(str(path)).scaled(_SMALL, keeps, smooth)


def main() -> None:
    """Make the sheets, or the pictures of one look."""
    parser = argparse.ArgumentParser(description="Picture every place in every look, on sheets for each theme.")
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER, help="where to write them")
    parser.add_argument("--full", type=Path, help="keep every picture in its own size in this folder")
    parser.add_argument("--look", nargs=2, metavar=("THEME", "PERCENT"), help="only pictures of one look, full size")
    asked = parser.parse_args()
    _application = QApplication.instance() or QApplication(["pictures"])
    if asked.look is not None:
        write_look((ThemeChoice(asked.look[0]), int(asked.look[1])), WALKS, asked.folder)
        return
    with tempfile.TemporaryDirectory() as elsewhere:
        make(asked.folder, asked.full or Path(elsewhere))


if __name__ == "__main__":
    os.environ.update({"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8", "TZ": "Europe/London"})
    main()

"""Makes the contact sheets: `python -m tests.pictures.contact_sheet [FOLDER]`, docs/look by default.

One for each theme: every screen, drawer and empty state that is pictured, small, at 100, 150 and 200 %. Each is one
window, dressed anew for each look, as when a person changes it.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from caregiver_app.library.store import Library
from caregiver_app.ui.theme import Theme, ThemeChoice, TypeRole
from tests.helpers.qt_app import settle
from tests.helpers.starter import folder_with_starter
from tests.helpers.whole_window import Opened, open_whole
from tests.pictures.make_pictures import FOR_THE_EYE, LOOKS, PERCENTS, View, dressed

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "look"

_SMALL = QSize(300, 211)
_GAP = 10
_LABEL = 24
_IN_A_ROW = 2  # views side by side, each at every text size
_QUALITY = 78

Look = tuple[ThemeChoice, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What is pictured in every look: one window, and what is open in it."""

    name: str
    show: Callable[[Opened], None]
    prepare: Callable[[Path], None]
    fill: Callable[[Library], None]
    size: tuple[int, int]


def all_shown(views: Sequence[View] = FOR_THE_EYE) -> tuple[Shown, ...]:
    """Return each of `views` once, whatever its look."""
    found: dict[str, Shown] = {}
    for view in views:
        name = view.name.removesuffix(f"-{view.choice.value}-{view.percent}")
        shown = Shown(name=name, show=view.show, prepare=view.prepare, fill=view.fill, size=view.size)
        found.setdefault(name, shown)
    return tuple(found.values())


def pictures_of(shown: Shown, start: Path, data: Path, looks: Sequence[Look]) -> Iterator[tuple[Look, QImage]]:
    """Yield one window in each of `looks`."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    shown.prepare(data)
    with (
        dressed(application, ThemeChoice.LIGHT, PERCENTS[0]) as theme,
        open_whole(theme, data, start=start, fill=shown.fill, size=shown.size) as opened,
    ):
        shown.show(opened)
        for choice, percent in looks:
            _dress(theme, choice, percent)
            opened.quiet()
            settle()
            yield (choice, percent), opened.whole.window.grab().toImage()


def _dress(theme: Theme, choice: ThemeChoice, percent: int) -> None:
    theme.set_choice(choice)
    theme.set_percent(percent)


def make(folder: Path, views: Sequence[Shown]) -> None:
    """Write one sheet for each theme into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    looks = [(choice, percent) for choice in LOOKS for percent in PERCENTS]
    small: dict[tuple[str, Look], QImage] = {}
    with tempfile.TemporaryDirectory() as elsewhere:
        start = folder_with_starter(Path(elsewhere, "start"))
        for number, shown in enumerate(views):
            for look, image in pictures_of(shown, start, Path(elsewhere, str(number)), looks):
                small[shown.name, look] = image.scaled(
                    _SMALL, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
                )
    for choice in LOOKS:
        names = [shown.name for shown in views]
        sheet(names, choice, small).save(str(folder / f"{choice.value}.jpg"), None, _QUALITY)


def sheet(names: Sequence[str], choice: ThemeChoice, small: Mapping[tuple[str, Look], QImage]) -> QImage:
    """Return the sheet of one theme: two views a row, each with its name above its pictures."""
    width = _GAP + _IN_A_ROW * len(PERCENTS) * (_SMALL.width() + _GAP)
    row = _LABEL + _SMALL.height() + _GAP
    rows = -(-len(names) // _IN_A_ROW)
    image = QImage(width, _GAP + rows * row, QImage.Format.Format_RGB32)
    image.fill(QColor(Qt.GlobalColor.white))
    painter = QPainter(image)
    painter.setFont(Theme(ThemeChoice.LIGHT, PERCENTS[0]).font(TypeRole.SMALL_STRONG))
    for place, name in enumerate(names):
        top = _GAP + place // _IN_A_ROW * row
        left = _GAP + place % _IN_A_ROW * len(PERCENTS) * (_SMALL.width() + _GAP)
        label = QRect(left, top, len(PERCENTS) * _SMALL.width(), _LABEL)
        painter.drawText(label, Qt.AlignmentFlag.AlignVCenter, name.replace("_", " "))
        for column, percent in enumerate(PERCENTS):
            painter.drawImage(left + column * (_SMALL.width() + _GAP), top + _LABEL, small[name, (choice, percent)])
    painter.end()
    return image


def main() -> None:
    """Make the sheets."""
    parser = argparse.ArgumentParser(description="Picture every screen in every look, on one sheet a theme.")
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER, help="where to write them")
    parser.add_argument("--only", default="", help="views whose name has this word")
    asked = parser.parse_args()
    _application = QApplication.instance() or QApplication(["pictures"])
    make(asked.folder, [shown for shown in all_shown() if asked.only in shown.name])


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main()

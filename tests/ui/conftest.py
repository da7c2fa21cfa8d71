"""What tests of the window are given: a dressed application, and an ear for announcements."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from caregiver_app.ui.theme import Theme, ThemeChoice, dress
from caregiver_app.ui.theme.icons import IconCache
from tests.helpers.qt_app import Listener, Stage, dress_plainly, settle
from tests.helpers.starter import started_once


@pytest.fixture(scope="session")
def drawn_icons(qapp: QApplication) -> IconCache:
    """Icons that tests before have drawn: they look the same in each."""
    del qapp
    return IconCache()


@pytest.fixture
def undressed() -> None:
    """Leave out the style sheet, a quarter of what a window costs: for what is not about looks, sizes or places."""


@pytest.fixture
def dressed() -> None:
    """Put the style sheet on all the same, in one test of a module that leaves it out."""


@pytest.fixture
def theme(qapp: QApplication, drawn_icons: IconCache, request: pytest.FixtureRequest) -> Iterator[Theme]:
    """The light theme at 100 %, put on the application, without movement."""
    asked = request.fixturenames
    theme = Theme(ThemeChoice.LIGHT, icons=drawn_icons)
    theme.set_still(True)
    if "undressed" in asked and "dressed" not in asked:
        dress_plainly(qapp, theme)
    else:
        dress(qapp, theme)
    yield theme
    theme.changed.disconnect()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    for widget in qapp.topLevelWidgets():
        widget.hide()
        widget.deleteLater()
    settle()


@pytest.fixture
def stage(theme: Theme) -> Stage:
    """A window to put a part into."""
    return Stage(theme)


@pytest.fixture
def listener(qapp: QApplication) -> Listener:
    """Hears what is announced."""
    return Listener()


@pytest.fixture(scope="session")
def starter_folder() -> Path:
    """A data folder as a first start leaves it, to be copied."""
    return started_once()

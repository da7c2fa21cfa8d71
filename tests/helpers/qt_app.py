"""Makes dressed themes and windows for tests of the window; every widget is real."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from caregiver_app.support.settings import Settings
from caregiver_app.support.undo import UndoStack
from caregiver_app.ui.announce import voice
from caregiver_app.ui.fittings import Fittings
from caregiver_app.ui.frame import MainWindow
from caregiver_app.ui.remember import Remembered
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.theme.fonts import load_fonts
from caregiver_app.ui.theme.palette import palette_of
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.nav_state import NavEntry

ENTRIES = (
    NavEntry(key="library", title="Library", short="Library", icon=Icon.LIBRARY, shortcut="Ctrl+1"),
    NavEntry(key="sources", title="Sources", short="Sources", icon=Icon.SOURCES, group="Read", shortcut="Ctrl+2"),
    NavEntry(key="settings", title="Settings", short="Settings", icon=Icon.SETTINGS, pinned=True),
)


def make_window(
    theme: Theme,
    *,
    settings: Settings | None = None,
    entries: Sequence[NavEntry] = ENTRIES,
    sentence: Callable[[BaseException], str] = str,
) -> MainWindow:
    """Return a frame without screens, not shown yet."""
    fittings = Fittings(theme=theme, undo=UndoStack(), remembered=Remembered(settings or Settings()), sentence=sentence)
    return MainWindow(fittings, entries)


def dress_plainly(app: QApplication, theme: Theme) -> None:
    """Dress `app` in the style, palette and font of `theme`, without the style sheet."""
    load_fonts()
    app.setStyle("Fusion")

    def put_on() -> None:
        app.setStyleSheet("")
        app.setPalette(palette_of(theme.tokens))
        app.setFont(theme.font(TypeRole.BODY))

    theme.changed.connect(put_on)
    put_on()


def assert_dressed() -> None:
    """Refuse to judge looks, sizes or places without the style sheet (`undressed` in tests/ui/conftest).

    Raises:
        AssertionError: it was left out.
    """
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    assert app.styleSheet(), "this test asks for `dressed`"


def show(widget: QWidget, width: int = 1280, height: int = 860) -> None:
    """Show `widget` as the active window and let it lay itself out."""
    widget.resize(width, height)
    widget.show()
    widget.activateWindow()
    settle()


def settle() -> None:
    """Do everything that is due, deletions included."""
    for _ in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is, as a person does.

    Raises:
        RuntimeError: nothing has the focus.
    """
    focused = QApplication.focusWidget()
    if focused is None:
        raise RuntimeError("nothing has the focus")
    QTest.keyClick(focused, key, modifier)
    settle()


def picture(widget: QWidget) -> QImage:
    """Return what `widget` looks like now."""
    assert_dressed()
    return widget.grab().toImage()


class Stage(QWidget):
    """A window that holds the part under test at its lower edge."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setMinimumSize(1, 1)  # else the layout tells the window system of sizes, which offscreen warns about
        self._column = Column(theme, parent=self)
        self._column.addStretch(1)

    def hold(self, part: QWidget, width: int = 800, height: int = 600) -> None:
        """Put `part` into the window and show it."""
        self._column.addWidget(part)
        show(self, width, height)


class Listener(QObject):
    """Keeps what is announced while it lives."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[tuple[str, bool]] = []
        voice().spoken.connect(self._hear)

    @property
    def words(self) -> list[str]:
        """The announced texts, in order."""
        return [text for text, _urgent in self.heard]

    def _hear(self, text: str, urgent: bool) -> None:
        self.heard.append((text, urgent))

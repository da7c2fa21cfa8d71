"""Which screens there are, which is open and what is new behind each; every form of the navigation shows the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from caregiver_app.ui.theme import Icon


@dataclass(frozen=True, slots=True, kw_only=True)
class NavEntry:
    """How a screen stands in the navigation. `short` is for the narrow rail; pinned ones stay at the bottom.

    A `tool` is no screen: something else listens to `NavState.asked` for its key. In the menu it stands first.
    An `urgent` one has a red edge, and where there is only a bar it stands in that, seen without the menu.
    `keywords` are further words by which people look for it.
    """

    key: str
    title: str
    short: str
    icon: Icon
    group: str = ""
    shortcut: str = ""
    pinned: bool = False
    tool: bool = False
    urgent: bool = False
    keywords: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NavMark:
    """How a screen is, beside its name: an icon, and the words that are spoken for it, e.g. "locked"."""

    icon: Icon
    words: str


class NavState(QObject):
    """Which screens there are, which is open and what is new; every navigation shows the same."""

    changed = Signal()
    asked = Signal(str)

    def __init__(self, entries: Sequence[NavEntry], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries = tuple(entries)
        self.current = entries[0].key if entries else ""
        self._called = ""
        self._is_apart = False
        self.counts: dict[str, int] = {}
        self.marks: dict[str, NavMark] = {}

    def set_current(self, key: str) -> None:
        """Mark `key` as the open screen."""
        self.current = key
        self._called, self._is_apart = "", False
        self.changed.emit()

    def call(self, title: str, *, apart: bool = False) -> None:
        """Have the open screen go by a title of its own until another is opened; empty: by that of its entry.

        With `apart` it is no place of the navigation: no entry is marked until then.
        """
        if (title, apart) != (self._called, self._is_apart):
            self._called, self._is_apart = title, apart
            self.changed.emit()

    def set_count(self, key: str, count: int) -> None:
        """Show how much is new behind `key`."""
        self.counts[key] = count
        self.changed.emit()

    def set_mark(self, key: str, mark: NavMark | None) -> None:
        """Show how the screen behind `key` is; None shows nothing."""
        if self.marks.get(key) == mark:
            return
        if mark is None:
            del self.marks[key]
        else:
            self.marks[key] = mark
        self.changed.emit()

    @property
    def marked(self) -> str:
        """The key of the entry that is marked as the open screen, empty while none is."""
        return "" if self._is_apart else self.current

    @property
    def is_urgent(self) -> bool:
        """Whether the open screen is an urgent one."""
        return any(entry.urgent and entry.key == self.current for entry in self.entries)

    def title(self) -> str:
        """Return the title of the open screen."""
        return self._called or next((entry.title for entry in self.entries if entry.key == self.current), "")

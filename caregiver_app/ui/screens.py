"""The screens of the window by the keys of their entries in the navigation, one of them shown."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QStackedWidget

from caregiver_app.ui.screen import Screen


class Screens(QStackedWidget):
    """Several entries may lead to one screen. Who made a screen deletes it."""

    def __init__(self) -> None:
        super().__init__()
        self._by_key: dict[str, Screen] = {}

    def has(self, key: str) -> bool:
        """Return whether `key` leads to a screen."""
        return key in self._by_key

    def of(self, key: str) -> Screen:
        """Return the screen of `key`.

        Raises:
            KeyError: it leads to none.
        """
        return self._by_key[key]

    @property
    def shown(self) -> Screen | None:
        """The screen that is shown."""
        screen = self.currentWidget()
        return screen if isinstance(screen, Screen) else None

    def all(self) -> Iterable[Screen]:
        """Return each screen once."""
        return dict.fromkeys(self._by_key.values())

    def put(self, key: str, screen: Screen) -> bool:
        """Have `key` lead to `screen`; what it led to before leaves. Return whether the screen is new here."""
        before = self._by_key.get(key)
        self._by_key[key] = screen
        is_new = self.indexOf(screen) < 0
        if is_new:
            self.addWidget(screen)
        if before is not None and before not in self._by_key.values():
            self.removeWidget(before)
            before.hide()
        return is_new

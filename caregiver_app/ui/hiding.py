"""Somebody comes in who must not see this: one key, or "Leave this page", and Home stands there as it always does.

Care notes lock, and the window forgets what was read and sought in it. It says nothing: no message, no spoken word, and
a title that anybody may read. What is still being written is kept, as by any lock.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from caregiver_app.library.remembered_words import forget_words
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.announce import silence
from caregiver_app.ui.care.passphrase_field import PassphraseField
from caregiver_app.ui.commands import Command
from caregiver_app.ui.frame import MainWindow
from caregiver_app.ui.hide_key import HIDE_KEY
from caregiver_app.ui.own_copies import clear_own_copies
from caregiver_app.ui.theme import Icon


class Hiding(QObject):
    """`lock` locks the care notes at once, `forget` what was read in the library; `home` is the key of Home."""

    def __init__(self, window: MainWindow, lock: Callable[[], object], forget: Callable[[], object], home: str) -> None:
        super().__init__(window)
        self._window = window
        self._lock = lock
        self._forget = forget
        self._home = home
        window.add_shortcut(HIDE_KEY, self.hide)

    def hide(self) -> None:
        """Lock, forget, and show Home."""
        with silence():
            self._lock()
            self._forget()
            for field in self._window.findChildren(PassphraseField):
                field.clear()  # that of signing keys, too: whoever comes could have it shown
            self._window.forget()
            clear_own_copies()
            forget_words()
            self._window.open_screen(self._home)


def hide_command(hide: Callable[[], object]) -> Command:
    """Return the command, by which people who do not know the key find it."""
    return Command(
        key="window.hide",
        name=_("Hide what is shown"),
        keywords=_("leave lock private quick somebody comes"),
        action=hide,
        icon=Icon.EYE_OFF,
        shortcut=HIDE_KEY,
    )

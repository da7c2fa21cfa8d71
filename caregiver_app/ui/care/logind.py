"""logind tells on D-Bus that the computer goes to sleep, the screen was locked, or another session is in front.

Source: the manual page org.freedesktop.login1(5). It is asked by calls that do not wait; where there is no such bus
nothing happens. A delay lock holds sleep up until the notes are locked (logind gives it five seconds at most).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusPendingCallWatcher,
    QDBusUnixFileDescriptor,
    QDBusVariant,
)

from caregiver_app.ui.care.away import Away

SERVICE = "org.freedesktop.login1"
MANAGER_PATH = "/org/freedesktop/login1"
MANAGER = f"{SERVICE}.Manager"
SESSION = f"{SERVICE}.Session"
PROPERTIES = "org.freedesktop.DBus.Properties"


def system_bus() -> QDBusConnection:
    """Return the bus of the system."""
    return QDBusConnection.systemBus()


class LogindWatch(QObject):
    """Listens while care notes are open. `bus` gives the connection when it begins."""

    def __init__(self, bus: Callable[[], QDBusConnection], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make_bus = bus
        self._bus: QDBusConnection | None = None
        self._away: Callable[[Away], None] | None = None
        self._session = ""
        self._held: QDBusUnixFileDescriptor | None = None
        self._calls: set[QDBusPendingCallWatcher] = set()

    @property
    def listens(self) -> bool:
        """Whether it knows its session and holds sleep up: all that was asked has been answered."""
        return bool(self._session) and self._held is not None and not self._calls

    def begin(self, away: Callable[[Away], None]) -> None:
        """Listen from now on."""
        self._away = away
        bus = self._connected()
        if bus is None:
            return
        if not self._session:
            self._call(MANAGER_PATH, MANAGER, *_own_session(), done=self._take_session)
        self._hold_sleep()

    def settled(self) -> None:
        """Let the system go to sleep."""
        self._held = None

    def end(self) -> None:
        """Listen no longer."""
        self._away = None
        self._held = None

    @Slot(bool)
    def sleeping(self, begins: bool) -> None:
        """Take note that the computer goes to sleep, or wakes."""
        if begins:
            self._tell(Away.SLEEP)
        elif self._away is not None:
            self._hold_sleep()

    @Slot()
    def screen_locked(self) -> None:
        """Take note that the screen is to be locked."""
        self._tell(Away.SCREEN_LOCKED)

    @Slot(QDBusMessage)
    def session_changed(self, _message: QDBusMessage) -> None:
        """Ask how the session stands: the signal itself need not carry it."""
        for name, is_away, why in (
            ("LockedHint", True, Away.SCREEN_LOCKED),
            ("Active", False, Away.SESSION_SWITCHED),
        ):
            self._call(self._session, PROPERTIES, "Get", [SESSION, name], done=self._compare(is_away, why))

    def _compare(self, is_away: bool, why: Away) -> Callable[[object], None]:
        def take(value: object) -> None:
            if isinstance(value, QDBusVariant) and value.variant() is is_away:
                self._tell(why)

        return take

    def _tell(self, why: Away) -> None:
        if self._away is not None:
            self._away(why)

    def _connected(self) -> QDBusConnection | None:
        if self._bus is None:
            bus = self._make_bus()
            if not bus.isConnected():
                return None
            self._bus = bus
            for signal in ("PrepareForSleep", "PrepareForShutdown"):
                self._listen(MANAGER_PATH, MANAGER, signal, SLOT("sleeping(bool)"))
        return self._bus

    def _take_session(self, path: object) -> None:
        if self._bus is None or not isinstance(path, QDBusObjectPath):
            return
        self._session = path.path()
        self._listen(self._session, SESSION, "Lock", SLOT("screen_locked()"))
        self._listen(self._session, PROPERTIES, "PropertiesChanged", SLOT("session_changed(QDBusMessage)"))

    def _listen(self, path: str, interface: str, signal: str, slot: object) -> None:
        bus: Any = self._bus  # the stubs ask for bytes where it takes what SLOT returns
        bus.connect(SERVICE, path, interface, signal, self, slot)

    def _hold_sleep(self) -> None:
        def take(held: object) -> None:
            if self._away is not None and isinstance(held, QDBusUnixFileDescriptor):
                self._held = held

        # The words are shown by `systemd-inhibit --list`.
        self._call(MANAGER_PATH, MANAGER, "Inhibit", ["sleep", "Caregiver", "Locking", "delay"], done=take)

    def _call(
        self, path: str, interface: str, member: str, arguments: Sequence[object], *, done: Callable[[object], None]
    ) -> None:
        if self._bus is None:
            return
        message = QDBusMessage.createMethodCall(SERVICE, path, interface, member)
        message.setArguments(list(arguments))
        watcher = QDBusPendingCallWatcher(self._bus.asyncCall(message), self)
        self._calls.add(watcher)

        def finished(watcher: QDBusPendingCallWatcher) -> None:
            self._calls.discard(watcher)
            if not watcher.isError():
                for answer in watcher.reply().arguments():
                    done(answer)
            watcher.deleteLater()

        watcher.finished.connect(finished)


def _own_session() -> tuple[str, list[object]]:
    name = os.environ.get("XDG_SESSION_ID", "")
    return ("GetSession", [name]) if name else ("GetSession", ["auto"])

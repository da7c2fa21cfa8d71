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
        self._bus: Any = None  # a QDBusConnection; its stubs ask for bytes where it takes what SLOT returns
        self._away: Callable[[Away], None] | None = None
        self._session = ""
        self._held: QDBusUnixFileDescriptor | None = None

    @property
    def listens(self) -> bool:
        """Whether it knows its session and holds sleep up."""
        return bool(self._session) and self._held is not None

    def begin(self, away: Callable[[Away], None]) -> None:
        """Listen from now on."""
        self._away = away
        if not self._is_connected():
            return
        if not self._session:
            session = os.environ.get("XDG_SESSION_ID") or "auto"
            self._call(MANAGER_PATH, MANAGER, "GetSession", [session], SLOT("session_found(QDBusMessage)"))
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
        for name, slot in (("LockedHint", "lock_hinted(QDBusMessage)"), ("Active", "activity_told(QDBusMessage)")):
            self._call(self._session, PROPERTIES, "Get", [SESSION, name], SLOT(slot))

    @Slot(QDBusMessage)
    def lock_hinted(self, reply: QDBusMessage) -> None:
        """Take note whether the screen says that it is locked."""
        if _flag(reply) is True:
            self._tell(Away.SCREEN_LOCKED)

    @Slot(QDBusMessage)
    def activity_told(self, reply: QDBusMessage) -> None:
        """Take note whether the session is in front."""
        if _flag(reply) is False:
            self._tell(Away.SESSION_SWITCHED)

    @Slot(QDBusMessage)
    def session_found(self, reply: QDBusMessage) -> None:
        """Listen to the session."""
        for path in reply.arguments():
            if isinstance(path, QDBusObjectPath) and not self._session:
                self._session = path.path()
                self._listen(self._session, SESSION, "Lock", SLOT("screen_locked()"))
                self._listen(self._session, PROPERTIES, "PropertiesChanged", SLOT("session_changed(QDBusMessage)"))

    @Slot(QDBusMessage)
    def sleep_held(self, reply: QDBusMessage) -> None:
        """Keep what holds sleep up, while it is wanted."""
        for held in reply.arguments():
            if self._away is not None and isinstance(held, QDBusUnixFileDescriptor):
                self._held = held

    def _tell(self, why: Away) -> None:
        if self._away is not None:
            self._away(why)

    def _is_connected(self) -> bool:
        if self._bus is None:
            bus = self._make_bus()
            if not bus.isConnected():
                return False
            self._bus = bus
            for signal in ("PrepareForSleep", "PrepareForShutdown"):
                self._listen(MANAGER_PATH, MANAGER, signal, SLOT("sleeping(bool)"))
        return True

    def _hold_sleep(self) -> None:
        # The words are shown by `systemd-inhibit --list`.
        wanted = ["sleep", "Caregiver", "Locking", "delay"]
        self._call(MANAGER_PATH, MANAGER, "Inhibit", wanted, SLOT("sleep_held(QDBusMessage)"))

    def _listen(self, path: str, interface: str, signal: str, slot: object) -> None:
        self._bus.connect(SERVICE, path, interface, signal, self, slot)

    def _call(self, path: str, interface: str, member: str, arguments: Sequence[str], slot: object) -> None:
        message = QDBusMessage.createMethodCall(SERVICE, path, interface, member)
        message.setArguments(list(arguments))
        self._bus.callWithCallback(message, self, slot)


def _flag(reply: QDBusMessage) -> object:
    values = [value.variant() for value in reply.arguments() if isinstance(value, QDBusVariant)]
    return values[0] if len(values) == 1 else None

"""A D-Bus daemon of the test's own with a logind on it that does what the test says."""

from __future__ import annotations

import os
import select
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusUnixFileDescriptor,
    QDBusVariant,
    QDBusVirtualObject,
)

from caregiver_app.ui.care.logind import MANAGER, MANAGER_PATH, PROPERTIES, SERVICE, SESSION

SESSION_PATH = f"{MANAGER_PATH}/session/_31"
_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path={socket}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>"""
_WAIT_S = 20
_names = count(1)


class Logind(QDBusVirtualObject):
    """Answers as logind does, and sends its signals."""

    def __init__(self, bus: QDBusConnection) -> None:
        super().__init__()
        self._bus = bus
        self.active = True
        self.locked_hint = False
        self._holds: list[int] = []
        whole = QDBusConnection.VirtualObjectRegisterOption.SubPath
        assert bus.registerService(SERVICE)
        assert bus.registerVirtualObject(MANAGER_PATH, self, whole)

    def introspect(self, _path: str) -> str:
        """Tell nothing about itself."""
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:  # noqa: N802  Qt calls it
        """Answer one call."""
        reply = message.createReply()
        reply.setArguments([self._answer(message)])
        connection.send(reply)
        return True

    @property
    def sleep_is_held(self) -> bool:
        """Whether somebody holds sleep up: the other end of one of the pipes handed out is still open."""
        return any(not self._is_released(reading) for reading in self._holds)

    def sleep(self, begins: bool) -> None:
        """Say that the computer goes to sleep, or wakes."""
        self._send(MANAGER_PATH, MANAGER, "PrepareForSleep", [begins])

    def lock(self) -> None:
        """Ask the session to lock its screen."""
        self._send(SESSION_PATH, SESSION, "Lock", [])

    def change(self, *, active: bool = True, locked_hint: bool = False) -> None:
        """Change the session and say so."""
        self.active, self.locked_hint = active, locked_hint
        self._send(SESSION_PATH, PROPERTIES, "PropertiesChanged", [SESSION, {}, ["Active"]])

    def _answer(self, message: QDBusMessage) -> object:
        if message.member() == "Inhibit":
            reading, writing = os.pipe()
            self._holds.append(reading)
            held = QDBusUnixFileDescriptor(writing)
            os.close(writing)
            return held
        if message.member() == "Get":
            is_active = message.arguments()[1] == "Active"
            return QDBusVariant(self.active if is_active else self.locked_hint)
        return QDBusObjectPath(SESSION_PATH)

    def _send(self, path: str, interface: str, member: str, arguments: list[object]) -> None:
        message = QDBusMessage.createSignal(path, interface, member)
        message.setArguments(arguments)
        assert self._bus.send(message)

    @staticmethod
    def _is_released(reading: int) -> bool:
        ready, _, _ = select.select([reading], [], [], 0)
        return bool(ready)  # nothing is ever written: it can only be the end

    def close(self) -> None:
        """Leave the bus and give back the pipes: what stays registered would be touched after it is gone."""
        self._bus.unregisterObject(MANAGER_PATH, QDBusConnection.UnregisterMode.UnregisterTree)
        self._bus.unregisterService(SERVICE)
        for reading in self._holds:
            os.close(reading)


@contextmanager
def private_bus(folder: Path) -> Iterator[str]:
    """Run a bus for a block; give its address."""
    folder.mkdir(parents=True, exist_ok=True)
    socket = folder / "bus"
    config = folder / "bus.conf"
    config.write_text(_CONFIG.format(socket=socket))
    command = ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address"]
    daemon = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert daemon.stdout is not None
        ready, _, _ = select.select([daemon.stdout], [], [], _WAIT_S)
        assert ready, "the bus did not come up"
        daemon.stdout.readline()
        yield f"unix:path={socket}"
    finally:
        daemon.terminate()
        daemon.wait()
        if daemon.stdout is not None:
            daemon.stdout.close()


@contextmanager
def connected(address: str) -> Iterator[QDBusConnection]:
    """Give a connection of its own to the bus."""
    name = f"test-{next(_names)}"
    bus = QDBusConnection.connectToBus(address, name)
    assert bus.isConnected(), bus.lastError().message()
    try:
        yield bus
    finally:
        QDBusConnection.disconnectFromBus(name)

"""Roles that Python gives to widgets of ours, for assistive technology: the one place that teaches the toolkit.

The toolkit asks for every widget that is heard, and keeps a husk of what it was given until the application ends: what
a maker returns keeps no word and no widget of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

Maker = Callable[[QWidget], QAccessibleInterface | None]
"""Returns what a widget is heard as, or None where the toolkit knows best."""

_taught: Final[dict[type[QWidget], Maker]] = {}


def teach(kind: type[QWidget], make: Maker) -> None:
    """Have widgets of this class heard as `make` says, and those of classes below it that are taught nothing else."""
    if not _taught:
        QAccessible.installFactory(_made)
    _taught[kind] = make


def teach_role(kind: type[QWidget], role: QAccessible.Role) -> None:
    """Have widgets of this class, and of those below it, heard as `role`, called by their accessible name."""
    teach(kind, lambda part: QAccessibleWidget(part, role))


def _made(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, QWidget):
        return None
    for kind in type(thing).__mro__:
        if (make := _taught.get(kind)) is not None:
            return make(thing)
    return None

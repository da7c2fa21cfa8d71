"""Gives a widget its look by dynamic properties, which the one style sheet reads."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def set_look(widget: QWidget, **properties: str | bool) -> None:
    """Set properties such as `kind`, `role`, `ink` or `error` and have the style sheet applied anew.

    To a widget that was never shown nor measured it is applied by Qt before it is.
    """
    changed = False
    for name, value in properties.items():
        if widget.property(name) != value:
            widget.setProperty(name, value)
            changed = True
    if changed and widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)
        widget.updateGeometry()

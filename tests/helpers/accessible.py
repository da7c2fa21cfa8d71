"""What a screen reader is told about a part of the window, and what it must be told (UX.md section 12)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from caregiver_app.ui.widgets.focus import tab_stops
from caregiver_app.ui.widgets.switched import Switched

_MOST_NODES = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """One visible thing as assistive technology sees it."""

    role: QAccessible.Role
    name: str
    description: str
    focusable: bool
    checked: bool
    states: tuple[str, ...]
    class_name: str


def speak(widget: QWidget) -> list[Spoken]:
    """Return everything visible inside `widget`, itself included, in the order of the tree."""
    return [_spoken(interface) for interface in _walk(QAccessible.queryAccessibleInterface(widget))]


def assert_accessible(part: QWidget) -> None:
    """Check that what can take the focus is named, trimmed and unique, and that Tab visits all and comes round.

    Raises:
        AssertionError: with everything that is wrong.
    """
    assert_named(part)
    assert_tab_round(part)


def assert_named(part: QWidget) -> None:
    """Check names, roles and states of all in `part` that can take the focus or be pressed. Raises as above."""
    problems = [*_bad_names(part), *_bad_buttons(part)]
    assert not problems, "; ".join(problems)


def assert_tab_round(part: QWidget) -> None:
    """Check that Tab visits all in `part`, leaves each field, and in a window comes round. Raises as above."""
    problems = list(_bad_tab_round(part))
    assert not problems, "; ".join(problems)


def _bad_names(part: QWidget) -> Iterator[str]:
    stops = [stop for stop in speak(part) if stop.focusable and stop.role not in _INSIDE_OTHERS]
    for stop in stops:
        if not stop.name:
            yield f"{stop.class_name} ({stop.role.name}) has no name"
        elif stop.name != stop.name.strip():
            yield f"{stop.name!r} is not trimmed"
    for name, count in Counter(stop.name for stop in stops if stop.name).items():
        if count > 1:
            yield f"{name!r} names {count} things"


def _bad_buttons(part: QWidget) -> Iterator[str]:
    """Yield buttons whose name does not begin with what is written on them, or whose role or state is not theirs."""
    for button in part.findChildren(QAbstractButton):
        interface = QAccessible.queryAccessibleInterface(button)
        if not button.isVisible() or interface is None:
            continue
        written, name, state = written_on(button), interface.text(QAccessible.Text.Name), interface.state()
        if not name.startswith(written):
            yield f"{name!r} does not begin with {written!r}, which is written on it"
        if interface.role() not in _OF_BUTTONS:
            yield f"{name!r} is a {interface.role().name}"
        if bool(state.disabled) == button.isEnabled():
            yield f"{name!r} does not say whether it can be pressed"
        if button.isCheckable() and bool(state.checked) != button.isChecked():
            yield f"{name!r} does not say whether it is on"
        if button.isCheckable() and not isinstance(button, Switched):
            yield f"{name!r} can be on or off and is no `Switched` (ui/widgets/switched.py)"


def written_on(button: QAbstractButton) -> str:
    """Return the words on a button, without the marks of access keys and a point that only shows that there is more."""
    return button.text().replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("•").strip()


def _bad_tab_round(part: QWidget) -> Iterator[str]:
    expected = tab_stops(part)
    if not expected:
        return
    expected[0].setFocus(Qt.FocusReason.TabFocusReason)
    visited = [QApplication.focusWidget()]
    for _ in expected[1:]:
        focused = QApplication.focusWidget()
        if focused is None:
            yield "Tab loses the focus"
            return
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        visited.append(QApplication.focusWidget())
    missed = [stop for stop in expected if stop not in visited]
    for stop in missed:
        yield f"Tab does not reach {stop.accessibleName()!r} ({type(stop).__name__})"
    last = QApplication.focusWidget()
    if last is not None and part.isWindow():
        QTest.keyClick(last, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is not expected[0]:
            yield "Tab does not come round"


def _walk(interface: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    waiting = [interface]
    seen = 0
    while waiting and seen < _MOST_NODES:
        current = waiting.pop()
        if current is None or not current.isValid() or current.state().invisible:
            continue
        seen += 1
        yield current
        waiting.extend(current.child(n) for n in reversed(range(current.childCount())))


def states_of(interface: QAccessibleInterface) -> tuple[str, ...]:
    """Return the states of a thing that are said with its name."""
    state = interface.state()
    return tuple(name for name in _STATES if getattr(state, name))


def _spoken(interface: QAccessibleInterface) -> Spoken:
    state = interface.state()
    thing: QObject | None = interface.object()  # None for rows and links, whatever the stubs say
    return Spoken(
        role=interface.role(),
        name=interface.text(QAccessible.Text.Name),
        description=interface.text(QAccessible.Text.Description),
        focusable=bool(state.focusable),
        checked=bool(state.checked),
        states=states_of(interface),
        class_name="" if thing is None else thing.metaObject().className(),
    )


_INSIDE_OTHERS = (QAccessible.Role.ListItem, QAccessible.Role.Link, QAccessible.Role.Cell, QAccessible.Role.Window)
_OF_BUTTONS = (
    QAccessible.Role.Button,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.ButtonDropDown,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.PageTab,
    QAccessible.Role.Link,
)
_STATES = (
    "checkable",
    "checked",
    "disabled",
    "expandable",
    "expanded",
    "hasPopup",
    "passwordEdit",
    "readOnly",
    "selected",
)

"""Coming to any place of the window as somebody does who hears it: by what things are called.

The places stand in `tests/helpers/all_places.py`; a new one comes in by adding a line there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QAbstractButton, QWidget

from caregiver_app.ui.widgets.option_list import OptionList
from tests.helpers.pseudo import plain_again
from tests.helpers.qt_app import settle
from tests.helpers.whole_window import Opened, wait_until

Act = Callable[[Opened], object]

_DEEPEST = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place: the key of the screen that it is reached from, empty for the one that is shown, then the steps.

    A step is the beginning of the accessible name of what is pressed, or something to do. It works in every layout.
    """

    name: str
    screen: str = ""
    steps: tuple[str | Act, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class There:
    """A place that was come to: what is before the eyes, a panel or else the screen, and what opened the panel."""

    part: QWidget
    is_panel: bool
    opener: QWidget | None


def go(opened: Opened, place: Place) -> There:
    """Come to a place.

    Raises:
        AssertionError: something on the way is not there.
    """
    overlay = opened.whole.window.overlay
    opener = None
    if place.screen:
        leave(opened)
        opened.whole.window.open_screen(place.screen)
        opened.quiet()
    for step in place.steps:
        before = overlay.panel
        if isinstance(step, str):
            pressed = press(opened, step)
            opener = pressed if before is None else opener
        else:
            step(opened)
            opened.quiet()
    settle()
    is_panel = overlay.panel is not None
    return There(part=shown(opened), is_panel=is_panel, opener=opener if is_panel else None)


def leave(opened: Opened) -> None:
    """Close what lies over the screen and leave its inner places, as Esc does."""
    window = opened.whole.window
    window.overlay.close_panel()
    for _ in range(_DEEPEST):
        if window.stack.shown is None or not window.stack.shown.go_back():
            break
        opened.quiet()
    window.messages.forget_all()


def shown(opened: Opened) -> QWidget:
    """Return the panel that is open, else the screen."""
    window = opened.whole.window
    part = window.overlay.panel or window.stack.currentWidget()
    assert part is not None
    return part


def press(opened: Opened, name: str) -> QWidget | None:
    """Press the first thing whose accessible name begins so, and return it: a button, or a row of a list of choices.

    Raises:
        AssertionError: none comes that can be pressed.
    """
    wait_until(
        lambda: _button(opened, name) is not None or _option(opened, name) is not None, f"something called {name!r}"
    )
    button, option = _button(opened, name), _option(opened, name)
    if button is not None:
        button.setFocus()
        button.click()
    elif option is not None:
        option()
    opened.quiet()
    settle()
    return button


def _button(opened: Opened, name: str) -> QAbstractButton | None:
    buttons = [each for each in shown(opened).findChildren(QAbstractButton) if each.isVisible() and each.isEnabled()]
    return next((each for each in buttons if plain_again(each.accessibleName()).startswith(plain_again(name))), None)


def _option(opened: Opened, name: str) -> Callable[[], None] | None:
    for rows in shown(opened).findChildren(OptionList):
        for option in rows.options:
            if option.value is not None and plain_again(option.text).startswith(plain_again(name)):
                return partial(rows.chosen.emit, option.value)
    return None

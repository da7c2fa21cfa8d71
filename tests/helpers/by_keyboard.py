"""How somebody gets about in a running window by keyboard alone: looks for things by name and types where they are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.helpers.window_process import RunningWindow

_MOST_STEPS = 80


def is_at(window: RunningWindow, name: str) -> bool:
    """Return whether the keyboard is at something that is called so, by now."""
    window.come_to_rest()
    return name in window.where


def find(window: RunningWindow, words: str) -> None:
    """Find something by Ctrl+K and go there; the library may take a moment to answer."""
    window.press("ctrl+k")
    window.type_text(words)
    window.press("Return")
    window.soon(lambda: not is_at(window, "Find anything"))


def find_until(window: RunningWindow, words: str, holds: Callable[[], bool]) -> None:
    """Find something by Ctrl+K until it brought about what it should.

    Raises:
        AssertionError: it does not.
    """

    def found() -> bool:
        find(window, words)
        return window.soon(holds)

    window.wait_until(found, words)


def go_to(window: RunningWindow, name: str, key: str = "Tab", most: int = _MOST_STEPS) -> bool:
    """Press a key until the keyboard is at something that is called so; return whether it came there."""
    for _step in range(most):
        if name in window.where:
            return True
        window.press(key)
    return False


def press_at(window: RunningWindow, name: str, *keys: str) -> None:
    """Go to something by Tab, once it is there, and press keys on it, the space bar unless others are named.

    Raises:
        AssertionError: it does not come.
    """
    window.wait_until(lambda: go_to(window, name), f"{name}; the keyboard was at: {window.where}")
    window.press(*(keys or ("space",)))


def type_at(window: RunningWindow, name: str, text: str) -> None:
    """Go to a field by Tab and put `text` in the place of what stands there. Raises as `press_at` does."""
    press_at(window, name, "ctrl+a")
    window.type_text(text)


def name_in_dialog(window: RunningWindow, title: str, path: Path, back: str) -> None:
    """Type a place into the system's dialog of that title, and go on in the window; both are regular expressions."""
    window.focus(title)
    window.type_text(str(path))
    window.press("Return")
    window.focus(back)

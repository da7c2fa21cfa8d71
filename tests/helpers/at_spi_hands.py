"""Run by the system's own Python, which has pyatspi: hears and uses a window through AT-SPI, as screen readers do.

For each line of JSON on standard input, `[verb, argument]`, one line of JSON goes out. It knows nothing of Caregiver.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pyatspi  # type: ignore[import-not-found]  # of the system, not of the tests' environment

PATIENCE_S = 20
BREATH_S = 0.05


def window() -> Any:
    """Return the window of the one application that has any."""
    for application in pyatspi.Registry.getDesktop(0):
        if application is not None:
            for each in application:
                if each is not None and each.getState().contains(pyatspi.STATE_SHOWING):
                    return each
    return None


def showing(root: Any) -> Iterator[Any]:
    """Yield all that is shown, in the order of the tree."""
    waiting = [root]
    while waiting:
        one = waiting.pop()
        if one is None or not one.getState().contains(pyatspi.STATE_SHOWING):
            continue
        yield one
        waiting += [one.getChildAtIndex(place) for place in reversed(range(min(one.childCount, 400)))]


def named(name: str, role: str = "") -> Any:
    """Return what is shown and called so, else the first whose name begins so; of this role where one is given."""
    first = None
    for one in showing(window()):
        if one.name.startswith(name) and role in ("", one.getRoleName()):
            if one.name == name:
                return one
            first = first or one
    return first


def until(found: Callable[[], Any]) -> Any:
    """Return what is found within the time there is; else None."""
    end, breath = time.monotonic() + PATIENCE_S, threading.Event()
    while time.monotonic() < end:
        try:
            answer = found()
        except Exception:  # noqa: BLE001  the tree changes while it is read, which is told in many ways
            answer = None
        if answer:
            return answer
        breath.wait(BREATH_S)
    return None


def title(beginning: str) -> Any:
    """Return the title of the window once it begins so."""
    return until(lambda: (one := window()) is not None and one.name.startswith(beginning) and one.name)


def names(_argument: str) -> Any:
    """Return role and name of all that is shown and has a name."""
    return until(lambda: [[one.getRoleName(), one.name] for one in showing(window()) if one.name])


def hear(name: str) -> Any:
    """Return role, name and description of something, once it is there."""
    one = until(lambda: named(name))
    return one and [one.getRoleName(), one.name, one.description]


def act(name: str) -> Any:
    """Do the first action of something, as a switch or a voice does; return what the action is called."""
    one = until(lambda: named(name))
    if one is None:
        return None
    action = one.queryAction()
    action.doAction(0)
    return action.getName(0)


def read(name: str) -> Any:
    """Return the text inside something, through the Text interface."""

    def whole() -> Any:
        text = named(name).queryText()
        return text.getText(0, text.characterCount)

    return until(whole)


def enter(name: str) -> Any:
    """Put the keyboard into a list; return what its first row is called."""

    def entered() -> Any:
        one = named(name, "list")
        return one.queryComponent().grabFocus() and one[0].name

    return until(entered)


VERBS = {"title": title, "names": names, "hear": hear, "act": act, "read": read, "enter": enter}


def main() -> None:
    """Answer until nothing more is asked."""
    for line in sys.stdin:
        verb, argument = json.loads(line)
        sys.stdout.write(f"{json.dumps(VERBS[verb](argument))}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()

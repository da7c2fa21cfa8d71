"""Walks: several steps in one window, which takes longer to make than most of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from tests.helpers.qt_app import settle
from tests.helpers.whole_window import Opened


@contextmanager
def step(name: object) -> Iterator[None]:
    """Have what fails inside say at which step of a walk it was."""
    try:
        yield
    except AssertionError as error:
        error.add_note(f"at the step: {name}")
        raise


def take_back(opened: Opened) -> None:
    """Close what lies over the window and take back every step: so the next step of a walk begins."""
    window = opened.whole.window
    window.overlay.close_panel()
    while opened.whole.undo.next_undo is not None:
        window.messages.undo()
        opened.quiet()
    window.messages.forget_all()
    settle()
